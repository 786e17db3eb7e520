import type { StoreName } from './port';
import { call, port, wrongSignature } from './realm';

type Gas = GoogleAppsScript.Properties.Properties;

/** A store of strings. 9 KB a value, 500 KB a store, 50,000 calls a day (guide "Quotas"). */
export class HostProperties {
  readonly #store: StoreName;

  constructor(store: StoreName) {
    this.#store = store;
  }
  getProperty(key: string): string | null {
    return call('Properties.getProperty', 'propertyRead', () => port.properties.get(this.#store, String(key)));
  }
  getProperties(): { [key: string]: string } {
    return call('Properties.getProperties', 'propertyRead', () => ({ ...port.properties.all(this.#store) }));
  }
  getKeys(): string[] {
    return call('Properties.getKeys', 'propertyRead', () => Object.keys(port.properties.all(this.#store)));
  }
  setProperty(key: string, value: string): Gas {
    if (value === undefined || value === null)
      throw wrongSignature('PropertiesService.Properties.setProperty', [key, value]);
    call('Properties.setProperty', 'propertyWrite', () =>
      port.properties.set(this.#store, { [String(key)]: String(value) }, false),
    );
    return this as unknown as Gas;
  }
  setProperties(properties: { [key: string]: string }, deleteAllOthers = false): Gas {
    const values = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, String(value)]));
    call('Properties.setProperties', 'propertyWrite', () => port.properties.set(this.#store, values, deleteAllOthers));
    return this as unknown as Gas;
  }
  deleteProperty(key: string): Gas {
    call('Properties.deleteProperty', 'propertyWrite', () => port.properties.remove(this.#store, String(key)));
    return this as unknown as Gas;
  }
  deleteAllProperties(): Gas {
    call('Properties.deleteAllProperties', 'propertyWrite', () => port.properties.remove(this.#store, null));
    return this as unknown as Gas;
  }
}

export class HostPropertiesService {
  getScriptProperties(): Gas {
    return new HostProperties('script') as never;
  }
  getUserProperties(): Gas {
    return new HostProperties('user') as never;
  }
  getDocumentProperties(): Gas {
    return new HostProperties('document') as never;
  }
}

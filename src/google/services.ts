import type { PropertyStore, Services } from '../jobs/ports';
import { again } from './again';
import { fetchJson } from './fetch';
import { googleMail } from './mail';
import { GoogleWorkbook } from './workbook';

/** What is kept with the document. */
export const documentProperties = () => storeOver(PropertiesService.getDocumentProperties());

/** The outside, as Google offers it to a script bound to a spreadsheet. */
export function googleServices(): Services {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const properties = documentProperties();
  // Whoever held the lock before may have changed them.
  const locked = <T>(lock: GoogleAppsScript.Lock.Lock, patience: number, work: () => T, isLast = false) =>
    withLock(lock, patience, isLast, () => {
      properties.forget();
      return work();
    });
  return {
    workbook: new GoogleWorkbook(spreadsheet),
    properties,
    secrets: storeOver(PropertiesService.getUserProperties()),
    now: () => Date.now(),
    user: () => Session.getActiveUser().getEmail(),
    exclusively: (patience, work, isLast) => locked(LockService.getDocumentLock(), patience, work, isLast),
    alone: (work) => locked(LockService.getScriptLock(), 1, work),
    address: () => spreadsheet.getUrl(),
    toast: (text) => spreadsheet.toast(text, 'CRM', 8),
    // Undefined when the bundle was built without the connection.
    mail: googleMail,
    fetch: fetchJson,
    triggers: {
      own: (handler) =>
        ScriptApp.getProjectTriggers()
          .filter((trigger) => trigger.getHandlerFunction() === handler)
          .map((trigger) => trigger.getUniqueId()),
      createEachMinute: (handler) => ScriptApp.newTrigger(handler).timeBased().everyMinutes(1).create().getUniqueId(),
      remove: (id) => {
        for (const trigger of ScriptApp.getProjectTriggers()) {
          if (trigger.getUniqueId() === id) ScriptApp.deleteTrigger(trigger);
        }
      },
    },
  };
}

/** A store that is read in one call, and once more only after others may have written to it. */
function storeOver(store: GoogleAppsScript.Properties.Properties): PropertyStore & { forget(): void } {
  let known: Record<string, string> | null = null;
  return {
    get: (key) => {
      known ??= again(() => store.getProperties());
      return known[key] ?? null;
    },
    set: (key, value) => {
      again(() => store.setProperty(key, value));
      if (known) known[key] = value;
    },
    setAll: (values) => {
      if (Object.keys(values).length === 0) return;
      again(() => store.setProperties(values));
      Object.assign(known ?? {}, values);
    },
    remove: (key) => {
      again(() => store.deleteProperty(key));
      if (known) delete known[key];
    },
    forget: () => {
      known = null;
    },
  };
}

function withLock<T>(
  lock: GoogleAppsScript.Lock.Lock,
  patience: number,
  isLast: boolean,
  work: () => T,
): T | undefined {
  if (!again(() => lock.tryLock(patience))) return undefined;
  try {
    return work();
  } finally {
    // Google releases the lock of a run that has ended.
    if (!isLast) again(() => lock.releaseLock());
  }
}

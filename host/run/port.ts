import type { Circumstances, Port, StoreName } from '../services/port';
import type { Mail } from '../types';
import * as operations from '../workbook/operations';
import * as codec from './codec';
import type { Execution } from './execution';
import type { Host } from './host';
import { use, used } from './limits';
import { storeKey } from './state';
import { nextFire, settle } from './triggers';

/** Ties the services of one execution to the host. Errors thrown here become Google's exceptions in the script's realm. */
export function buildPort(host: Host, execution: Execution, run: Circumstances): Port {
  const user = run.effectiveUser;
  return {
    book: host.book,
    ops: operations,
    run,
    limits: host.limits,
    enter: (method, kind, cellsRead, cellsWritten) => execution.enter(method, kind, cellsRead, cellsWritten),
    now: () => execution.now,
    random: () => host.random.next(),
    uuid: () => host.random.uuid(),
    sleep: (ms) => execution.pass(ms),
    log: (line) => {
      if (execution.ended === null) execution.log.push(line);
    },
    properties: properties(host, user, execution),
    cache: cache(host, user, execution),
    locks: locks(host, user, execution),
    triggers: triggers(host, user, execution),
    mail: mail(host, user, execution),
    fetch: (request) => {
      spend(host, `fetch:${user}`, 1, host.limits.fetchesPerDay, execution.now, 'urlfetch');
      if (!host.options.network)
        throw new Error(`Address unavailable: ${request.url}. (This host was given no network.)`);
      const { status, headers, body } = host.options.network(JSON.parse(JSON.stringify(request)));
      return { status, headers: { ...headers }, body: String(body) };
    },
    html: (name) => host.options.script.html?.[name] ?? host.options.script.html?.[`${name}.html`],
    ui: ui(host, execution),
    crypto: codec,
  };
}

function spend(host: Host, name: string, amount: number, limit: number, now: number, service: string): void {
  const quotas = host.state.quotas;
  if (used(quotas[name], now) + amount > limit)
    throw new Error(`Service invoked too many times for one day: ${service}.`);
  quotas[name] = use(quotas[name], amount, now);
}

const bytes = (text: string): number => Buffer.byteLength(text);

function properties(host: Host, user: string, execution: Execution): Port['properties'] {
  const spendOne = (): void =>
    spend(host, `properties:${user}`, 1, host.limits.propertyCallsPerDay, execution.now, 'properties');
  const store = (name: StoreName): Record<string, string> => {
    const key = storeKey(name, user);
    host.state.properties[key] ??= {};
    return host.state.properties[key];
  };
  return {
    get: (name, key) => {
      spendOne();
      return Object.hasOwn(store(name), key) ? store(name)[key] : null;
    },
    all: (name) => {
      spendOne();
      return { ...store(name) };
    },
    set: (name, values, replace) => {
      spendOne();
      const next = replace ? {} : { ...store(name) };
      for (const [key, value] of Object.entries(values)) {
        if (bytes(value) > host.limits.propertyBytes) throw new Error('Argument too large: value');
        next[String(key)] = String(value);
      }
      const size = Object.entries(next).reduce((sum, [key, value]) => sum + bytes(key) + bytes(value), 0);
      if (size > host.limits.propertyStoreBytes)
        throw new Error('You have exceeded the property storage quota. Please remove some properties and try again.');
      host.state.properties[storeKey(name, user)] = next;
    },
    remove: (name, key) => {
      spendOne();
      if (key === null) host.state.properties[storeKey(name, user)] = {};
      else delete store(name)[key];
    },
  };
}

function cache(host: Host, user: string, execution: Execution): Port['cache'] {
  const store = (name: StoreName): Record<string, { value: string; until: number }> => {
    const key = storeKey(name, user);
    host.state.cache[key] ??= {};
    return host.state.cache[key];
  };
  const checkKey = (key: string): void => {
    if (key.length > host.limits.cacheKeyChars) throw new Error('Argument too large: key');
  };
  return {
    get: (name, key) => {
      checkKey(key);
      const entry = Object.hasOwn(store(name), key) ? store(name)[key] : undefined;
      return entry && entry.until > execution.now ? entry.value : null;
    },
    put: (name, key, value, seconds) => {
      checkKey(key);
      if (bytes(value) > host.limits.cacheValueBytes) throw new Error('Argument too large: value');
      if (seconds > host.limits.cacheMaxSeconds || seconds < 1)
        throw new Error('Invalid argument: expirationInSeconds');
      const entries = store(name);
      delete entries[key];
      entries[key] = { value: String(value), until: execution.now + seconds * 1000 };
      const keys = Object.keys(entries);
      // Google: beyond 1,000 items, those that expire soonest are dropped down to 900.
      if (keys.length > host.limits.cacheItems)
        for (const old of keys.sort((a, b) => entries[a].until - entries[b].until).slice(0, keys.length - 900))
          delete entries[old];
    },
    remove: (name, key) => {
      delete store(name)[key];
    },
  };
}

function locks(host: Host, user: string, execution: Execution): Port['locks'] {
  const full = (store: StoreName): 'document' | 'script' | `user:${string}` =>
    store === 'user' ? `user:${user}` : store;
  return {
    take: (store, timeout) => {
      const waited = host.locks.take(full(store), execution.id, execution.now, timeout);
      execution.pass(waited ?? timeout);
      return waited !== null;
    },
    release: (store) => host.locks.release(full(store), execution.id),
    has: (store) => host.locks.has(full(store), execution.id),
  };
}

function triggers(host: Host, user: string, execution: Execution): Port['triggers'] {
  return {
    list: () => JSON.parse(JSON.stringify(host.state.triggers.filter((trigger) => trigger.owner === user))),
    add: (handler, event, schedule) => {
      const mine = host.state.triggers.filter((trigger) => trigger.owner === user).length;
      if (mine >= host.limits.triggersPerUser)
        throw new Error(
          'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
        );
      const settled = schedule && settle(JSON.parse(JSON.stringify(schedule)), host.random);
      const trigger = {
        id: String(4_000_000_000 + host.state.nextId++ * 7919),
        handler: String(handler),
        event,
        owner: user,
        schedule: settled,
        nextAt: settled && nextFire(settled, execution.now),
      };
      host.state.triggers.push(trigger);
      return trigger;
    },
    remove: (id) => {
      const index = host.state.triggers.findIndex((trigger) => trigger.id === id && trigger.owner === user);
      if (index >= 0) host.state.triggers.splice(index, 1);
    },
  };
}

function mail(host: Host, user: string, execution: Execution): Port['mail'] {
  const remaining = (): number =>
    host.limits.mailRecipientsPerDay - used(host.state.quotas[`mail:${user}`], execution.now);
  return {
    remaining,
    send: (message: Omit<Mail, 'at'>) => {
      const all = [message.to, message.cc, message.bcc]
        .flatMap((list) => (list ?? '').split(','))
        .filter((to) => to.trim() !== '');
      if (all.length === 0) throw new Error('Failed to send email: no recipient');
      if (all.length > host.limits.mailRecipientsPerMessage)
        throw new Error('Limit Exceeded: Email Recipients Per Message.');
      if (bytes(message.body) + bytes(message.htmlBody ?? '') > host.limits.mailBodyBytes)
        throw new Error('Limit Exceeded: Email Body Size.');
      const bad = all.find((to) => !/^[^<>]*<?[^\s@<>]+@[^\s@<>]+>?\s*$/.test(to.trim()));
      if (bad !== undefined) throw new Error(`Invalid email: ${bad.trim()}`);
      spend(host, `mail:${user}`, all.length, host.limits.mailRecipientsPerDay, execution.now, 'email');
      host.mails.push({ ...JSON.parse(JSON.stringify(message)), at: execution.now });
    },
  };
}

function ui(host: Host, execution: Execution): Port['ui'] {
  const suspended = <T>(ask: () => T): T => {
    // Google: "the suspension drops LockService locks" (Ui.alert).
    host.locks.releaseAll(execution.id);
    return execution.outside(ask);
  };
  return {
    menu: (title, items) => {
      const copy = JSON.parse(JSON.stringify(items));
      host.menus.set(String(title), copy);
      host.ui.menu(title, copy);
    },
    alert: (title, message, buttons) => suspended(() => host.ui.alert(title, message, buttons)),
    prompt: (title, message, buttons) => suspended(() => host.ui.prompt(title, message, buttons)),
    toast: (message, title, seconds) => host.ui.toast(message, title, seconds),
    sidebar: (title, html) => host.ui.sidebar(title, html),
    dialog: (title, html, width, height, modal) => host.ui.dialog(title, html, width, height, modal),
    activate: (sheetName, a1) => host.ui.activate(sheetName, a1),
  };
}

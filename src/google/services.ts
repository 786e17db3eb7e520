import type { PropertyStore, Services } from '../jobs/ports';
import { fetchJson } from './fetch';
import { googleMail } from './mail';
import { GoogleWorkbook } from './workbook';

/** The outside, as Google offers it to a script bound to a spreadsheet. */
export function googleServices(): Services {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  return {
    workbook: new GoogleWorkbook(spreadsheet),
    properties: storeOver(PropertiesService.getDocumentProperties()),
    secrets: storeOver(PropertiesService.getUserProperties()),
    now: () => Date.now(),
    user: () => Session.getActiveUser().getEmail(),
    exclusively: (patience, work) => withLock(LockService.getDocumentLock(), patience, work),
    alone: (work) => withLock(LockService.getScriptLock(), 1, work),
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

function storeOver(properties: GoogleAppsScript.Properties.Properties): PropertyStore {
  return {
    get: (key) => again(() => properties.getProperty(key)),
    set: (key, value) => {
      again(() => properties.setProperty(key, value));
    },
    remove: (key) => {
      again(() => properties.deleteProperty(key));
    },
  };
}

/** Google's stores fail now and then and answer a moment later; all that is asked of them may be asked twice. */
function again<T>(call: () => T): T {
  try {
    return call();
  } catch {
    return call();
  }
}

function withLock<T>(lock: GoogleAppsScript.Lock.Lock, patience: number, work: () => T): T | undefined {
  if (!lock.tryLock(patience)) return undefined;
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}

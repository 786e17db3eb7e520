import type { Services } from '../jobs/ports';
import { GoogleWorkbook } from './workbook';

/** The outside, as Google offers it to a script bound to a spreadsheet. */
export function googleServices(): Services {
  const properties = PropertiesService.getDocumentProperties();
  return {
    workbook: new GoogleWorkbook(SpreadsheetApp.getActiveSpreadsheet()),
    properties: {
      get: (key) => properties.getProperty(key),
      set: (key, value) => {
        properties.setProperty(key, value);
      },
      remove: (key) => {
        properties.deleteProperty(key);
      },
    },
    now: () => Date.now(),
    user: () => Session.getActiveUser().getEmail(),
    exclusively: withDocumentLock,
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

function withDocumentLock<T>(patience: number, work: () => T): T | undefined {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(patience)) return undefined;
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}

import { noticeCopy } from '../jobs/automatic';
import type { Services } from '../jobs/ports';
import { faultOf, logFault } from '../jobs/system-log';
import type { Envelope } from '../panel/surface';
import { googleServices } from './services';

export const TITLE = 'CRM';

/**
 * The way in for menu items: a fault becomes a line of the log and an alert. Without an editor (the command line of the
 * host) it is thrown on.
 */
export function fromMenu<T>(where: string, work: (services: Services) => T): T | null {
  const services = googleServices();
  try {
    return work(services);
  } catch (error) {
    const fault = faultOf(error);
    logFault(services, where, fault);
    const ui = editorUi();
    if (!ui) throw error;
    ui.alert(TITLE, fault.message, ui.ButtonSet.OK);
    return null;
  }
}

/** The way in for triggers: a fault becomes a line of the log, and is thrown on, so that Google counts and mails it. */
export function fromTrigger<T>(where: string, work: (services: Services) => T): T {
  const services = googleServices();
  try {
    noticeCopy(services);
    return work(services);
  } catch (error) {
    logFault(services, where, faultOf(error));
    throw error;
  }
}

/** The way in for the panel: a fault becomes an envelope. */
export function fromPanel<T>(work: (services: Services) => T): Envelope<T> {
  try {
    return { ok: true, data: work(googleServices()) };
  } catch (error) {
    return { ok: false, ...faultOf(error) };
  }
}

/** The editor's interface; null where no editor is open, as in a trigger. */
export function editorUi(): GoogleAppsScript.Base.Ui | null {
  try {
    return SpreadsheetApp.getUi();
  } catch {
    return null;
  }
}

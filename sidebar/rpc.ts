import type { Envelope, PanelCall, PanelCalls, PanelStart } from '../src/panel/surface';
import { said, t } from './texts';

interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  callPanel(call: string, args: unknown): void;
}

declare const google: { script: { run: Runner; host: { editor: { focus(): void } } } };

/** A call that did not succeed: the server's code and sentence, or `offline` when it could not be reached. */
export class CallError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Google's words for "the browser is signed in with two accounts, and the wrong one is asked". */
const TWO_ACCOUNTS = /PERMISSION_DENIED|reading from storage|Authorization is required/i;

/** An answer that takes longer is lost; acts are sent again, which their ids make harmless. */
const PATIENCE = 90_000;

function failure(error: Error): CallError {
  if (TWO_ACCOUNTS.test(error.message)) return new CallError('two-accounts', t('twoAccounts'));
  return new CallError('offline', t('offlineLong'));
}

/** Calls the server. @throws CallError */
export function call<C extends PanelCall>(name: C, args: PanelCalls[C]['args']): Promise<PanelCalls[C]['data']> {
  return new Promise((resolve, reject) => {
    if (!navigator.onLine) return reject(new CallError('offline', t('offlineLong')));
    const clock = setTimeout(() => reject(new CallError('offline', t('tooSlow'))), PATIENCE);
    google.script.run
      .withSuccessHandler((value) => {
        clearTimeout(clock);
        const envelope = value as Envelope<PanelCalls[C]['data']>;
        if (envelope.ok) resolve(envelope.data);
        else reject(new CallError(envelope.code, said(envelope.message)));
      })
      .withFailureHandler((error) => {
        clearTimeout(clock);
        reject(failure(error));
      })
      .callPanel(name, args);
  });
}

/** The answer to the first call, which the page was opened with; null where that call failed. */
export function givenStart(): PanelStart | null {
  const text = document.getElementById('start')?.textContent;
  const envelope: Envelope<PanelStart> | null = text ? JSON.parse(text) : null;
  return envelope?.ok ? envelope.data : null;
}

/** Gives the keyboard back to the grid. */
export function focusGrid(): void {
  google.script.host.editor.focus();
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import type { Envelope, FormerCall, FormerCalls } from '../src/panel/surface';

interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  callPanel(call: string, args: unknown): void;
}

declare const google: { script: { run: Runner } };

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

function failure(error: Error): CallError {
  if (TWO_ACCOUNTS.test(error.message)) {
    const remedy = 'Open the sheet in a private window, or sign out of the other accounts.';
    return new CallError('two-accounts', `Google asked the wrong one of your accounts. ${remedy}`);
  }
  return new CallError('offline', 'The sheet cannot be reached right now. Check your connection, then press Refresh.');
}

/** Calls the server. @throws CallError */
export function call<C extends FormerCall>(name: C, args: FormerCalls[C]['args']): Promise<FormerCalls[C]['data']> {
  return new Promise((resolve, reject) => {
    google.script.run
      .withSuccessHandler((value) => {
        const envelope = value as Envelope<FormerCalls[C]['data']>;
        if (envelope.ok) resolve(envelope.data);
        else reject(new CallError(envelope.code, envelope.message));
      })
      .withFailureHandler((error) => reject(failure(error)))
      .callPanel(name, args);
  });
}

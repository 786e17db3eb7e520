/**
 * A fault in words for the person who meets it.
 * `code` is stable, for tests and logs; `message` says what happened and where; `remedy` what to do now.
 */
export class CrmError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
  ) {
    super(`${message} ${remedy}`.trim());
    this.name = 'CrmError';
  }
}

/** What Google says when a service failed and will probably answer a moment later. */
const TRANSIENT = /timed out|try again|internal error|unavailable|service error|server error|in a short time/i;

/** Whether a call failed in passing. A quota that is used up, or a right that is missing, is not mended by waiting. */
export const isTransient = (error: unknown): boolean => TRANSIENT.test(String(error));

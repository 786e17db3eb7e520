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

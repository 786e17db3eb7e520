/** A Google account. */
export class HostUser {
  readonly #mail: string;

  constructor(mail: string) {
    this.#mail = mail;
  }

  getEmail(): string {
    return this.#mail;
  }

  getUserLoginId(): string {
    return this.#mail;
  }

  toString(): string {
    return this.#mail;
  }
}

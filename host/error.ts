/** What went wrong on the host's own side (a file, a limit, an act of a person that Sheets would refuse), with a code for programs and a sentence for people. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'HostError';
  }
}

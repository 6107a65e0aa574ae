/** The run cannot go on; the words go to the Web Connector's status column and to the Admin. */
export class RunEnds extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "RunEnds";
    this.code = code;
  }
}

/** The port for outgoing email. */
export interface Letter {
  /** The effect's id. It becomes the Message-ID, so that mail programs show a duplicate once. */
  id: string;
  to: string;
  subject: string;
  text: string;
}

export interface Mail {
  /**
   * Hands an email to the mail server. Returns the server's reply as proof of acceptance.
   * @throws Undeliverable if the server refuses it permanently; any other error may be temporary.
   */
  send(letter: Letter): Promise<string>;
  /** Closes the kept connections. */
  close(): void;
}

/** A permanent refusal: the address does not exist, or the content is rejected. */
export class Undeliverable extends Error {}

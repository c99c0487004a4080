/** Letters go out through this door. */
export interface Letter {
  /** The effect's id: carried as Message-ID, so that a letter sent twice shows as one. */
  id: string;
  to: string;
  subject: string;
  text: string;
}

export interface Mail {
  /**
   * Hands a letter to the mail server. Answers the server's word, as proof that it took the letter.
   * @throws Undeliverable where the server refuses it for good; any other error may pass.
   */
  send(letter: Letter): Promise<string>;
  /** Lets go of the connections it keeps. */
  close(): void;
}

/** The server will never take this letter: no such address, or it is refused as content. */
export class Undeliverable extends Error {}

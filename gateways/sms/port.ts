/** Texts to phones go out through this door. Whatever it says, in a proof or an error, holds neither the number nor the text. */

export interface Sms {
  /** Ours: the effect's id, or a code's. */
  id: string;
  /** E.164. */
  to: string;
  text: string;
  /** An earlier try with this id may have got through: a provider that knows our ids is asked for it first. */
  again: boolean;
}

export interface Sent {
  /** The provider's own id of the message. */
  providerId: string;
  /** What it is charged as. */
  segments: number;
}

/** A message that is asked about. Some providers find it by the number too. */
export interface Asked extends Pick<Sms, 'id' | 'to'> {
  providerId: string;
}

/** A provider's last word on a message, in its own words. Messages still on their way, or unknown to it, are left out of an answer. */
export interface Report {
  id: string;
  status: 'delivered' | 'undeliverable';
  proof: string;
}

export interface SmsProvider {
  /** As in the rows of `sms`. */
  name: string;
  /** Whether it finds a message by our id: then a try whose answer was lost may be repeated as often as needed, and is not sent twice. */
  knowsIds: boolean;
  /** Whether it finds a message by the number too: then only one whose number is known can be asked about. */
  needsNumbers: boolean;
  /**
   * Hands a message over.
   * @throws Undeliverable where it will never be taken; Unanswered where it may have been taken; any other error where it was not, and may be
   * tried again.
   */
  send(sms: Sms): Promise<Sent>;
  /** What became of messages; at most 100 at once. */
  statusOf(messages: Asked[]): Promise<Report[]>;
}

/** It will never be taken: no such number, a text or a number that is forbidden. */
export class Undeliverable extends Error {}

/** Nobody knows whether it was taken. */
export class Unanswered extends Error {}

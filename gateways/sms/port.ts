/** The port for outgoing SMS. Neither its proofs nor its errors contain the number or the text. */

export interface Sms {
  /** Ours: the effect's id, or a code's. */
  id: string;
  /** E.164. */
  to: string;
  text: string;
  /** True if an earlier attempt may have arrived. A provider that knows our ids is then asked first. */
  again: boolean;
}

export interface Sent {
  /** The provider's own id of the message. */
  providerId: string;
  /** The number of charged segments. */
  segments: number;
}

/** A message whose delivery status is requested. Some providers also need the number. */
export interface SentSms extends Pick<Sms, 'id' | 'to'> {
  providerId: string;
}

/** A final delivery status, in the provider's words. Messages in transit or unknown to the provider have none. */
export interface Report {
  id: string;
  status: 'delivered' | 'undeliverable';
  proof: string;
}

export interface SmsProvider {
  /** The provider's name in the table `sms`. */
  name: string;
  /** True if the provider finds messages by our id. Attempts are then idempotent and may repeat without limit. */
  knowsIds: boolean;
  /** True if a status request also needs the number. Messages whose number is unknown cannot be queried. */
  needsNumbers: boolean;
  /**
   * Hands a message over.
   * @throws Undeliverable for a permanent refusal; Unanswered if it may have been accepted; any other error if it was not and may be
   * retried.
   */
  send(sms: Sms): Promise<Sent>;
  /** The final statuses of at most 100 messages. */
  statusOf(messages: SentSms[]): Promise<Report[]>;
}

/** A permanent refusal: the number does not exist, or the number or text is forbidden. */
export class Undeliverable extends Error {}

/** It is unknown whether the provider accepted the message. */
export class Unanswered extends Error {}

/** The reason codes of TipTopPay, as its documentation names them. */
import type { Decline } from '../../../rules/declines.ts';

export const REASONS: Record<number, Decline> = {
  /** Refer to the issuer. */
  5001: 'bank',
  /** Wrong merchant. */
  5003: 'operator',
  /** Do not honour. */
  5005: 'bank',
  /** An error of the card network. */
  5006: 'bank',
  /** An invalid transaction. */
  5012: 'forbidden',
  /** A wrong amount. */
  5013: 'operator',
  /** An invalid number of a card. */
  5014: 'number',
  /** A wrong format. */
  5030: 'operator',
  /** An unknown issuer. */
  5031: 'number',
  /** An expired card, and to be withdrawn. */
  5033: 'expired',
  /** The issuer suspects fraud. */
  5034: 'suspicion',
  /** A lost card. */
  5041: 'blocked',
  /** A stolen card. */
  5043: 'blocked',
  /** Not enough money. */
  5051: 'funds',
  /** An expired card. */
  5054: 'expired',
  /** Not permitted to the holder of the card. */
  5057: 'forbidden',
  /** A restricted card. */
  5062: 'forbidden',
  /** Restricted by the security rules of the issuer. */
  5063: 'blocked',
  /** Too many operations, or too much. */
  5065: 'limit',
  /** A wrong CVV. */
  5082: 'code',
  /** The issuer cannot be reached. */
  5091: 'outage',
  /** The way to the issuer cannot be found. */
  5092: 'outage',
  /** A double of an operation. */
  5094: 'repeated',
  /** A failure of the system. */
  5096: 'outage',
  /** The operation cannot be processed. */
  5204: 'outage',
  /** The holder was not confirmed (3-D Secure). */
  5206: 'unconfirmed',
  /** The holder cannot be asked (3-D Secure). */
  5207: 'unconfirmable',
  /** The provider suspects fraud. */
  5300: 'suspicion',
};

/** @returns a general reason for a code that is not in the table. */
export const declineOf = (code: number): Decline => REASONS[code] ?? 'unknown';

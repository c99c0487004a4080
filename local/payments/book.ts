/** The sandbox provider's records, in memory and in a file that survives a restart. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

export interface PaymentEntry {
  kind: 'payment';
  id: string;
  providerId: string;
  mode: 'hold' | 'charge';
  status: 'waiting' | 'declined' | 'held' | 'captured' | 'cancelled';
  /** Tiyn: the requested sum, and the sum held or captured. */
  asked: number;
  amount: number;
  /** Refunded sums by refund id. */
  refunds: Record<string, number>;
  /** Tiyn that the payer's bank took back. */
  takenBack?: number;
  /** When the payer's money was taken. UTC, ISO-8601. */
  paidAt?: string;
  notify: string;
  /** The last change, in milliseconds since 1970. */
  at: number;
}

export interface PayoutEntry {
  kind: 'payout';
  id: string;
  status: 'sent' | 'confirmed' | 'refused' | 'returned';
  /** Whom the bank is to pay, and where. */
  recipient: {
    account: string;
    name: string;
    identifier: string;
    to: { iban: string; bic: string } | { card: { token: string; lastFour: string } };
  };
  /** Why it was refused or sent back. */
  reason?: string;
  amount: number;
  notify: string;
  at: number;
}

export type Entry = PaymentEntry | PayoutEntry;

export interface Book {
  entries: Map<string, Entry>;
  /** Saves the records. Called before every answer. */
  keep(): void;
}

export function openBook(file: string): Book {
  const kept: Entry[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const entries = new Map(kept.map((entry) => [entry.id, entry]));
  return {
    entries,
    keep() {
      writeFileSync(`${file}.next`, JSON.stringify([...entries.values()]), { mode: 0o600 });
      renameSync(`${file}.next`, file);
    },
  };
}

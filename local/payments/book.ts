/** The sandbox provider's book: in memory, and in a file that a restart finds again. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

export interface PaymentEntry {
  kind: 'payment';
  id: string;
  providerId: string;
  mode: 'hold' | 'charge';
  status: 'waiting' | 'declined' | 'held' | 'captured' | 'cancelled';
  /** Tiyn: what was asked for, and what is held or has been captured. */
  asked: number;
  amount: number;
  /** Refunded, by the id of each refund. */
  refunds: Record<string, number>;
  /** Tiyn that the payer's bank took back. */
  takenBack?: number;
  notify: string;
}

export interface PayoutEntry {
  kind: 'payout';
  id: string;
  status: 'sent' | 'confirmed' | 'refused' | 'returned';
  account: string;
  amount: number;
  notify: string;
}

export type Entry = PaymentEntry | PayoutEntry;

export interface Book {
  entries: Map<string, Entry>;
  /** Writes the book down: before anything is answered. */
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

import type { BoundParties, ChartEvent, ErasableRef, Proposer } from '../law.ts';

/** The books of a month. Sums are tiyn, as decimal strings; balances are credits less debits. */
export interface MonthTotals {
  accounts: { kind: string; opening: string; debits: string; credits: string; closing: string }[];
  /** What came to the operator's bank account by the bank's own days: of all here, only this can change after the month, by a record of an earlier day. */
  received: string;
}

export interface MonthInput {
  /** `2026-11` */
  month: string;
  totals: MonthTotals;
  /** Of the totals: what the person who closes the month has seen. */
  sha256: string;
}

export type MonthEvent = ChartEvent<'close', MonthInput> | ChartEvent<'reopen', { reasons: ErasableRef; proposed: Proposer }>;

export interface MonthContext extends BoundParties, MonthInput {}

/** The books, kept by the postings that charts order, with the rules that the database keeps. */
import type { Posting } from '../../charts/effects.ts';
import { kindOfAccount } from '../../rules/account-kinds.ts';

export interface Books {
  /** What is posted, by account: credits less debits, tiyn. */
  posted: Readonly<Record<string, bigint>>;
  /** What is pending, by life, debited and credited account, with a space between. */
  pending: Readonly<Record<string, bigint>>;
  /** What the database would refuse. */
  fault?: string;
}

export const noBooks: Books = { posted: {}, pending: {} };

/** The postings among the actions of a transition. */
export const postingsIn = (actions: readonly { type: string; params?: unknown }[]): Posting[] =>
  actions.flatMap(({ type, params }) => (type === 'book' ? (params as { postings: Posting[] }).postings : []));

/** The books after the postings of an event of this life. */
export function withPostings(before: Books, life: string, postings: readonly Posting[]): Books {
  const posted = { ...before.posted };
  const pending = { ...before.pending };
  const faults: string[] = [];
  for (const { phase, debit, credit, amount } of postings) {
    const place = `${life} ${debit} ${credit}`;
    const reserved = pending[place];
    const sum = BigInt(amount);
    if (phase === 'pending' && reserved !== undefined) faults.push(`two postings are pending from ${debit} to ${credit}`);
    if (phase === 'pending') pending[place] = sum;
    else if (phase !== 'single') {
      if (reserved === undefined || sum > reserved || (phase === 'void' && sum < reserved))
        faults.push(`nothing pending fits a ${phase} of ${sum} from ${debit} to ${credit}`);
      delete pending[place];
    }
    if (phase === 'pending' || phase === 'void') continue;
    posted[debit] = (posted[debit] ?? 0n) - sum;
    posted[credit] = (posted[credit] ?? 0n) + sum;
  }
  faults.push(
    ...overdrawn({ posted, pending }),
    ...accountsIn(postings)
      .filter((code) => !kindOfAccount(code))
      .map((code) => `no kind fits ${code}`),
  );
  return { posted, pending, ...(faults[0] && { fault: faults[0] }) };
}

const accountsIn = (postings: readonly Posting[]): string[] => [...new Set(postings.flatMap(({ debit, credit }) => [debit, credit]))];

const overdrawn = ({ posted, pending }: Books): string[] => {
  const reserved = Object.entries(pending).map(([place, sum]) => [place.split(' ').slice(-2), sum] as const);
  const reservedOn = (code: string, side: 0 | 1): bigint =>
    reserved.reduce((all, [accounts, sum]) => (accounts[side] === code ? all + sum : all), 0n);
  const codes = new Set([...Object.keys(posted), ...reserved.flatMap(([accounts]) => accounts)]);
  return [...codes].flatMap((code) => {
    const kind = kindOfAccount(code);
    if (!kind?.bounded) return [];
    const isDebit = kind.nature === 'asset' || kind.nature === 'expense';
    const balance = posted[code] ?? 0n;
    const available = isDebit ? -balance - reservedOn(code, 1) : balance - reservedOn(code, 0);
    return available < 0n ? [`${code.split('/')[0]} is overdrawn`] : [];
  });
};

/** The sum of all posted balances whose code begins so. */
export const postedOn = ({ posted }: Books, beginning: string): bigint =>
  Object.entries(posted).reduce((all, [code, sum]) => (code.startsWith(beginning) ? all + sum : all), 0n);

/** All that is pending from accounts with the one beginning to those with the other. */
export const pendingBetween = ({ pending }: Books, debit: string, credit: string): bigint =>
  Object.entries(pending).reduce((all, [place, sum]) => {
    const [from = '', to = ''] = place.split(' ').slice(-2);
    return from.startsWith(debit) && to.startsWith(credit) ? all + sum : all;
  }, 0n);

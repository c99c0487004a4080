/** What a claim has to say of its sum, wherever it is made: in a task, or by itself (9.1). */
import { atLeastZero, tiynOf } from '../../rules/money.ts';
import type { CourtAct, DisputeContext, Said, Subject } from './types.ts';

interface Sum {
  about: Subject;
  amount?: string;
  sums?: string[];
}

/** Claims whose outcome is a debt separate from the deal. */
const DEBTS: readonly Subject[] = ['damages', 'penalty', 'costs'];

/** Whether the sum becomes a debt: separate from a deal that goes on, or without a task that could pay it. */
export const makesDebt = ({ about, parent }: { about: Subject; parent?: string | undefined }): boolean =>
  DEBTS.includes(about) || parent === undefined;

/**
 * Whether the claim stands alone and its sum is the price of a task's work: then the operator's commission follows what it brings (3.2). What a claim brings
 * in its deal, the task charges.
 */
export const isOfWork = ({ about, parent, task, against }: Pick<DisputeContext, 'about' | 'parent' | 'task' | 'against'>): boolean =>
  parent === undefined && task !== undefined && against === undefined && (about === 'price' || about === 'ending');

/** Whether a claim for money names a sum, and a claim about conduct names none. */
export const hasItsSum = ({ about, amount }: Sum): boolean => {
  if (about === 'conduct') return amount === undefined;
  return about === 'ending' || amount !== undefined;
};

/** Whether the lines of a calculation come to the sum. What becomes a debt has a calculation. */
export const addsUp = ({ about, amount, sums = [] }: Sum): boolean => {
  if (sums.length === 0) return !DEBTS.includes(about);
  return sums.reduce((sum, each) => sum + (tiynOf(each) ?? 0n), 0n) === tiynOf(amount ?? '0');
};

/** What a court act awards of what is still in dispute: of an act on the whole sum, what it awards above what was admitted. */
export const beyondAdmitted = ({ admitted = '0' }: DisputeContext, { covers, amount, ...act }: CourtAct): Said => ({
  ...act,
  ...(amount !== undefined && { amount: covers === 'whole' ? String(atLeastZero(BigInt(amount) - BigInt(admitted))) : amount }),
});

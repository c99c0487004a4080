/** What the operator and a customer owe each other in a period, line by line from the ledger: the content of a reconciliation act (акт сверки). Sums are in tiyn. */

/** A posting that touches what the customer owes or has paid in advance, in the order of posting. */
export interface MutualPosting {
  /** The civil date of the posting in Almaty. */
  on: string;
  /** The accounts of the ledger. */
  debit: string;
  credit: string;
  amount: bigint;
  /** The code of the posting. */
  reason: string;
  /** The number of the invoice that it is about; null for a fee that is not invoiced yet, and for what has no invoice. */
  invoice: string | null;
  /** The event that made it, and which one of its kind it is in its life. */
  event: string;
  nth: number;
  /** The day on which money came, as the record or the bank says. */
  paidOn: string | null;
}

/** A line of the act. `debit`: the customer owes more. `credit`: the customer owes less. */
export interface MutualLine {
  on: string;
  reason: string;
  /** The number of its paper: of the invoice, of the credit note or of the calculation of the penalty. */
  paper: string | null;
  /** Where the money came on another day than that of the line. */
  paidOn: string | null;
  debit: bigint;
  credit: bigint;
}

/** Balances are what the customer owes; below zero, what the operator owes. */
export interface MutualAccount {
  opening: bigint;
  lines: MutualLine[];
  debits: bigint;
  credits: bigint;
  closing: bigint;
}

const PAPERS: Record<string, (invoice: string, nth: number) => string> = {
  credit: (invoice, nth) => `${invoice}/${nth}`,
  claimPenalty: (invoice, nth) => `${invoice}/П${nth}`,
};
/** A posting of an event that also draws a paper of its own goes by that paper, but for what the event does besides. */
const PAPER_OF: Record<string, string> = { 'fee-credited': 'credit', penalty: 'claimPenalty' };

const paperOf = ({ invoice, event, nth, reason }: MutualPosting): string | null =>
  invoice === null || PAPER_OF[reason] !== event ? invoice : (PAPERS[event]?.(invoice, nth) ?? invoice);

/**
 * @param account the customer's.
 * @param opening what it owed before the first posting.
 */
export function mutualAccount(account: string, opening: bigint, postings: readonly MutualPosting[]): MutualAccount {
  const own = [`receivable/${account}`, `advance/${account}`];
  const lines: MutualLine[] = [];
  for (const posting of postings) {
    const { on, debit, credit, amount, reason } = posting;
    const [owesMore, owesLess] = [own.includes(debit), own.includes(credit)];
    // What an invoice takes from the advance, or leaves to it, moves nothing between the two parties.
    if (owesMore === owesLess) continue;
    const paidOn = posting.paidOn === on ? null : posting.paidOn;
    const line = { on, reason, paper: paperOf(posting), paidOn, debit: owesMore ? amount : 0n, credit: owesLess ? amount : 0n };
    const last = lines.at(-1);
    // The fees of a day that one invoice gathers are one line.
    if (last && isSame(last, line))
      lines[lines.length - 1] = { ...line, debit: last.debit + line.debit, credit: last.credit + line.credit };
    else lines.push(line);
  }
  const [debits, credits] = [lines.reduce((all, { debit }) => all + debit, 0n), lines.reduce((all, { credit }) => all + credit, 0n)];
  return { opening, lines, debits, credits, closing: opening + debits - credits };
}

const isSame = (one: MutualLine, other: MutualLine): boolean =>
  one.reason === 'fee-charged' && other.reason === one.reason && one.on === other.on && one.paper === other.paper;

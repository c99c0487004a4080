/** The ways in which a party confirms a document, and which of them count for a kind of party and a kind of document. */
import type { Parameter } from './parameters.ts';
import { listAt } from './parameters.ts';

/**
 * `account`: an act in the account (1.4). `code`: the same with a one-time code to the authorised number in the same request. `cms`: an electronic
 * signature (1.11). The weakest comes first.
 */
export const WAYS = ['account', 'code', 'cms'] as const;
export type Way = (typeof WAYS)[number];

const PARTIES = ['natural', 'entrepreneur', 'company'] as const;
export type PartyKind = (typeof PARTIES)[number];

/** The parameter of a kind of document. Its value has the number of the weakest way (1 is the account) for each kind of party. */
const CODES = {
  'accession-statement': 'leastWayOfAccession',
  order: 'leastWayOfOrder',
  contract: 'leastWayOfContract',
  'completion-act': 'leastWayOfAct',
  'own-paper': 'leastWayOfOwnPaper',
  settlement: 'leastWayOfSettlement',
} as const;
export type SignedKind = keyof typeof CODES;

/**
 * The ways that count for a party on a civil date (`YYYY-MM-DD`): the weakest that the law asks for, and every stronger one.
 * @throws RangeError for a bad date, or where the parameter does not name one way for each kind of party
 */
export function waysAt(rows: readonly Parameter[], { document, party }: { document: SignedKind; party: PartyKind }, date: string): Way[] {
  const code = CODES[document];
  const least = listAt(rows, code, date)[PARTIES.indexOf(party)];
  const ways = least === undefined ? [] : WAYS.slice(least - 1);
  if (least === undefined || least < 1 || ways.length === 0) throw new RangeError(`${code} names no way for a ${party}`);
  return ways;
}

/** What the chain's response hides from its reader. An event's hash covers the original, so the chain still verifies for the operator. */
import type { Party } from '../../charts/law.ts';
import type { MessagesNoted } from '../../charts/messages-noted.ts';
import type { ChainedEvent } from '../../lives/chain.ts';
import type { Actor } from '../../lives/command.ts';
import type { Session } from '../session.ts';
import type { Resource } from './resource.ts';

/** Who reads a chain, and the types of events whose input only the operator reads. */
export interface ChainReader extends Pick<Resource, 'withheld'> {
  party: Party;
  session: Pick<Session, 'account'>;
  operatorOnly?: readonly string[];
  /** The last event that the reader may know of. */
  upTo: number;
}

/** Events among the staff: their inputs and words are for the operator alone. */
export const amongStaff = (types: readonly string[]): Required<Pick<Resource, 'operatorOnly' | 'withheld'>> => ({
  operatorOnly: types,
  withheld: (spoken, party) => new Set(party === 'operator' ? [] : spoken.filter(({ type }) => types.includes(type)).map(({ seq }) => seq)),
});

/** Hides an unexpected answer, which may have been meant for the operator, another contractor's offer, and what is noted of its messages. */
export function redactionFor(
  { type, by, actor, input }: Pick<ChainedEvent, 'type' | 'by' | 'actor' | 'input'>,
  { party, session, operatorOnly = [] }: ChainReader,
): object {
  if (party === 'operator') return {};
  if (party === 'contractor' && by === 'contractor' && (actor as Actor | null)?.account !== session.account)
    return { input: null, actor: null };
  const isOfOther = type === 'messagesNoted' && party === 'contractor' && (input as MessagesNoted).contractor !== session.account;
  return isOfOther || type === 'unexpected' || operatorOnly.includes(type) ? { input: null } : {};
}

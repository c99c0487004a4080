/** Whom an event concerns: the accounts whose stream has it. */
import { accountsOf } from '../charts/law.ts';
import type { Draft } from './draft.ts';

/** The events of a draft that its accounts hear of. Nobody has acted when messages were noted. */
export const heardOf = ({ events }: Pick<Draft, 'events'>): Draft['events'] => events.filter(({ type }) => type !== 'messagesNoted');

/** The accounts of a draft before and after: who leaves a life hears that it is over for them. */
export function concernedBy({ lifeType, before, snapshot }: Pick<Draft, 'lifeType' | 'before' | 'snapshot'>): string[] {
  const concerns = lifeType.concerns ?? accountsOf;
  return [...new Set([...(before === undefined ? [] : concerns(before)), ...concerns(snapshot.context)])];
}

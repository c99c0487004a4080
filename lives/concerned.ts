/** Whom an event concerns: the accounts whose stream has it. */
import type { BoundParties } from '../charts/law.ts';
import type { LifeType } from '../charts/life-type.ts';
import type { Draft } from './draft.ts';

/** The accounts of a draft before and after: who leaves a life hears that it is over for them. */
export function concernedBy({ lifeType, before, snapshot }: Pick<Draft, 'lifeType' | 'before' | 'snapshot'>): string[] {
  const concerns = lifeType.concerns ?? partiesOf;
  return [...new Set([...(before === undefined ? [] : concerns(before)), ...concerns(snapshot.context)])];
}

const partiesOf: NonNullable<LifeType['concerns']> = (context) => {
  const { customer, contractor } = context as BoundParties;
  return [customer, contractor].flatMap((account) => account ?? []);
};

/** Debts between accounts of a test, ordered as their parents order them. */
import { randomUUID } from 'node:crypto';
import { debtTermsAt } from '../../api/debts/terms.ts';
import { debtCreation } from '../../charts/debt/creation.ts';
import type { DebtInput } from '../../charts/debt/types.ts';
import { lifeOfPublicId, publicIdOf } from '../../lives/ids.ts';
import parameters from '../../models/reference/parameters.json' with { type: 'json' };
import { addCalendarDays, civilDate } from '../../rules/working-days.ts';
import type { World } from '../worlds/world.ts';
import { createChild } from './creations.ts';

type Given = Partial<DebtInput> & Pick<DebtInput, 'customer' | 'contractor'>;

/** The customer owes the contractor 1 000 tenge, to be paid in twenty days, unless something else is given. Answers the debt's public id. */
export async function owe(api: World, { parent = `dispute/${randomUUID()}/2`, ...given }: Given): Promise<string> {
  const today = civilDate(new Date().toISOString());
  const creation = debtCreation(parent, 1, {
    debtor: 'customer',
    creditor: 'contractor',
    amount: '100000',
    ground: 'settlement',
    dueOn: addCalendarDays(today, 20),
    terms: debtTermsAt(parameters, today),
    ...given,
  });
  await createChild(api, parent, creation);
  return publicIdOf(creation.child);
}

/** `debt/<uuid>/2/1` behind its public id. */
export const debtLife = (id: string): string => lifeOfPublicId('debt', id);

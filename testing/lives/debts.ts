/** Creates debts between accounts of a test, like their parents do. */
import { randomUUID } from 'node:crypto';
import { debtTermsAt } from '../../api/debts/terms.ts';
import { debtCreation } from '../../charts/debt/creation.ts';
import type { DebtInput } from '../../charts/debt/types.ts';
import { lifeOfPublicId, publicIdOf } from '../../lives/ids.ts';
import parameters from '../../models/reference/parameters.json' with { type: 'json' };
import { todayInAlmaty } from '../../models/today.ts';
import { addCalendarDays } from '../../rules/working-days.ts';
import type { World } from '../worlds/world.ts';
import { createChild } from './creations.ts';

type Given = Partial<DebtInput> & Pick<DebtInput, 'customer' | 'contractor'>;

/** Creates a debt. By default the customer owes the contractor 1 000 tenge, due in twenty days. Returns the debt's public id. */
export async function owe(api: World, { parent = `dispute/${randomUUID()}/2`, ...given }: Given): Promise<string> {
  const today = todayInAlmaty();
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

/** The life's id, `debt/<uuid>/2/1`, from its public id. */
export const debtLife = (id: string): string => lifeOfPublicId('debt', id);

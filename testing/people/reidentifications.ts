/** Starts changes of an authorised number as an account's chart would, for tests of the change alone. */

import { reidentificationTerms } from '../../api/reidentifications/terms.ts';
import type { AskInput } from '../../charts/reidentification/types.ts';
import { createChild, seal } from '../lives/creations.ts';
import type { Api, Person } from '../worlds/api.ts';
import { anyNumber } from './people.ts';
import { openedNumber } from './sealed.ts';

export const personOf = async ({ rows }: Api, { id }: Person): Promise<string> =>
  (await rows<{ person: string }>('select person from membership where account = $1', id))[0]?.person as string;
export const numberOf = async (api: Api, person: Person): Promise<string | undefined> =>
  openedNumber(
    (await api.rows<{ id: string; number: Buffer }>('select id, number from person where id = $1', await personOf(api, person)))[0],
  );

export interface Asked {
  life: string;
  parent: string;
  holder: Person;
  /** The new number. */
  number: string;
}

export type Wanted = Partial<AskInput> & { newNumber?: string };

/** Requests a new number for a contractor. The parent is a task here: any life that receives messages will do. */
export async function askToChangeNumber(api: Api, { newNumber: number = anyNumber(), ...given }: Wanted = {}): Promise<Asked> {
  const [holder, customer] = await Promise.all([api.join(['contractor'], 'ru'), api.join(['customer'])]);
  const { id } = await api.as(customer).postTask();
  const parent = `task/${id}`;
  const life = `reidentification/${id}/1`;
  const input: AskInput = {
    id: life,
    parent,
    contractor: holder.id,
    person: await personOf(api, holder),
    number: await seal(api, parent, { number }),
    proof: 'password',
    terms: await reidentificationTerms(api.lives.database),
    ...given,
  };
  await createChild(api, parent, { child: life, type: 'ask', by: 'platform', input });
  return { life, parent, holder, number };
}

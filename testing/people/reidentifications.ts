/** Starts changes of an authorised number, for tests of the change alone. */
import { randomUUID } from 'node:crypto';

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
  holder: Person;
  /** The new number. */
  number: string;
}

export type Wanted = Partial<AskInput> & { newNumber?: string };

/** Requests a new number for a contractor, as a request without a login would. */
export async function askToChangeNumber(api: Api, { newNumber: number = anyNumber(), ...given }: Wanted = {}): Promise<Asked> {
  const holder = await api.join(['contractor'], 'ru');
  const life = `reidentification/${randomUUID()}`;
  const input: AskInput = {
    id: life,
    own: [holder.id],
    companies: [],
    isStaff: false,
    person: await personOf(api, holder),
    formerNumber: await seal(api, life, { number: holder.number }),
    number: await seal(api, life, { number }),
    proof: 'password',
    terms: await reidentificationTerms(api.lives.database),
    ...given,
  };
  await createChild(api, life, { child: life, type: 'ask', by: 'platform', input });
  return { life, holder, number };
}

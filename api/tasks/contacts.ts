/** The contacts that the two parties of a deal see: the phone of the other, and where the work is. */
import type { Sequelize } from 'sequelize';
import type { Party } from '../../charts/law.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import { taskLife } from '../../lives/ids.ts';
import { textReader } from '../../models/stores/erasable-text.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { authorisedNumber } from '../../models/stores/person.ts';
import { matterOf } from '../../models/stores/thread.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { numberAt } from '../../rules/parameters.ts';
import { isDealOf } from '../../rules/thread-standing.ts';

interface Contacts {
  phone: string | null;
  address: string | null;
}

/** From acceptance until some days after the end of the task. The customer, who has named the address, reads it always. */
export async function contactsOf(
  database: Sequelize,
  { id, customer, contractor, address: reference }: TaskContext,
  party: Party,
): Promise<Contacts | undefined> {
  if (party === 'operator') return undefined;
  const [matter, rows] = await Promise.all([matterOf(database, taskLife(id), contractor), readParameters(database)]);
  const isDeal = isDealOf(matter, contractor, numberAt(rows, 'threadOpenDaysAfterEnd', todayInAlmaty()));
  if (!isDeal && party === 'contractor') return undefined;
  const other = party === 'customer' ? contractor : customer;
  const phone = isDeal && other !== undefined ? await authorisedNumber(database, other) : undefined;
  const read = await textReader(database, [reference]);
  return { phone: phone ?? null, address: read(reference) };
}

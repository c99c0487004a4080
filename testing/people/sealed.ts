/** The sealed columns of the test stack, for tests that write or read rows themselves. */
import type { Pool } from 'pg';
import { readConfig } from '../../config.ts';
import type { Sealing } from '../../models/sealed-column.ts';
import { openSealing } from '../../models/sealed-column.ts';

let opened: Sealing | undefined;
/** The sealing of the test stack. */
export function testSealing(): Sealing {
  opened ??= openSealing(readConfig().SEALING_SECRETS);
  return opened;
}

const ofNumber = (person: string) => ({ table: 'person', column: 'number', row: person });

/** The columns `number` and `number_hash` of a person. */
export const sealedNumber = (person: string, number: string): [Buffer, string] => [
  testSealing().seal(number, ofNumber(person)),
  testSealing().searchHash('number', number),
];

/** The columns `identifier` and `identifier_hash` of an account. */
export const sealedIdentifier = (account: string, identifier: string): [Buffer, string] => [
  testSealing().seal(identifier, { table: 'account', column: 'identifier', row: account }),
  testSealing().searchHash('identifier', identifier),
];

/** The number in a person's row; undefined if it has none. */
export const openedNumber = (row: { id: string; number: Buffer | null } | undefined): string | undefined =>
  row?.number ? testSealing().open(row.number, ofNumber(row.id)) : undefined;

const ofText = (id: string, life: string) => ({ table: 'erasable_text', column: 'sealed', row: `${life} ${id}` });

/** The column `sealed` of a text. */
export const sealedText = (id: string, life: string, body: object): Buffer => testSealing().seal(JSON.stringify(body), ofText(id, life));

/** The texts of a life that are not erased. */
export async function textsOf(owner: Pick<Pool, 'query'>, life: string): Promise<{ id: string; body: Record<string, unknown> }[]> {
  const { rows } = await owner.query('select id, sealed from erasable_text where life = $1 and sealed is not null', [life]);
  return rows.map(({ id, sealed }) => ({ id, body: JSON.parse(testSealing().open(sealed, ofText(id, life))) }));
}

/** Replaces the body of a text, or erases it. */
export const changeText = (owner: Pick<Pool, 'query'>, id: string, life: string, body: object | null): Promise<unknown> =>
  owner.query('update erasable_text set sealed = $2, erased_at = case when $2::bytea is null then clock_timestamp() end where id = $1', [
    id,
    body && sealedText(id, life, body),
  ]);

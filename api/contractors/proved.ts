/** What a contractor has proved, as everybody reads it: without the numbers and files of its papers. */
import type { Sequelize } from 'sequelize';
import { z } from 'zod';
import type { Language } from '../../charts/messages.ts';
import { QUALIFICATION_KINDS } from '../../charts/qualification/types.ts';
import { textReader } from '../../models/stores/erasable-text.ts';
import { provedOf } from '../../models/stores/qualification.ts';
import { namedCategories } from '../qualifications/words.ts';
import { unlessErased } from '../resource/erased.ts';

export const Proved = z
  .array(
    z.object({
      categories: z.array(z.object({ code: z.string(), name: z.string() })),
      kind: z.enum(QUALIFICATION_KINDS),
      title: z.string(),
      until: z.string().nullable().meta({ description: 'The last day on which it holds. Null if it has none' }),
    }),
  )
  .meta({ description: 'The skills, permits and licences that the staff have seen and approved (4.2.2)' });

/** What an account has proved today. */
export async function presentProved(database: Sequelize, account: string, language: Language): Promise<z.output<typeof Proved>> {
  const rows = await provedOf(database, account, new Date().toISOString());
  const read = await textReader(
    database,
    rows.map(({ title }) => title),
  );
  return rows.map(({ categories, kind, title, valid_until }) => ({
    categories: namedCategories(categories, language),
    kind,
    title: unlessErased(read(title), language),
    until: valid_until,
  }));
}

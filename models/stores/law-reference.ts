import type { Sequelize } from 'sequelize';
import type { LawReference } from '../../rules/law-references.ts';
import { query } from '../statement.ts';

interface Row {
  code: string;
  kk: string;
  ru: string;
  valid_from: string;
  valid_to: string | null;
}

const all = query<Row>('law-references', 'select code, kk, ru, valid_from::text, valid_to::text from law_reference');
/** The dated references to laws, for `lawsOn`. */
export const readLawReferences = async (database: Sequelize): Promise<LawReference[]> =>
  (await all(database, [])).map(({ code, kk, ru, valid_from: validFrom, valid_to: validTo }) => ({
    code,
    text: { kk, ru },
    validFrom,
    validTo,
  }));

/** What a bank's statement says of an entry: who paid whom and for what. It stands in an erasable text. */
import type { Sequelize } from 'sequelize';
import type { ErasableRef } from '../../charts/law.ts';
import { readTexts } from '../../models/stores/erasable-text.ts';

export interface Said {
  payer: string;
  identifier: string | null;
  purpose: string;
  reference: string;
}

/** What is shown once it is erased. */
export const ERASED = { payer: null, identifier: null, purpose: null, reference: null };

/** Undefined once it is erased. */
export const saidOf = async (database: Sequelize, { text }: ErasableRef): Promise<Said | undefined> =>
  (await readTexts(database, [text])).get(text) as Said | undefined;

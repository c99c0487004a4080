import type { Transaction } from 'sequelize';
import type { ErasableRef } from '../../charts/law.ts';
import { databaseOf } from '../../models/statement.ts';
import { readTexts } from '../../models/stores/erasable-text.ts';

/** The body of a text; empty if it was erased. */
export const wordingOf = async (transaction: Transaction, { text }: ErasableRef): Promise<object> =>
  (await readTexts(databaseOf(transaction), [text], transaction)).get(text) ?? {};

/** The body, as JSON, of a text that a read model does not show yet; null if it shows this text already. */
export const newWording = async (transaction: Transaction, given: ErasableRef, shown: ErasableRef | undefined): Promise<string | null> =>
  shown?.text === given.text ? null : JSON.stringify(await wordingOf(transaction, given));

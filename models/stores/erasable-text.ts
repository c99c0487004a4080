/** Free texts and personal data. The chain holds only their id and keyed hash, so they can be erased. */
import type { Sequelize } from 'sequelize';
import { Op } from 'sequelize';
import type { ErasableRef } from '../../charts/law.ts';
import { tables } from '../tables.ts';

/** Reads texts by id: the sealed fields of each. Erased texts are left out. */
export async function readTexts(database: Sequelize, ids: string[]): Promise<Map<string, Record<string, unknown>>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(database).ErasableText.findAll({
    attributes: ['id', 'body'],
    where: { id: ids, body: { [Op.ne]: null } },
    raw: true,
  });
  return new Map(rows.map(({ id, body }) => [id, body ?? {}]));
}

export interface StoredText {
  /** Null where it was erased. */
  body: Record<string, unknown> | null;
  erased_at: Date | null;
}

/** Texts as they are stored, by id, erased ones too. */
export async function storedTexts(database: Sequelize, ids: string[]): Promise<Map<string, StoredText>> {
  const rows = await tables(database).ErasableText.findAll({ where: { id: ids }, raw: true });
  return new Map(rows.map(({ id, body, erased_at }) => [id, { body, erased_at }]));
}

/** Reads texts by reference: the single sealed field of each, or null if it is missing or erased. */
export async function textReader(
  database: Sequelize,
  references: (ErasableRef | undefined)[],
): Promise<(reference: ErasableRef | undefined) => string | null> {
  const texts = await readTexts(
    database,
    references.flatMap((each) => each?.text ?? []),
  );
  return (reference) => {
    const [text = null] = Object.values(texts.get(reference?.text ?? '') ?? {});
    return text as string | null;
  };
}

/** Stores a text once, under the id in the chain. */
export const keepText = async (database: Sequelize, text: { id: string; life: string; body: Record<string, unknown> }): Promise<void> => {
  await tables(database).ErasableText.bulkCreate([text], { ignoreDuplicates: true });
};

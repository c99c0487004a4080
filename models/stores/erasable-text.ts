/** Free texts and personal data. The chain holds only their id and keyed hash, so they can be erased. Each is sealed for its id and life. */
import type { Sequelize, Transaction } from 'sequelize';
import { Op } from 'sequelize';
import type { ErasableRef } from '../../charts/law.ts';
import type { Sealing } from '../sealed-column.ts';
import { openedOrDamaged, sealingOf } from '../sealed-column.ts';
import { tables } from '../tables.ts';

type Body = Record<string, unknown>;

const placeOf = (id: string, life: string) => ({ table: 'erasable_text', column: 'sealed', row: `${life} ${id}` });

/** A text's body as its row has it. */
export const sealText = (sealing: Sealing, { id, life, body }: { id: string; life: string; body: unknown }): Buffer =>
  sealing.seal(JSON.stringify(body), placeOf(id, life));

/** The body of a text's row. */
export const openText = (database: Sequelize, { id, life, sealed }: { id: string; life: string; sealed: Uint8Array }): Body =>
  JSON.parse(sealingOf(database).open(sealed, placeOf(id, life))) as Body;

/** Reads texts by id: the sealed fields of each. Erased texts are left out. */
export async function readTexts(database: Sequelize, ids: string[], transaction?: Transaction): Promise<Map<string, Body>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(database).ErasableText.findAll({
    attributes: ['id', 'life', 'sealed'],
    where: { id: ids, sealed: { [Op.ne]: null } },
    raw: true,
    ...(transaction && { transaction }),
  });
  return new Map(rows.map(({ id, life, sealed }) => [id, openText(database, { id, life, sealed: sealed as Buffer })]));
}

export interface StoredText {
  /** Null where it was erased; damaged where it does not open in its place. */
  body: Body | 'damaged' | null;
  erased_at: Date | null;
  /** The account whose closing erased it. */
  erased_for: string | null;
}

function bodyOrDamaged(database: Sequelize, { id, life, sealed }: { id: string; life: string; sealed: Buffer }): Body | 'damaged' {
  const opened = openedOrDamaged(sealingOf(database), sealed, placeOf(id, life));
  return opened === 'damaged' ? opened : (JSON.parse(opened) as Body);
}

/** Texts as they are stored, by id, erased ones too. */
export async function storedTexts(database: Sequelize, ids: string[]): Promise<Map<string, StoredText>> {
  const rows = await tables(database).ErasableText.findAll({ where: { id: ids }, raw: true });
  return new Map(
    rows.map(({ id, life, sealed, erased_at, erased_for }) => [
      id,
      { body: sealed && bodyOrDamaged(database, { id, life, sealed }), erased_at, erased_for },
    ]),
  );
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
export const keepText = async (database: Sequelize, text: { id: string; life: string; body: Body }): Promise<void> => {
  const { id, life } = text;
  await tables(database).ErasableText.bulkCreate([{ id, life, sealed: sealText(sealingOf(database), text) }], { ignoreDuplicates: true });
};

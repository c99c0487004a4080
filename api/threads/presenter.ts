/** Messages as one reader may read them. */
import type { Sequelize } from 'sequelize';
import type { z } from 'zod';
import type { Party } from '../../charts/law.ts';
import type { Language, Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { ThreadContext } from '../../charts/thread/types.ts';
import { readTexts } from '../../models/stores/erasable-text.ts';
import type { MessageRow } from '../../models/stores/thread.ts';
import { presentFiles } from '../files/hanging.ts';
import { unlessErased } from '../resource/erased.ts';
import type { Message } from './schema.ts';
import { MASKED } from './standing.ts';

export const OPERATOR: Localized = said('Оператор', 'Оператор', 'The operator');

interface Reader {
  party: Party;
  language: Language;
  read: ThreadContext['read'];
}

/** The other side has read it; of a message of the staff there is no one other side. */
function isRead({ by, number }: MessageRow, read: ThreadContext['read']): boolean | null {
  if (by === 'operator') return null;
  return number <= (read[by === 'customer' ? 'contractor' : 'customer'] ?? 0);
}

/** Others read of a masked text what is shown, and of a withdrawn one that it was withdrawn. The operator reads what was written: it is evidence. */
export async function presentMessages(
  database: Sequelize,
  thread: string,
  rows: MessageRow[],
  { party, language, read }: Reader,
): Promise<z.output<typeof Message>[]> {
  const readable = (row: MessageRow): string => (row.shown !== null && party !== 'operator' && party !== row.by ? row.shown : row.text);
  const told = rows.filter(({ withdrawn_at }) => withdrawn_at === null || party === 'operator');
  const [texts, files] = await Promise.all([
    readTexts(database, told.map(readable)),
    told.length === 0 ? [] : presentFiles(database, thread, Math.max(...told.map(({ seq }) => seq))),
  ]);
  return rows.map((row) => {
    const [text = null] = told.includes(row) ? Object.values(texts.get(readable(row)) ?? {}) : [];
    return {
      kind: 'message',
      number: row.number,
      seq: row.seq,
      at: row.at.toISOString(),
      by: row.by,
      name: row.by === 'operator' ? OPERATOR[language] : unlessErased(row.name, language),
      text: text as string | null,
      masked: row.shown === null ? null : MASKED[language],
      quote: row.quote,
      files: told.includes(row) ? files.filter(({ seq }) => seq === row.seq) : [],
      edited: row.edited_at?.toISOString() ?? null,
      withdrawn: row.withdrawn_at?.toISOString() ?? null,
      read: isRead(row, read),
    };
  });
}

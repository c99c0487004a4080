/** A paper in words: what it is called, what is known of its signing, and where its parts are. */
import type { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { Language, Messages } from '../../charts/messages.ts';
import type { DocumentKind, SigningContext } from '../../charts/signing/types.ts';
import { PAPER_KINDS } from '../../documents/kinds.ts';
import { kindOf, localIdOf, pathOf } from '../../lives/ids.ts';
import type { PaperRow } from '../../models/stores/paper.ts';
import type { Session } from '../session.ts';
import type { Paper, WholePaper } from './schema.ts';

export interface PaperReader {
  session: Session;
  language: Language;
  publicUrl: string;
}

const messagesOf = (life: string): Messages => (lifeTypes as Record<string, { messages: Messages }>)[kindOf(life)]?.messages as Messages;

export const kindName = ({ kind }: Pick<PaperRow, 'kind'>, language: Language): string =>
  PAPER_KINDS[kind as DocumentKind]?.[language] ?? kind;

export function presentPaper(row: PaperRow, { session, language, publicUrl }: PaperReader): z.output<typeof Paper> {
  const { reference, document, number, dated, task, erased, life, state } = row;
  return {
    reference,
    sha256: document,
    kind: row.kind,
    kindName: kindName(row, language),
    number,
    date: dated,
    task: task === null ? null : { id: localIdOf(task), title: row.task_title },
    waitsForMe: row.awaited.includes(session.account),
    erased,
    state,
    stateName: messagesOf(life).states[state]?.name[language] ?? state,
    signing: pathOf(life),
    links: { content: `/v1/documents/${reference}/content`, check: `${publicUrl}/verify/${reference}` },
  };
}

/** `names`: of the parties' accounts. */
export function presentWholePaper(
  row: PaperRow,
  names: ReadonlyMap<string, string | null>,
  reader: PaperReader,
): z.output<typeof WholePaper> {
  const { context } = row.snapshot as { context: SigningContext };
  return {
    ...presentPaper(row, reader),
    parties: (['customer', 'contractor'] as const).flatMap((party) => {
      const account = context[party];
      return account === undefined ? [] : [{ party, account, name: names.get(account) ?? null }];
    }),
    signatures: context.order.map((party) => {
      const given = context.confirmations.find((each) => each.party === party);
      return { party, at: given?.at ?? null, way: given === undefined ? null : 'account' };
    }),
  };
}

export const extensionOf = ({ media_type }: PaperRow): string => (media_type === 'application/pdf' ? 'pdf' : 'txt');

/** `Акт выполненных работ АВР-2026-7 от 28.11.2026.pdf`, without signs that a file system may refuse. */
export function fileNameOf(row: PaperRow): string {
  const { number, dated } = row;
  const name = [kindName(row, 'ru'), number, `от ${dated.split('-').reverse().join('.')}`].filter((part) => part !== null).join(' ');
  return `${name.replace(/[^\p{L}\p{N} .-]/gu, '-')}.${extensionOf(row)}`;
}

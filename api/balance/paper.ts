/** The statement of an account as a paper, from the same entries as the file. */
import { createHash } from 'node:crypto';
import type { Sequelize } from 'sequelize';
import { v5 as uuid } from 'uuid';
import { lifeTypes } from '../../charts/index.ts';
import type { StatementBook, StatementFacts } from '../../documents/account-statement.ts';
import { PAPER_KINDS } from '../../documents/kinds.ts';
import type { Said } from '../../documents/paper.ts';
import { both } from '../../documents/phrases.ts';
import { kindOf } from '../../lives/ids.ts';
import type { EntryRow, PeriodRow, SubjectRow } from '../../models/stores/account-statement.ts';
import { subjectsOf } from '../../models/stores/account-statement.ts';
import { kindOfAccount } from '../../rules/account-kinds.ts';
import { reasonOf } from '../../rules/posting-reasons.ts';
import type { PaperKind } from '../../rules/requisites.ts';
import { Problem } from '../errors.ts';
import type { asCsv } from './statement.ts';

/** The most entries and accounts of one paper, about eighty pages. */
const MOST = 1_000;
/** The UUID namespace of statements. */
const STATEMENTS = 'b7d1a0f4-3d0b-4b52-8b8e-6b8f5f0c1c27';

type Collected = PeriodRow & { rows: EntryRow[] };

/** The whole statement. @throws 422 beyond the bound */
export async function collect(statement: AsyncIterable<PeriodRow & { entries: AsyncIterable<EntryRow> }>): Promise<Collected[]> {
  const books: Collected[] = [];
  let count = 0;
  const another = (): void => {
    count += 1;
    if (count > MOST) throw new Problem('statement-too-long', { most: MOST });
  };
  for await (const { entries, ...period } of statement) {
    another();
    const rows: EntryRow[] = [];
    for await (const entry of entries) {
      another();
      rows.push(entry);
    }
    books.push({ ...period, rows });
  }
  return books;
}

/** What was collected, as it is read from the books. */
export async function* again(books: readonly Collected[]): Parameters<typeof asCsv>[0] {
  for (const { rows, ...period } of books) yield { ...period, entries: each(rows) };
}
async function* each(rows: readonly EntryRow[]): AsyncGenerator<EntryRow> {
  yield* rows;
}

export async function hashOf(file: AsyncIterable<string>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of file) hash.update(piece);
  return hash.digest('hex');
}

/** A paper of the same content has the same reference. */
export const referenceOf = (account: string, sha256: string): string => uuid(`${account}/${sha256}`, STATEMENTS);

/** What the paper says of the books. */
export async function booksOf(database: Sequelize, account: string, books: readonly Collected[]): Promise<StatementFacts['books']> {
  const lives = books.flatMap(({ code, rows }) => [lifeOf(code), ...rows.map(({ about }) => about)]).filter((life) => life !== undefined);
  const subjects = new Map((await subjectsOf(database, account, [...new Set(lives)])).map((row) => [row.life, row]));
  return books.map((book) => bookOf(book, subjects));
}

/** The deal or debt whose money an account keeps. */
const lifeOf = (code: string): string | undefined => (kindOfAccount(code)?.of === 'life' ? code.slice(code.indexOf('/') + 1) : undefined);

function bookOf({ code, opening, closing, rows }: Collected, subjects: ReadonlyMap<string, SubjectRow>): StatementBook {
  const { name, nature } = kindOfAccount(code) as NonNullable<ReturnType<typeof kindOfAccount>>;
  const sign = (tiyn: string | bigint): string => String(nature === 'asset' ? -BigInt(tiyn) : BigInt(tiyn));
  const of = lifeOf(code);
  return {
    name,
    about: of === undefined ? null : named(of, subjects),
    opening: sign(opening),
    closing: sign(closing),
    entries: rows.map(({ at, about, reason, against, debit, credit, balance }) => ({
      at: at.toISOString(),
      about: named(about, subjects),
      papers: papersOf(subjects.get(about)),
      reason: reasonOf(reason, against),
      amount: sign(BigInt(credit) - BigInt(debit)),
      balance: sign(balance),
    })),
  };
}

/** `Задание № 106`. */
function named(life: string, subjects: ReadonlyMap<string, SubjectRow>): Said {
  const { kk, ru } = lifeTypes[kindOf(life) as keyof typeof lifeTypes].messages.life;
  const number = subjects.get(life)?.number ?? '';
  return both(`${kk} № ${number}`, `${ru} № ${number}`);
}

const papersOf = (subject: SubjectRow | undefined): Said => {
  const papers = subject?.papers ?? [];
  const list = (language: 'kk' | 'ru'): string =>
    papers.map(({ kind, number }) => `${PAPER_KINDS[kind as PaperKind][language]} № ${number}`).join('; ');
  return both(list('kk'), list('ru'));
};

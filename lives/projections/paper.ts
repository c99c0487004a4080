import type { Transaction } from 'sequelize';
import type { PaperName } from '../../charts/signing/types.ts';
import { statement } from '../../models/statement.ts';

export interface OwnPaper extends PaperName {
  life: string;
  /** The SHA-256 of the bytes. They are stored before. */
  document: string;
  kind: string;
  /** The life it is a paper of. */
  parent: string;
  /** The accounts that have it, and those of them it waits for. */
  readers: readonly string[];
  awaited: readonly string[];
}

const bind = statement(
  'paper-project',
  `with bound as (
     insert into document_of_life (document, life, reference, number, dated) values ($1, $2, $3, $4, $5) on conflict (document, life) do nothing
     returning place, dated),
   paper as (select place, dated from bound union all select place, dated from document_of_life where document = $1 and life = $2)
   insert into paper_of_account (life, document, account, dated, place, kind, parent, waits)
   select $2, $1, account, dated, place, $6, $7, account = any ($9::uuid[]) from paper, unnest($8::uuid[]) as account
   on conflict (life, document, account) do update set waits = excluded.waits where paper_of_account.waits <> excluded.waits`,
);

/** Binds a document to its life as a paper, puts it on the shelf of each account that has it, and keeps for whom it waits. */
export async function projectPaper(transaction: Transaction, paper: OwnPaper): Promise<void> {
  const { document, life, reference, number, date, kind, parent, readers, awaited } = paper;
  await bind(transaction, [document, life, reference, number, date, kind, parent, [...new Set(readers)], awaited]);
}

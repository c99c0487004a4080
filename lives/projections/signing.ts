import type { SigningContext } from '../../charts/signing/types.ts';
import { statement } from '../../models/statement.ts';
import type { Projection } from '../projection.ts';
import { projectAccounts } from './accounts.ts';
import { projectWork } from './work.ts';

const bind = statement('signing-project', 'insert into document_of_life (document, life) values ($1, $2) on conflict do nothing');

/** Binds the document to its signing: those who may see the one may read the other. No signing begins without its document's bytes. */
export const projectSigning: Projection = async (transaction, life) => {
  await bind(transaction, [(life.context as SigningContext).document.sha256, life.id]);
  await projectAccounts(transaction, life);
  await projectWork(transaction, life);
};

import type { SigningContext } from '../../charts/signing/types.ts';
import type { Projection } from '../projection.ts';
import { projectAccounts } from './accounts.ts';
import { projectPaper } from './paper.ts';
import { projectWork } from './work.ts';

/** A document is the paper of its signing: those who may see the one have the other. No signing begins without its document's bytes. */
export const projectSigning: Projection = async (transaction, life) => {
  const { document, paper, parent, ...parties } = life.context as SigningContext;
  const accountsOf = (sides: readonly ('customer' | 'contractor')[]): string[] => sides.flatMap((side) => parties[side] ?? []);
  await projectPaper(transaction, {
    ...{ ...paper, life: life.id, parent, document: document.sha256, kind: document.kind },
    readers: accountsOf(['customer', 'contractor']),
    awaited: accountsOf(life.offeredTo('sign')),
  });
  await projectAccounts(transaction, life);
  await projectWork(transaction, life);
};

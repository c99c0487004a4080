import type { SocialTransferContext } from '../../charts/social-transfer/types.ts';
import { keepLines } from '../../models/stores/social-transfer.ts';
import type { Projection } from '../projection.ts';
import { projectWork } from './work.ts';

/** Keeps what waits for the staff, and what of a register came back: the next one asks for it again. */
export const projectSocialTransfer: Projection = async (transaction, life) => {
  await projectWork(transaction, life);
  const { returned } = life.context as SocialTransferContext;
  for (const [index, { component, contractor, amount }] of returned.entries())
    await keepLines(transaction, life.id, index + 1, [{ account: contractor, component, amount: -BigInt(amount) }]);
};

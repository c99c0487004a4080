/** The read model of each life. A life without one is read from its snapshot. */
import type { Projection } from '../projection.ts';
import { projectAccount } from './account.ts';
import { projectAccounts } from './accounts.ts';
import { projectDebt } from './debt.ts';
import { projectDispute } from './dispute.ts';
import { projectFee } from './fee.ts';
import { projectFile } from './file.ts';
import { projectInvoice } from './invoice.ts';
import { projectMoney, projectPayout } from './money.ts';
import { projectObjection } from './objection.ts';
import { projectQualification } from './qualification.ts';
import { projectReidentification } from './reidentification.ts';
import { projectReview } from './review.ts';
import { projectSigning } from './signing.ts';
import { projectSocialTransfer } from './social-transfer.ts';
import { projectTask } from './task.ts';
import { projectThread } from './thread.ts';
import { projectVerification } from './verification.ts';
import { projectWork } from './work.ts';

export const projections: Record<string, Projection> = {
  account: projectAccount,
  verification: projectVerification,
  reidentification: projectReidentification,
  qualification: projectQualification,
  objection: projectObjection,
  review: projectReview,
  receipt: projectAccounts,
  extra: projectAccounts,
  file: projectFile,
  signing: projectSigning,
  fee: projectFee,
  'social-transfer': projectSocialTransfer,
  'tax-invoice': projectWork,
  invoice: projectInvoice,
  inflow: projectWork,
  outflow: projectWork,
  'bank-order': projectWork,
  task: projectTask,
  thread: projectThread,
  dispute: projectDispute,
  debt: projectDebt,
  payment: projectMoney,
  payout: projectPayout,
};

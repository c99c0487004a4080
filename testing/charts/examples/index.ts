/** Examples of every life type, for its checks. */
import type { Examples } from '../state-space.ts';
import { accountExamples } from './account.ts';
import { alertExamples } from './alert.ts';
import { bankOrderExamples } from './bank-order.ts';
import { debtExamples } from './debt.ts';
import { disputeExamples } from './dispute.ts';
import { extraExamples } from './extra.ts';
import { feeExamples } from './fee.ts';
import { fileExamples } from './file.ts';
import { inflowExamples } from './inflow.ts';
import { invoiceExamples } from './invoice.ts';
import { monthExamples } from './month.ts';
import { objectionExamples } from './objection.ts';
import { outflowExamples } from './outflow.ts';
import { paymentExamples } from './payment.ts';
import { payoutExamples } from './payout.ts';
import { qualificationExamples } from './qualification.ts';
import { receiptExamples } from './receipt.ts';
import { reidentificationExamples } from './reidentification.ts';
import { reviewExamples } from './review.ts';
import { signingExamples } from './signing.ts';
import { socialTransferExamples } from './social-transfer.ts';
import { taskExamples } from './task.ts';
import { taxInvoiceExamples } from './tax-invoice.ts';
import { threadExamples } from './thread.ts';
import { verificationExamples } from './verification.ts';

export const examples: Record<string, Examples> = {
  account: accountExamples as Examples,
  alert: alertExamples,
  payment: paymentExamples,
  payout: payoutExamples,

  fee: feeExamples,
  extra: extraExamples,
  file: fileExamples,
  invoice: invoiceExamples,
  inflow: inflowExamples,
  outflow: outflowExamples,
  'bank-order': bankOrderExamples,
  month: monthExamples,
  dispute: disputeExamples as Examples,
  debt: debtExamples as Examples,
  review: reviewExamples,
  receipt: receiptExamples,
  'social-transfer': socialTransferExamples,
  'tax-invoice': taxInvoiceExamples,
  task: taskExamples,
  thread: threadExamples,
  signing: signingExamples,
  verification: verificationExamples,
  qualification: qualificationExamples,
  objection: objectionExamples,
  reidentification: reidentificationExamples,
};

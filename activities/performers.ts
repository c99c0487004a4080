import type { Effects } from '../charts/effects.ts';
import type { Operator } from '../documents/operator.ts';
import type { FileStore } from '../gateways/files/port.ts';
import type { Mail } from '../gateways/mail/port.ts';
import type { MalwareScanner } from '../gateways/malware/port.ts';
import type { Providers } from '../gateways/payments/open.ts';
import type { Push } from '../gateways/push/open.ts';
import type { SignatureVerifier } from '../gateways/signatures/port.ts';
import type { SmsProvider } from '../gateways/sms/port.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { sendEmail } from '../notices/send-email.ts';
import { sendSms } from '../notices/send-sms.ts';
import { applyInflow } from './apply-inflow.ts';
import { applyOutflow } from './apply-outflow.ts';
import { askDetails } from './ask-details.ts';
import { askNotice } from './ask-notice.ts';
import { askReceipt } from './ask-receipt.ts';
import { askTaxInvoice } from './ask-tax-invoice.ts';
import { askUse } from './ask-use.ts';
import { askWhetherOver } from './ask-whether-over.ts';
import { changeNumber } from './change-number.ts';
import { chargeClaim } from './charge-claim.ts';
import { checkSignatures } from './check-signatures.ts';
import { drawExtra } from './draw-extra.ts';
import { issueDocument } from './issue-document.ts';
import { issuePaper } from './issue-paper.ts';
import { moveOrder } from './move-order.ts';
import { noteMessages } from './note-messages.ts';
import { payments as forPayments } from './payments.ts';
import { scanFile } from './scan-file.ts';
import { sendToLife } from './send-to-life.ts';
import { setOffDebt } from './set-off-debt.ts';
import { reviewTax } from './tax-payout.ts';
import { tellAccounts } from './tell-accounts.ts';
import { tellHolders } from './tell-holders.ts';
import { tellPayouts } from './tell-payouts.ts';
import { tellTasks } from './tell-tasks.ts';

/** A performer for every kind of effect in the catalogue. The commit creates child lives itself, in the transaction of their parent. */
export type Performers = { [Kind in Exclude<keyof Effects, 'startChild'>]: Performer<Effects[Kind]> };

export const createPerformers = ({
  lives,
  dispatch,
  mail,
  push,
  payments,
  operatorEntity: operator,
  operatorEmail,
  publicUrl,
  sms,
  signatures,
  files,
  scanner,
}: {
  lives: Lives;
  dispatch: Dispatch;
  mail: Mail;
  /** Undefined: no notices go to browsers. */
  push: Push | undefined;
  payments: Providers;
  operatorEntity: Operator;
  operatorEmail: string;
  publicUrl: string;
  sms: SmsProvider;
  signatures: SignatureVerifier;
  files: FileStore;
  scanner: MalwareScanner;
}): Performers => ({
  sendEmail: sendEmail(lives, mail, push, { operator, staff: operatorEmail, publicUrl }),
  issueDocument: issueDocument(lives, dispatch, publicUrl),
  checkSignatures: checkSignatures(lives, signatures),
  issuePaper: issuePaper(lives, dispatch, operator, publicUrl),
  tellTasks: tellTasks(lives, dispatch),
  tellPayouts: tellPayouts(lives, dispatch),
  reviewTax: reviewTax(lives),
  askDetails: askDetails(lives, dispatch),
  chargeClaim: chargeClaim(lives, dispatch),
  askReceipt: askReceipt(lives, dispatch),
  askTaxInvoice: askTaxInvoice(lives, dispatch, operator),
  tellAccounts: tellAccounts(lives, dispatch),
  tellHolders: tellHolders(lives, dispatch),
  sendToLife: sendToLife(lives, dispatch),
  setOffDebt: setOffDebt(lives, dispatch),
  applyInflow: applyInflow(lives, dispatch),
  applyOutflow: applyOutflow(lives, dispatch),
  moveOrder: moveOrder(lives, dispatch),
  drawExtra: drawExtra(lives, dispatch, operator, publicUrl),
  changeNumber: changeNumber(lives),
  scanFile: scanFile(lives, files, scanner),
  askUse: askUse(lives),
  askWhetherOver: askWhetherOver(lives),
  noteMessages: noteMessages(lives, dispatch),
  sendSms: sendSms(lives, sms),
  askNotice: askNotice(lives, operator),
  ...forPayments(lives, dispatch, payments, operator.bank?.name),
});

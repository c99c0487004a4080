import type { Mail } from '../gateways/mail/port.ts';
import type { Payments } from '../gateways/payments/port.ts';
import type { SmsProvider } from '../gateways/sms/port.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { sendEmail } from '../notices/send-email.ts';
import { sendSms } from '../notices/send-sms.ts';
import { changeNumber } from './change-number.ts';
import { issueDocument } from './issue-document.ts';
import { payments as forPayments } from './payments.ts';
import { sendToLife } from './send-to-life.ts';
import { tellTasks } from './tell-tasks.ts';

/** Every kind of work that a chart may order. */
export const createPerformers = ({
  lives,
  dispatch,
  mail,
  payments,
  operatorEmail,
  sms,
}: {
  lives: Lives;
  dispatch: Dispatch;
  mail: Mail;
  payments: Payments;
  operatorEmail: string;
  sms: SmsProvider;
}): Record<string, Performer> => ({
  sendEmail: sendEmail(lives, mail, operatorEmail),
  issueDocument: issueDocument(lives, dispatch),
  tellTasks: tellTasks(lives, dispatch),
  sendToLife: sendToLife(lives, dispatch),
  changeNumber: changeNumber(lives),
  sendSms: sendSms(lives, sms),
  ...forPayments(lives, dispatch, payments),
});

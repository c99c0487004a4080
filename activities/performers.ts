import type { Mail } from '../gateways/mail/port.ts';
import type { Payments } from '../gateways/payments/port.ts';
import type { SmsProvider } from '../gateways/sms/port.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { changeNumber } from './change-number.ts';
import { report, start } from './children.ts';
import { deliver } from './deliver.ts';
import { draw } from './draw.ts';
import { payments as forPayments } from './payments.ts';
import { tellTasks } from './tell-tasks.ts';
import { text } from './text.ts';

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
  deliver: deliver(lives, mail, operatorEmail),
  draw: draw(lives, dispatch),
  tellTasks: tellTasks(lives, dispatch),
  start: start(lives, dispatch),
  report: report(lives, dispatch),
  changeNumber: changeNumber(lives),
  text: text(lives, sms),
  ...forPayments(lives, dispatch, payments),
});

import type { Mail } from '../gateways/mail/port.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Performer } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { report, start } from './children.ts';
import { deliver } from './deliver.ts';

/** Every kind of work that a chart may order. */
export const createPerformers = ({
  lives,
  dispatch,
  mail,
}: {
  lives: Lives;
  dispatch: Dispatch;
  mail: Mail;
}): Record<string, Performer> => ({
  deliver: deliver(lives, mail),
  start: start(lives, dispatch),
  report: report(lives, dispatch),
});

/** Answers whether a notice of a life was sent, and when: the term of a fee runs from it (5.1). */
import type { Effects } from '../charts/effects.ts';
import type { Operator } from '../documents/operator.ts';
import { operatorOn } from '../documents/operator.ts';
import type { Performer } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { lastSent } from '../models/stores/notice.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { civilDate } from '../rules/working-days.ts';

/** Without an answer the fee would wait for ever. */
const TRIES = Number.POSITIVE_INFINITY;

export const askNotice = (lives: Lives, operator: Operator): Performer<Effects['askNotice']> => ({
  tries: TRIES,
  failed: async () => undefined,
  async perform({ life, params: { template } }) {
    const { waiting, sentAt } = await lastSent(lives.database, life, template);
    if (sentAt === null && waiting) throw new Error('the notice is not sent yet');
    if (sentAt === null) return { type: 'noticeNotSent', input: { reason: 'not-notified' } };
    const on = civilDate(sentAt.toISOString());
    const { bank } = operatorOn(operator, await readParameters(lives.database), on);
    return bank === null
      ? { type: 'noticeNotSent', input: { reason: 'no-requisites' } }
      : { type: 'noticeSent', input: { on, due: sentAt.toISOString() } };
  },
});

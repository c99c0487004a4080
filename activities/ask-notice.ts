/** Answers whether a notice of a life was sent, and when: the term of a fee runs from it (5.1). */
import type { Effects } from '../charts/effects.ts';
import type { Performer } from '../lives/effects.ts';
import type { Lives } from '../lives/lives.ts';
import { lastSent } from '../models/stores/notice.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { numberAt } from '../rules/parameters.ts';
import { civilDate } from '../rules/working-days.ts';

/** Without an answer the fee would wait for ever. */
const TRIES = Number.POSITIVE_INFINITY;

export const askNotice = (lives: Lives): Performer<Effects['askNotice']> => ({
  tries: TRIES,
  failed: async () => undefined,
  async perform({ life, params: { template } }) {
    const { waiting, sentAt } = await lastSent(lives.database, life, template);
    if (sentAt === null && waiting) throw new Error('the notice is not sent yet');
    if (sentAt === null) return { type: 'noticeNotSent', input: { reason: 'not-notified' } };
    const on = civilDate(sentAt.toISOString());
    const requisites = numberAt(await readParameters(lives.database), 'operatorRequisitesSet', on);
    return requisites === 0
      ? { type: 'noticeNotSent', input: { reason: 'no-requisites' } }
      : { type: 'noticeSent', input: { on, due: sentAt.toISOString() } };
  },
});

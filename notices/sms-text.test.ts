import { lifeTypes } from '../charts/index.ts';
import type { NoticeMessage } from '../charts/messages.ts';
import { segmentsOf } from '../gateways/sms/segments.ts';
import { forbiddenWords } from '../rules/words.ts';
import { textOf } from './sms-text.ts';

const legal = Object.entries(lifeTypes).flatMap(([life, { messages }]) =>
  Object.entries<NoticeMessage>(messages.notices).flatMap(([template, { legal: isLegal, byStrangers }]) =>
    isLegal || byStrangers ? [{ life, template, messages }] : [],
  ),
);

/** A task does not name itself, and an account's lives belong to none. */
const TASKLESS = ['account', 'alert', 'task', 'verification', 'reidentification', 'qualification'];

test('every kind of event with legal effect under the offer has an SMS', () => {
  const lives = new Set(legal.map(({ life }) => life));
  expect([...lives].sort()).toEqual([
    'account',
    'alert',
    'debt',
    'dispute',
    'extra',
    'invoice',
    'objection',
    'payment',
    'payout',
    'qualification',
    'receipt',
    'reidentification',
    'signing',
    'social-transfer',
    'task',
    'tax-invoice',
    'thread',
    'verification',
  ]);
});

/** Sums as long as they come, and a day. */
const facts = { sum: '999999999', rest: '999999999', day: '2026-09-30', earned: '129750000', limit: '129750000' };

test.each(legal)('$life $template fits two segments in every language, and contains no user text', ({ life, template, messages }) => {
  for (const language of ['kk', 'ru', 'en'] as const) {
    const text = textOf(messages, template, language, {
      number: '1234567',
      task: TASKLESS.includes(life) ? undefined : '1234566',
      facts,
      noCabinet: life === 'alert' || template === 'invitation',
    });
    expect(text).not.toMatch(/[{}«»“”]/);
    expect(forbiddenWords(text)).toEqual([]);
    expect(segmentsOf(text)).toBeLessThanOrEqual(2);
    expect(text).toMatch(/123456[67]/);
    expect(text).toContain('akjet.kz');
  }
});

test('names the task of the life', () => {
  const { messages } = legal.find(({ template }) => template === 'claim-sent') as (typeof legal)[number];
  expect(textOf(messages, 'claim-sent', 'ru', { number: '12', task: '7' })).toBe(
    'Вам направлена претензия № 12 (задание № 7). Подробности в Личном кабинете: akjet.kz',
  );
});

test('names the task instead of its title, which users wrote', () => {
  const { messages } = legal.find(({ template }) => template === 'payment-awaited') as (typeof legal)[number];
  expect(textOf(messages, 'payment-awaited', 'en', { number: '12', task: '7' })).toBe('Payment: task 7. Details in your cabinet: akjet.kz');
});

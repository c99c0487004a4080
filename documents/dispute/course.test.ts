import { lifeTypes } from '../../charts/index.ts';
import { wrongWords } from '../../testing/texts/wrong-words.ts';
import { happenedOf } from './course.ts';

const known = [...Object.keys(lifeTypes.task.messages.commands), ...Object.keys(lifeTypes.task.messages.timers)];

/** What comes before there is a deal, what says nothing of work or money, and what the claim itself is. */
const UNTOLD = [
  'post',
  'change',
  'withdraw',
  'block',
  'respond',
  'retract',
  'choose',
  'decline',
  'claim',
  'sendPaper',
  'setAddress',
  'signAgain',
  'fund',
  'pay',
  'allowEarlyStart',
];

test('every command of a deal is told, in words of both languages', () => {
  const told = known.map((type) => ({
    type,
    said: happenedOf({ type, by: 'customer', input: { amount: '1300000', paidOn: '2026-11-12' } }),
  }));
  const commands = Object.keys(lifeTypes.task.messages.commands);
  expect(told.flatMap(({ type, said }) => (said === undefined && commands.includes(type) ? [type] : [])).toSorted()).toEqual(
    UNTOLD.toSorted(),
  );
  for (const { said } of told.filter((each) => each.said !== undefined))
    expect([...wrongWords(said?.kk ?? '', 'kk'), ...wrongWords(said?.ru ?? '', 'ru')]).toEqual([]);
});

test('a report says the sum and the day of the payment, and who acted is named', () => {
  const said = happenedOf({ type: 'report', by: 'customer', input: { amount: '1300000', paidOn: '2026-11-12' } });
  expect(said?.ru.replaceAll('\u00a0', ' ')).toBe(
    'Заказчик сообщил об оплате: 13 000,00 ₸ (тринадцать тысяч тенге 00 тиынов); день оплаты: 12 ноября 2026 г.',
  );
  expect(happenedOf({ type: 'giveUp', by: 'contractor', input: {} })?.ru).toBe('Исполнитель вышел из сделки без возмещения');
});

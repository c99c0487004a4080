import fc from 'fast-check';
import { lastMoment, localMoment } from './moments.ts';
import { endOfDay } from './working-days.ts';

const LAST_DAYS = [
  ['2026-01-04', '2026 жылғы 4 қаңтар', '4 января 2026 г.', '4 January 2026'],
  ['2026-02-28', '2026 жылғы 28 ақпан', '28 февраля 2026 г.', '28 February 2026'],
  ['2026-03-31', '2026 жылғы 31 наурыз', '31 марта 2026 г.', '31 March 2026'],
  ['2026-04-01', '2026 жылғы 1 сәуір', '1 апреля 2026 г.', '1 April 2026'],
  ['2026-05-10', '2026 жылғы 10 мамыр', '10 мая 2026 г.', '10 May 2026'],
  ['2026-06-15', '2026 жылғы 15 маусым', '15 июня 2026 г.', '15 June 2026'],
  ['2026-07-06', '2026 жылғы 6 шілде', '6 июля 2026 г.', '6 July 2026'],
  ['2026-08-30', '2026 жылғы 30 тамыз', '30 августа 2026 г.', '30 August 2026'],
  ['2026-09-09', '2026 жылғы 9 қыркүйек', '9 сентября 2026 г.', '9 September 2026'],
  ['2026-10-25', '2026 жылғы 25 қазан', '25 октября 2026 г.', '25 October 2026'],
  ['2026-11-11', '2026 жылғы 11 қараша', '11 ноября 2026 г.', '11 November 2026'],
  ['2026-12-31', '2026 жылғы 31 желтоқсан', '31 декабря 2026 г.', '31 December 2026'],
] as const;

test.each(LAST_DAYS)('a term that ends with %s names that day in each language', (date, kk, ru, en) => {
  const moment = endOfDay(date);
  expect(lastMoment(moment, 'kk')).toBe(`${kk} (қоса алғанда)`);
  expect(lastMoment(moment, 'ru')).toBe(`${ru} (включительно)`);
  expect(lastMoment(moment, 'en')).toBe(en);
});

test.each(LAST_DAYS)('a moment within %s keeps its time', (date, kk, ru, en) => {
  const moment = `${date}T10:00:00.000Z`;
  for (const format of [lastMoment, localMoment]) {
    expect(format(moment, 'kk')).toBe(`${kk}, 15:00`);
    expect(format(moment, 'ru')).toBe(`${ru}, 15:00`);
    expect(format(moment, 'en')).toBe(`${en}, 15:00`);
  }
});

test('midnight that does not end a term belongs to the day that begins', () => {
  expect(localMoment('2026-12-04T19:00:00.000Z', 'en')).toBe('5 December 2026, 00:00');
});

test('the hour is that of Almaty, before and after the zone changed on 1 March 2024', () => {
  expect(lastMoment('2024-02-10T18:00:00.000Z', 'en')).toBe('10 February 2024');
  expect(lastMoment('2024-03-10T19:00:00.000Z', 'en')).toBe('10 March 2024');
  expect(lastMoment('2024-03-10T18:00:00.000Z', 'en')).toBe('10 March 2024, 23:00');
});

test('a millisecond before or after midnight is not the end of a day', () => {
  const end = Date.parse(endOfDay('2026-12-04'));
  expect(lastMoment(new Date(end - 1).toISOString(), 'en')).toBe('4 December 2026, 23:59');
  expect(lastMoment(new Date(end + 1).toISOString(), 'en')).toBe('5 December 2026, 00:00');
});

test('the end of a day is never written as 00:00', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom('kk' as const, 'ru' as const, 'en' as const), (days, language) => {
      const date = new Date(Date.UTC(2000, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
      expect(lastMoment(endOfDay(date), language)).not.toContain('00:00');
    }),
  );
});

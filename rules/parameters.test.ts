import { offerRevisions } from '../documents/offer.ts';
import parameters from '../models/reference/parameters.json' with { type: 'json' };
import { clausesOf } from './clauses.ts';
import { listAt, numberAt, parameterAt, wordsAt } from './parameters.ts';

const rows = [
  { code: 'rate', value: 10, unit: 'basisPoints', validFrom: '2026-01-01', validTo: '2026-06-30' },
  { code: 'rate', value: 20, unit: 'basisPoints', validFrom: '2026-07-01', validTo: null },
  { code: 'reminders', value: [2, 4], unit: 'workingDays', validFrom: '2026-01-01', validTo: null },
  { code: 'payee', value: 'GCVPKZ2A', unit: 'БИК', validFrom: '2026-01-01', validTo: null },
];

test.each([
  ['2026-01-01', 10],
  ['2026-06-30', 10],
  ['2026-07-01', 20],
  ['2099-12-31', 20],
])('on %s the row that is valid then counts, its first and last day included', (date, value) => {
  expect(parameterAt(rows, 'rate', date)).toBe(value);
  expect(numberAt(rows, 'rate', date)).toBe(value);
});

test('a list is a value, but not a number', () => {
  expect(parameterAt(rows, 'reminders', '2026-03-01')).toEqual([2, 4]);
  expect(() => numberAt(rows, 'reminders', '2026-03-01')).toThrow(new RangeError('reminders is a list'));
});

test('words are a value, and neither a number nor a list', () => {
  expect(wordsAt(rows, 'payee', '2026-03-01')).toBe('GCVPKZ2A');
  expect(() => numberAt(rows, 'payee', '2026-03-01')).toThrow(new RangeError('payee is words'));
  expect(() => listAt(rows, 'payee', '2026-03-01')).toThrow(new RangeError('payee is words'));
  expect(() => wordsAt(rows, 'rate', '2026-03-01')).toThrow(new RangeError('rate is no words'));
});

test.each([
  ['no row is valid', 'rate', '2025-12-31', 'No rate on 2025-12-31'],
  ['the code is unknown', 'rates', '2026-01-01', 'No rates on 2026-01-01'],
  ['the date is none', 'rate', 'tomorrow', 'Not a civil date: tomorrow'],
])('refuses when %s', (_, code, date, message) => {
  expect(() => parameterAt(rows, code, date)).toThrow(new RangeError(message));
});

test('refuses when two rows are valid', () => {
  const twice = [...rows, { code: 'rate', value: 30, unit: 'basisPoints', validFrom: '2026-06-30', validTo: null }];
  expect(() => parameterAt(twice, 'rate', '2026-06-30')).toThrow(new RangeError('More than one rate on 2026-06-30'));
});

describe('the parameters of the platform', () => {
  test.each([
    ['acceptDays', 7, 'platform'],
    ['acceptReminderHours', 24, 'platform'],
    ['startReminderHours', 2, 'platform'],
    ['startGraceHours', 24, 'platform'],
    ['lateNoticeHours', 1, 'platform'],
    ['openReminderWorkingDays', [2, 7, 15], 'platform'],
    ['standingDays', 21, 'platform'],
    ['dueReminderHours', 24, 'platform'],
    ['overdueGraceHours', 48, 'platform'],
    ['reviewWorkingDays', 5, '4.3.3'],
    ['reviewReminderWorkingDays', [2, 4], '4.3.3'],
    ['reworkRounds', 3, 'platform'],
    ['reworkWorkingDays', 5, 'platform'],
    ['payWorkingDays', 10, '5.2'],
    ['payReminderWorkingDays', [5, 9], '5.2'],
    ['confirmWorkingDays', 5, '5.2'],
    ['claimAnswerWorkingDays', 10, '9.1'],
    ['claimAnswerReminderWorkingDays', [5, 9], '1.2'],
    ['claimTalksWorkingDays', 10, '9.1'],
    ['claimMostOffers', 20, 'platform'],
    ['claimMostStatements', 10, 'platform'],
    ['courtActMostRecords', 10, 'platform'],
    ['limitationYears', 3, '9.2'],
    ['operatorLiabilityMonths', 12, '6.2'],
    ['penaltyPerDayBasisPoints', 10, '6.3'],
    ['penaltyCapBasisPoints', 1000, '6.3'],
    ['penaltyCapBase', 1, '6.3'],
    ['penaltyFirstDay', 1, '6.3'],
    ['penaltyPaidFirst', 0, '6.3'],
    ['tariffNoticeDays', 10, '3.2'],
    ['tariffLateNoticeDays', 31, 'platform'],
    ['individualPlanDays', 30, '3.2'],
    ['streamDays', 30, 'platform'],
    ['skillsPerProfile', 20, 'platform'],
    ['placesPerProfile', 20, 'platform'],
    ['filesPerProfile', 21, 'platform'],
    ['tiesMost', 500, 'platform'],
    ['savedSearchesMost', 20, 'platform'],
    ['feePayWorkingDays', 10, '5.1'],
    ['feeReminderWorkingDays', [5, 9], '5.1'],
    ['postingLimitWarningWorkingDays', 5, '3.2'],
    ['postingLimitNoticeWorkingDays', 5, '3.2'],
    ['operatorLiabilityTiyn', 5_000_000, '6.2'],
    ['sandboxFeeBasisPoints', 0, 'platform'],
    ['providerFeeRoundingTiyn', 100, 'platform'],
    ['mrpTiyn', 432_500, 'law'],
    ['mzpTiyn', 8_500_000, 'law'],
    ['evidenceYears', 3, '7.2'],
    ['retentionYears', 5, 'law'],
    ['banYears', 3, '4.4.2'],
    ['erasureNoticeHours', 24, 'platform'],
  ])('%s is %p under %s', (code, value, clause) => {
    expect(parameterAt(parameters, code, '2026-11-22')).toEqual(value);
    expect(parameters.find((row) => row.code === code)?.clause).toBe(clause);
  });

  test('each row names its source and a clause that the offer has, the platform, or the law', () => {
    const clauses = new Set([...clausesOf(offerRevisions.at(-1)?.text ?? '').keys(), 'platform', 'law']);
    expect(parameters.filter((row) => row.source === '' || !clauses.has(row.clause))).toEqual([]);
  });

  test('no two rows of a code are valid on one day, and each ends after it begins', () => {
    for (const { code, validFrom, validTo } of parameters) {
      expect(() => parameterAt(parameters, code, validFrom)).not.toThrow();
      expect(() => parameterAt(parameters, code, validTo ?? '2099-12-31')).not.toThrow();
    }
  });

  test('reminders come in order and before the term ends', () => {
    for (const [reminders, term] of [
      ['reviewReminderWorkingDays', 'reviewWorkingDays'],
      ['payReminderWorkingDays', 'payWorkingDays'],
      ['feeReminderWorkingDays', 'feePayWorkingDays'],
    ] as const) {
      const days = [...listAt(parameters, reminders, '2026-11-22'), numberAt(parameters, term, '2026-11-22')];
      expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
    }
  });
});

import type { Ending, Stage } from './retention.ts';
import { erasedFrom, STAGES } from './retention.ts';

const TERMS = { traceDays: 2, evidenceYears: 3, paperYears: 5, banYears: 4 };
const AT = '2028-02-29T20:30:00.000Z';
const datesOf = (ending: Omit<Ending, 'at'>): Partial<Record<Stage, string>> =>
  Object.fromEntries(
    STAGES.map((stage) => [stage, erasedFrom(stage, { at: AT, ...ending }, TERMS)] as const).filter(([, from]) => from !== AT),
  );

// It is 1 March in Almaty already.
it('keeps only what limits are counted by, where there was no deal', () => {
  expect(datesOf({ banned: false, hasPapers: false })).toEqual({ traces: '2028-03-03T19:00:00.000Z' });
});

it('keeps evidence for years, and papers for years after the end of the year, where there was a deal', () => {
  expect(datesOf({ banned: false, hasPapers: true })).toEqual({
    traces: '2028-03-03T19:00:00.000Z',
    evidence: '2031-03-01T19:00:00.000Z',
    papers: '2033-12-31T19:00:00.000Z',
  });
});

it('keeps what finds a banned person, and why they were banned', () => {
  expect(datesOf({ banned: true, hasPapers: false })).toEqual({
    traces: '2028-03-03T19:00:00.000Z',
    evidence: '2031-03-01T19:00:00.000Z',
    ban: '2032-03-01T19:00:00.000Z',
  });
});

it('ends a term of years on the last day of February where the year has no 29th', () => {
  const of = { at: '2028-02-29T05:00:00.000Z', banned: false, hasPapers: true };
  expect(erasedFrom('evidence', of, TERMS)).toBe('2031-02-28T19:00:00.000Z');
});

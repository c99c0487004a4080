import { isDeepStrictEqual } from 'node:util';
import type { Language } from '../../charts/messages.ts';
import { termWords, valueInWords } from '../../charts/task/term-words.ts';
import type { TaskTerms } from '../../charts/task/types.ts';
import type { Parameter } from '../../rules/parameters.ts';
import { listAt, numberAt } from '../../rules/parameters.ts';
import type { Commission } from '../../rules/tariff.ts';
import { debtTermsAt } from '../debts/terms.ts';
import { Problem, ruleOf } from '../errors.ts';
import { feeTermsAt } from '../fees/terms.ts';
import type { BoundedTerm } from './schema.ts';
import { BOUNDED_TERMS } from './schema.ts';

const NUMBERS = [
  'horizonDays',
  'acceptDays',
  'acceptReminderHours',
  'startReminderHours',
  'startGraceHours',
  'lateNoticeHours',
  'dueReminderHours',
  'overdueGraceHours',
  'reviewWorkingDays',
  'reworkRounds',
  'reworkWorkingDays',
  'payWorkingDays',
  'confirmWorkingDays',
  'signWorkingDays',
  'fundWorkingDays',
  'holdDays',
  'briefHours',
  'cancelCost',
  'cancelCostOfWork',
  'holdPatienceDays',
  'reviewDays',
] as const;
const LISTS = ['signReminderWorkingDays', 'reviewReminderWorkingDays', 'payReminderWorkingDays', 'openReminderWorkingDays'] as const;

/** Terms that a poster sets. */
type Own = Partial<Record<keyof TaskTerms, unknown>>;

interface Bounds {
  name: BoundedTerm;
  min: number;
  max: number;
}

const boundsAt = (rows: readonly Parameter[], name: BoundedTerm, date: string): Bounds => {
  const [min = 0, max = 0] = listAt(rows, `${name}Bounds`, date);
  return { name, min, max };
};

/** The dated bounds of the terms that a poster has set outside them. Every number of a list counts. @throws if a parameter is missing. */
export function boundsBroken(rows: readonly Parameter[], date: string, own: Own): Bounds[] {
  return BOUNDED_TERMS.flatMap((name) => {
    const numbers = [own[name] ?? []].flat() as number[];
    if (numbers.length === 0) return [];
    const bounds = boundsAt(rows, name, date);
    return numbers.some((each) => each < bounds.min || each > bounds.max) ? [bounds] : [];
  });
}

/** The problem for broken bounds: the words of the rule, and each term with its bounds. */
export function boundsProblem(broken: readonly Bounds[], language: Language): Problem {
  const { rule, clause, detail } = ruleOf('termsAreWithinBounds', language);
  const terms = broken.map(({ name, min, max }) => ({
    name,
    title: termWords[name].title[language],
    min,
    max,
    text: `${valueInWords(name, min, language)} – ${valueInWords(name, max, language)}`,
  }));
  const named = terms.map(({ title, text }) => `${title}: ${text}.`);
  return new Problem('rule-refused', { rule, clause, detail: [detail, ...named].join(' '), terms });
}

/** What binds the terms of a task besides the parameters. */
interface OfPoster {
  /** By the poster's plan. */
  commission: Commission;
  /** For how many days the payer's provider holds money. No task relies on more, whatever the parameter says. */
  longestHold: number;
}

/** The terms of a task posted on a civil date: the poster's own, and for the rest the dated parameters. @throws if a parameter is missing. */
export function termsAt(rows: readonly Parameter[], today: string, own: Own, { commission, longestHold }: OfPoster): TaskTerms {
  const standard: Record<string, unknown> = {
    silence: 'claim',
    earlyStart: false,
    pricedResponses: true,
    paper: 'order',
    funding: 'none',
    review: { reminderHours: numberAt(rows, 'reviewReminderHours', today), replyDays: numberAt(rows, 'reviewReplyDays', today) },
    fee: feeTermsAt(rows, today, commission),
    debt: debtTermsAt(rows, today),
    graceShare: numberAt(rows, 'startGraceShare', today),
  };
  for (const code of NUMBERS) standard[code] = numberAt(rows, code, today);
  standard.holdDays = Math.min(standard.holdDays as number, longestHold);
  for (const code of LISTS) standard[code] = listAt(rows, code, today);
  const departures = Object.entries(own).flatMap(([code, value]) => (isDeepStrictEqual(value, standard[code]) ? [] : [code]));
  return { ...standard, ...own, departures } as unknown as TaskTerms;
}

/**
 * Days off that the law fixes for every year. They serve for years whose calendar is not entered yet. A deadline counted with them is unconfirmed: a
 * government decree may move days, and the first day of Kurban Ait follows the moon, so it is missing here.
 */

interface Holiday {
  /** Month and day. */
  day: string;
  /** The first year in which it is a day off. Absent for old holidays. */
  since?: number;
  /** A national or state holiday on a weekend moves to the next working day. Other holidays do not move. */
  moves: boolean;
}

/**
 * Law No 267-II of 13 December 2001 on holidays, and art. 84 and 85 of the Labour Code, as the calendars of 2026 apply them (kazpravda.kz; alau.kz).
 * Constitution Day: referendum of 15 March 2026. To be confirmed by a lawyer.
 */
const HOLIDAYS: Holiday[] = [
  { day: '01-01', moves: true },
  { day: '01-02', moves: true },
  { day: '01-07', moves: false },
  { day: '03-08', moves: true },
  { day: '03-15', since: 2027, moves: true },
  { day: '03-21', moves: true },
  { day: '03-22', moves: true },
  { day: '03-23', moves: true },
  { day: '05-01', moves: true },
  { day: '05-07', moves: true },
  { day: '05-09', moves: true },
  { day: '07-06', moves: true },
  { day: '10-25', moves: true },
  { day: '12-16', moves: true },
];

const YEARS = new Map<string, ReadonlySet<string>>();

/** The days off from Monday to Friday in a year (`YYYY`), as civil dates. Includes the days to which weekend holidays move. */
export function daysOffByLaw(year: string): ReadonlySet<string> {
  const known = YEARS.get(year);
  if (known) return known;
  const days = computeDaysOff(year);
  YEARS.set(year, days);
  return days;
}

function computeDaysOff(year: string): Set<string> {
  const holidays = HOLIDAYS.filter(({ since = 0 }) => Number(year) >= since).map(({ day, moves }) => ({ date: `${year}-${day}`, moves }));
  const off = new Set(holidays.map(({ date }) => date).filter((date) => !isWeekend(date)));
  for (const { date } of holidays.filter(({ date, moves }) => moves && isWeekend(date))) {
    let next = dayAfter(date);
    while (isWeekend(next) || off.has(next)) next = dayAfter(next);
    off.add(next);
  }
  return off;
}

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(date).getUTCDay());
const dayAfter = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

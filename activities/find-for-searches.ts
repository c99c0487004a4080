/**
 * Finds what is new for saved searches (3.1): open tasks for contractors, and contractors for customers. All searches of a kind look at what was opened or changed
 * since the last pass, by the order of the stream.
 */
import type { Lives } from '../lives/lives.ts';
import { contractorSearchOf } from '../models/contractor-filters.ts';
import { matchingContractors } from '../models/stores/contractor-profile.ts';
import type { Hit, SearchWindow } from '../models/stores/found-item.ts';
import { endWindow, keepHits, numbersInWindow, searchWindow } from '../models/stores/found-item.ts';
import type { Since } from '../models/stores/list.ts';
import { accountsWithoutDeals, matchingTasks } from '../models/stores/open-task.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { provedToday } from '../models/stores/qualification.ts';
import type { AlertingSearch, Asked, SearchKind } from '../models/stores/saved-search.ts';
import { alertingSearches, askedBy } from '../models/stores/saved-search.ts';
import { taskSearchOf } from '../models/task-filters.ts';
import type { FoundLetterTerms } from '../rules/found-letters.ts';
import { foundLetterAt } from '../rules/found-letters.ts';
import { letterTermsOn } from '../rules/gathered-letters.ts';
import { numberAt } from '../rules/parameters.ts';
import { civilDate } from '../rules/working-days.ts';

/** What is in a window, the windows of a pass, and the searches that are read and noted together. What is left the next pass does. */
const ITEMS = 500;
const WINDOWS = 10;
const SEARCHES = 100;

type Finding = Pick<Lives, 'database' | 'log'>;

/** The dated parameters of the letters. */
async function termsOn({ database }: Finding, now: string): Promise<FoundLetterTerms> {
  const [rows, today] = [await readParameters(database), civilDate(now)];
  const terms = letterTermsOn(rows, today, { wait: 'searchWaitMinutes', pause: 'searchLetterPauseMinutes' });
  return { ...terms, dailyHour: numberAt(rows, 'searchDailyHour', today) };
}

/** One pass over a kind. `alive` is called after each batch of searches. */
export async function findForSearches(lives: Finding, kind: SearchKind, now: string, alive: () => void = () => {}): Promise<void> {
  const terms = await termsOn(lives, now);
  for (let nth = 0; nth < WINDOWS; nth++) {
    const window = await searchWindow(lives.database, kind, ITEMS);
    if (window === undefined || !(await lookThrough(lives, window, { kind, terms, now, alive }))) return;
  }
}

interface Pass {
  kind: SearchKind;
  terms: FoundLetterTerms;
  now: string;
  alive: () => void;
}

/** All searches that were not looked at for the window. False if another pass does the same. */
async function lookThrough(lives: Finding, window: SearchWindow, { kind, terms, now, alive }: Pass): Promise<boolean> {
  const { database } = lives;
  const items = await numbersInWindow(database, kind);
  for (let after = window.after; ; ) {
    const searches = items.length === 0 ? [] : await alertingSearches(database, kind, after, SEARCHES);
    const last = searches.at(-1);
    if (last === undefined) break;
    const hits: Hit[] = [];
    for (const search of searches) {
      const found = await findFor(lives, search, items);
      hits.push(...found.map((number) => ({ search: search.id, number, due: dueOf(search, now, terms) })));
    }
    if (!(await keepHits(database, kind, { ...window, after }, hits, last.number))) return false;
    after = last.number;
    alive();
  }
  await endWindow(database, kind, window);
  return true;
}

/** The numbers of what is new to a search. Its account makes no deals with some. */
async function findFor(lives: Finding, search: AlertingSearch, among: readonly string[]): Promise<string[]> {
  const { database } = lives;
  const { account, era, since } = search;
  const asked = openedSearch(lives, search);
  if (asked === undefined) return [];
  const found = await matching(lives, account, asked, { among, since: { era, snapshot: since } });
  if (found.length === 0) return [];
  const hidden = new Set([account, ...(await accountsWithoutDeals(database, account))]);
  return found.filter(({ owner }) => !hidden.has(owner)).map(({ number }) => number);
}

interface Found {
  number: string;
  owner: string;
}

/** What the search finds as written, with whose it is. */
async function matching(
  { database }: Finding,
  account: string,
  { kind, query }: Asked,
  within: { among: readonly string[]; since: Since },
): Promise<Found[]> {
  if (kind === 'contractors') {
    const { sort: _, ...filters } = query;
    const found = await matchingContractors(database, { ...contractorSearchOf(filters, []), ...within });
    return found.map(({ number, account: owner }) => ({ number, owner }));
  }
  const { sort: _, ...filters } = query;
  const proved = filters.qualified && (await provedToday(database, account));
  const reader = { account, roles: ['contractor'] };
  const found = await matchingTasks(database, { ...taskSearchOf(filters, reader, [], proved), ...within });
  return found.map(({ number, customer: owner }) => ({ number, owner }));
}

/** A search that cannot be opened holds up no other. */
function openedSearch({ database, log }: Finding, search: AlertingSearch): Asked | undefined {
  try {
    return askedBy(database, search);
  } catch (error) {
    log.error({ search: search.id, err: error }, 'search.unreadable');
    return undefined;
  }
}

const dueOf = ({ alerts, last_letter: last }: AlertingSearch, now: string, terms: FoundLetterTerms): string =>
  foundLetterAt(now, alerts === 'daily' ? 'daily' : 'at-once', last?.toISOString(), terms);

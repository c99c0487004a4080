/** Finds the new tasks for saved searches (3.1): all searches look at the tasks that were opened or changed since the last pass, by the order of the stream. */
import type { Lives } from '../lives/lives.ts';
import type { Hit, SearchWindow } from '../models/stores/found-task.ts';
import { endWindow, keepHits, searchWindow, tasksOfWindow } from '../models/stores/found-task.ts';
import { accountsWithoutDeals, matchingTasks } from '../models/stores/open-task.ts';
import { readParameters } from '../models/stores/parameter.ts';
import type { AlertingSearch } from '../models/stores/saved-search.ts';
import { alertingSearches, filtersOf } from '../models/stores/saved-search.ts';
import type { TaskFilters } from '../models/task-filters.ts';
import { searchOf } from '../models/task-filters.ts';
import type { FoundLetterTerms } from '../rules/found-tasks.ts';
import { foundLetterAt } from '../rules/found-tasks.ts';
import { numberAt } from '../rules/parameters.ts';
import { civilDate } from '../rules/working-days.ts';

/** The tasks of a window, the windows of a pass, and the searches that are read and noted together. What is left the next pass does. */
const TASKS = 500;
const WINDOWS = 10;
const SEARCHES = 100;

type Finding = Pick<Lives, 'database' | 'log'>;

/** The dated parameters of the letters. */
export async function letterTermsOn({ database }: Pick<Lives, 'database'>, now: string): Promise<FoundLetterTerms> {
  const [rows, today] = [await readParameters(database), civilDate(now)];
  return {
    waitMinutes: numberAt(rows, 'searchWaitMinutes', today),
    pauseMinutes: numberAt(rows, 'searchLetterPauseMinutes', today),
    quietFromHour: numberAt(rows, 'quietFromHour', today),
    quietToHour: numberAt(rows, 'quietToHour', today),
    dailyHour: numberAt(rows, 'searchDailyHour', today),
  };
}

/** One pass. `alive` is called after each batch of searches. */
export async function findTasks(lives: Finding, now: string, alive: () => void = () => {}): Promise<void> {
  const terms = await letterTermsOn(lives, now);
  for (let nth = 0; nth < WINDOWS; nth++) {
    const window = await searchWindow(lives.database, TASKS);
    if (window === undefined || !(await lookThrough(lives, window, { terms, now, alive }))) return;
  }
}

interface Pass {
  terms: FoundLetterTerms;
  now: string;
  alive: () => void;
}

/** All searches that were not looked at for the window. False if another pass does the same. */
async function lookThrough(lives: Finding, window: SearchWindow, { terms, now, alive }: Pass): Promise<boolean> {
  const { database } = lives;
  const tasks = await tasksOfWindow(database);
  for (let after = window.after; ; ) {
    const searches = tasks.length === 0 ? [] : await alertingSearches(database, after, SEARCHES);
    const last = searches.at(-1);
    if (last === undefined) break;
    const hits: Hit[] = [];
    for (const search of searches) {
      const found = await findFor(lives, search, tasks);
      hits.push(...found.map((task) => ({ search: search.id, task, due: dueOf(search, now, terms) })));
    }
    if (!(await keepHits(database, { ...window, after }, hits, last.number))) return false;
    after = last.number;
    alive();
  }
  await endWindow(database, window);
  return true;
}

/** The tasks that are new to a search. */
async function findFor(lives: Finding, search: AlertingSearch, among: readonly string[]): Promise<string[]> {
  const { database } = lives;
  const { account, era, since } = search;
  const filters = openedFilters(lives, search);
  if (filters === undefined) return [];
  const asked = searchOf(filters, { account, roles: ['contractor'] }, []);
  const found = await matchingTasks(database, { ...asked, among, since: { era, snapshot: since } });
  if (found.length === 0) return [];
  const hidden = new Set([account, ...(await accountsWithoutDeals(database, account))]);
  return found.filter(({ customer }) => !hidden.has(customer)).map(({ number }) => number);
}

/** A search that cannot be opened holds up no other. */
function openedFilters({ database, log }: Finding, search: AlertingSearch): TaskFilters | undefined {
  try {
    return filtersOf(database, search);
  } catch (error) {
    log.error({ search: search.id, err: error }, 'search.unreadable');
    return undefined;
  }
}

const dueOf = ({ alerts, last_letter: last }: AlertingSearch, now: string, terms: FoundLetterTerms): string =>
  foundLetterAt(now, alerts === 'daily' ? 'daily' : 'at-once', last?.toISOString(), terms);

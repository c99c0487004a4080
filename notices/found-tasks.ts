/** The open tasks that a letter tells of, as their reader finds them: those that the reader would find now. */
import type { Language, Localized } from '../charts/messages.ts';
import { said } from '../charts/messages.ts';
import { pathOf } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { PLACES } from '../models/reference-trees.ts';
import { tasksOfLetter } from '../models/stores/found-task.ts';
import type { FoundTaskRow } from '../models/stores/open-task.ts';
import { accountsWithoutDeals, countTasks, searchTasks } from '../models/stores/open-task.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { formatTenge } from '../rules/money.ts';
import { numberAt } from '../rules/parameters.ts';
import { oneLine, withoutLinks } from '../rules/plain-text.ts';
import { civilDate } from '../rules/working-days.ts';

/** More are not counted. */
const MOST_COUNTED = 1_000;
const MORE: Localized = said('Тағы: {more}', 'Ещё: {more}', 'And more: {more}');

interface Reader {
  account: string;
  language: Language;
}

/**
 * The list, each task with its title, place, price and address, and how many more there are; empty if none is open any more. Exact addresses stand in no open task.
 * The event is that of the letter.
 */
export async function foundTasksInWords(
  { database }: Pick<Lives, 'database'>,
  { account, language }: Reader,
  { life, seq }: { life: string; seq: number },
  publicUrl: string,
): Promise<string> {
  const among = await tasksOfLetter(database, life, seq);
  if (among.length === 0) return '';
  const most = numberAt(await readParameters(database), 'searchLetterTasks', civilDate(new Date().toISOString()));
  const search = { reader: { account, roles: ['contractor'] }, own: await accountsWithoutDeals(database, account), among };
  const shown = await searchTasks(database, search, { sort: 'newest', limit: most });
  const more = (await countTasks(database, search, MOST_COUNTED)).reduce((sum, { count }) => sum + count, -shown.length);
  const lines = shown.map((task) => taskInWords(task, language, publicUrl));
  return [...lines, ...(more > 0 ? [MORE[language].replace('{more}', String(more))] : [])].map((line) => `\n\n${line}`).join('');
}

function taskInWords({ id, title, location, price }: FoundTaskRow, language: Language, publicUrl: string): string {
  const place = location && PLACES.pathTo(location.place).map(({ name }) => name[language]);
  const words = [oneLine(withoutLinks(title)), ...(place ? [place.toReversed().join(', ')] : []), formatTenge(BigInt(price), language)];
  return `${words.join(' — ')}\n${publicUrl}${pathOf(id)}`;
}

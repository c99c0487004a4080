/** The open tasks or the contractors that a letter tells of, as their reader finds them: those that the reader would find now. */
import type { Language, Localized } from '../charts/messages.ts';
import { said } from '../charts/messages.ts';
import { pathOf } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { PLACES } from '../models/reference-trees.ts';
import type { ContractorRow } from '../models/stores/contractor-profile.ts';
import { countContractors, searchContractors } from '../models/stores/contractor-profile.ts';
import type { Facet } from '../models/stores/found.ts';
import { numbersOfLetter } from '../models/stores/found-item.ts';
import type { FoundTaskRow } from '../models/stores/open-task.ts';
import { accountsWithoutDeals, countTasks, searchTasks } from '../models/stores/open-task.ts';
import { numberToday } from '../models/stores/parameter.ts';
import type { SearchKind } from '../models/stores/saved-search.ts';
import { formatTenge } from '../rules/money.ts';
import { oneLine, withoutLinks } from '../rules/plain-text.ts';

/** More are not counted. */
const MOST_COUNTED = 1_000;
const MORE: Localized = said('Тағы: {more}', 'Ещё: {more}', 'And more: {more}');

interface Reader {
  account: string;
  language: Language;
}

/** What a letter lists, newest first, each in words; and the counts of all. */
interface Listed {
  shown: string[];
  facets: Facet[];
}

type Finding = Pick<Lives, 'database'>;

/**
 * The list, and how many more there are; empty if nothing of it is there for the reader any more. The event is that of the letter.
 */
export async function foundInWords(
  lives: Finding,
  kind: SearchKind,
  reader: Reader,
  { life, seq }: { life: string; seq: number },
  publicUrl: string,
): Promise<string> {
  const { database } = lives;
  const among = await numbersOfLetter(database, kind, life, seq);
  if (among.length === 0) return '';
  const most = await numberToday(database, 'searchLetterTasks');
  const list = { tasks: listedTasks, contractors: listedContractors }[kind];
  const { shown, facets } = await list(lives, reader, among, most, publicUrl);
  const more = facets.reduce((sum, { count }) => sum + count, -shown.length);
  const lines = [...shown, ...(more > 0 ? [MORE[reader.language].replace('{more}', String(more))] : [])];
  return lines.map((line) => `\n\n${line}`).join('');
}

async function listedTasks(
  { database }: Finding,
  { account, language }: Reader,
  among: readonly string[],
  most: number,
  publicUrl: string,
): Promise<Listed> {
  const search = { reader: { account, roles: ['contractor'] }, own: await accountsWithoutDeals(database, account), among };
  const rows = await searchTasks(database, search, { sort: 'newest', limit: most });
  return {
    shown: rows.map((row) => taskInWords(row, language, publicUrl)),
    facets: await countTasks(database, search, MOST_COUNTED),
  };
}

async function listedContractors(
  { database }: Finding,
  { account, language }: Reader,
  among: readonly string[],
  most: number,
  publicUrl: string,
): Promise<Listed> {
  const search = { without: await accountsWithoutDeals(database, account), among };
  const rows = await searchContractors(database, search, { sort: 'newest', limit: most });
  return {
    shown: rows.map((row) => contractorInWords(row, language, publicUrl)),
    facets: await countContractors(database, search, MOST_COUNTED),
  };
}

const placeInWords = (code: string, language: Language): string =>
  PLACES.pathTo(code)
    .map(({ name }) => name[language])
    .toReversed()
    .join(', ');

const asWords = (text: string): string => oneLine(withoutLinks(text));

/** Title, place, price and address. The place of work stands in no open task. */
function taskInWords({ id, title, location, price }: FoundTaskRow, language: Language, publicUrl: string): string {
  const place = location && placeInWords(location.place, language);
  const words = [asWords(title), ...(place ? [place] : []), formatTenge(BigInt(price), language)];
  return `${words.join(' — ')}\n${publicUrl}${pathOf(id)}`;
}

/** Name, headline, the first place and address. */
function contractorInWords({ account, name, headline, places }: ContractorRow, language: Language, publicUrl: string): string {
  const words = [asWords(name), asWords(headline), ...places.slice(0, 1).map((code) => placeInWords(code, language))];
  return `${words.join(' — ')}\n${publicUrl}/v1/contractors/${account}`;
}

// Measures the searches over 100 000 open tasks and 20 000 contractors, and a pass of 2 000 saved searches: npm run bench:search
// Each search is made like GET /v1/tasks/search or GET /v1/contractors, and beside it the same number of rows is read bare, by an index. A search that scans a whole table is a failure.
import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Sequelize } from 'sequelize';
import { QueryTypes } from 'sequelize';
import { findForSearches } from '../activities/find-for-searches.ts';
import { MOST_COUNTED } from '../api/search/facets.ts';
import { ensureDatabase, inDatabase, loginAs, query } from '../local/postgresql.ts';
import { aligned, say } from '../local/progress.ts';
import type { Stack } from '../local/stack.ts';
import { openLog } from '../log.ts';
import { migrate, openDatabase } from '../models/database.ts';
import { CATEGORIES, PLACES, wordsOfCategory, wordsOfPlace } from '../models/reference-trees.ts';
import { openSealing } from '../models/sealed-column.ts';
import { select } from '../models/statement.ts';
import type { ContractorSearch, ContractorSort } from '../models/stores/contractor-profile.ts';
import { countContractors, searchContractors } from '../models/stores/contractor-profile.ts';
import type { TaskSearch, TaskSort } from '../models/stores/open-task.ts';
import { countTasks, searchTasks } from '../models/stores/open-task.ts';
import { keepSearch } from '../models/stores/saved-search.ts';
import { TASK_COLUMNS } from '../models/stores/task.ts';
import { onPlane } from '../rules/plane.ts';
import { indexed } from '../rules/search-index.ts';
import { searchTerms } from '../rules/search-words.ts';
import { quantile } from './report.ts';
import { runBench } from './stack.ts';

const TASKS = 100_000;
const CONTRACTORS = 20_000;
/** A pass of saved searches, and the tasks that are new for it. */
const SEARCHES = 2_000;
const NEW_TASKS = 500;
const TITLES = 3_000;
const TIMES = 100;
const LIMIT = 20;
/** What a pass may take: its schedule begins the next one after five minutes. Milliseconds. */
const MOST_OF_PASS = 300_000;
/** What a search may take, in milliseconds. */
const MOST = { p50: 15, p99: 60 };

const DEEDS = [
  'Перевезти',
  'Собрать',
  'Починить',
  'Убрать',
  'Покрасить',
  'Установить',
  'Жөндеу керек',
  'Тасымалдау керек',
  'Жинау',
  'Fix',
  'Move',
  'Clean',
];
const THINGS =
  'рояль шкаф диван стиральную машину кухню квартиру офис окна забор крышу дверь кондиционер холодильник телевизор сайт текст договор үй бақша терезе есік жиһаз машина көлік сайтты аударма piano wardrobe flat office website contract garden fence window'.split(
    ' ',
  );
const DETAILS =
  'срочно завтра вечером утром этаж лифта нет инструмент материалы свои оплата сразу центр города рядом метро большой маленький старый новый аккуратно быстро недорого опыт отзывы фото жедел ертең кешке таңертең қабат құралдар өзімізде арзан тәжірибе urgent tomorrow evening floor tools included cheap careful'.split(
    ' ',
  );

/** The same sequence in each run. */
function randomly(): (below: number) => number {
  let seed = 20_261_130;
  return (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((seed / 0x80000000) * below);
  };
}

const asRows = (rows: object[]): string => `jsonb_to_recordset('${JSON.stringify(rows).replaceAll("'", "''")}')`;

/** Titles, categories and places as the projection indexes them; each task takes one of each. A third lie in Almaty, a fifth in Astana. */
function fill(): string {
  const random = randomly();
  const one = (words: string[]): string => words[random(words.length)] as string;
  const titles = Array.from({ length: TITLES }, (_, n) => {
    const title = `${one(DEEDS)} ${one(THINGS)} ${one(DETAILS)} ${one(DETAILS)} ${n}`;
    const description = Array.from({ length: 25 }, () => one(random(4) === 0 ? THINGS : DETAILS)).join(' ');
    return { n, title, description, ...indexed([title, description], [title]) };
  });
  const categories = CATEGORIES.all.map(({ code }, n) => ({ n, code, ...indexed(wordsOfCategory(code), []) }));
  const cities = PLACES.all.filter(({ kind }) => kind !== 'region');
  const [almaty, astana] = ['almaty', 'astana'].map((code) => PLACES.codesFrom(code)) as [string[], string[]];
  const weighted = [
    ...Array.from({ length: cities.length }, (_, n) => almaty[n % almaty.length] as string),
    ...Array.from({ length: Math.round(cities.length * 0.6) }, (_, n) => astana[n % astana.length] as string),
    ...cities.map(({ code }) => code),
  ];
  const places = weighted.map((code, n) => {
    const { latitude, longitude } = PLACES.nodeOf(code);
    return { n, code, ...onPlane({ latitude, longitude }), ...indexed(wordsOfPlace(code), []) };
  });
  return `
    set session_replication_role = replica;
    create temp table title as select * from ${asRows(titles)} as each (n int, title text, description text, words text, stems text, spellings text[]);
    create temp table category as select * from ${asRows(categories)} as each (n int, code text, words text, stems text);
    create temp table place as select * from ${asRows(places)} as each (n int, code text, x float8, y float8, words text, stems text);
    create temp table made as select n, 'task/' || gen_random_uuid() as id, (random() * ${TITLES - 1})::int as title,
      (random() * ${categories.length - 1})::int as category, (random() * ${places.length - 1})::int as place,
      (100000 + random() ^ 3 * 50000000)::bigint as price, now() + random() * interval '30 days' as start_at from generate_series(1, ${TASKS}) as n;
    insert into life (id, kind, seq, state, done, at) select id, 'task', 1, 'posted', false, now() from made order by n;
    insert into task (id, number, seq, state, stage, version, title, description, lines, price, payment, match, customer, category, location, start_at, due_at,
        deadlines, posted_at, changed_at)
      select made.id, life.number, 1, 'posted', 'posted', 1, title.title, description,
        '[{"id": 1, "name": "Repair", "unit": "hour", "quantity": "5", "unitPrice": "300000", "amount": "1500000"}]', price, 'direct',
        case when made.n % 10 = 0 then 'invited' when made.n % 3 = 0 then 'choice' else 'first-come' end, gen_random_uuid(), category.code,
        jsonb_build_object('place', place.code), start_at, start_at, '{}', now(), now()
      from made join life on life.id = made.id join title on title.n = made.title join category on category.n = made.category join place on place.n = made.place;
    insert into open_task_search (task, number, version, customer, match, payment, hazards, category, place, price, start_at, spot, search)
      select id, number, 1, customer, match, payment, number % 15 = 0, task.category, place.code, task.price, task.start_at,
        point(place.x + random() * 10 - 5, place.y + random() * 10 - 5),
        to_tsvector('russian', concat_ws(' ', title.words, category.words, place.words)) || to_tsvector('simple', concat_ws(' ', title.stems, category.stems, place.stems))
          || array_to_tsvector(spellings)
      from made join task using (id) join title on title.n = made.title join category on category.n = made.category join place on place.n = made.place;
    insert into candidate (account, number, task) select md5('contractor' || number % 300)::uuid, number, id from task where match = 'invited';
    insert into account (id, name, roles, may_open, proof) select md5('account' || n)::uuid, 'Name', '{customer,contractor}', true, case when n % 2 = 0 then 'code' end
      from generate_series(1, ${CONTRACTORS}) as n;
    insert into contractor_profile (account, number, version, headline, about, services, skills, languages, places, changed_at, listed, proved, rating, reviews, tasks_done, search)
      select md5('account' || person.n)::uuid, person.n, 1, title.title, description, '[]', array[category.code, other.code], case when person.n % 3 = 0 then '{kk,ru}' else '{ru}' end::text[],
        array[place.code], now(), person.n % 20 <> 0, person.n % 2 = 0, case when person.n % 4 = 0 then 0 else 3 + person.n % 21 / 10.0 end, case when person.n % 4 = 0 then 0 else person.n % 90 + 1 end, person.n % 120,
        to_tsvector('russian', concat_ws(' ', title.words, category.words, other.words, place.words))
          || to_tsvector('simple', concat_ws(' ', title.stems, category.stems, other.stems, place.stems)) || array_to_tsvector(spellings)
      from generate_series(1, ${CONTRACTORS}) as person (n) join title on title.n = person.n * 31 % ${TITLES} join category on category.n = person.n * 17 % ${categories.length}
        join category as other on other.n = person.n * 23 % ${categories.length} join place on place.n = person.n * 29 % ${places.length};
    set session_replication_role = origin;`;
}

interface Case<Search, Sort> {
  what: string;
  search: Search;
  sort?: Sort;
  facets?: true;
}

const ALMATY = onPlane({ latitude: 43.25, longitude: 76.92 });
const within = (code: string) => ({ places: PLACES.codesFrom(code) });
const below = (code: string) => ({ categories: CATEGORIES.codesFrom(code) });
const words = (text: string, misspelt = false) => ({ words: { alternatives: searchTerms(text), misspelt } });

const TASK_CASES: Case<Partial<TaskSearch>, TaskSort>[] = [
  { what: 'everything, newest', search: {} },
  { what: 'everything, dearest', search: {}, sort: 'dearest' },
  { what: 'everything, nearest', search: { near: ALMATY }, sort: 'nearest' },
  { what: 'a common word', search: words('рояль') },
  { what: 'two words', search: words('перевезти рояль') },
  { what: 'a word in Kazakh', search: words('терезеде') },
  { what: 'a synonym, dearest', search: words('сантехник'), sort: 'dearest' },
  { what: 'a rare word', search: words('1234') },
  { what: 'a word of nothing', search: words('синхрофазотрон') },
  { what: 'a misspelt word', search: words('холадильник', true) },
  { what: 'two misspelt words', search: words('устоновить холадильник', true) },
  { what: 'an excluded word', search: words('рояль -срочно') },
  { what: 'a category', search: below('plumbing') },
  { what: 'a group of categories in a city', search: { ...below('building'), ...within('almaty') } },
  { what: '... with a word, by start', search: { ...below('building'), ...within('almaty'), ...words('үй') }, sort: 'start' },
  { what: 'a region, by start', search: within('pavlodar-region'), sort: 'start' },
  { what: 'within 10 km, nearest', search: { near: ALMATY, within: 10 }, sort: 'nearest' },
  { what: 'within 10 km, with a word', search: { near: ALMATY, within: 10, ...words('шкаф') } },
  { what: 'a narrow price, newest', search: { priceFrom: 30_000_000, priceTo: 31_000_000 } },
  { what: 'hazards, in a week', search: { hazards: true, startUntil: new Date(Date.now() + 7 * 86_400_000).toISOString() }, sort: 'start' },
  { what: 'counts of everything', search: {}, facets: true },
  { what: 'counts of a word in a city', search: { ...words('рояль'), ...within('almaty') }, facets: true },
];

const READER = { account: crypto.randomUUID(), roles: ['contractor'] };
const whole = (search: Partial<TaskSearch>): TaskSearch => ({ reader: READER, own: [], ...search });

const worksIn = (code: string) => ({ places: [...PLACES.pathTo(code).map((each) => each.code), ...PLACES.codesFrom(code)] });

const CONTRACTOR_CASES: Case<Partial<ContractorSearch>, ContractorSort>[] = [
  { what: 'everybody, newest', search: {} },
  { what: 'everybody, best', search: {}, sort: 'rating' },
  { what: 'everybody, most done', search: {}, sort: 'done' },
  { what: 'a common word', search: words('рояль') },
  { what: 'two words, best', search: words('перевезти рояль'), sort: 'rating' },
  { what: 'a synonym in Kazakh', search: words('сантехник') },
  { what: 'a word of nothing', search: words('синхрофазотрон') },
  { what: 'a misspelt word', search: words('холадильник', true) },
  { what: 'a skill, best', search: below('plumbing'), sort: 'rating' },
  { what: 'a group of skills in a city', search: { ...below('building'), ...worksIn('almaty') } },
  {
    what: '... in Kazakh, proved, with a word',
    search: { ...below('building'), ...worksIn('almaty'), ...words('үй'), language: 'kk', proved: true },
  },
  { what: 'the best rated of a region', search: { ...worksIn('pavlodar-region'), rating: 4.8 }, sort: 'rating' },
  { what: 'counts of everybody', search: {}, facets: true },
  { what: 'counts of a skill in a city', search: { ...below('plumbing'), ...worksIn('almaty') }, facets: true },
];

interface Measured {
  what: string;
  run: (database: Sequelize) => Promise<object[]>;
}
const ofTasks = TASK_CASES.map(
  ({ what, search, sort = 'newest', facets }): Measured => ({
    what,
    run: (database) =>
      facets ? countTasks(database, whole(search), MOST_COUNTED) : searchTasks(database, whole(search), { sort, limit: LIMIT }),
  }),
);
const ofContractors = CONTRACTOR_CASES.map(
  ({ what, search, sort = 'newest', facets }): Measured => ({
    what,
    run: (database) =>
      facets
        ? countContractors(database, { without: [], ...search }, MOST_COUNTED)
        : searchContractors(database, { without: [], ...search }, { sort, limit: LIMIT }),
  }),
);

await runBench(bench);

async function bench({ environment }: Stack): Promise<void> {
  const url = inDatabase(environment.DATABASE_URL ?? '', 'akjet_search');
  const server = loginAs(url, 'postgres');
  await ensureDatabase(server, 'akjet_owner');
  await migrate(loginAs(url, 'akjet_owner'));
  await query(server, fill());
  await query(server, 'vacuum analyze');
  const database = openDatabase(url, { sealing: openSealing([randomBytes(32).toString('hex')]) });
  try {
    const bareTask = `select ${TASK_COLUMNS} from task where number <= $1 order by number desc limit ${LIMIT}`;
    await measure(database, `${TASKS.toLocaleString('en')} open tasks`, ofTasks, bareTask);
    const bareProfile = `select * from contractor_profile where number <= $1 order by number desc limit ${LIMIT}`;
    await measure(database, `${CONTRACTORS.toLocaleString('en')} contractors`, ofContractors, bareProfile);
    await measurePass(database, server);
  } finally {
    await database.close();
  }
}

/** Each search beside a bare read of as many rows. @throws where one scans a whole table, or they take too long. */
async function measure(database: Sequelize, of: string, cases: Measured[], bareSql: string): Promise<void> {
  say(`\n${of}, pages of ${LIMIT}, each search made ${TIMES} times`);
  const bare = await timed(() => select<object>(database, bareSql, [TASKS]));
  const toBare = (times: number[]): string => (quantile(times, 0.5) / quantile(bare.times, 0.5)).toFixed(1);
  const rows: string[][] = [['', 'rows', 'p50 ms', 'p99 ms', 'to a bare read', 'scan']];
  const all: number[] = [];
  let wholeScans = 0;
  for (const { what, run } of cases) {
    const { count, times } = await timed(() => run(database));
    const scans = await scansOf(database, run);
    wholeScans += scans.filter((scan) => scan.startsWith('Seq Scan')).length;
    all.push(...times);
    rows.push([what, String(count), quantile(times, 0.5).toFixed(2), quantile(times, 0.99).toFixed(2), toBare(times), scans.join(', ')]);
  }
  all.sort((one, other) => one - other);
  const [p50, p99] = [quantile(all, 0.5), quantile(all, 0.99)];
  rows.push(['all of them', '', p50.toFixed(2), p99.toFixed(2), toBare(all), '']);
  say(aligned(rows));
  if (wholeScans > 0) throw new Error(`${wholeScans} searches scan a whole table`);
  if (p50 > MOST.p50 || p99 > MOST.p99) throw new Error(`a search may take ${MOST.p50} ms, and ${MOST.p99} ms once in a hundred times`);
}

/** A pass over new tasks by searches with a word or a category, and a place. @throws where it takes longer than until the next one. */
async function measurePass(database: Sequelize, server: string): Promise<void> {
  const random = randomly();
  const cities = PLACES.all.filter(({ kind }) => kind !== 'region');
  const accounts = await query(server, `select account from contractor_profile order by number limit ${SEARCHES}`);
  for (const [nth, { account }] of accounts.entries()) {
    const asked =
      nth % 2 === 0 ? { search: THINGS[random(THINGS.length)] } : { category: CATEGORIES.all[random(CATEGORIES.all.length)]?.code };
    const asks = { ...asked, place: cities[random(cities.length)]?.code, sort: 'newest' as const };
    const search = { id: crypto.randomUUID(), kind: 'tasks' as const, name: 'Search', alerts: 'at-once' as const, query: asks };
    await keepSearch(database, account as string, search, [], 1);
  }
  await query(server, `update search_pass set era = stream_era(), xid = pg_current_xact_id()`);
  await query(
    server,
    `update open_task_search set era = stream_era(), xid = pg_current_xact_id() where number in (select number from open_task_search limit ${NEW_TASKS})`,
  );
  const began = performance.now();
  await findForSearches({ database, log: openLog('bench', 'error') }, 'tasks', new Date().toISOString());
  const took = performance.now() - began;
  const found = await query(server, 'select from found_item');
  say(
    `\nA pass of ${SEARCHES.toLocaleString('en')} saved searches over ${NEW_TASKS} new tasks: ${Math.round(took)} ms, ${found.length} found`,
  );
  if (took > MOST_OF_PASS) throw new Error(`a pass may take ${MOST_OF_PASS} ms`);
}

async function timed(work: () => Promise<object[]>): Promise<{ count: number; times: number[] }> {
  const times: number[] = [];
  let count = 0;
  for (let time = 0; time < TIMES; time++) {
    const began = performance.now();
    count = (await work()).length;
    times.push(performance.now() - began);
  }
  return { count, times: times.sort((one, other) => one - other) };
}

/** The distinct scans in PostgreSQL's plan of what was sent. */
async function scansOf(database: Sequelize, run: Measured['run']): Promise<string[]> {
  const sent: { sql: string; bind: unknown[] }[] = [];
  database.addHook('afterQuery', 'scans', ({ bind = [] }, query) => {
    sent.push({ sql: (query as unknown as { sql: string }).sql, bind: bind as unknown[] });
  });
  await run(database);
  database.removeHook('afterQuery', 'scans');
  const plans = await Promise.all(
    sent.map(({ sql, bind }) => database.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${sql}`, { bind, type: QueryTypes.SELECT })),
  );
  const scans = plans
    .flat()
    .flatMap(
      ({ 'QUERY PLAN': line }) =>
        /(?:Index(?: Only)? Scan(?: Backward)? using|Bitmap Index Scan on) (\w+)|(Seq Scan on \w+)/.exec(line)?.slice(1) ?? [],
    );
  return [...new Set(scans.filter((scan) => scan !== undefined))];
}

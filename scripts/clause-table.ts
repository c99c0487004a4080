/** The table of the offer's clauses: hand-written rows, checked, with the charts' transitions for each clause. */
import { existsSync, readFileSync } from 'node:fs';
import { lifeTypes } from '../charts/index.ts';
import type { LifeType } from '../charts/life-type.ts';
import { published } from '../charts/publish.ts';
import { offerRevisions } from '../documents/offer.ts';
import { partsOf } from '../rules/clauses.ts';
import type { Proof, Row } from './clause-rows.ts';
import { clauseRows } from './clause-rows.ts';

export interface Given {
  /** The offer's text by numbers, with the headings of its sections. */
  parts: ReadonlyMap<string, string>;
  lifeTypes: Record<string, LifeType>;
  rows: readonly Row[];
  /** The text of a file of the repository. `undefined` if it does not exist. */
  read(path: string): string | undefined;
}

const read = (path: string): string | undefined => {
  const file = new URL(`../${path}`, import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};

/** The current rows and the newest revision of the offer. */
export const currentGiven: Given = { parts: partsOf(offerRevisions.at(-1)?.text ?? ''), lifeTypes, rows: clauseRows, read };

/** The faults of the rows. Each names its clause. */
export function faultsOf({ parts, lifeTypes: all, rows, read: text }: Given): string[] {
  const clauses = clausesIn(parts);
  const kept = rows.map(({ clause }) => clause);
  const laws = Object.entries(all).flatMap(([life, law]) =>
    published(law).transitions.flatMap(({ clause, event }) =>
      clause === undefined || clause === 'platform' || kept.includes(clause) ? [] : [`${life} ${event} cites ${clause}, which has no row`],
    ),
  );
  return [
    ...clauses.filter((clause) => !kept.includes(clause)).map((clause) => `${clause} has no row`),
    ...kept.filter((clause) => !clauses.includes(clause)).map((clause) => `${clause} is no clause of the offer`),
    ...kept.filter((clause, index) => kept.indexOf(clause) !== index).map((clause) => `${clause} has more than one row`),
    ...rows.flatMap((row) => faultsOfRow(row, text).map((fault) => `${row.clause} ${fault}`)),
    ...new Set(laws),
  ];
}

function faultsOfRow(row: Row, text: Given['read']): string[] {
  if (row.status === 'heading') return [];
  const proofs = 'tests' in row ? row.tests : [];
  return [
    ...('missing' in row && row.missing.trim() === '' ? ['does not say what is missing'] : []),
    ...(row.status === 'whole' && proofs.length === 0 ? ['is called whole and names no test'] : []),
    ...proofs.filter((each) => !exists(each, text)).map(({ file, name }) => `names the test "${name}", which is not in ${file}`),
  ];
}

/** Whether a line of the file begins a test of that name. A skipped test proves nothing. */
function exists({ file, name }: Proof, text: Given['read']): boolean {
  const titles = ["'", '"', '`'].map((quote) => `(${quote}${quote === "'" ? name.replaceAll("'", "\\'") : name}${quote},`);
  return (text(file) ?? '')
    .split('\n')
    .filter((line) => /^\s*((test|it)(?!\.(skip|todo))\b|\]\)?\)\()/.test(line))
    .some((line) => titles.some((title) => line.includes(title)));
}

/** The table in Markdown. @throws Error if a row has a fault. */
export function clauseTable(given: Given): string {
  const faults = faultsOf(given);
  if (faults.length > 0) throw new Error(`the clause table is wrong:\n${faults.join('\n')}`);
  const counted = (status: Row['status']): number => given.rows.filter((row) => row.status === status).length;
  const headings = counted('heading');
  const sections = [...given.parts].filter(([number]) => /^[1-9]\d*$/.test(number));
  return [
    '# The clauses of the offer and what carries them out',
    `Of the ${given.rows.length - headings} clauses **${counted('whole')} are carried out whole, ${counted('part')} in part and ${counted('not')} not at all**. ${headings} more numbers are headings.`,
    [
      '* *whole*: the software carries out every duty and right of the clause. Each test that is named fails without it. What only somebody outside can confirm is named as unconfirmed.',
      '* *part*: the software carries out some of it. The row says what is missing.',
      '* *not*: nothing carries it out. The row says what is missing.',
    ].join('\n'),
    'The rows are kept by hand in `scripts/clause-rows.ts`; `npm run clauses` makes this page of them and adds the transitions of the charts. A test checks that every clause has one row, that the named tests exist, and that the charts cite clauses of this table alone.',
    ...sections.flatMap(([number, heading]) => [
      `## ${number}. ${firstLine(heading)}`,
      table(
        ['Clause', 'What it says', 'Status', 'Carried out by', 'Missing', 'Tests'],
        given.rows.filter(({ clause }) => clause.split('.', 1)[0] === number).map((row) => cellsOf(row, given)),
      ),
    ]),
    '## Rules that the offer does not state',
    'Their clause is `platform`: a term of the task, a dated parameter or a setting.',
    ...Object.entries(given.lifeTypes).flatMap(([life, law]) => {
      const made = transitionsUnder('platform', law);
      return made === '' ? [] : [`* ${life}: ${made}`];
    }),
    '',
  ].join('\n\n');
}

/** The current table. */
export const currentTable = (): string => clauseTable(currentGiven);

const clausesIn = (parts: Given['parts']): string[] => [...parts.keys()].filter((number) => number.includes('.'));

function cellsOf(row: Row, { parts, lifeTypes: all }: Given): string[] {
  const says = `${row.gist} *${firstWords(parts.get(row.clause) ?? '')}*`;
  if (row.status === 'heading') return [row.clause, says, 'heading', '', '', ''];
  const charts = Object.entries(all).flatMap(([life, law]) => {
    const made = transitionsUnder(row.clause, law);
    return made === '' ? [] : [`${life}: ${made}`];
  });
  const by = ['by' in row ? row.by : '', charts.length === 0 ? '' : `Charts: ${charts.join('; ')}.`].filter((each) => each !== '');
  const tests = 'tests' in row ? row.tests.map(({ file, name }) => `\`${file}\`: ${name}`) : [];
  return [row.clause, says, `**${row.status}**`, by.join(' '), missingIn(row), tests.join('<br>')];
}

function missingIn(row: Row): string {
  if ('missing' in row) return row.missing;
  return 'unconfirmed' in row ? `Unconfirmed: ${row.unconfirmed}` : '';
}

function transitionsUnder(clause: string, law: LifeType): string {
  const under = published(law).transitions.filter((each) => each.clause === clause);
  const names = under.map(({ event, delay }) => (delay === undefined ? `\`${event}\`` : `\`${delay}\` (timer)`));
  return [...new Set(names)].join(', ');
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

function firstWords(text: string): string {
  const words = firstLine(text).split(' ');
  if (words.length <= 8) return words.join(' ');
  const first = words.slice(0, 8).join(' ');
  return `${first.replace(/[,:;–-]$/, '').trim()} …`;
}

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`).join('\n');

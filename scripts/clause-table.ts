/** Which clause of the offer is carried out by what. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lifeTypes } from '../charts/index.ts';
import type { LifeType } from '../charts/life-type.ts';
import { published } from '../charts/publish.ts';
import { offerRevisions } from '../documents/offer.ts';
import { clausesOf } from '../rules/clauses.ts';

export interface Source {
  path: string;
  text: string;
}

interface Given {
  clauses: ReadonlyMap<string, string>;
  lifeTypes: Record<string, LifeType>;
  sources: Source[];
  /** Why a clause has no software, or not yet. */
  reasons: Record<string, string>;
}

const HEADING = 'A heading.';
const CONDUCT = 'A duty of conduct: its breach is answered under 4.4.2 and 4.4.3.';

const reasons: Record<string, string> = {
  '1.11': 'To come, with signatures.',
  '2.2': 'Says what acceptance of the offer means.',
  '2.3': 'A limit of warranty.',
  '4.1': HEADING,
  '4.1.1': CONDUCT,
  '4.1.2': CONDUCT,
  '4.1.3': CONDUCT,
  '4.1.5': CONDUCT,
  '4.1.7': 'A duty of care: nothing to carry out.',
  '4.2': HEADING,
  '4.2.2': 'To come: requirements of a task and their proofs.',
  '4.3': HEADING,
  '4.4': HEADING,
  '6.1': 'A limit of liability.',
  '7.1': 'A duty of confidence: nothing to carry out.',
};

/** The table in Markdown. @throws for a clause with neither software nor a reason, and for a reason of no clause. */
export function clauseTable(given: Given): string {
  const unknown = Object.keys(given.reasons).find((number) => !given.clauses.has(number));
  if (unknown !== undefined) throw new Error(`a reason for ${unknown}, which is no clause`);
  const rows = [...given.clauses].map(([number, text]) => [number, firstWords(text), ...whatCarries(number, given)]);
  return [
    '# The clauses of the offer and what carries them out',
    'Made by `npm run clauses`. The charts name the clause of each transition; other code and tests count where a comment or the name of a test cites it, as in (4.3.3).',
    table(['Clause', 'Begins', 'Charts', 'Other code', 'Tests'], rows),
    '## Rules that the offer does not state',
    'Their clause is `platform`: a term of the task, a dated parameter or a setting.',
    ...Object.entries(given.lifeTypes).map(([life, law]) => `* ${life}: ${transitionsUnder('platform', law)}`),
    '',
  ].join('\n\n');
}

/** The table as it is now. */
export function currentTable(): string {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const exclude = ['node_modules/**', '.local/**', 'scripts/**', 'testing/**'];
  const isChart = (path: string) => path.startsWith('charts/') && !isTest(path);
  const sources = globSync('**/*.ts', { cwd: root, exclude })
    .filter((path) => !isChart(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  const clauses = clausesOf(offerRevisions.at(-1)?.text ?? '');
  return clauseTable({ clauses, lifeTypes, sources, reasons });
}

function whatCarries(number: string, { lifeTypes: all, sources, reasons: why }: Given): [string, string, string] {
  const charts = Object.entries(all).flatMap(([life, law]) => {
    const made = transitionsUnder(number, law);
    return made === '' ? [] : [`${life}: ${made}`];
  });
  const citing = sources
    .filter(({ path, text }) => citations(isTest(path) ? testNames(text) : text).includes(number))
    .map(({ path }) => path);
  const files = (test: boolean) =>
    citing
      .filter((path) => isTest(path) === test)
      .map((path) => `\`${path}\``)
      .join(', ');
  const carried = [charts.join('; '), files(false), files(true)] as [string, string, string];
  if (carried.some((cell) => cell !== '')) return carried;
  const reason = why[number];
  if (reason === undefined) throw new Error(`clause ${number} has neither software nor a reason`);
  return [`*${reason}*`, '', ''];
}

function transitionsUnder(clause: string, law: LifeType): string {
  const under = published(law).transitions.filter((each) => each.clause === clause);
  const names = under.map(({ event, delay }) => (delay === undefined ? `\`${event}\`` : `\`${delay}\` (timer)`));
  return [...new Set(names)].join(', ');
}

const isTest = (path: string): boolean => path.endsWith('.test.ts');

/** The lines of a test file that name a test or a group of them. */
const testNames = (text: string): string =>
  text
    .split('\n')
    .filter((line) => /^\s*((test|it|describe)\b|\]\)?\)\()/.test(line))
    .join('\n');

/** The clauses a text cites: ` (1.4)`, ` (5.1, 5.2)`, `clause 4.4.3`. A number that a program reckons with stands otherwise. */
const citations = (text: string): string[] =>
  [...text.matchAll(/\s\((\d[\d., ]+\d)\)|clause (\d[\d.]+\d)/g)].flatMap(([, several = '', one = '']) => [...several.split(', '), one]);

function firstWords(text: string): string {
  const words = (text.split('\n')[0] ?? '').replaceAll('|', '/').split(' ');
  return words.length <= 8
    ? words.join(' ')
    : `${words
        .slice(0, 8)
        .join(' ')
        .replace(/[,:;–-]$/, '')
        .trim()} …`;
}

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

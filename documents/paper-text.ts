/** A paper as plain text in one language: what a person reads and accepts by its hash before anything is drawn. */
import type { PaperParty, PaperRepresentative } from '../rules/paper-party.ts';
import { oneLine } from '../rules/plain-text.ts';
import type { Block, Paper, Said } from './paper.ts';
import type { PaperLanguage } from './phrases.ts';
import { dayOf, momentOf } from './phrases.ts';

/** Each line ends with a newline. A person's own words are on one line, so that they cannot imitate the paper. */
export function paperText(
  { title, number, date, blocks }: Pick<Paper, 'title' | 'number' | 'date' | 'blocks'>,
  language: PaperLanguage,
): string {
  let chapter = 0;
  const lines = blocks.flatMap((block) => {
    if (block.kind === 'section') chapter += 1;
    return ['', ...linesOf(block, language, chapter)];
  });
  const head = [title[language], [number === null ? [] : `№ ${number}`, dayOf(date)[language]].flat().join(', ')];
  return `${[...head, ...lines].join('\n')}\n`;
}

const said = (text: Said, language: PaperLanguage): string => oneLine(typeof text === 'string' ? text : text[language]);

function linesOf(block: Block, language: PaperLanguage, chapter: number): string[] {
  const say = (text: Said): string => said(text, language);
  switch (block.kind) {
    case 'section':
      return [`${chapter}. ${say(block.title)}`, ...block.clauses.map((clause, index) => `${chapter}.${index + 1}. ${say(clause)}`)];
    case 'text':
      return [say(block.text)];
    case 'words':
      return [`${say(block.caption)}: ${say(block.text)}`];
    case 'facts':
      return [...(block.caption ? [say(block.caption)] : []), ...block.rows.map(({ name, value }) => `${say(name)}: ${say(value)}`)];
    case 'table': {
      const { caption, columns, rows, totals } = block;
      const all = [columns.map(({ head }) => head), ...rows, ...(totals ? [totals] : [])];
      return [...(caption ? [say(caption)] : []), ...all.map((cells) => cells.map((cell) => say(cell).replaceAll('|', '/')).join(' | '))];
    }
    case 'parties':
      return block.of.map(({ role, party }) => `${say(role)}: ${partyLine(party, language)}`);
    case 'signatures':
      return block.of.map(({ role, party, confirmedAt, below }) =>
        [
          `${say(role)}: ${party === null ? '—' : say(party.name)}`,
          ...(party?.representative?.acted === 'this' ? [say(party.representative.name)] : []),
          ...(confirmedAt ? [momentOf(confirmedAt)[language]] : []),
          ...(below ? [say(below)] : []),
        ].join(', '),
      );
  }
}

function actingLine({ acted, position, name, ground }: PaperRepresentative, language: PaperLanguage): string {
  if (language === 'kk')
    return `атынан ${ground.kk} негізінде ${acted === 'this' ? 'әрекет етеді' : 'әрекет етуге құқылы'}: ${position.kk} ${name}`;
  return `${acted === 'this' ? 'в лице' : 'вправе действовать от имени'}: ${position.ru} ${name}, на основании ${ground.ru}`;
}

const NAMES = {
  kk: { person: 'ЖСН', company: 'БСН', bank: 'банк' },
  ru: { person: 'ИИН', company: 'БИН', bank: 'банк' },
};

function partyLine(party: PaperParty | null, language: PaperLanguage): string {
  if (party === null) return '—';
  const { kind, name, identifier, address, phone, email, representative } = party;
  const names = NAMES[language];
  return [
    `${name}, ${kind === 'company' ? names.company : names.person} ${identifier}`,
    ...(address === null ? [] : [address]),
    phone,
    ...(email === null ? [] : [email]),
    ...(representative === null ? [] : [actingLine(representative, language)]),
  ]
    .map(oneLine)
    .join('; ');
}

/** The blocks of a paper as rows: what stands where, and how large it is written. */
import type { Language } from '../../charts/messages.ts';
import type { TwoLanguages } from '../../rules/paper-party.ts';
import type { Block, Column, Facts, Plain, Said, Section, Table, Words } from '../paper.ts';
import { partyRows, signatureRows } from './parties.ts';
import type { Cell, Line, Row } from './sheet.ts';
import { LINES_OF_WORDS, lined, SIZES, styled } from './styles.ts';

const GUTTER = 14;
const PADDING = 3;

/** The rows of a block in a text `width` points wide. `chapter`: the number of a section. `language`: of a paper in one language. */
export function rowsOf(block: Block, width: number, chapter: number, language: Language | undefined): Row[] {
  switch (block.kind) {
    case 'section':
      return sectionRows(block, width, chapter);
    case 'text':
      return [textRow(block, width)];
    case 'words':
      return wordsRows(block, width);
    case 'facts':
      return factsRows(block, width, language);
    case 'table':
      return tableRows(block, width);
    case 'parties':
      return partyRows(block, width);
    case 'signatures':
      return signatureRows(block, width);
  }
}

/** Two languages beside each other. */
function besides({ kk, ru }: TwoLanguages, width: number, style: Omit<Line, 'text'>): Cell[] {
  const column = (width - GUTTER) / 2;
  return [kk, ru].map((text, index) => ({ x: index * (column + GUTTER), width: column, padding: 0, lines: lined(text, column, style) }));
}

function sectionRows({ title, clauses }: Section, width: number, chapter: number): Row[] {
  const numbered = ({ kk, ru }: TwoLanguages, number: string): TwoLanguages => ({ kk: `${number} ${kk}`, ru: `${number} ${ru}` });
  return [
    { cells: besides(numbered(title, `${chapter}.`), width, styled(SIZES.text, { weight: 'bold' })), above: 8, withNext: true },
    ...clauses.map((clause, index): Row => {
      const cells = besides(numbered(clause, `${chapter}.${index + 1}.`), width, styled(SIZES.text));
      return { cells, above: 3 };
    }),
  ];
}

function textRow({ text, style }: Plain, width: number): Row {
  const look = styled(style === 'note' ? SIZES.note : SIZES.text, style === 'strong' ? { weight: 'bold' } : {});
  const cells = typeof text === 'string' ? [{ x: 0, width, padding: 0, lines: lined(text, width, look) }] : besides(text, width, look);
  return { cells, above: style === 'note' ? 3 : 5 };
}

/** A caption over a block, in one line as far as it fits. */
export const captionRow = ({ kk, ru }: TwoLanguages, width: number): Row => ({
  cells: [{ x: 0, width, padding: 0, lines: lined(kk === ru ? ru : `${kk} / ${ru}`, width, styled(SIZES.text, { weight: 'bold' })) }],
  above: 8,
  withNext: true,
});

function wordsRows({ caption, text }: Words, width: number): Row[] {
  const lines = text.split(LINES_OF_WORDS).flatMap((each) => lined(each, width - 2 * PADDING, styled(SIZES.text)));
  return [captionRow(caption, width), { cells: [{ x: 0, width, padding: PADDING, framed: true, lines }], above: 3 }];
}

/** The name over its value, in one language beside the other; of a paper in one language, the name beside its value. */
function factsRows({ caption, rows }: Facts, width: number, language: Language | undefined): Row[] {
  const half = width / 2;
  const cell = (index: number, name: string, value: string): Cell => ({
    x: index * half,
    width: half,
    padding: PADDING,
    framed: true,
    lines: [
      ...lined(name, half - 2 * PADDING, styled(SIZES.cell)),
      ...lined(value, half - 2 * PADDING, styled(SIZES.cell, { weight: 'bold' })),
    ],
  });
  const inEach = (value: Said): TwoLanguages => (typeof value === 'string' ? { kk: value, ru: value } : value);
  return [
    ...(caption === undefined ? [] : [captionRow(caption, width)]),
    ...rows.map(({ name, value }, index): Row => {
      const { kk, ru } = inEach(value);
      if (language !== undefined) {
        const cells = [name.ru, ru].map((text, side) => ({
          ...{ x: side * half, width: half, padding: PADDING, framed: true as const },
          lines: lined(text, half - 2 * PADDING, styled(SIZES.cell, side === 0 ? {} : { weight: 'bold' })),
        }));
        return { cells, above: index === 0 ? 3 : 0, whole: true };
      }
      return { cells: [cell(0, name.kk, kk), cell(1, name.ru, ru)], above: index === 0 ? 3 : 0, whole: true };
    }),
  ];
}

/** One language below the other, or once what is the same in both. */
const bothLines = (said: Said, width: number, style: Omit<Line, 'text'>): Line[] =>
  typeof said === 'string' || said.kk === said.ru
    ? lined(typeof said === 'string' ? said : said.ru, width, style)
    : [...lined(said.kk, width, style), ...lined(said.ru, width, style)];

function tableRows({ caption, columns, numbered, rows, totals }: Table, width: number): Row[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / shares) * width);
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, each) => sum + each, 0));
  const cellsOf = (said: readonly Said[], style: (column: Column) => Omit<Line, 'text'>): Cell[] =>
    columns.map((column, index) => {
      const own = widths[index] ?? 0;
      const lines = bothLines(said[index] ?? '', own - 2 * PADDING, style(column));
      return { x: starts[index] ?? 0, width: own, padding: PADDING, framed: true, lines };
    });
  const inHead = () => styled(SIZES.head, { align: 'center' });
  const headRow = (cells: Cell[]): Row => ({ cells, above: 0, whole: true, withNext: true });
  const heads = cellsOf(
    columns.map(({ head }) => head),
    inHead,
  );
  const grouped = columns.some(({ under }) => under !== undefined);
  const head = [
    ...(grouped ? [headRow(groupCells(columns, heads))] : []),
    headRow(heads.map((cell, index): Cell => (grouped && columns[index]?.under === undefined ? { ...cell, framed: 'but above' } : cell))),
    ...(numbered
      ? [
          headRow(
            cellsOf(
              columns.map((_, index) => String(index + 1)),
              inHead,
            ),
          ),
        ]
      : []),
  ];
  const inBody = (weight: Line['weight']) => (column: Column) => styled(SIZES.cell, { weight, align: column.align ?? 'left' });
  const body = rows.map((row): Row => ({ cells: cellsOf(row, inBody('regular')), above: 0, head }));
  const last = body.at(-1);
  return [
    ...(caption === undefined ? [] : [captionRow(caption, width)]),
    ...head.map((row, index) => (index === 0 ? { ...row, above: 4 } : row)),
    ...body.slice(0, -1),
    ...(last === undefined ? [] : [totals === undefined ? last : { ...last, withNext: true as const }]),
    ...(totals === undefined ? [] : [{ cells: cellsOf(totals, inBody('bold')), above: 0, whole: true as const, head }]),
  ];
}

/** The upper row of a head in two levels: one cell over the neighbours that share a head, and an open one over each other column. */
function groupCells(columns: readonly Column[], heads: readonly Cell[]): Cell[] {
  const cells: Cell[] = [];
  heads.forEach((cell, index) => {
    const under = columns[index]?.under;
    if (under === undefined) cells.push({ ...cell, lines: [], framed: 'but below' });
    else if (columns[index - 1]?.under !== under) {
      const width = heads.reduce((sum, each, at) => sum + (columns[at]?.under === under ? each.width : 0), 0);
      cells.push({ ...cell, width, lines: bothLines(under, width - 2 * cell.padding, styled(SIZES.head, { align: 'center' })) });
    }
  });
  return cells;
}

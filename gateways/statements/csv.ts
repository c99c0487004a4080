/**
 * Statements as tables that banks of Kazakhstan export. A layout is what its columns are called. No bank has confirmed any of them: they are made after what
 * accountants call the columns, with fictitious samples (docs/billing.md), and a table whose head fits none is refused.
 */
import { parse } from 'csv-parse/sync';
import type { Entry, Statement } from './entry.ts';
import { BadStatement, identifierIn, tiynOf } from './entry.ts';

interface Layout {
  name: string;
  date: string;
  reference: string;
  /** Money that came, and that went out. */
  credit: string;
  debit: string;
  payer: string;
  identifier: string;
  purpose: string;
}

const LAYOUTS: readonly Layout[] = [
  {
    name: 'kaspi',
    date: 'Дата операции',
    reference: 'Номер документа',
    credit: 'Кредит',
    debit: 'Дебет',
    payer: 'Наименование бенефициара/отправителя денег',
    identifier: 'БИН/ИИН бенефициара/отправителя денег',
    purpose: 'Назначение платежа',
  },
  {
    name: 'halyk',
    date: 'Дата',
    reference: '№ документа',
    credit: 'Приход',
    debit: 'Расход',
    payer: 'Контрагент',
    identifier: 'ИИН/БИН контрагента',
    purpose: 'Детали платежа',
  },
  {
    name: 'forte',
    date: 'Дата проводки',
    reference: 'Референс',
    credit: 'Оборот по кредиту',
    debit: 'Оборот по дебету',
    payer: 'Корреспондент',
    identifier: 'БИН корреспондента',
    purpose: 'Назначение',
  },
];

/** `01.12.2026` or `2026-12-01`, perhaps with a time. */
function dateOf(text: string): string | undefined {
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})/.exec(text) ?? [];
  return year === undefined ? /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] : `${year}-${month}-${day}`;
}

const COLUMNS = ['date', 'reference', 'credit', 'debit', 'payer', 'identifier', 'purpose'] as const;

/** Reads a table with `;` or `,` between its columns. Lines before its head are skipped. @throws BadStatement */
export function readCsv(text: string): Statement {
  const rows = rowsOf(text);
  for (const layout of LAYOUTS) {
    const head = rows.findIndex(({ cells }) => COLUMNS.every((column) => cells.includes(layout[column])));
    if (head === -1) continue;
    const names = rows[head]?.cells ?? [];
    const at = (cells: readonly string[], column: (typeof COLUMNS)[number]): string => cells[names.indexOf(layout[column])] ?? '';
    const entries = rows.slice(head + 1).flatMap(({ cells, line }): Entry[] => {
      const on = dateOf(at(cells, 'date'));
      // What is no day is a total, or a line between.
      if (on === undefined) return [];
      const [credit, debit] = [tiynOf(at(cells, 'credit') || '0'), tiynOf(at(cells, 'debit') || '0')];
      if (credit === undefined || debit === undefined || (credit === 0n) === (debit === 0n)) throw new BadStatement(line);
      return [
        {
          direction: credit > 0n ? 'in' : 'out',
          amount: credit > 0n ? credit : debit,
          on,
          reference: at(cells, 'reference'),
          payer: at(cells, 'payer'),
          identifier: identifierIn(at(cells, 'identifier')),
          purpose: at(cells, 'purpose'),
        },
      ];
    });
    return { account: null, entries };
  }
  throw new BadStatement(1);
}

/** The rows with the number of their last line. @throws BadStatement for quotes that do not end */
function rowsOf(text: string): { cells: string[]; line: number }[] {
  const semicolons = text.split(';').length;
  const delimiter = semicolons > text.split(',').length / 2 && semicolons > 1 ? ';' : ',';
  try {
    const records = parse(text, { delimiter, bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true });
    return (records as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      cells: record,
      line: info.lines,
    }));
  } catch (error) {
    throw new BadStatement((error as { lines?: number }).lines ?? 1);
  }
}

/** Formats the figures as tables. */
import { aligned } from '../local/progress.ts';
import type { History, Round } from './round.ts';

export interface Figures {
  lives: number;
  livesPerSecond: number;
  /** Milliseconds. */
  actP50: number;
  actP99: number;
  /** Milliseconds of processor time per life. */
  callers: number;
  worker: number;
  node: number;
  postgresql: number;
  engine: number;
  processor: number;
  historyEvents: number;
  historyBytes: number;
  /** Bytes per life. */
  wal: number;
  application: number;
  temporal: number;
}

/** The columns of the table: figure, head and number of decimals. */
const COLUMNS: [keyof Figures, string, number][] = [
  ['livesPerSecond', 'lives/s', 1],
  ['actP50', 'act p50', 1],
  ['actP99', 'p99 ms', 0],
  ['callers', 'cpu callers', 1],
  ['worker', 'worker', 1],
  ['postgresql', 'postgresql', 1],
  ['engine', 'engine', 1],
  ['processor', 'sum ms', 1],
  ['historyEvents', 'history', 0],
  ['historyBytes', 'bytes', 0],
  ['wal', 'wal', 0],
  ['application', 'app db', 0],
  ['temporal', 'temporal db', 0],
];

const HEAD = ['', ...COLUMNS.map(([, head]) => head)];

/** Combines the rounds of one system under one load: rates are averaged over rounds, costs over lives. */
export function figuresOf(rounds: Round[]): Figures {
  const sum = (of: (round: Round) => number): number => rounds.reduce((total, round) => total + of(round), 0);
  const lives = sum((round) => round.lives);
  const perLife = (of: (round: Round) => number): number => sum(of) / lives;
  const acts = rounds.flatMap((round) => round.acts).sort((one, other) => one - other);
  const histories = rounds.flatMap((round) => round.histories);
  const worker = (round: Round): number => round.spent.processes[round.system === 'bare' ? 'bare-worker' : 'worker'] ?? Number.NaN;
  const callers = perLife((round) => round.spent.callers);
  const node = callers + perLife(worker);
  const postgresql = perLife((round) => round.spent.processes.postgresql ?? Number.NaN);
  const engine = perLife((round) => round.spent.processes.temporal ?? Number.NaN);
  const onDisk = (temporal: boolean) => (round: Round) =>
    Object.entries(round.spent.databases).reduce(
      (total, [name, bytes]) => total + (name.includes('_temporal') === temporal ? bytes : 0),
      0,
    );
  return {
    lives,
    livesPerSecond: sum((round) => round.livesPerSecond) / rounds.length,
    actP50: quantile(acts, 0.5),
    actP99: quantile(acts, 0.99),
    callers,
    worker: node - callers,
    node,
    postgresql,
    engine,
    processor: node + postgresql + engine,
    historyEvents: mean(histories.map(({ events }) => events)),
    historyBytes: mean(histories.map(({ bytes }) => bytes)),
    wal: perLife((round) => round.spent.wal),
    application: perLife(onDisk(false)),
    temporal: perLife(onDisk(true)),
  };
}

/** The quantile of ascending values. `part` is between 0 and 1. */
export function quantile(sorted: number[], part: number): number {
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? Number.NaN;
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const shown = (value: number, digits: number): string => (Number.isFinite(value) ? value.toFixed(digits) : '-');

/** All systems under one load, with the ratio of the two that do the same work. */
export function tableOf(title: string, ours: Figures | undefined, bare: Figures | undefined, task: Figures | undefined): string {
  const row = (name: string, figures: Figures): string[] => [name, ...COLUMNS.map(([key, , digits]) => shown(figures[key], digits))];
  const rows = [
    HEAD,
    ...(ours ? [row('ours', ours)] : []),
    ...(bare ? [row('bare', bare)] : []),
    ...(task ? [row('task', task)] : []),
    ...(ours && bare ? [['ours/bare', ...COLUMNS.map(([key]) => (key === 'application' ? '' : shown(ours[key] / bare[key], 2)))]] : []),
  ];
  return `${title}\n${aligned(rows)}\n`;
}

/** The mean number of history events by type, for two systems side by side. */
export function historyTable(ours: History[], bare: History[]): string {
  const count = (histories: History[], type: string): number => mean(histories.map(({ byType }) => byType[type] ?? 0));
  const types = [...new Set([...ours, ...bare].flatMap(({ byType }) => Object.keys(byType)))].sort();
  return aligned([['', 'ours', 'bare'], ...types.map((type) => [type, shown(count(ours, type), 1), shown(count(bare, type), 1)])]);
}

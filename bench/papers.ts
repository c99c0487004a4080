// Measures how papers are drawn: npm run bench:papers
// CPU of this process with the fonts opened, and beside it what pdftotext takes for the same file, where it is installed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { completionAct } from '../documents/completion-act.ts';
import { contract } from '../documents/contract.ts';
import type { Line } from '../documents/facts.ts';
import type { Paper } from '../documents/paper.ts';
import { renderPaper } from '../documents/pdf/render.ts';
import { aligned, say } from '../local/progress.ts';
import { actFacts, dealFacts } from '../testing/texts/deal.ts';
import { quantile } from './report.ts';

const TIMES = 200;
const WARM_UP = 30;
/** An act that takes longer is a failure: a worker draws one for each submission. */
const MOST_MS = 50;

const LINES: Line[] = Array.from({ length: 100 }, () => dealFacts().lines.slice(0, 1)).flat();
const PAPERS: Record<string, Paper> = {
  'act, 4 lines': completionAct(actFacts()),
  'contract, 4 lines': contract(dealFacts()),
  'act, 100 lines': completionAct(actFacts({ lines: LINES, amount: '421750000' })),
};

/** Processor time of this process, in milliseconds. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const rows: string[][] = [['', 'p50 ms CPU', 'p99', 'bytes', 'pdftotext p50 ms']];
const folder = mkdtempSync(join(tmpdir(), 'akjet-papers-'));
try {
  for (const [name, paper] of Object.entries(PAPERS)) {
    const drawing: number[] = [];
    let bytes: Buffer = Buffer.alloc(0);
    for (let time = -WARM_UP; time < TIMES; time++) {
      const before = spent();
      bytes = await renderPaper(paper, 'http://localhost');
      if (time >= 0) drawing.push(spent() - before);
    }
    drawing.sort((one, other) => one - other);
    const p50 = quantile(drawing, 0.5);
    if (name.startsWith('act, 4') && p50 > MOST_MS) process.exitCode = 1;
    const reading = readBack(join(folder, 'paper.pdf'), bytes);
    rows.push([name, p50.toFixed(1), quantile(drawing, 0.99).toFixed(1), String(bytes.length), reading]);
  }
} finally {
  rmSync(folder, { recursive: true });
}
say(aligned(rows));

/** How long another program takes to read the file, its start included. */
function readBack(file: string, bytes: Buffer): string {
  writeFileSync(file, bytes);
  const times: number[] = [];
  for (let time = 0; time < 20; time++) {
    const before = performance.now();
    if (spawnSync('pdftotext', [file, '-']).status !== 0) return 'not installed';
    times.push(performance.now() - before);
  }
  return quantile(
    times.toSorted((one, other) => one - other),
    0.5,
  ).toFixed(1);
}

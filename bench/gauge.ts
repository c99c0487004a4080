/** Measures cost: processor time by process tree, and bytes in PostgreSQL. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { query } from '../local/postgresql.ts';

/** Counters that only grow. */
export interface Reading {
  /** Milliseconds of processor time of this process, which makes the calls. */
  callers: number;
  /** Milliseconds of processor time by process of the stack. Empty if the operating system does not report it. */
  processes: Record<string, number>;
  /** Bytes of write-ahead log. */
  wal: number;
  /** Bytes on disk, by database. */
  databases: Record<string, number>;
}

/** Linux reports processor time in hundredths of a second. Milliseconds. */
const TICK = 10;

/** Reads the counters of the stack in this folder, and of this process. */
export async function read(folder: string, databaseUrl: string): Promise<Reading> {
  const { user, system } = process.cpuUsage();
  const [bytes = {}] = await query(
    databaseUrl,
    `select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as wal,
       (select jsonb_object_agg(datname, pg_database_size(datname)) from pg_database where datname like current_database() || '%') as databases`,
  );
  return {
    callers: (user + system) / 1000,
    processes: processorTimes(folder),
    wal: bytes.wal as number,
    databases: bytes.databases as Record<string, number>,
  };
}

/** The cost between two readings. */
export function difference(before: Reading, after: Reading): Reading {
  const minus = (one: Record<string, number>, other: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(one).map(([name, value]) => [name, value - (other[name] ?? 0)]));
  return {
    callers: after.callers - before.callers,
    processes: minus(after.processes, before.processes),
    wal: after.wal - before.wal,
    databases: minus(after.databases, before.databases),
  };
}

/** The time of each process of the stack by name, with all its descendants, including those that ended. */
function processorTimes(folder: string): Record<string, number> {
  if (!existsSync('/proc/self/stat')) return {};
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? statOf(Number(name)) : []));
  const tree = (pid: number): number => {
    const own = all.find((each) => each.pid === pid)?.time ?? 0;
    return all.filter(({ parent }) => parent === pid).reduce((sum, child) => sum + tree(child.pid), own);
  };
  const { processes } = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as { processes: { name: string; pid: number }[] };
  return Object.fromEntries(processes.map(({ name, pid }) => [name, tree(pid)]));
}

function statOf(pid: number): { pid: number; parent: number; time: number }[] {
  try {
    // proc(5): the name in brackets is followed by state and parent. Fields 14 to 17 are the ticks of the process and of its ended children.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
    return [{ pid, parent: fields[1] as number, time: ticks * TICK }];
  } catch {
    return [];
  }
}

/** A separate Temporal server for one test, which can be stopped, frozen, started again and wiped. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choosePorts } from '../local/ports.ts';
import { databaseOf, inDatabase, query } from '../local/postgresql.ts';
import { openProcesses } from '../local/processes.ts';
import { prepareNamespace } from '../local/temporal/namespace.ts';
import { findTemporal } from '../local/temporal/programs.ts';
import { SQLITE, startTemporal } from '../local/temporal/server.ts';

export interface OwnEngine {
  address: string;
  /** Starts it with the data it had when it stopped. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Suspends the process. Its connections stay open. */
  freeze(): void;
  /** Resumes the process. */
  thaw(): void;
  /** Deletes all its data. It must be stopped. */
  forgetAll(): Promise<void>;
  /** Stops it and deletes all its data and files. */
  remove(): Promise<void>;
}

/** Creates it on two new databases of this server, or on a file. */
export async function createEngine(databaseUrl: string): Promise<OwnEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'akjet-engine-'));
  const ports = await choosePorts('test');
  const address = `127.0.0.1:${ports.temporal}`;
  const url = inDatabase(databaseUrl, `engine-${randomUUID()}`);
  let stop = async (): Promise<void> => {};

  const forgetAll = async (): Promise<void> => {
    for (const name of ['temporal', 'temporal_visibility']) {
      await query(databaseUrl, `drop database if exists "${databaseOf(url)}_${name}" with (force)`);
    }
    for (const file of readdirSync(folder).filter((name) => name.startsWith(SQLITE))) rmSync(join(folder, file));
  };
  const signal = (name: NodeJS.Signals): void => {
    const { processes } = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as { processes: { name: string; pid: number }[] };
    for (const { name: program, pid } of processes) if (program === 'temporal') process.kill(pid, name);
  };
  return {
    address,
    async start() {
      const processes = await openProcesses(folder);
      stop = processes.stop;
      await startTemporal(processes, await findTemporal(processes), url, { purpose: 'test', ports, keep: true });
      await prepareNamespace(processes, { address }, 'default');
    },
    stop: () => stop(),
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    forgetAll,
    async remove() {
      await stop();
      await forgetAll();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

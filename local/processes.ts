import type { StdioOptions } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../error-message.ts';

/** The order in which processes are stopped; those of one row together. All others, such as a build, are stopped first. */
const stopOrder = [['api', 'worker'], ['temporal', 'temporal-ui'], ['mailbox', 'mailbox-guard', 'payments'], ['postgresql']];

/** How long a process may take to stop before it is killed, in milliseconds. */
const stopLimit = 5_000;

type Started = { name: string; pid: number; birth: string; stopBy: NodeJS.Signals };
type Running = { owner: { pid: number; birth: string }; processes: Started[] };

export type Launch = {
  env?: Record<string, string>;
  cwd?: string;
  user?: { uid: number; gid: number };
  stopBy?: NodeJS.Signals;
};

/** The processes of one stack. `running.json` in its folder lists them, so that a later start can stop what a killed one left behind. */
export type Processes = {
  folder: string;
  /** Aborted when the stack must end: with `stopped` on request, with an error if a process ended by itself. */
  signal: AbortSignal;
  /** Rejects with the signal's reason. */
  ended: Promise<never>;
  end(reason: Error): void;
  /** Starts a process that runs until the stack ends. Its output goes to `logs/<name>.log`. */
  run(name: string, command: string, args: string[], launch?: Launch): void;
  /** Runs a program to its end and returns its output. @throws Error with the last lines if it fails. */
  finish(name: string, command: string, args: string[], launch?: Launch): Promise<string>;
  /** Retries until success, for at most `limit` milliseconds (default: 120 seconds). */
  until<T>(what: string, attempt: () => Promise<T>, limit?: number): Promise<T>;
  /** Registers a callback for after everything has stopped. */
  afterwards(action: () => void): void;
  /** Stops everything in order. Touches only what this stack started. */
  stop(): Promise<void>;
};

/** The abort reason of a requested end. */
export const stopped = new Error('Stopped.');

/** Claims the folder for one stack and stops what a killed one left in it. @throws Error if another stack runs there. */
export async function openProcesses(folder: string): Promise<Processes> {
  const started: Started[] = [];
  const last: (() => void)[] = [];
  const controller = new AbortController();
  const { signal } = controller;
  const { promise: ended, reject } = Promise.withResolvers<never>();
  ended.catch(() => undefined);
  signal.addEventListener('abort', () => reject(signal.reason));

  mkdirSync(join(folder, 'logs'), { recursive: true });
  const running = join(folder, 'running.json');
  const owner = { pid: process.pid, birth: birthOf(process.pid) ?? '' };
  await claim(running, owner);

  // The last resort for an unexpected failure of this program.
  const abandon = () => {
    for (const one of started) signalGroup(one, one.stopBy);
  };
  process.once('exit', abandon);

  const logOf = (name: string) => join(folder, 'logs', `${name}.log`);
  const writeDown = () => replaceFile(running, { owner, processes: started });
  writeDown();

  function launch(name: string, command: string, args: string[], stdio: StdioOptions, { env, cwd, user, stopBy = 'SIGTERM' }: Launch = {}) {
    signal.throwIfAborted();
    // Its own process group, so that Ctrl-C reaches only this program, which stops the others in order.
    const child = spawn(command, args, { ...(cwd && { cwd }), ...user, env: { ...process.env, ...env }, stdio, detached: true });
    const exited = new Promise<string | number>((resolve, fail) => {
      child.once('error', (error) => fail(new Error(`${name} could not be started: ${error.message}`)));
      child.once('exit', (code, by) => resolve(code ?? by ?? 'unknown'));
    });
    const pid = child.pid;
    if (pid === undefined) return exited;

    const one = { name, pid, birth: birthOf(pid) ?? '', stopBy };
    started.push(one);
    writeDown();
    return exited.finally(() => {
      started.splice(started.indexOf(one), 1);
      if (!signal.aborted) writeDown();
    });
  }

  function launchLogged(name: string, command: string, args: string[], options?: Launch) {
    const log = openSync(logOf(name), 'w');
    try {
      return launch(name, command, args, ['ignore', log, log], options);
    } finally {
      closeSync(log);
    }
  }

  return {
    folder,
    signal,
    ended,
    end: (reason) => controller.abort(reason),
    run(name, command, args, options) {
      launchLogged(name, command, args, options).then(
        (code) => {
          if (signal.aborted) return;
          controller.abort(new Error(`${name} ended by itself (${code}). Its last lines, from ${logOf(name)}:\n${tail(logOf(name))}`));
        },
        (error) => controller.abort(error),
      );
    },
    async finish(name, command, args, options) {
      const code = await launchLogged(name, command, args, options);
      if (code !== 0) throw new Error(`${name} failed (${code}):\n${tail(logOf(name))}`);
      return readFileSync(logOf(name), 'utf8');
    },
    async until(what, attempt, limit = 120_000) {
      const end = Date.now() + limit;
      for (;;) {
        signal.throwIfAborted();
        try {
          return await attempt();
        } catch (error) {
          if (Date.now() > end) throw new Error(`${what} did not answer within ${limit / 1000} s: ${messageOf(error)}`);
        }
        await sleep(50);
      }
    },
    afterwards: (action) => last.push(action),
    async stop() {
      controller.abort(stopped);
      await stopInOrder(started);
      for (const action of last) action();
      process.off('exit', abandon);
      rmSync(running, { force: true });
    },
  };
}

/** Stops what a stack left in the folder if its starter is gone. Returns whether the starter is gone. */
export async function clearAbandoned(folder: string): Promise<boolean> {
  const left = readRunning(join(folder, 'running.json'));
  if (!left || isAlive(left.owner)) return false;
  await stopInOrder(left.processes);
  return true;
}

/** Identifies this process, so that a later one with the same number differs. `undefined` if there is none. */
export function birthOf(pid: number): string | undefined {
  try {
    // proc(5): the state is field 3 and the start time field 22. Field 2, the name, may contain anything and ends with the last bracket.
    const [state, birth] =
      process.platform === 'linux'
        ? [0, 19].map(
            (index) =>
              readFileSync(`/proc/${pid}/stat`, 'utf8')
                .replace(/^.*\) /s, '')
                .split(' ')[index],
          )
        : execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' })
            .trim()
            .split(/\s+(.*)/);
    return state?.startsWith('Z') ? undefined : birth;
  } catch {
    return undefined;
  }
}

/** Whether this very process still runs, and not another with its number. */
export function isAlive({ pid, birth }: { pid: number; birth: string }): boolean {
  return birthOf(pid) === birth;
}

async function claim(running: string, owner: Running['owner']): Promise<void> {
  const mine = `${running}.${owner.pid}`;
  writeFileSync(mine, JSON.stringify({ owner, processes: [] }));
  try {
    linkSync(mine, running);
    return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(mine, { force: true });
  }

  const left = readRunning(running);
  if (left && isAlive(left.owner)) throw alreadyRunning(left.owner.pid);
  const processes = left?.processes ?? [];
  replaceFile(running, { owner, processes });
  // If several programs find the same leftovers at once, the last one to write wins.
  await sleep(200);
  const winner = readRunning(running)?.owner.pid;
  if (winner !== undefined && winner !== owner.pid) throw alreadyRunning(winner);
  await stopInOrder(processes);
}

function alreadyRunning(pid: number): Error {
  return new Error(`It is already running here, as process ${pid}. Stop that one first: Ctrl-C in its window, or: kill ${pid}`);
}

async function stopInOrder(started: Started[]): Promise<void> {
  const named = stopOrder.flat();
  const rows = [
    started.filter(({ name }) => !named.includes(name)),
    ...stopOrder.map((row) => started.filter(({ name }) => row.includes(name))),
  ];
  for (const row of rows) await Promise.all(row.map(stopOne));
}

async function stopOne(one: Started): Promise<void> {
  if (!isAlive(one)) return;
  signalGroup(one, one.stopBy);
  const end = Date.now() + stopLimit;
  while (isAlive(one) && Date.now() < end) await sleep(20);
  if (!isAlive(one)) return;
  signalGroup(one, 'SIGKILL');
  while (isAlive(one)) await sleep(20);
}

function signalGroup({ pid }: Started, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function readRunning(file: string): Running | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function replaceFile(file: string, content: Running): void {
  const next = `${file}.${process.pid}`;
  writeFileSync(next, JSON.stringify(content));
  renameSync(next, file);
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
}

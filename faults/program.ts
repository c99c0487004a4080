/** A program of the project as a process of its own, to be killed and watched. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Order } from './strike.ts';

export interface Program {
  /** How it ended: the signal, or the exit code. */
  ended: Promise<NodeJS.Signals | number>;
  /** Has it ended? */
  isOver(): boolean;
  kill(signal: NodeJS.Signals): void;
  /** Tells it at which moment to die; answers when it has understood. */
  arm(order: Order): Promise<void>;
  /** Everything it said. */
  output(): string;
}

const root = fileURLToPath(new URL('..', import.meta.url));

export function startProgram(file: string, environment: Record<string, string>): Program {
  const child = spawn(process.execPath, [file], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const abandon = (): void => void child.kill('SIGKILL');
  process.once('exit', abandon);
  const ended = new Promise<NodeJS.Signals | number>((resolve, reject) => {
    child.once('error', reject).once('exit', (code, signal) => {
      process.off('exit', abandon);
      resolve(signal ?? code ?? -1);
    });
  });
  ended.catch(() => {});
  return {
    ended,
    isOver: () => child.exitCode !== null || child.signalCode !== null,
    kill: (signal) => void child.kill(signal),
    arm: (order) =>
      new Promise((resolve, reject) => {
        child.once('message', () => resolve());
        child.send(order, (error) => error && reject(error));
      }),
    output: () => output,
  };
}

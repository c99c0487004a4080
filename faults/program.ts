/** Runs a program of the project as a child process that a test can kill and watch. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { KillPoint } from './strike.ts';

export interface Program {
  /** How it ended: the signal, or the exit code. */
  ended: Promise<NodeJS.Signals | number>;
  isOver(): boolean;
  kill(signal: NodeJS.Signals): void;
  /** Arms the point at which it kills itself. Resolves when the process has confirmed. */
  arm(point: KillPoint): Promise<void>;
  /** Everything it has written to stdout and stderr. */
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
    arm: (point) =>
      new Promise((resolve, reject) => {
        child.once('message', () => resolve());
        child.send(point, (error) => error && reject(error));
      }),
    output: () => output,
  };
}

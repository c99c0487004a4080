import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Processes } from './processes.ts';
import { birthOf, clearAbandoned, isAlive, openProcesses, stopped } from './processes.ts';

type Noted = { name: string; pid: number; birth: string };

const gone = { pid: 2 ** 22 + 1, birth: 'long ago' };
const deaf = ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log("up")'];

describe('the processes of a stack', () => {
  let folder: string;
  let opened: Processes[];

  const open = async () => {
    const processes = await openProcesses(folder);
    opened.push(processes);
    return processes;
  };
  const note = () => join(folder, 'running.json');
  const noted = (): Noted[] => JSON.parse(readFileSync(note(), 'utf8')).processes;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'akjet-processes-'));
    opened = [];
  });

  afterEach(async () => {
    for (const processes of opened) await processes.stop();
    rmSync(folder, { recursive: true });
  });

  it('are listed while they run, and all stopped in the end', async () => {
    const processes = await open();
    processes.run('api', 'sleep', ['60']);
    processes.run('postgresql', 'sleep', ['60']);
    const running = noted();
    expect(running.map(({ name }) => name)).toEqual(['api', 'postgresql']);
    expect(running.every(isAlive)).toBe(true);
    await processes.stop();
    expect(running.some(isAlive)).toBe(false);
    expect(existsSync(note())).toBe(false);
    expect(processes.signal.reason).toBe(stopped);
  });

  it('are killed if they do not stop by themselves', async () => {
    const processes = await open();
    processes.run('worker', process.execPath, deaf);
    await processes.until('It', async () => expect(readFileSync(join(folder, 'logs/worker.log'), 'utf8')).toContain('up'));
    const running = noted();
    await processes.stop();
    expect(running.some(isAlive)).toBe(false);
  });

  it('end together when one ends by itself, with its last lines as the reason', async () => {
    const processes = await open();
    processes.run('temporal', 'sleep', ['60']);
    processes.run('api', 'sh', ['-c', 'echo no port left; exit 3']);
    await once(processes.signal, 'abort');
    expect(processes.signal.reason.message).toMatch(/^api ended by itself \(3\).*no port left$/s);
    expect(() => processes.run('worker', 'sleep', ['60'])).toThrow(/api ended/);
  });

  it('return the output of a finished program, or fail with it', async () => {
    const processes = await open();
    await expect(processes.finish('good', 'echo', ['done'])).resolves.toBe('done\n');
    await expect(processes.finish('bad', 'sh', ['-c', 'echo why; exit 1'])).rejects.toThrow('bad failed (1):\nwhy');
    await expect(processes.finish('none', 'no-such-program', [])).rejects.toThrow('none could not be started');
    expect(noted()).toEqual([]);
  });

  it('belong to one stack of a folder at a time', async () => {
    await open();
    await expect(openProcesses(folder)).rejects.toThrow(`already running here, as process ${process.pid}`);
    await expect(clearAbandoned(folder)).resolves.toBe(false);
  });

  it('are stopped by the next stack if their starter is gone', async () => {
    const first = await open();
    first.run('temporal', 'sleep', ['60']);
    const left = noted();
    writeFileSync(note(), JSON.stringify({ owner: gone, processes: left }));
    await open();
    expect(left.some(isAlive)).toBe(false);
    expect(noted()).toEqual([]);
  });

  it('are not confused with others that reuse their numbers', async () => {
    const processes = await open();
    processes.run('temporal', 'sleep', ['60']);
    const [running] = noted();
    const earlier = { ...running, birth: 'another' };
    writeFileSync(note(), JSON.stringify({ owner: { pid: process.pid, birth: 'another' }, processes: [earlier] }));
    await expect(clearAbandoned(folder)).resolves.toBe(true);
    expect(running && isAlive(running)).toBe(true);
    expect(birthOf(gone.pid)).toBeUndefined();
  });
});

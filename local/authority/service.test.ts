import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '../../testing/worlds/world.ts';
import { choosePorts } from '../ports.ts';

const program = fileURLToPath(new URL('service.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'akjet-authority-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [kept, roots] = [join(folder, 'kept.json'), join(folder, 'roots.pem')];
const start = (port: number, environment: string) =>
  spawn(process.execPath, [program], {
    env: { ...process.env, NODE_ENV: environment, AUTHORITY_PORT: String(port), AUTHORITY_KEPT: kept, AUTHORITY_ROOTS: roots },
  });

it('keeps its keys over a restart, for its owner alone, and answers this machine alone', async () => {
  const { authority: port } = await choosePorts('test');
  const read: string[] = [];
  for (let each = 0; each < 2; each++) {
    const service = start(port, 'development');
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(answers, 'the authority');
    const body = JSON.stringify({ name: 'СЕРИКОВ НУРЛАН', iin: '750912300013' });
    const headers = { 'Content-Type': 'application/json' };
    const url = `http://127.0.0.1:${port}/certificates`;
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(201);
    expect((await fetch(url, { method: 'POST', headers: { ...headers, Origin: 'https://evil.example' }, body })).status).toBe(403);
    read.push(readFileSync(roots, 'utf8'));
    service.kill('SIGTERM');
    await once(service, 'exit');
  }
  expect(read[1]).toBe(read[0]);
  expect(statSync(kept).mode & 0o077).toBe(0);
});

it('does not start in production', async () => {
  const service = start(1, 'production');
  let said = '';
  service.stderr.on('data', (text) => {
    said += text;
  });
  const [code] = await once(service, 'exit');
  expect([code, said]).toEqual([1, expect.stringContaining('not in production')]);
});

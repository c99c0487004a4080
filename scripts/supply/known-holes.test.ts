import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Accepted } from './known-holes.ts';
import { findHoles } from './known-holes.ts';

const folder = mkdtempSync(join(tmpdir(), 'akjet-holes-'));
const given = { ...process.env };
const closing: (() => void)[] = [];
const today = '2026-11-29';

beforeAll(() => {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'shop', version: '1.0.0', dependencies: { tap: '1.1.0' } }));
  const packages = {
    '': { name: 'shop', version: '1.0.0', dependencies: { tap: '1.1.0' }, devDependencies: { bench: '1.0.0' } },
    'node_modules/tap': { version: '1.1.0', dependencies: { pipe: '^3.0.0' } },
    'node_modules/tap/node_modules/pipe': { version: '3.0.0' },
    'node_modules/pipe': { version: '2.0.0', dev: true },
    'node_modules/bench': { version: '1.0.0', dev: true, dependencies: { pipe: '^2.0.0' } },
  };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ name: 'shop', lockfileVersion: 3, packages }));
});
afterEach(() => {
  for (const close of closing.splice(0)) close();
  process.env = { ...given };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A registry at which npm asks, in place of the machine's. */
async function registry(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<void> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  process.env.npm_config_registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.npm_config_cache = join(folder, 'cache');
}

const refusing = () => registry((_request, response) => response.writeHead(404).end('{}'));

/** A registry that knows these advisories, and no package. */
const advising = (advisories: Record<string, object[]>) =>
  registry((request, response) => {
    if (request.url !== '/-/npm/v1/security/advisories/bulk') return response.writeHead(404).end('{}');
    return response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(advisories));
  });
const advisory = (id: string, versions: string) => ({
  ...{ id: 7, url: `https://github.com/advisories/${id}`, title: 'It drips', severity: 'high', vulnerable_versions: versions },
  ...{ cwe: [], cvss: { score: 0, vectorString: null } },
});

/** A folder of OSV's records. */
function osv(records: Record<string, object>): string {
  const place = mkdtempSync(join(folder, 'osv-'));
  for (const [id, record] of Object.entries(records))
    writeFileSync(join(place, `${id}.json`), JSON.stringify({ id, modified: '2026-11-20T08:00:00Z', ...record }));
  return place;
}
const about = (name: string, ...events: object[]) => ({
  affected: [{ package: { ecosystem: 'npm', name }, ranges: [{ type: 'SEMVER', events }] }],
});
const dripping = { summary: 'It drips', aliases: ['CVE-2026-1'], ...about('tap', { introduced: '0' }, { fixed: '1.2.0' }) };
const harmless = about('tap', { introduced: '2.0.0' });
const accepted: Accepted = { id: 'GHSA-1', package: 'tap', reason: 'No water flows here', until: today };

describe('with the records of OSV', () => {
  beforeEach(refusing);

  test('finds a hole of a production package, by its nested version too, and no other', async () => {
    const records = osv({
      'GHSA-1': dripping,
      'GHSA-2': harmless,
      'GHSA-3': about('pipe', { introduced: '3.0.0' }),
      'GHSA-4': about('pipe', { introduced: '0' }, { fixed: '3.0.0' }),
      'GHSA-5': about('bench', { introduced: '0' }),
      'GHSA-6': { withdrawn: '2026-11-20T08:00:00Z', ...dripping },
    });
    const { lines, failed } = await findHoles(folder, records, [], today);
    expect(failed).toBe(true);
    expect(lines).toEqual([
      'Known holes: 2 not accepted. 2 production packages were compared with the records of OSV of 2026-11-20.',
      expect.stringMatching(/^Not compared with more: the registry has no advisories for us \(404/),
      '  tap@1.1.0 GHSA-1 CVE-2026-1 It drips',
      '  pipe@3.0.0 GHSA-3 ',
    ]);
  });

  test('passes where no record is about an installed version', async () => {
    const { lines, failed } = await findHoles(folder, osv({ 'GHSA-2': harmless }), [], today);
    expect(failed).toBe(false);
    expect(lines[0]).toMatch(/^Known holes: 0 not accepted/);
  });

  test.each([
    ['by its id', accepted],
    ['by an alias', { ...accepted, id: 'CVE-2026-1' }],
  ])('passes a hole that is accepted %s, and says until when and why', async (_name, by) => {
    const { lines, failed } = await findHoles(folder, osv({ 'GHSA-1': dripping }), [by], today);
    expect(failed).toBe(false);
    expect(lines.at(-1)).toBe('  tap@1.1.0 GHSA-1 CVE-2026-1 It drips (accepted until 2026-11-29: No water flows here)');
  });

  test.each([
    ['until yesterday', { ...accepted, until: '2026-11-28' }],
    ['of another package', { ...accepted, package: 'pipe' }],
    ['of another hole', { ...accepted, id: 'GHSA-9' }],
  ])('does not pass one that was accepted %s', async (_name, by) => {
    expect(await findHoles(folder, osv({ 'GHSA-1': dripping }), [by], today)).toMatchObject({ failed: true });
  });

  test('refuses a folder that is not there, has none, or has something else', async () => {
    const find = (records: string) => findHoles(folder, records, [], today);
    await expect(find(join(folder, 'nowhere'))).rejects.toThrow('ENOENT');
    await expect(find(osv({}))).rejects.toThrow('has no records of OSV');
    const other = osv({});
    writeFileSync(join(other, 'other.json'), '{"hello":1}');
    await expect(find(other)).rejects.toThrow(/other\.json is no record of OSV$/);
  });
});

describe('with the advisories of the registry', () => {
  test('finds a hole of a production package, and no other', async () => {
    await advising({
      tap: [advisory('GHSA-1', '<1.2.0')],
      pipe: [advisory('GHSA-4', '<3.0.0')],
      bench: [advisory('GHSA-5', '*')],
    });
    const { lines, failed } = await findHoles(folder, undefined, [], today);
    expect(failed).toBe(true);
    expect(lines).toEqual([
      'Known holes: 1 not accepted. 2 production packages were compared with the advisories of the registry.',
      '  tap@1.1.0 GHSA-1 high: It drips',
    ]);
  });

  test('passes where it knows of none', async () => {
    await advising({});
    expect(await findHoles(folder, undefined, [], today)).toMatchObject({ failed: false });
  });

  test('counts a hole once that OSV names too', async () => {
    await advising({ tap: [advisory('GHSA-1', '<1.2.0')] });
    const { lines } = await findHoles(folder, osv({ 'GHSA-1': dripping }), [], today);
    expect(lines[0]).toMatch(/^Known holes: 1 not accepted.* the advisories of the registry and the records of OSV/);
    expect(lines).toHaveLength(2);
  });
});

describe('without data it says that nothing was checked, and does not fail', () => {
  test('where the registry has no advisories', async () => {
    await refusing();
    const { lines, failed } = await findHoles(folder, undefined, [], today);
    expect(failed).toBe(false);
    expect(lines).toEqual([expect.stringMatching(/^NOT CHECKED for known holes: .*404 Not Found.*OSV_DATA names no folder\.$/)]);
  });

  test('where the registry never answers', async () => {
    await registry(() => undefined);
    const { lines, failed } = await findHoles(folder, undefined, [], today);
    expect(failed).toBe(false);
    expect(lines).toEqual([expect.stringMatching(/^NOT CHECKED for known holes: /)]);
  });

  test('where nobody is there', async () => {
    await refusing();
    process.env.npm_config_registry = 'http://127.0.0.1:9';
    const { lines, failed } = await findHoles(folder, undefined, [], today);
    expect(failed).toBe(false);
    expect(lines).toEqual([expect.stringMatching(/^NOT CHECKED for known holes: /)]);
  });
});

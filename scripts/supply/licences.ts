import type { Verdict } from './known-holes.ts';
import { productionPackages } from './packages.ts';

/** What the platform may be built on: licences that ask for no more than their notice, or for nothing. */
const ALLOWED = [
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT', 'MIT-0', 'Unlicense'],
  ...['Apache-2.0 AND MIT', '(MIT OR CC0-1.0)', '(MIT OR Apache-2.0)'],
];

/** Packages that were looked at one by one. */
const LOOKED_AT: Record<string, string> = {
  'caniuse-lite': 'CC-BY-4.0: data about browsers, which webpack reads when it bundles the workflows. It is not changed and not passed on',
  '@expo-google-fonts/golos-text':
    'MIT AND OFL-1.1: the typeface of papers. The font licence asks that a font is not sold alone; documents made with it are free',
  'libheif-js': 'LGPL-3.0: libheif, which reads HEIC and is loaded as a library of its own. It is not changed and not passed on',
  'png-js': 'package.json names none; its LICENSE is that of MIT',
  unionfs: 'package.json names none; its LICENSE is the Unlicense',
};

/** The same for packages that differ by machine. */
const LOOKED_AT_BY_MACHINE: readonly [name: RegExp, why: string][] = [
  [
    /^@img\/sharp-(libvips-|wasm32$|win32-)/,
    'LGPL-3.0: libvips, which sharp loads as a library of its own. It is not changed and not passed on',
  ],
];

const isLookedAt = (name: string): boolean => name in LOOKED_AT || LOOKED_AT_BY_MACHINE.some(([names]) => names.test(name));

/** Finds the production packages of a folder whose licence nobody has allowed. */
export function findLicences(folder: string): Verdict {
  const packages = productionPackages(folder);
  const unknown = packages.filter(({ name, license }) => !isLookedAt(name) && !ALLOWED.includes(license ?? ''));
  return {
    lines: [
      `Licences: ${unknown.length} not allowed, of ${packages.length} production packages.`,
      ...unknown.map(({ name, version, license }) => `  ${name}@${version} ${license ?? 'names no licence'}: scripts/supply/licences.ts`),
    ],
    failed: unknown.length > 0,
  };
}

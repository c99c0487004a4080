import { readFileSync } from 'node:fs';

/** A package of package-lock.json that production may install. */
export interface Package {
  name: string;
  version: string;
  license: string | undefined;
  /** `sha512-` and base64. */
  integrity: string | undefined;
}

type Entry = { name?: string; version: string; license?: string; integrity?: string; dev?: boolean };

/** The packages that `npm ci --omit=dev` may install from a folder's package-lock.json, for whatever machine: each version once. */
export function productionPackages(folder: string): Package[] {
  const lock = JSON.parse(readFileSync(`${folder}/package-lock.json`, 'utf8')) as { packages: Record<string, Entry> };
  const installed = Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { name, version, license, integrity }]) => ({ name: name ?? nameIn(path), version, license, integrity }));
  return [...new Map(installed.map((each) => [`${each.name}@${each.version}`, each])).values()];
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

import type { Hole } from './hole.ts';
import { affects, readRecords } from './osv.ts';
import type { Package } from './packages.ts';
import { productionPackages } from './packages.ts';
import { askRegistry } from './registry.ts';

/** A hole that somebody has looked at and accepts for a time: scripts/supply/accepted.json. */
export interface Accepted {
  id: string;
  package: string;
  reason: string;
  /** The last day, as YYYY-MM-DD. */
  until: string;
}

export interface Verdict {
  /** What to tell whoever runs the check. */
  lines: string[];
  /** Whether there is a known hole that nobody accepts. */
  failed: boolean;
}

/**
 * Compares the production packages of a folder with the registry's advisories, and with OSV's records where a folder of them is given. Where neither can
 * be had it says so, and that is no failure.
 * @throws an error if the folder of records is not there or holds none.
 */
export async function findHoles(folder: string, records: string | undefined, accepted: Accepted[], today: string): Promise<Verdict> {
  const packages = productionPackages(folder);
  const registry = await askRegistry(folder, packages);
  const osv = records === undefined ? undefined : askRecords(records, packages);
  const silence = 'silent' in registry ? `the registry has no advisories for us (${registry.silent})` : undefined;
  if (silence && !osv) return { lines: [`NOT CHECKED for known holes: ${silence}, and OSV_DATA names no folder.`], failed: false };

  const holes = merged([...('holes' in registry ? registry.holes : []), ...(osv?.holes ?? [])]);
  const judged = holes.map((hole) => ({ hole, by: accepted.find((each) => each.package === hole.name && hole.ids.includes(each.id)) }));
  const isOpen = ({ by }: { by: Accepted | undefined }) => by === undefined || by.until < today;
  const sources = [...(silence ? [] : ['the advisories of the registry']), ...(osv ? [`the records of OSV of ${osv.newest}`] : [])];
  const open = judged.filter(isOpen).length;
  return {
    lines: [
      `Known holes: ${open} not accepted. ${packages.length} production packages were compared with ${sources.join(' and ')}.`,
      ...(silence ? [`Not compared with more: ${silence}.`] : []),
      ...judged.map(({ hole, by }) => `  ${hole.name}@${hole.version} ${hole.ids.join(' ')} ${hole.what}${standing(by, today)}`),
    ],
    failed: open > 0,
  };
}

function standing(by: Accepted | undefined, today: string): string {
  if (by === undefined) return '';
  return by.until < today ? ` (was accepted until ${by.until})` : ` (accepted until ${by.until}: ${by.reason})`;
}

/** All of npm's records are some hundred thousand, and few name a package of ours. */
function askRecords(folder: string, packages: Package[]): { holes: Hole[]; newest: string } {
  const versions = Map.groupBy(packages, ({ name }) => name);
  const holes: Hole[] = [];
  let newest = '';
  for (const record of readRecords(folder)) {
    if (record.modified > newest) newest = record.modified;
    const { id, aliases = [], summary = '', affected = [] } = record;
    for (const { name, version } of new Set(affected.flatMap((each) => versions.get(each.package?.name ?? '') ?? [])))
      if (affects(record, name, version)) holes.push({ ids: [id, ...aliases], name, version, what: summary });
  }
  if (newest === '') throw new Error(`${folder} has no records of OSV`);
  return { holes, newest: newest.slice(0, 10) };
}

/** Several sources name one hole, by its id or an alias; and a version may be installed in several places. */
function merged(holes: Hole[]): Hole[] {
  const found: Hole[] = [];
  for (const hole of holes) {
    const same = found.find(
      (each) => each.name === hole.name && each.version === hole.version && each.ids.some((id) => hole.ids.includes(id)),
    );
    if (same) same.ids = [...new Set([...same.ids, ...hole.ids])];
    else found.push({ ...hole });
  }
  return found;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from 'semver';

/** What is read of a record of osv.dev (https://ossf.github.io/osv-schema/). */
export interface OsvRecord {
  id: string;
  modified: string;
  withdrawn?: string;
  aliases?: string[];
  summary?: string;
  affected?: Affected[];
}
interface Affected {
  package?: { ecosystem: string; name: string };
  ranges?: { type: string; events: Event[] }[];
  versions?: string[];
}
type Event = { introduced: string } | { fixed: string } | { last_affected: string } | { limit: string };

/** The records in a folder, one after another: a file each, as in OSV's npm/all.zip. @throws an error that names the file that is no record. */
export function* readRecords(folder: string): Generator<OsvRecord> {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) yield readRecord(join(folder, name));
}

function readRecord(file: string): OsvRecord {
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as OsvRecord;
    if (typeof record.id !== 'string' || typeof record.modified !== 'string') throw new Error('it has no id or no date');
    return record;
  } catch (error) {
    throw new Error(`${file} is no record of OSV`, { cause: error });
  }
}

/** Whether a record says that this version of an npm package has the hole. */
export function affects({ withdrawn, affected = [] }: OsvRecord, name: string, version: string): boolean {
  if (withdrawn !== undefined) return false;
  return affected
    .filter(({ package: of }) => of?.ecosystem === 'npm' && of.name === name)
    .some(
      ({ versions = [], ranges = [] }) =>
        versions.includes(version) || ranges.some(({ type, events }) => type === 'SEMVER' && isWithin(version, events)),
    );
}

// The schema's own evaluation: the last event at or before the version decides. Without a limit there is none.
function isWithin(version: string, events: Event[]): boolean {
  const limits = events.flatMap((event) => ('limit' in event ? event.limit : []));
  if (limits.length > 0 && !limits.some((limit) => limit === '*' || isBefore(version, limit))) return false;
  return events
    .toSorted((a, b) => order(versionOf(a), versionOf(b)))
    .reduce((within, event) => {
      if ('introduced' in event) return within || !isBefore(version, event.introduced);
      if ('fixed' in event) return within && isBefore(version, event.fixed);
      if ('last_affected' in event) return within && order(version, event.last_affected) <= 0;
      return within;
    }, false);
}

const versionOf = (event: Event): string => Object.values(event)[0] as string;
const isBefore = (version: string, bound: string): boolean => order(version, bound) < 0;

/** `0` is before every version, and `*` behind. */
function order(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '0' || b === '*') return -1;
  if (b === '0' || a === '*') return 1;
  return compare(a, b);
}

import { execFile } from 'node:child_process';
import { satisfies } from 'semver';
import { z } from 'zod';
import type { Hole } from './hole.ts';
import type { Package } from './packages.ts';

const advisory = z.object({ name: z.string(), title: z.string(), url: z.string(), severity: z.string(), range: z.string() });
/** What `npm audit --json` prints. A package's `via` also has names of packages that bring the hole: those have their own advisory. */
const report = z.object({ vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisory])) })) });
const failure = z.object({ message: z.string() });

/** The holes that the registry's advisories name in the packages of a folder, or why it names none: many proxies of a registry have no advisories. */
export async function askRegistry(folder: string, packages: Package[]): Promise<{ holes: Hole[] } | { silent: string }> {
  const answer = await audit(folder);
  const { success, data } = report.safeParse(answer);
  if (!success) return { silent: failure.safeParse(answer).data?.message ?? 'it does not answer' };
  const advisories = Object.values(data.vulnerabilities).flatMap(({ via }) => via.filter((each) => typeof each !== 'string'));
  return { holes: packages.flatMap((each) => holesOf(each, advisories)) };
}

function holesOf({ name, version }: Package, advisories: z.infer<typeof advisory>[]): Hole[] {
  return advisories
    .filter((each) => each.name === name && satisfies(version, each.range, { includePrerelease: true }))
    .map(({ url, title, severity }) => ({ ids: [url.split('/').at(-1) ?? url], name, version, what: `${severity}: ${title}` }));
}

/** npm's own answer, as JSON. It ends with 1 where it finds a hole, and where the registry refuses. */
function audit(folder: string): Promise<unknown> {
  // The environment is named because jest gives a test one of its own.
  const options = { cwd: folder, env: process.env, timeout: 60_000, maxBuffer: 2 ** 26 };
  const flags = ['--omit=dev', '--package-lock-only', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
  return new Promise((resolve) => {
    execFile('npm', ['audit', ...flags], options, (_error, stdout) => {
      try {
        resolve(JSON.parse(stdout));
      } catch {
        resolve(undefined);
      }
    });
  });
}

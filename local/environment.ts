import { readFileSync } from 'node:fs';

/** Where `npm start` notes its environment while it runs. */
export const environmentFile = new URL('../.local/environment.json', import.meta.url);

/** The environment of the stack that `npm start` runs here, or the process's own where that names a database. */
export function developmentEnvironment(): Record<string, string | undefined> {
  if (process.env.DATABASE_URL) return process.env;
  try {
    return { ...process.env, ...JSON.parse(readFileSync(environmentFile, 'utf8')) };
  } catch {
    return process.env;
  }
}

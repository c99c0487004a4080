import { readFileSync } from 'node:fs';

/** The file with the environment of a running `npm start`. */
export const environmentFile = new URL('../.local/environment.json', import.meta.url);

/** The process's own environment if it names a database, otherwise that of the stack that `npm start` runs here. */
export function developmentEnvironment(): Record<string, string | undefined> {
  if (process.env.DATABASE_URL || process.env.DATABASE_OWNER_URL) return process.env;
  try {
    return { ...process.env, ...JSON.parse(readFileSync(environmentFile, 'utf8')) };
  } catch {
    return process.env;
  }
}

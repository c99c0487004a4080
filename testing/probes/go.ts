/** Go, for programs that check ours from outside. */
import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';

/** The environment in which Go is found, also where it is installed in its usual place and not in the path. */
export const goEnvironment = { ...process.env, PATH: `${process.env.PATH}${delimiter}/usr/local/go/bin` };

/** Whether Go is here. If not, says what is skipped for it. */
export function isGoHere(skipped: string): boolean {
  const isHere = spawnSync('go', ['version'], { env: goEnvironment }).status === 0;
  if (!isHere) process.stderr.write(`skipped: ${skipped}, because there is no Go here\n`);
  return isHere;
}

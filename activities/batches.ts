/** Long lists of lives, read and worked off in batches. */

/** Read from the database together, and lives worked on at once. */
const BATCH = 200;
const AT_ONCE = 4;

/**
 * Does what `read` finds, after the last one that it found before, until it finds nothing more. One that fails holds up no other. Returns the sum of
 * what `work` returns: how many it did. @throws the first failure, at the end of its batch
 */
export async function batches<One>(
  read: (most: number, last: One | undefined) => Promise<One[]>,
  work: (one: One) => Promise<number>,
  alive: () => void,
): Promise<number> {
  let [done, last] = [0, undefined as One | undefined];
  for (;;) {
    const found = await read(BATCH, last);
    if (found.length === 0) return done;
    last = found.at(-1);
    const failures: unknown[] = [];
    const queue = [...found];
    const next = async (): Promise<void> => {
      for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
        await work(one).then(
          (count) => {
            done += count;
          },
          (error: unknown) => failures.push(error),
        );
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    alive();
    if (failures.length > 0) throw failures[0];
  }
}

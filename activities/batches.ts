/** Long lists of lives, read and worked off in batches. */

/** Read from the database together, and lives worked on at once. */
const BATCH = 200;
const AT_ONCE = 4;

/** Does what `read` finds until it finds nothing more. One that fails holds up no other. Returns how many were done. @throws the first failure, at the end */
export async function batches<One>(
  read: (most: number) => Promise<One[]>,
  work: (one: One) => Promise<void>,
  alive: () => void,
): Promise<number> {
  let done = 0;
  for (;;) {
    const found = await read(BATCH);
    if (found.length === 0) return done;
    const failures: unknown[] = [];
    const queue = [...found];
    const next = async (): Promise<void> => {
      for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
        await work(one).then(
          () => done++,
          (error: unknown) => failures.push(error),
        );
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    alive();
    if (failures.length > 0) throw failures[0];
  }
}

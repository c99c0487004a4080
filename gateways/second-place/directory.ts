/** A directory as a store of objects. As the second place it is a mount of another machine, best one that keeps files from change. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ObjectStore } from './port.ts';
import { Taken } from './port.ts';

const hasCode = (error: unknown, code: string): boolean => (error as { code?: string } | null)?.code === code;

/** `url`: `file:///…`. The directory must exist: an unmounted one must not be taken for an empty one. */
export function directoryPlace(url: string): ObjectStore {
  const folder = fileURLToPath(url);
  const read = async (name: string): Promise<Buffer | undefined> => {
    try {
      return await readFile(join(folder, name));
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
      await readdir(folder);
      return undefined;
    }
  };
  return {
    read,
    async keep(name, bytes) {
      await readdir(folder);
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      // A link is never made over a file, and a file that is linked is whole, whatever dies in between.
      const draft = join(folder, `.${randomUUID()}`);
      const file = await open(draft, 'wx', 0o444);
      try {
        await file.writeFile(bytes);
        await file.sync();
        await link(draft, path);
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error;
        if (!(await read(name))?.equals(bytes)) throw new Taken(`${name} is in the second place already, with other bytes`);
      } finally {
        await file.close();
        await rm(draft, { force: true });
      }
    },
    async remove(name) {
      await readdir(folder);
      await rm(join(folder, name), { force: true });
    },
    async list(name, after) {
      await readdir(folder);
      try {
        return (await readdir(join(folder, name))).filter((each) => after === undefined || each > after).sort();
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return [];
        throw error;
      }
    },
  };
}

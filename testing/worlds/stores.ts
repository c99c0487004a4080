/** Where the second places of a test are: directories of this machine, or a bucket of a real S3 server. Both keep each name as a file. */
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PlaceSettings } from '../../gateways/second-place/open.ts';
import { openS3Server } from '../stand-ins/s3.ts';

export interface OwnPlace {
  /** The settings of who keeps the anchors, and of who only reads them. */
  settings: PlaceSettings;
  readOnly: PlaceSettings;
  /** The folder that holds its names. */
  folder: string;
  /** As if the place could not be reached. The result brings it back. */
  takeAway(): () => void;
}

export interface Store {
  /** A second place that is empty. */
  create(): OwnPlace;
  close(): Promise<void>;
}

const hidden = (folder: string) => () => {
  renameSync(folder, `${folder}-away`);
  return () => renameSync(`${folder}-away`, folder);
};

export const directories: Store = {
  create() {
    const folder = mkdtempSync(join(tmpdir(), 'akjet-second-place-'));
    const settings = { LOG_PLACE: pathToFileURL(folder).href };
    return { folder, settings, readOnly: settings, takeAway: hidden(folder) };
  },
  close: async () => {},
};

/** A store with one bucket. Each place is a prefix of it. */
export async function bucket(): Promise<Store> {
  const server = await openS3Server();
  await server.createBucket('anchors');
  let count = 0;
  return {
    create() {
      const prefix = `log/${++count}`;
      const folder = join(server.folderOf('anchors'), prefix);
      const settings = (who: 'writer' | 'reader') => server.settings('anchors', prefix, who);
      return { folder, settings: settings('writer'), readOnly: settings('reader'), takeAway: hidden(server.folderOf('anchors')) };
    },
    close: server.close,
  };
}

/** Removes what a place holds. */
export const removePlace = ({ folder }: OwnPlace): void => rmSync(folder, { recursive: true, force: true });

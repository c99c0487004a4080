import { openObjects } from '../second-place/open.ts';
import type { FileStore } from './port.ts';

export interface FileSettings {
  FILES_PLACE: string;
  FILES_PLACE_KEY_ID?: string | undefined;
  FILES_PLACE_SECRET?: string | undefined;
}

/** The store of files that the settings name: a directory, or a bucket with credentials. @throws if they do not fit. */
export const openFiles = ({ FILES_PLACE: url, FILES_PLACE_KEY_ID: keyId, FILES_PLACE_SECRET: secret }: FileSettings): FileStore =>
  openObjects('FILES_PLACE', { url, keyId, secret });

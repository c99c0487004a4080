import type { BoundParties, ChartEvent } from '../law.ts';
import type { FileFault } from './faults.ts';

/** A file whose bytes are whole in the store. */
export interface ReceiveFile {
  id: string;
  /** The account that uploaded it. */
  owner: string;
  /** The bytes in the store, which have an id of their own: they go, and the life stays. */
  content: string;
  /** Lower-case hex SHA-256 of the bytes. */
  sha256: string;
  /** Bytes. */
  size: number;
  /** By what the bytes are, not by a name. */
  mediaType: string;
  /** In so many hours after it is clean it hangs on something, or it is erased. */
  unusedHours: number;
}

/** Of an image: the pixels of its public copy. */
export interface Picture {
  width: number;
  height: number;
}

export type FileEvent =
  | ChartEvent<'receive', ReceiveFile>
  | ChartEvent<'passed', { picture?: Picture }>
  | ChartEvent<'infected', object>
  | ChartEvent<'unfit', { fault: FileFault }>
  | ChartEvent<'used', object>
  | ChartEvent<'unused', object>
  | ChartEvent<'erase', object>;

export interface FileContext extends BoundParties, ReceiveFile {
  picture?: Picture;
  fault?: FileFault | 'infected';
  /** A moment: until when it has to hang on something. */
  unusedBy?: string;
}

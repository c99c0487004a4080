/**
 * The port to the store of files: objects under names, each written once. It holds pieces of at most a mebibyte that are sealed before they come here, and
 * learns neither what they are nor whose.
 */
import type { ObjectStore } from '../second-place/port.ts';

export type FileStore = Pick<ObjectStore, 'keep' | 'read' | 'remove'>;

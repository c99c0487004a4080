import { kindOf } from '../../lives/ids.ts';
import { idFrom } from '../free-text.ts';

/** The one thread of the parties of a dispute, or of a task and one contractor. Two devices that write first at the same moment write in one thread. */
export const threadOf = ({ about, contractor = '' }: { about: string; contractor?: string | undefined }): string =>
  `thread/${idFrom(about, kindOf(about) === 'task' ? contractor : '', 'thread')}`;

/** Draws what no record holds, while its reader waits. */
import { openApart } from '../../documents/apart.ts';
import type { DrawInput } from './draw.ts';

/** The bytes of the PDF. One paper at a time: to draw it takes a core for a good part of a second. @throws 429 if too many wait */
export const drawPaper = openApart<DrawInput, Uint8Array>(new URL('./draw.ts', import.meta.url), { seconds: 20, megabytes: 256 });

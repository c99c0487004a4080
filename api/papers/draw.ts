/** Draws a paper in a thread of its own. */
import { parentPort } from 'node:worker_threads';
import type { Paper } from '../../documents/paper.ts';
import { renderPaper } from '../../documents/pdf/render.ts';

export interface DrawInput {
  paper: Paper;
  publicUrl: string;
}

parentPort?.on('message', async ({ paper, publicUrl }: DrawInput) => parentPort?.postMessage(await renderPaper(paper, publicUrl)));

/** Draws the copy of a paper in a thread of its own: the pages of the original, then the sheet of signatures, with the original attached byte for byte. */
import { parentPort } from 'node:worker_threads';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Paper } from '../../../documents/paper.ts';
import { renderPaper } from '../../../documents/pdf/render.ts';

export interface CopyInput {
  original: Uint8Array;
  sheet: Paper;
  publicUrl: string;
}

async function draw({ original, sheet, publicUrl }: CopyInput): Promise<Uint8Array> {
  const copy = await PDFDocument.load(original, { updateMetadata: false });
  const drawn = await PDFDocument.load(await renderPaper(sheet, publicUrl), { updateMetadata: false });
  for (const page of await copy.copyPages(drawn, drawn.getPageIndices())) copy.addPage(page);
  await copy.attach(original, 'document.pdf', { mimeType: 'application/pdf', description: sheet.reference });
  return copy.save({ useObjectStreams: false });
}

parentPort?.on('message', async (input: CopyInput) => parentPort?.postMessage(await draw(input)));

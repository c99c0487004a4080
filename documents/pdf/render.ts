/** Draws papers as PDF/A-2b. */
import type { Paper } from '../paper.ts';

/**
 * Draws a paper. The same paper gives the same bytes.
 * @param publicUrl where people reach the platform: the QR code leads to its page `/verify/<reference>`.
 */
export async function renderPaper(paper: Paper, publicUrl: string): Promise<Buffer> {
  throw new Error(`${paper.title.ru} of ${publicUrl} cannot be drawn yet`);
}

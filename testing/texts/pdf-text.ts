/** Takes the text out of a PDF, as a reader's program does: by the maps from glyphs to characters that the file carries. */
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One text for each page: the pieces in the order in which they were drawn, each on a line of its own. */
export async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const document = await loading.promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent({ disableNormalization: true });
    pages.push(items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : [])).join('\n'));
  }
  await loading.destroy();
  return pages;
}

/** The text of all pages in one line: where a line of the paper breaks, a space. */
export const textOfPdf = async (bytes: Uint8Array): Promise<string> => (await pagesOf(bytes)).join('\n').replace(/\n/gu, ' ');

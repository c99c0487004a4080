/** PDFs written by hand, object by object, to hide in them what a check has to find. */
import { deflateSync } from 'node:zlib';

export interface Crafted {
  /** Of the catalog, besides its pages. */
  catalog?: string;
  /** Of the only page. */
  page?: string;
  /** Whole objects behind the others, such as `5 0 obj << … >> endobj`. */
  more?: (string | Buffer)[];
  trailer?: string;
  pages?: number;
}

/** A whole object that is a stream. */
export const streamOf = (number: number, dict: string, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`${number} 0 obj\n<< ${dict} /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream\nendobj\n'),
  ]);

/** A stream that holds objects, packed. `dict` may say how it is packed otherwise. */
export function objectStream(
  number: number,
  objects: [number: number, text: string][],
  dict = '/Filter /FlateDecode',
  pack = deflateSync,
): Buffer {
  const offsets = objects.map(([id], index) => `${id} ${objects.slice(0, index).reduce((sum, [, text]) => sum + text.length + 1, 0)}`);
  const head = `${offsets.join(' ')} `;
  const data = Buffer.from(head + objects.map(([, text]) => `${text} `).join(''), 'latin1');
  return streamOf(number, `/Type /ObjStm /N ${objects.length} /First ${head.length} ${dict}`, pack(data));
}

/** A PDF with a table of where its objects are, as programs read it. */
export function craftedPdf({ catalog = '', page = '', more = [], trailer = '', pages = 1 }: Crafted = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => 100 + index);
  const parts = [
    '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n',
    `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n`,
    `2 0 obj\n<< /Type /Pages /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] /Count ${pages} >>\nendobj\n`,
    ...kids.map((id) => `${id} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${page} >>\nendobj\n`),
    ...more,
  ].map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part));
  const body = Buffer.concat(parts);
  const entries = [...body.toString('latin1').matchAll(/(?:^|[\r\n])(\d+) 0 obj/g)].map(({ 0: text, 1: id, index }) => [
    Number(id),
    index + (text.length - text.trimStart().length),
  ]);
  const table = entries.map(([id, at]) => `${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.concat([
    body,
    Buffer.from(`xref\n${table}trailer\n<< /Size 1000 /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1'),
  ]);
}

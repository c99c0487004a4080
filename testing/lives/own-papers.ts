/** Papers that a party brings itself, for tests. */
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Api, Person, Reply, Task } from '../worlds/api.ts';

/** A PDF of some pages, each with a line of its own: other words make other bytes. */
export async function pdfOf(words: string, pages = 1): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let page = 1; page <= pages; page++) document.addPage().drawText(`${words} ${page}`, { x: 50, y: 700 });
  return Buffer.from(await document.save());
}

interface Given {
  title?: string;
  signers?: 'both' | 'customer' | 'contractor';
  key?: string;
  language?: string;
  preview?: true;
  headers?: Record<string, string>;
}

export const sendPaper = (
  api: Api,
  person: Person | undefined,
  task: string,
  bytes: Uint8Array,
  { title = 'Соглашение о тайне', signers = 'both', preview, headers, ...wish }: Given = {},
): Promise<Reply<Task>> =>
  api.as(person).post<Task>(`/v1/tasks/${task}/send-paper${preview ? '?preview=true' : ''}`, bytes, {
    ...wish,
    headers: { 'Content-Type': 'application/pdf', 'Paper-Title': encodeURIComponent(title), 'Paper-Signers': signers, ...headers },
  });

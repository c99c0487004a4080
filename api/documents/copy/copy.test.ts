/** The copy of a paper to print: its pages and the sheet of signatures. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { PDFDocument } from '@cantoo/pdf-lib';
import { HEAD } from '../../../local/fictitious-requisites.ts';
import { fileOf, joinSigners, signedPaper } from '../../../testing/lives/signed.ts';
import { registerUnderOffer } from '../../../testing/people/accounts.ts';
import type { SigningKeys } from '../../../testing/stand-ins/signing-keys.ts';
import { openSigningKeys } from '../../../testing/stand-ins/signing-keys.ts';
import { pagesOf } from '../../../testing/texts/pdf-text.ts';
import type { Api } from '../../../testing/worlds/api.ts';
import { openApi } from '../../../testing/worlds/api.ts';

let keys: SigningKeys;
let api: Api;
beforeAll(async () => {
  keys = await openSigningKeys();
  api = await openApi({ signatures: keys.verifier });
});
afterAll(async () => {
  await api.close();
  keys.authority.close();
});

describe('the copy of a paper', () => {
  it('has the pages of the paper, a sheet of who signed it and how, and the signed file byte for byte', async () => {
    const { contractor } = await joinSigners(api);
    const customer = await registerUnderOffer(api, ['customer'], { kind: 'company' });
    const paper = await signedPaper(api, keys, { customer, contractor }, ['gost', 'account']);
    const { status, headers, bytes } = await fileOf(api, customer.token, `/v1/documents/${paper.reference}/copy`);
    expect(status).toBe(200);
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toMatch(
      /Акт выполненных работ АВР-\d{4}-1 от .*, копия с подписями\.pdf/,
    );
    const [original, pages] = await Promise.all([pagesOf(paper.bytes), pagesOf(bytes)]);
    expect(pages.slice(0, original.length)).toEqual(original);
    const sheet = pages.slice(original.length).join('\n').replace(/\s+/gu, '');
    for (const words of [
      'ЛИСТ ПОДПИСЕЙ',
      paper.sha256,
      contractor.name,
      contractor.identifier,
      'ГОСТ 34.10-2015',
      'Это не электронная подпись',
      'От имени стороны действовал',
      `директор ${HEAD.name}`,
      `/verify/${paper.reference}`,
    ])
      expect(sheet).toContain(words.replaceAll(' ', ''));

    const attached = (await PDFDocument.load(bytes)).getAttachments();
    expect(attached.map(({ data }) => Buffer.from(data).equals(paper.bytes))).toEqual([true]);
  });

  it('does not stop the API meanwhile, and is refused if too many wait', async () => {
    const signers = await joinSigners(api);
    const paper = await signedPaper(api, keys, signers, ['ecdsa', 'ecdsa']);
    const path = `/v1/documents/${paper.reference}/copy`;
    const copies = Promise.all(Array.from({ length: 14 }, () => fileOf(api, signers.customer.token, path)));
    const delays = monitorEventLoopDelay();
    delays.enable();
    const statuses = (await copies).map(({ status }) => status);
    delays.disable();
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    // A copy takes longer than that where it shares the loop: the limit is for a busy machine.
    expect(delays.max / 1e6).toBeLessThan(500);
  });
});

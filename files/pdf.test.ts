/** The check of a PDF that a party brings. Each file is made by hand to hide what the check has to find. */
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { PAPER_FAULTS } from '../charts/file/pdf-faults.ts';
import { pdfOf } from '../testing/lives/own-papers.ts';
import type { Crafted } from '../testing/texts/crafted-pdf.ts';
import { craftedPdf, objectStream, streamOf } from '../testing/texts/crafted-pdf.ts';
import { wrongWords } from '../testing/texts/wrong-words.ts';
import { faultOfPdf } from './pdf.ts';

const MOST_PAGES = 100;
const faultOf = (bytes: Uint8Array) => faultOfPdf(bytes, MOST_PAGES);
const SCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const HEX = (text: string) => Buffer.from(`${Buffer.from(text, 'latin1').toString('hex')}>`);

describe('a paper that may be sent', () => {
  it.each<[string, Crafted]>([
    ['an ordinary one', {}],
    ['one that says where it is to be opened', { catalog: '/OpenAction [100 0 R /XYZ null null 0]' }],
    ['the same as an action', { catalog: '/OpenAction 5 0 R', more: ['5 0 obj\n<< /S /GoTo /D [100 0 R /Fit] >>\nendobj\n'] }],
    [
      'one with a link to a page of the web',
      { page: '/Annots [<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://gov.kz) >> >>]' },
    ],
    ['one that writes of JavaScript in a text', { more: ['5 0 obj\n(JavaScript and OpenAction)\nendobj\n'] }],
    ['one with objects in a stream', { more: [objectStream(6, [[5, '<< /Title (A paper) >>']])] }],
    [
      'one whose stream is written in letters',
      { more: [streamOf(5, '/Filter [/ASCIIHexDecode /FlateDecode]', HEX(deflateSync('q Q').toString('latin1')))] },
    ],
    ['one with as many pages as allowed', { pages: MOST_PAGES }],
  ])('is %s', async (_, crafted) => {
    expect(await faultOf(craftedPdf(crafted))).toBeUndefined();
  });

  it('is one of a usual program, also with white space behind its end', async () => {
    const bytes = await pdfOf('Words', 3);
    expect(await faultOf(bytes)).toBeUndefined();
    expect(await faultOf(Buffer.concat([bytes, Buffer.from('\r\n\r\n')]))).toBeUndefined();
  });
});

describe('a file is refused', () => {
  it.each<[keyof typeof PAPER_FAULTS, string, Uint8Array]>([
    ['not-pdf', 'that is none', Buffer.from('<html></html>')],
    ['not-pdf', 'that is empty', Buffer.alloc(0)],
    ['not-pdf', 'that begins as something else', Buffer.concat([Buffer.from('GIF89a'), craftedPdf()])],
    ['cut-off', 'that was cut off', craftedPdf().subarray(0, -20)],
    ['cut-off', 'that goes on as something else', Buffer.concat([craftedPdf(), Buffer.from('PK\x05\x06'), Buffer.alloc(200)])],
    ['unreadable', 'that is nonsense', Buffer.from('%PDF-1.7\nnonsense\n%%EOF')],
    ['unreadable', 'whose objects do not end', craftedPdf({ more: ['5 0 obj\n<< /Title (\nendobj\n'] })],
    ['unreadable', 'nested without end', craftedPdf({ more: [`5 0 obj\n${'['.repeat(200_000)}${']'.repeat(200_000)}\nendobj\n`] })],
    ['unreadable', 'with a damaged stream', craftedPdf({ more: [streamOf(5, '/Filter /FlateDecode', Buffer.from('nonsense'))] })],
    ['no-pages', 'without pages', craftedPdf({ pages: 0 })],
    ['too-many-pages', 'with a thousand pages', craftedPdf({ pages: 1_000 })],
    ['encrypted', 'that is encrypted', craftedPdf({ trailer: '/Encrypt << /Filter /Standard /V 2 >>' })],
  ])('as %s: one %s', async (fault, _, bytes) => {
    expect(await faultOf(bytes)).toBe(fault);
  });

  it.each<[keyof typeof PAPER_FAULTS, string, Crafted]>([
    ['scripts', 'a program', { catalog: `/OpenAction ${SCRIPT}` }],
    [
      'scripts',
      'a program among its names',
      { catalog: `/Names << /JavaScript << /Names [(a) 5 0 R] >> >>`, more: [`5 0 obj\n<< /Title (x) >>\nendobj\n`] },
    ],
    ['scripts', 'a program under a disguised name', { page: '/X << /S /J#61v#61Script /J#53 (x) >>' }],
    ['scripts', 'a program in an object stream', { more: [objectStream(6, [[5, '<< /S /URI /JS (x) >>']])] }],
    ['scripts', 'a program in a disguised object stream', { more: [objectStream(6, [[5, `<< /S /#4aavaScript >>`]])] }],
    ['scripts', 'a program inside of a picture', { more: [streamOf(5, '/Subtype /Image', Buffer.from(`9 0 obj ${SCRIPT} endobj`))] }],
    ['actions', 'an address that opens with it', { catalog: '/OpenAction << /S /URI /URI (https://example.kz) >>' }],
    ['actions', 'an action after one that does no harm', { catalog: '/OpenAction << /S /GoTo /D [] /Next << /S /URI >> >>' }],
    ['actions', 'a program of the computer', { page: '/Annots [<< /A << /S /Launch /F (calc.exe) >> >>]' }],
    ['actions', 'what a page does when it is shown', { page: '/AA << /O << /S /URI /URI (https://example.kz) >> >>' }],
    ['actions', 'a form that sends itself', { page: '/Annots [<< /A << /S /SubmitForm >> >>]' }],
    ['actions', 'a form that reads a file', { page: '/Annots [<< /A << /S /ImportData >> >>]' }],
    ['scripts', 'a program in its trailer', { trailer: '/Info << /X << /JS (x) >> >>' }],
    ['attachments', 'a file inside', { catalog: '/Names << /EmbeddedFiles << /Names [] >> >>' }],
    ['attachments', 'a file inside of an annotation', { page: '/Annots [<< /Subtype /FileAttachment /FS << /EF << /F 5 0 R >> >> >>]' }],
    ['attachments', 'a collection of files', { catalog: '/Collection << /View /T >>' }],
    ['form', 'an XFA form', { catalog: '/AcroForm << /XFA 5 0 R >>' }],
    ['media', 'a film', { page: '/Annots [<< /Subtype /RichMedia >>]' }],
    ['actions', 'a link into another file', { page: '/Annots [<< /A << /S /GoToR /F (\\\\\\\\evil\\\\x) >> >>]' }],
    ['actions', 'a picture that is fetched from elsewhere', { more: [streamOf(5, '/F (x)', Buffer.from('x'))] }],
    ['versions', 'two catalogs', { more: ['5 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'] }],
    ['versions', 'an object twice', { more: ['100 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n'] }],
    ['versions', 'the same in an object stream', { more: [objectStream(6, [[100, '<< /Type /Page /Parent 2 0 R >>']])] }],
    ['hidden', 'an object inside of a stream', { more: [streamOf(5, '', Buffer.from('9 0 obj << /S /URI >> endobj'))] }],
    ['hidden', 'an object behind a comment in a text', { more: ['5 0 obj\n(9 0 %\nobj << >> endobj)\nendobj\n'] }],
    ['hidden', 'an object stream that does not say so', { more: [streamOf(6, '/N 1 /First 4', Buffer.from('5 0 << /S /URI >>'))] }],
    [
      'unreadable',
      'an object stream that is packed in a strange way',
      {
        more: [
          objectStream(6, [[5, '<< >>']], '/Filter [/ASCIIHexDecode /FlateDecode]', (data) =>
            HEX(deflateSync(data as Buffer).toString('latin1')),
          ),
        ],
      },
    ],
    [
      'unreadable',
      'an object stream that is reckoned back',
      { more: [objectStream(6, [[5, '<< >>']], '/Filter /FlateDecode /DecodeParms << /Predictor 2 >>')] },
    ],
    ['unreadable', 'a filter that stands elsewhere', { more: [streamOf(5, '/Filter 9 0 R', deflateSync('x'))] }],
    ['too-complex', 'two layers of packing', { more: [streamOf(5, '/Filter [/FlateDecode /FlateDecode]', deflateSync(deflateSync('x')))] }],
  ])('as %s: one with %s', async (fault, _, crafted) => {
    expect(await faultOf(craftedPdf(crafted))).toBe(fault);
  });

  it('as too complex: a bomb, wherever it lies', async () => {
    const [bomb, large] = [deflateSync(Buffer.alloc(70 * 2 ** 20), { level: 9 }), deflateSync(Buffer.alloc(60 * 2 ** 20))];
    for (const bytes of [
      craftedPdf({ more: [streamOf(5, '/Filter /FlateDecode', bomb)] }),
      craftedPdf({ more: [streamOf(5, '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', bomb)] }),
      craftedPdf({ more: [streamOf(5, '/Filter [/ASCIIHexDecode /FlateDecode]', HEX(bomb.toString('latin1')))] }),
      craftedPdf({ more: Array.from({ length: 5 }, (_, index) => streamOf(5 + index, '/Filter /FlateDecode', large)) }),
    ]) {
      expect(await faultOf(bytes)).toBe('too-complex');
    }
  });

  it('as too complex: a tree of pages with more ways through it than anybody can go', async () => {
    const branches = Array.from(
      { length: 40 },
      (_, level) => `${10 + level} 0 obj\n<< /Type /Pages /Kids [${11 + level} 0 R ${11 + level} 0 R] /Count 1 >>\nendobj\n`,
    );
    const tree = craftedPdf({ more: [...branches, '50 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n'] }).toString('latin1');
    expect(await faultOf(Buffer.from(tree.replace('/Kids [100 0 R]', '/Kids [10 0 R ]'), 'latin1'))).toBe('too-complex');
    expect(await faultOf(Buffer.from(tree.replace('/Kids [100 0 R]', '/Kids [2 0 R  ]'), 'latin1'))).not.toBeUndefined();
  });

  it('as attached files: a copy that another program attached to', async () => {
    const document = await PDFDocument.load(await pdfOf('Words'));
    await document.attach(Buffer.from('x'), 'x.txt');
    expect(await faultOf(await document.save())).toBe('attachments');
  });
});

test.each(Object.entries(PAPER_FAULTS))('the fault %s has words in three languages', (_, words) => {
  expect(new Set(Object.values(words)).size).toBe(3);
  expect((['kk', 'ru', 'en'] as const).flatMap((language) => wrongWords(words[language], language))).toEqual([]);
});

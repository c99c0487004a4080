/** Draws papers as PDF/A-2b (ISO 19005-2, level B): every letter embedded, colours by the standard sRGB, metadata as XMP. */
import PDFDocument from 'pdfkit';
import encodeQr from 'qr';
import type { Language } from '../../charts/messages.ts';
import type { Origin, Paper } from '../paper.ts';
import { rowsOf } from './blocks.ts';
import { FONTS } from './fonts.ts';
import type { Line, Row } from './sheet.ts';
import { draw, heightOf, place } from './sheet.ts';
import { lined, SIZES, styled } from './styles.ts';
import { printable, REPLACEMENT } from './text.ts';

/** A4, in points. The left edge is wide enough to be filed. */
const SHORT = 595.28;
const LONG = 841.89;
const LEFT = 51;
const RIGHT = 34;
const TOP = 34;
const BOTTOM = 42;
const QR_SIDE = 62;

/**
 * Draws a paper. The same paper gives the same bytes: nothing in the file comes from a clock or from chance.
 * @param publicUrl where people reach the platform: the QR code leads to its page `/verify/<reference>`.
 */
export async function renderPaper(paper: Paper, publicUrl: string): Promise<Buffer> {
  const [pageWidth, pageHeight] = paper.landscape ? [LONG, SHORT] : [SHORT, LONG];
  const width = pageWidth - LEFT - RIGHT;
  const document = new PDFDocument({
    size: [pageWidth, pageHeight],
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    lang: { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en' }[paper.language ?? 'ru'],
    bufferPages: true,
    displayTitle: true,
    // The library's own default would be a font that is not embedded. One given here would be opened again, and compared, for each line that names it.
    font: null as unknown as string,
    info: {
      Title: forMetadata(nameOf(paper)),
      Creator: 'AkJet',
      Producer: 'PDFKit',
      Keywords: paper.reference,
      CreationDate: new Date(`${paper.date}T00:00:00Z`),
    },
  });
  for (const [weight, font] of Object.entries(FONTS)) document.registerFont(weight, font as unknown as string);
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const drawn = new Promise<void>((resolve, reject) => {
    document.on('end', resolve);
    document.on('error', reject);
  });
  place(document, { left: LEFT, top: TOP, bottom: pageHeight - BOTTOM }, layOut(paper, width, publicUrl));
  foot(document, paper, width, pageHeight);
  document.end();
  await drawn;
  return Buffer.concat(chunks);
}

const numbered = ({ number }: Paper): string => (number === null ? '' : ` № ${number}`);
/** Without the marks of footnotes. */
const nameOf = (paper: Paper): string => `${titlesOf(paper).join(' / ')}${numbered(paper)}`.replaceAll('*', '');
const titlesOf = ({ title, language }: Paper): string[] => (language === undefined ? [title.kk, title.ru] : [title.ru]);
/** The library puts metadata into XML as they are. */
const forMetadata = (text: string): string => printable(text).replace(/[<>&]/gu, ' ');
/** A civil date as papers write it: `28.11.2026`. */
const dayOf = (date: string): string => date.split('-').reverse().join('.');

/** All rows of the paper, from its corner to its check. */
function layOut(paper: Paper, width: number, publicUrl: string): Row[] {
  const { head = [], blocks } = paper;
  let chapter = 0;
  const rows = blocks.flatMap((block) => {
    if (block.kind === 'section') chapter += 1;
    const made = rowsOf(block, width, chapter, paper.language);
    // A signature does not stand on a page without what it signs.
    return block.kind === 'signatures' ? [{ signatures: true, rows: made }] : [{ signatures: false, rows: made }];
  });
  const body = rows.flatMap(({ rows: made }, index) =>
    rows[index + 1]?.signatures ? [...made.slice(0, -1), ...made.slice(-1).map((row): Row => ({ ...row, withNext: true }))] : made,
  );
  return [
    ...cornerRows(paper, width),
    ...head.flatMap((block) => rowsOf(block, width, 0, paper.language)),
    ...titleRows(paper, width),
    ...body.slice(0, -1),
    ...body.slice(-1).map((row): Row => ({ ...row, withNext: true })),
    ...replacementRows(paper, width),
    paper.unrecorded ? unrecordedRow(paper.unrecorded, width) : checkRow(paper, width, publicUrl),
    ...(paper.origin ? [originRow(paper.origin, width, paper.language)] : []),
  ];
}

const over = (lines: readonly Line[], width: number, above: number): Row => ({ cells: [{ x: 0, width, padding: 0, lines }], above });

function cornerRows({ form = [] }: Paper, width: number): Row[] {
  if (form.length === 0) return [];
  const column = width * 0.55;
  const lines = form.flatMap((said) =>
    (typeof said === 'string' ? [said] : [said.kk, said.ru]).flatMap((text) => lined(text, column, styled(SIZES.note, { align: 'right' }))),
  );
  return [{ cells: [{ x: width - column, width: column, padding: 0, lines }], above: 0 }];
}

/** The title with number, date and place; in a form, number and date stand in boxes of their own. */
function titleRows(paper: Paper, width: number): Row[] {
  const { form, date, place: where, number } = paper;
  const bold = styled(SIZES.title, { weight: 'bold', align: 'center' });
  const titled = [...titlesOf(paper), ...(number === null || form !== undefined ? [] : [`№ ${number}`])];
  const titleRow: Row = {
    ...over(
      titled.flatMap((text) => lined(text, width, bold)),
      width,
      8,
    ),
    withNext: true,
  };
  if (form !== undefined) return [...boxesOf(number, date, width), titleRow];
  const side = styled(SIZES.text);
  const half = width / 2;
  return [
    titleRow,
    {
      cells: [
        { x: 0, width: half, padding: 0, lines: where === undefined ? [] : lined(`${where.kk} / ${where.ru}`, half, side) },
        { x: half, width: half, padding: 0, lines: lined(dayOf(date), half, { ...side, align: 'right' }) },
      ],
      above: 4,
      withNext: true,
    },
  ];
}

function boxesOf(number: string | null, date: string, width: number): Row[] {
  const box = 110;
  const cells = (texts: readonly string[], weight: Line['weight'], size: number) =>
    texts.map((text, index) => ({
      x: width - (texts.length - index) * box,
      width: box,
      padding: 3,
      framed: true as const,
      lines: lined(text, box - 6, styled(size, { align: 'center', weight })),
    }));
  return [
    {
      cells: cells(['Құжаттың нөмірі / Номер документа', 'Жасалған күні / Дата составления'], 'regular', SIZES.caption),
      above: 6,
      withNext: true,
    },
    { cells: cells([number ?? '', dayOf(date)], 'bold', SIZES.cell), above: 0, withNext: true },
  ];
}

/** Says what the numbers of characters mean, where there are any. */
function replacementRows(paper: Paper, width: number): Row[] {
  if (!REPLACEMENT.test(printable(JSON.stringify(paper)))) return [];
  const note = {
    kk: 'Қаріпте жоқ белгілер Юникодтағы нөмірімен көрсетілген: [U+…].',
    ru: 'Знаки, которых нет в шрифте документа, показаны их номером в Юникоде: [U+…].',
    en: 'Signs that the font of this paper does not have are shown by their number in Unicode: [U+…].',
  };
  const { language } = paper;
  const text = language === undefined ? note : note[language];
  return rowsOf({ kind: 'text', text, style: 'note' }, width, 0, language).map((row) => ({ ...row, withNext: true as const }));
}

const CHECKED = [
  'Тараптардың қолтаңбалары мен растаулары AkJet платформасында осы файлдың SHA-256 мәнімен бірге жазылады. Файл мен жазбаларды мына мекенжайда тексеруге болады:',
  'Подписи и подтверждения сторон записываются на платформе AkJet вместе с SHA-256 этого файла. Проверить файл и записи можно по адресу:',
];
const CHECKED_IN: Record<Language, string> = {
  kk: 'AkJet платформасында осы файлдың SHA-256 мәні жазылған. Кез келген адам файлды мына мекенжайда тексере алады:',
  ru: 'На платформе AkJet записан SHA-256 этого файла. Проверить файл может любой по адресу:',
  en: 'The platform AkJet has the SHA-256 of this file on record. Anybody can check the file at:',
};

/** The QR code, and what it is for. */
function checkRow({ reference, language }: Paper, width: number, publicUrl: string): Row {
  const address = `${publicUrl}/verify/${reference}`;
  const dark = encodeQr(address, 'raw', { ecc: 'medium', border: 1 });
  const start = QR_SIDE + 10;
  const room = width - start;
  const texts = [...(language === undefined ? CHECKED : [CHECKED_IN[language]]), address];
  return {
    cells: [{ x: start, width: room, padding: 0, lines: texts.flatMap((text) => lined(text, room, styled(SIZES.note))) }],
    squares: { x: 0, size: QR_SIDE, dark },
    above: 12,
    whole: true,
    withNext: true,
  };
}

/** What can be checked instead, in place of the check of a file. */
function unrecordedRow({ words: { kk, ru }, sha256 }: NonNullable<Paper['unrecorded']>, width: number): Row {
  const lines = [kk, ru, sha256 ?? []].flat().flatMap((text) => lined(text, width, styled(SIZES.note)));
  return { ...over(lines, width, 12), whole: true, withNext: true };
}

const RECORD: Record<Language, string> = { kk: 'Жазба', ru: 'Запись', en: 'Record' };

function originRow({ offer, chart, record }: Origin, width: number, language?: Language): Row {
  const lines = [
    ...(offer === null
      ? []
      : [`Жария оферта / Публичная оферта: ${dayOf(offer.inForceFrom)} бастап күшінде / действует с этого дня, SHA-256 ${offer.sha256}`]),
    `${language === undefined ? `${RECORD.kk} / ${RECORD.ru}` : RECORD[language]}: ${record.event}, SHA-256 ${record.hash}`,
    ...(chart === null ? [] : [`Құжат жасалған ережелер / Правила, по которым составлен документ: SHA-256 ${chart}`]),
  ].flatMap((text) => lined(text, width, styled(SIZES.caption, { grey: true })));
  return { ...over(lines, width, 6), whole: true };
}

/** Each page names the paper it belongs to, and its place in it. */
function foot(document: PDFKit.PDFDocument, paper: Paper, width: number, pageHeight: number): void {
  const { start, count } = document.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    document.switchToPage(start + page);
    const style = styled(SIZES.caption, { grey: true });
    const row: Row = {
      cells: [
        { x: 0, width: width - 40, padding: 0, lines: lined(`${nameOf(paper)} · ${paper.reference}`, width - 40, style).slice(0, 2) },
        { x: width - 40, width: 40, padding: 0, lines: lined(`${page + 1}/${count}`, 40, { ...style, align: 'right' }) },
      ],
      above: 0,
    };
    draw(document, { left: LEFT }, row, pageHeight - BOTTOM + 8 + (16 - heightOf(row)) / 2);
  }
}

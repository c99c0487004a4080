/**
 * A paper: what parties sign, send or keep, as data. Who writes a new paper writes a function from facts to a `Paper`; `documents/pdf/render.ts` draws it.
 *
 * Papers are in Kazakh and Russian side by side. A `Said` in one string is the same in both: a name, a number, or a person's own words. The renderer
 * makes every string harmless: it cannot imitate the structure of the paper, turn the direction of the text, run out of its place or lose a letter.
 */
import type { Language } from '../charts/messages.ts';
import type { PaperParty, TwoLanguages } from '../rules/paper-party.ts';

/** The same in both languages, or a text of its own in each. */
export type Said = string | TwoLanguages;

export interface Paper {
  /** Of a paper in one language, for a reader abroad for example: each of its texts is in that language alone. Default: Kazakh and Russian. */
  language?: Language;
  /** A UUID that is known before the paper is drawn. Its QR code leads to the check of the paper by it, because no file holds its own hash. */
  reference: string;
  title: TwoLanguages;
  number: string | null;
  /** The civil date of the paper in Almaty: `2026-11-28`. */
  date: string;
  /** Where it is made, if the law or custom wants it. */
  place?: TwoLanguages;
  /** The approved form that the paper follows: lines in its right upper corner. */
  form?: readonly Said[];
  /** For wide tables. */
  landscape?: true;
  /** What stands above the title, as a form may want it. */
  head?: readonly Block[];
  blocks: readonly Block[];
  /** The file itself is in no record, and its check by the QR code would find nothing. The words say why, or of what the paper names the hash instead. */
  unrecorded?: { words: TwoLanguages; sha256?: string };
  /** What the paper rests on; `null` for a paper that no event ordered. */
  origin: Origin | null;
}

export interface Origin {
  /** The revision of the offer that binds the parties: the day from which it is in force, and the SHA-256 of its text. */
  offer: { inForceFrom: string; sha256: string } | null;
  /** The hash of the chart that decided. */
  chart: string | null;
  /** The event that ordered the paper: `task/…/4`, and its hash. */
  record: { event: string; hash: string };
}

export type Block = Section | Plain | Words | Facts | Table | Parties | Signatures;

/** A numbered chapter with numbered clauses, in two columns: Kazakh | Russian. The renderer numbers chapters `1.` and clauses `1.1.` */
export interface Section {
  kind: 'section';
  title: TwoLanguages;
  clauses: readonly TwoLanguages[];
}

/** A text without a number: in two columns, or over the whole width where it is one string. `note` is small: a footnote. */
export interface Plain {
  kind: 'text';
  text: Said;
  style?: 'note' | 'strong';
}

/** A person's own words in a frame under a caption, with their line breaks. They are shown once, in the language in which they were written. */
export interface Words {
  kind: 'words';
  caption: TwoLanguages;
  text: string;
}

/** Names with their values, one a row. */
export interface Facts {
  kind: 'facts';
  caption?: TwoLanguages;
  rows: readonly { name: TwoLanguages; value: Said }[];
}

export interface Column {
  head: TwoLanguages;
  /** A head shared with the neighbours that name the same object. */
  under?: TwoLanguages;
  /** The share of the table's width. Shares need not add up to anything. */
  share: number;
  align?: 'left' | 'right' | 'center';
}

/** A table. Its head is repeated on each page, a row may go over to the next page. Each row has as many cells as there are columns. */
export interface Table {
  kind: 'table';
  caption?: TwoLanguages;
  columns: readonly Column[];
  /** Shows the numbers of the columns below their heads. */
  numbered?: true;
  rows: readonly (readonly Said[])[];
  /** The last row, which is never alone on a page. */
  totals?: readonly Said[];
}

/** The parties with their requisites, side by side; `asForm`: one below the other with a box for the IIN or BIN, as forms of primary documents want it. */
export interface Parties {
  kind: 'parties';
  asForm?: true;
  of: readonly { role: TwoLanguages; party: PaperParty | null }[];
}

/** The places of signatures, side by side. They are never torn apart. */
export interface Signatures {
  kind: 'signatures';
  of: readonly Signature[];
}

export interface Signature {
  /** `Орындаушы` and `Исполнитель`, or `Тапсырды (Орындаушы)` and `Сдал (Исполнитель)`. */
  role: TwoLanguages;
  /** Who signs; a person's own party has no representative. `null` once it is erased. */
  party: PaperParty | null;
  /** What is recorded at the drawing: that this party confirmed the paper, and when. UTC, ISO-8601. */
  confirmedAt?: string;
  /** A further line below: the date of signing. */
  below?: TwoLanguages;
}

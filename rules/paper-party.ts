/** A party as a paper names it: the version of its requisites that the paper pins. Everything here is checked before the paper is drawn. */

/** A text of a paper in the two languages that papers have. */
export interface TwoLanguages {
  kk: string;
  ru: string;
}

/** A bank account as papers name it. */
export interface PaperBank {
  /** The bank's name. */
  name: string;
  /** BIC (БИК), 8 characters. */
  bic: string;
  /** 20 characters, without spaces. */
  iban: string;
  /** КБе, two digits. */
  beneficiaryCode: string;
}

/** Who acts for a company, and by what right. Powers hold on the day of the paper. */
export interface PaperRepresentative {
  /**
   * Whether this person gave the command that counts as the company's in the paper: `this`. `another`: another member of the account gave it, whom the
   * requisites do not name or whose powers do not hold. `nobody`: the company has yet to act. In the last two cases the person is only entitled to act,
   * and the paper must say no more.
   */
  acted: 'this' | 'another' | 'nobody';
  /** Full name as in the person's document. */
  name: string;
  position: TwoLanguages;
  /** `ru` in the genitive, as it follows «действующего на основании …»: `Устава`, `доверенности № 7 от 01.11.2026`. `kk` as it precedes «негізінде»: `Жарғы`. */
  ground: TwoLanguages;
}

export interface PaperParty {
  kind: 'natural' | 'entrepreneur' | 'company';
  /** The full legal name: a person's name as in the document, a company's with its form. */
  name: string;
  /** IIN, or a company's BIN: 12 digits. */
  identifier: string;
  /** Whether a document has proved the IIN or BIN. */
  proved: boolean;
  /** The legal address; of a natural person the address for papers. `null` where no law wants it in this paper and none is given. */
  address: string | null;
  /** E.164: that of the requisites, else the account's authorised number (1.2). */
  phone: string;
  email: string | null;
  bank: PaperBank | null;
  /** `null` for who pays no VAT. */
  vat: { series: string; number: string; registeredOn: string } | null;
  /** `null` where the party acts in person, and where nobody's powers hold: such a company has yet to act on the paper, and cannot before it names somebody. */
  representative: PaperRepresentative | null;
  /** The version of the requisites: the id of the text that holds them. `null` where only the account's own details were needed. */
  version: string | null;
}

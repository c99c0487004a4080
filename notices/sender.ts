/** The sender of every letter: a legal entity with its contacts, and the account that receives its fee (5.1). */
import type { Language, Localized } from '../charts/messages.ts';
import type { Operator } from '../documents/operator.ts';
import { oneLine } from '../rules/plain-text.ts';

const OPERATOR_OF: Localized = {
  kk: 'AkJet Платформасының Операторы',
  ru: 'Оператор Платформы AkJet',
  en: 'Operator of the AkJet platform',
};
const BIN: Localized = { kk: 'БСН', ru: 'БИН', en: 'BIN' };
const BANK: Localized = { kk: 'Банк', ru: 'Банк', en: 'Bank' };
const BIK: Localized = { kk: 'БСК', ru: 'БИК', en: 'BIC' };
const IBAN: Localized = { kk: 'ЖСК', ru: 'ИИК', en: 'IBAN' };
const BENEFICIARY_CODE: Localized = { kk: 'КБе', ru: 'КБе', en: 'Beneficiary code (KBe)' };
const PURPOSE_CODE: Localized = { kk: 'ТТК', ru: 'КНП', en: 'Purpose code (KNP)' };
const RECEIVER: Localized = { kk: 'Алушы', ru: 'Получатель', en: 'Receiver' };
/** The site is part of the Platform (1.12), and has the way to support. */
export const SITE = 'akjet.kz';

/** A fact that the operator has not yet named is left out. */
const joined = (facts: (string | null)[], mark: string): string => facts.filter((fact) => fact !== null).join(mark);
const named = (name: Localized, value: string | null, language: Language): string | null =>
  value === null ? null : `${name[language]}: ${oneLine(value)}`;

/** The lines that end a letter. */
export const signatureOf = ({ name, bin, address, contacts }: Operator, language: Language): string =>
  joined(
    [
      `${OPERATOR_OF[language]}: ${oneLine(name)}`,
      named(BIN, bin, language),
      address === null ? null : oneLine(address),
      contacts === null ? SITE : `${oneLine(contacts)}, ${SITE}`,
    ],
    '\n',
  );

/** Where the fee is to be paid, on one line. */
export const requisitesOf = ({ name, bin, bank }: Operator, language: Language): string =>
  joined(
    [
      `${RECEIVER[language]}: ${oneLine(name)}`,
      named(BIN, bin, language),
      named(BANK, bank?.name ?? null, language),
      named(BIK, bank?.bik ?? null, language),
      named(IBAN, bank?.iban ?? null, language),
      named(BENEFICIARY_CODE, bank?.beneficiaryCode ?? null, language),
      named(PURPOSE_CODE, bank?.purposeCode ?? null, language),
    ],
    '. ',
  );

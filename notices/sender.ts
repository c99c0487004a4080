/** The sender of every letter: a legal entity with its contacts, and the account that receives its fee (5.1). */
import type { Language, Localized } from '../charts/messages.ts';
import type { Operator } from '../documents/operator.ts';
import { contactsOf } from '../documents/operator.ts';
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

const named = (name: Localized, value: string, language: Language): string => `${name[language]}: ${oneLine(value)}`;

/** The lines that end a letter. */
export const signatureOf = (operator: Operator, language: Language): string =>
  [
    named(OPERATOR_OF, operator.name, language),
    named(BIN, operator.bin, language),
    oneLine(operator.address),
    `${oneLine(contactsOf(operator))}, ${SITE}`,
  ].join('\n');

/** Where the fee is to be paid, on one line. Without an account there is nowhere to pay to. */
export const requisitesOf = ({ name, bin, bank }: Operator, language: Language): string =>
  bank === null
    ? ''
    : [
        named(RECEIVER, name, language),
        named(BIN, bin, language),
        named(BANK, bank.name, language),
        named(BIK, bank.bik, language),
        named(IBAN, bank.iban, language),
        named(BENEFICIARY_CODE, bank.beneficiaryCode, language),
        named(PURPOSE_CODE, bank.purposeCode, language),
      ].join('. ');

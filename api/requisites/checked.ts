/** Requisites as they are stored, from a request: numbers in their plain form, and each fault with its field in the caller's language. */
import type { AccountKind } from '../../charts/account/types.ts';
import type { Language, Localized } from '../../charts/messages.ts';
import { IBAN_FAULTS, IDENTIFIER_FAULTS, readAdultIin, readIban } from '../../rules/identifiers.ts';
import type { Requisites } from '../../rules/requisites.ts';
import { readPaperPhone } from '../accounts/phone.ts';
import { Problem } from '../errors.ts';
import type { SetRequisites } from './schema.ts';
import { FAULT_WORDS } from './words.ts';

interface Whose {
  kind: AccountKind;
  isContractor: boolean;
  /** A civil date. */
  today: string;
  /** The age of majority in years. */
  majority: number;
}

/** @throws 400 that names every wrong field */
export function checkedRequisites(body: SetRequisites, { kind, isContractor, today, majority }: Whose, language: Language): Requisites {
  const errors: { path: string; message: string }[] = [];
  const refuse = (path: string, words: Localized): void => void errors.push({ path, message: words[language] });
  const { phone, bank, vat, taxRegime, representatives } = body;

  const called = phone === null ? null : readPaperPhone(phone);
  if (called !== null && 'fault' in called) refuse('phone', called.fault);
  const account = bank === null ? null : readIban(bank.iban);
  if (account !== null && 'fault' in account) refuse('bank.iban', IBAN_FAULTS[account.fault]);
  if (vat !== null && vat.registeredOn > today) refuse('vat.registeredOn', FAULT_WORDS.notYet);
  if (taxRegime !== null && (kind === 'natural' || isContractor)) refuse('taxRegime', FAULT_WORDS.notForPersons);
  for (const [index, { iin, ground }] of representatives.entries()) {
    const read = readAdultIin(iin, today, majority);
    if ('fault' in read) refuse(`representatives.${index}.iin`, IDENTIFIER_FAULTS[read.fault]);
    if (ground.kind === 'charter') continue;
    if (ground.until < ground.from) refuse(`representatives.${index}.ground.until`, FAULT_WORDS.endsBeforeItBegins);
    else if (ground.until < today) refuse(`representatives.${index}.ground.until`, FAULT_WORDS.hasEnded);
  }
  if (errors.length > 0) throw new Problem('invalid-input', { errors: errors.slice(0, 20) });
  return {
    ...body,
    phone: called !== null && 'number' in called ? called.number : null,
    bank: bank !== null && account !== null && 'iban' in account ? { ...bank, iban: account.iban } : null,
  };
}

/** The operator as its letters and documents name it: a legal entity with contacts. */
import type { PaperParty } from '../rules/paper-party.ts';
import type { Parameter } from '../rules/parameters.ts';
import { numberAt } from '../rules/parameters.ts';

export interface Operator {
  name: string;
  bin: string;
  address: string;
  phone: string;
  email: string;
  /** The account that receives the fee (5.1); `null` while none is named. A document then says so. */
  bank: { name: string; bik: string; iban: string; beneficiaryCode: string; purposeCode: string } | null;
  /** The certificate of a payer of VAT; `null` where the operator pays none. */
  vat: PaperParty['vat'];
}

/** How the operator is reached. */
export const contactsOf = ({ phone, email }: Operator): string => `${phone}, ${email}`;

/**
 * The operator as it stood on a civil date: its account counts from the day of which the parameter `operatorRequisitesSet` says so (R11), and its VAT from
 * the day of the registration.
 * @throws RangeError for a day without the parameter.
 */
export const operatorOn = (operator: Operator, rows: readonly Parameter[], day: string): Operator => ({
  ...operator,
  bank: numberAt(rows, 'operatorRequisitesSet', day) === 0 ? null : operator.bank,
  vat: operator.vat !== null && operator.vat.registeredOn <= day ? operator.vat : null,
});

/** The operator as a party. Its statements are signed by whom the platform does not know. */
export const operatorNamed = ({ name, bin, address, phone, email, bank, vat }: Operator): PaperParty => ({
  kind: 'company',
  name,
  identifier: bin,
  proved: true,
  address,
  phone,
  email,
  bank: bank && { name: bank.name, bic: bank.bik, iban: bank.iban, beneficiaryCode: bank.beneficiaryCode },
  vat,
  representative: null,
  version: null,
});

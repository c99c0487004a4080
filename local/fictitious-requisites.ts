/** Whole requisites of people who do not exist: for the sample users and for tests. Plainly made up, and formally right. */
import type { PayoutDetails } from '../rules/payout-details.ts';
import type { Requisites } from '../rules/requisites.ts';

/** Of a person, or an entrepreneur. */
export const requisitesOf = (name: string): Requisites => ({
  name,
  address: 'вымышленный адрес: г. Алматы, ул. Примерная, 0',
  phone: null,
  email: null,
  bank: { name: 'АО «Вымышленный банк»', bic: 'EXAMKZKA', iban: 'KZ35000EXAMPLE000000', beneficiaryCode: '19' },
  vat: null,
  taxRegime: null,
  representatives: [],
});

/** Where such people are paid to. */
export const payoutDetailsOf = (): PayoutDetails => ({ iban: 'KZ35000EXAMPLE000000', bic: 'EXAMKZKA' });

/** Who acts for a company: its first head. */
export const HEAD = { name: 'Примеров Пример', iin: '750912300013' };

/** Of a company, for which one of its owners acts by the charter. `owner`: the person's id. */
export const requisitesOfCompany = (name: string, owner: string): Requisites => ({
  ...requisitesOf(name),
  phone: '+77272000000',
  bank: { name: 'АО «Вымышленный банк»', bic: 'EXAMKZKA', iban: 'KZ35000EXAMPLE000000', beneficiaryCode: '17' },
  representatives: [
    {
      ...{ person: owner, ...HEAD },
      position: { kk: 'директор', ru: 'директор' },
      ground: { kind: 'charter' },
    },
  ],
});

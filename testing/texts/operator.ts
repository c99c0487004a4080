import type { Operator } from '../../documents/operator.ts';

/** An operator with an account, for tests of letters and documents. Made up. */
export const OPERATOR: Operator = {
  name: 'ТОО «GIGPLATFORMWORK»',
  bin: '240140000011',
  address: 'Алматы, Абая, 1',
  phone: '+7 727 000 00 00',
  email: 'support@operator.example.kz',
  bank: { name: 'АО «Банк»', bik: 'CASPKZKA', iban: 'KZ41722C000000000001', beneficiaryCode: '17', purposeCode: '859' },
  vat: null,
};

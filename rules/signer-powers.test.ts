import type { SigningParty } from './signer-powers.ts';
import { faultOfPowers } from './signer-powers.ts';

const [IIN, OTHER, BIN] = ['900101300007', '850505400016', '190540000015'];
const [FIRST_HEAD, MAY_SIGN, EMPLOYEE] = ['1.2.398.3.3.4.1.2.1', '1.2.398.3.3.4.1.2.2', '1.2.398.3.3.4.1.2.5'];

const natural: SigningParty = { kind: 'natural', identifier: IIN, acting: null };
const entrepreneur: SigningParty = { ...natural, kind: 'entrepreneur' };
const company: SigningParty = { kind: 'company', identifier: BIN, acting: { iin: IIN, byPowerOfAttorney: false } };
const trusted: SigningParty = { ...company, acting: { iin: IIN, byPowerOfAttorney: true } };
const leaderless: SigningParty = { ...company, acting: null };

const own = (iin: string | null, bin: string | null = null, ...usages: string[]) => ({ iin, bin, usages });

it.each([
  ['a person by their own certificate', natural, own(IIN), undefined],
  ['an entrepreneur by their own certificate', entrepreneur, own(IIN), undefined],
  ['a person by that of somebody else', natural, own(OTHER), 'another-person'],
  ['a person by one without an IIN', natural, own(null), 'another-person'],
  ['an account without an IIN by one without an IIN', { ...natural, identifier: null }, own(null), 'another-person'],
  ['a person by that of a company they work for', natural, own(IIN, BIN, FIRST_HEAD), 'another-company'],
  ['a company by its first head', company, own(IIN, BIN, EMPLOYEE, FIRST_HEAD), undefined],
  ['a company by a person with the right to sign', company, own(IIN, BIN, MAY_SIGN), undefined],
  ['a company by an employee', company, own(IIN, BIN, EMPLOYEE), 'no-powers'],
  ['a company by an employee with a power of attorney', trusted, own(IIN, BIN, EMPLOYEE), undefined],
  ['a company by its first head who is not the one who acts', company, own(OTHER, BIN, FIRST_HEAD), 'another-person'],
  ['a company by the head of another one', company, own(IIN, '190540000026', FIRST_HEAD), 'another-company'],
  ['a company by a personal certificate', trusted, own(IIN), 'another-company'],
  ['a company for which the person does not act, or no longer', leaderless, own(IIN, BIN, FIRST_HEAD), 'no-powers'],
] as const)('%s', (_, party, owner, fault) => {
  expect(faultOfPowers(party, owner)).toBe(fault);
});

/** The addresses of the cabinet's pages. */
import { useLocation } from '../../shared/address.ts';

export { go } from '../../shared/address.ts';

export const BASE = '/cabinet';

export const ADDRESSES = {
  tasks: `${BASE}/`,
  search: `${BASE}/search`,
  post: `${BASE}/post`,
  task: (id: string): string => `${BASE}/tasks/${id}`,
  screen: `${BASE}/screen`,
  about: `${BASE}/about`,
  offer: `${BASE}/offer`,
  offerRevision: (sha256: string): string => `${BASE}/offer/${sha256}`,
  tariffs: `${BASE}/tariffs`,
  help: `${BASE}/help`,
  check: `${BASE}/check`,
  contacts: `${BASE}/contacts`,
  account: `${BASE}/account`,
  accounts: `${BASE}/accounts`,
  newAccount: `${BASE}/accounts/new`,
  requisites: `${BASE}/requisites`,
  accession: `${BASE}/accession`,
  details: `${BASE}/details`,
  security: `${BASE}/security`,
  profile: `${BASE}/profile`,
  qualifications: `${BASE}/qualifications`,
  qualification: (id: string): string => `${BASE}/qualifications/${id}`,
  declare: `${BASE}/qualifications/new`,
  starts: `${BASE}/starts`,
  objection: (id: string): string => `${BASE}/objections/${id}`,
  searches: `${BASE}/searches`,
  notices: `${BASE}/notices`,
  verification: (id: string): string => `${BASE}/verifications/${id}`,
  claim: (task: string): string => `${BASE}/tasks/${task}/claim`,
  disputes: `${BASE}/disputes`,
  claimAgainstOperator: `${BASE}/disputes/operator`,
  dispute: (id: string): string => `${BASE}/disputes/${id}`,
  papers: `${BASE}/papers`,
  paper: (id: string): string => `${BASE}/papers/${id}`,
  money: `${BASE}/money`,
  statement: `${BASE}/money/statement`,
  payoutDetails: `${BASE}/money/details`,
  payment: (id: string): string => `${BASE}/payments/${id}`,
  payout: (id: string): string => `${BASE}/payouts/${id}`,
  receipt: (id: string): string => `${BASE}/receipts/${id}`,
  debt: (id: string): string => `${BASE}/debts/${id}`,
  invoice: (id: string): string => `${BASE}/invoices/${id}`,
};

export const usePath = (): string => useLocation('pathname');

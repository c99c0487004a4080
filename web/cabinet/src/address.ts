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
  payoutDetails: `${BASE}/payout-details`,
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
};

export const usePath = (): string => useLocation('pathname');

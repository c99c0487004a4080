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
};

export const usePath = (): string => useLocation('pathname');

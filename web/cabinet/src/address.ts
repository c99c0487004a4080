/** The addresses of the cabinet's pages. */
import { useLocation } from '../../shared/address.ts';

export { go } from '../../shared/address.ts';

export const BASE = '/cabinet';

export const ADDRESSES = {
  tasks: `${BASE}/`,
  search: `${BASE}/search`,
  post: `${BASE}/post`,
  task: (id: string): string => `${BASE}/tasks/${id}`,
};

export const usePath = (): string => useLocation('pathname');

/** The addresses of the console's pages. */
export const BASE = '/console';

export const ADDRESSES = {
  work: `${BASE}/`,
  search: `${BASE}/search`,
  list: (folder: string): string => `${BASE}/lists/${folder}`,
  money: `${BASE}/money`,
  offer: `${BASE}/offer`,
  proposals: `${BASE}/proposals`,
  proposal: (id: string): string => `${BASE}/proposals/${id}`,
  /** What the API has at an address of its own: `/v1/tasks/…`. */
  of: (href: string): string => href.replace(/^\/v1(\/operator)?/, BASE),
};

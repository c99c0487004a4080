/** The address of the shown page, which a person may keep and send. */
import { useEffect, useState } from 'preact/hooks';

const BASE = '/cabinet';

export const ADDRESSES = {
  tasks: `${BASE}/`,
  search: `${BASE}/search`,
  post: `${BASE}/post`,
  task: (id: string): string => `${BASE}/tasks/${id}`,
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

/** Shows another page. */
export function go(to: string): void {
  history.pushState(null, '', to);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** Follows the links to the cabinet's own pages without loading everything anew. */
export function followLinks(): void {
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (link === null || !isPlain || link.origin !== location.origin || !link.pathname.startsWith(`${BASE}/`) || link.hash !== '') return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
}

export function usePath(): string {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const look = (): void => setPath(location.pathname);
    addEventListener('popstate', look);
    return () => removeEventListener('popstate', look);
  }, []);
  return path;
}

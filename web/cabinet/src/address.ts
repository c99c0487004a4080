/** The address of the shown page, which a person may keep and send. */
import { useEffect, useState } from 'preact/hooks';

const BASE = '/cabinet';

export const ADDRESSES = {
  tasks: `${BASE}/`,
  search: `${BASE}/search`,
  post: `${BASE}/post`,
  task: (id: string): string => `${BASE}/tasks/${id}`,
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

/** The address of the shown page, which a person may keep and send. */
import { useEffect, useState } from 'preact/hooks';

/** Shows another page. */
export function go(to: string): void {
  history.pushState(null, '', to);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** Follows the links to the pages under a base without loading everything anew. */
export function followLinks(base: string): void {
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (link === null || !isPlain || link.origin !== location.origin || !link.pathname.startsWith(`${base}/`) || link.hash !== '') return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
}

/** A part of the present address, followed as it changes. */
export function useLocation(part: 'pathname' | 'search'): string {
  const [shown, setShown] = useState(location[part]);
  useEffect(() => {
    const look = (): void => setShown(location[part]);
    addEventListener('popstate', look);
    return () => removeEventListener('popstate', look);
  }, [part]);
  return shown;
}

/** The path of certificates from a signer's up to a root. */
import type { Certificate } from './certificate.ts';
import { isAuthority, isNotUnderstood, isSelfIssued, isSigned } from './certificate.ts';

/** Kazakhstan's have three. */
const LONGEST = 6;
/** Checks of a signature: a heap of look-alikes must not use up our time. */
const MOST_CHECKS = 12;

/** From the certificate itself to one of the roots, by names, signatures and the rights of authorities; not by days. `null` if there is none. */
export function pathOf(
  certificate: Certificate,
  { between, roots }: { between: Certificate[]; roots: Certificate[] },
): Certificate[] | null {
  let checks = 0;
  const signs = (issuer: Certificate, path: Certificate[]): boolean => {
    const last = path.at(-1) as Certificate;
    const below = path.length - 1;
    if (issuer.subject !== last.issuer || !isAuthority(issuer, below) || isNotUnderstood(issuer)) return false;
    return ++checks <= MOST_CHECKS && isSigned(last, issuer);
  };
  const upwards = (path: Certificate[]): Certificate[] | null => {
    if (path.length >= LONGEST) return null;
    const root = roots.find((each) => signs(each, path));
    if (root !== undefined) return [...path, root];
    for (const each of between) {
      if (isSelfIssued(each) || path.includes(each) || !signs(each, path)) continue;
      const found = upwards([...path, each]);
      if (found !== null) return found;
    }
    return null;
  };
  return isSelfIssued(certificate) || isNotUnderstood(certificate) ? null : upwards([certificate]);
}

/** The root, the issuing authority and the OCSP responder of a development authority, one of each for RSA and for ГОСТ. All made up. */
import { OID } from '../../gateways/pki/oids.ts';
import { oid, sequence } from './asn1.ts';
import type { Draft, Issuer, Owner } from './certificates.ts';
import { addresses, authority, certificateOf, extension, keyUsage, purposes } from './certificates.ts';
import type { Credential } from './cms.ts';
import type { Key, Kind } from './keys.ts';
import { keyOf, newKey } from './keys.ts';

const DAY = 86_400_000;
const YEAR = 365 * DAY;

export const BRANCHES = ['rsa', 'gost'] as const;
export type Branch = (typeof BRANCHES)[number];
/** An elliptic key is certified by the branch of RSA. */
export const branchOf = (kind: Kind): Branch => (kind === 'gost' ? 'gost' : 'rsa');

export interface Hierarchy {
  root: Credential & Issuer;
  issuing: Credential & Issuer;
  responder: Credential;
}

/** What is kept of it, in base64: certificates, and private keys as PKCS#8. */
export type KeptHierarchy = Record<keyof Hierarchy, { certificate: string; key: string }>;

// Production refuses roots by this word (gateways/signatures/settings.ts).
const ownerOf = (branch: Branch, role: string): Owner => ({ commonName: `AkJet DEVELOPMENT ${role} (${branch.toUpperCase()})` });
const OWNERS = (branch: Branch) => ({
  root: ownerOf(branch, 'root'),
  issuing: ownerOf(branch, 'issuing authority'),
  responder: ownerOf(branch, 'OCSP responder'),
});

/** Signs certificates and lists. */
const AUTHORITY = 0x06;
const SIGNS = 0x80;

export function createHierarchy(branch: Branch, url: string): KeptHierarchy {
  const owners = OWNERS(branch);
  const [rootKey, issuingKey, responderKey] = [newKey(branch), newKey(branch), newKey(branch)] as [Key, Key, Key];
  const days = (years: number) => ({ notBefore: new Date(Date.now() - 2 * YEAR), notAfter: new Date(Date.now() + years * YEAR) });
  const root: Issuer = { owner: owners.root, key: rootKey };
  const issuing: Issuer = { owner: owners.issuing, key: issuingKey };
  const make = (owner: Owner, { spki }: Key, draft: Omit<Draft, 'owner' | 'spki'>, by: Issuer) =>
    certificateOf({ owner, spki, ...draft }, by);
  const kept = (certificate: Buffer, { pkcs8 }: Key) => ({ certificate: certificate.toString('base64'), key: pkcs8.toString('base64') });
  const above = addresses({ crl: `${url}/crl/${branch}-root.crl` });
  const nocheck = extension('1.3.6.1.5.5.7.48.1.5', Buffer.of(0x05, 0x00));
  return {
    root: kept(make(root.owner, rootKey, { ...days(20), extensions: [authority(), keyUsage(AUTHORITY)] }, root), rootKey),
    issuing: kept(
      make(issuing.owner, issuingKey, { ...days(10), extensions: [authority(0), keyUsage(AUTHORITY), ...above] }, root),
      issuingKey,
    ),
    responder: kept(
      make(owners.responder, responderKey, { ...days(5), extensions: [keyUsage(SIGNS), purposes([OID.ocspSigning]), nocheck] }, issuing),
      responderKey,
    ),
  };
}

export function openHierarchy(branch: Branch, kept: KeptHierarchy): Hierarchy {
  const owners = OWNERS(branch);
  const open = (part: keyof Hierarchy) => ({
    owner: owners[part],
    certificate: Buffer.from(kept[part].certificate, 'base64'),
    key: keyOf(Buffer.from(kept[part].key, 'base64')),
  });
  return { root: open('root'), issuing: open('issuing'), responder: open('responder') };
}

/** What a wish for a certificate of a person may leave out. */
export interface PersonalDraft {
  owner: Owner;
  key: Key;
  /** Object identifiers of the extended key usage. */
  usages: string[];
  keyUsage: number;
  notBefore: Date;
  notAfter: Date;
}

/** A certificate of a person, with the addresses where its standing is told. */
export function personal(branch: Branch, { issuing }: Pick<Hierarchy, 'issuing'>, url: string, draft: PersonalDraft): Buffer {
  const { owner, key, usages, keyUsage: usage, notBefore, notAfter } = draft;
  const policy = extension(OID.policies, sequence(sequence(oid('1.2.398.3.3.2'))));
  const where = addresses({ ocsp: `${url}/ocsp/${branch}`, crl: `${url}/crl/${branch}.crl` });
  return certificateOf(
    { owner, spki: key.spki, notBefore, notAfter, extensions: [purposes(usages), policy, ...where, keyUsage(usage)] },
    issuing,
  );
}

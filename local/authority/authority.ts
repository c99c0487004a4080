/** A development authority: it issues certificates in the form of Kazakhstan's national authority to whoever asks, and tells how they stand. */
import { readDer } from '../../gateways/pki/der.ts';
import { OID } from '../../gateways/pki/oids.ts';
import type { Kept as KeptTime, Authority as TimeAuthority } from '../timestamps/authority.ts';
import { createAuthority as createTimeAuthority, openAuthority as openTimeAuthority } from '../timestamps/authority.ts';
import type { Revoked } from './answers.ts';
import { crl, ocspAnswer, readRequest } from './answers.ts';
import { toPem } from './certificates.ts';
import type { Credential } from './cms.ts';
import type { Fault } from './faults.ts';
import type { Branch, Hierarchy, KeptHierarchy } from './hierarchy.ts';
import { BRANCHES, branchOf, createHierarchy, openHierarchy, personal } from './hierarchy.ts';
import type { Kind } from './keys.ts';
import { newKey } from './keys.ts';

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

/** The roles of a company's representative, and the object identifiers that name them. */
export const ROLES = {
  head: '1.2.398.3.3.4.1.2.1',
  signer: '1.2.398.3.3.4.1.2.2',
  finance: '1.2.398.3.3.4.1.2.3',
  personnel: '1.2.398.3.3.4.1.2.4',
  employee: '1.2.398.3.3.4.1.2.5',
} as const;
const [PERSON, LEGAL_ENTITY] = ['1.2.398.3.3.4.1.1', '1.2.398.3.3.4.1.2'];

/** Signs; cannot be denied; a key of ГОСТ also agrees on keys. */
const SIGNS_ONLY = 0x80;
const USAGE: Record<Branch, number> = { rsa: 0xc0, gost: 0xc8 };
/** When flawed certificates begin, in milliseconds from now. */
const BEGINS: Record<string, number> = { expired: -YEAR - HOUR, 'not-yet-valid': HOUR };
/** In its octets. */
const OTHER_NONCE = Buffer.from('0410'.padEnd(36, '7'), 'hex');

/** What may be wrong with a certificate on demand. */
export const FLAWS = [
  'revoked',
  'expired',
  'not-yet-valid',
  'stranger',
  'self-issued',
  'authentication',
  'without-usage',
  'no-addresses',
] as const;

export interface Wish {
  kind?: Kind | undefined;
  /** Surname and given name. */
  name: string;
  iin: string;
  /** Of a company that the person represents. */
  company?: { name: string; bin: string; role: keyof typeof ROLES } | undefined;
  flaw?: (typeof FLAWS)[number] | undefined;
}

/** What an authority keeps. Everything about private keys stays in the folder of the development stack. */
export interface Kept {
  url: string;
  branches: Record<Branch, KeptHierarchy>;
  time: KeptTime;
  revoked: Revoked;
}

export interface Authority {
  /** PEM: the roots and the issuing authorities between. */
  roots: string;
  /** PEM: the root of the time stamps. */
  timeStampRoots: string;
  time: TimeAuthority;
  issue(wish: Wish): Credential;
  /** From a moment on, which is now if none is named. */
  revoke(certificate: Buffer, at?: Date): void;
  /** Answers a request of OCSP. `strikes`: is this fault wished for? */
  ocsp(branch: Branch, request: Uint8Array, strikes: (fault: Fault) => boolean): Buffer;
  list(name: string, strikes: (fault: Fault) => boolean): Buffer | null;
}

/** Makes the keys of an authority which will answer at a URL. */
export async function createAuthority(url: string): Promise<Kept> {
  return { url, branches: newBranches(url), time: await createTimeAuthority(), revoked: {} };
}

const newBranches = (url: string) =>
  Object.fromEntries(BRANCHES.map((branch) => [branch, createHierarchy(branch, url)])) as Record<Branch, KeptHierarchy>;

const openBranches = (kept: Record<Branch, KeptHierarchy>) =>
  Object.fromEntries(BRANCHES.map((branch) => [branch, openHierarchy(branch, kept[branch])])) as Record<Branch, Hierarchy>;

/** Opens an authority. `keep` is called when what is kept has changed. */
export async function openAuthority(kept: Kept, keep: (kept: Kept) => void = () => undefined): Promise<Authority> {
  const { url, revoked } = kept;
  const own = openBranches(kept.branches);
  // With the same names and other keys. Made when the first fault asks for them.
  let others: Record<Branch, Hierarchy> | undefined;
  const strangers = () => (others ??= openBranches(newBranches(url)));
  const revoke = (certificate: Buffer, at = new Date()) => {
    revoked[numberIn(certificate)] = at.toISOString();
    keep(kept);
  };
  return {
    roots: BRANCHES.flatMap((branch) => [own[branch].root, own[branch].issuing].map(({ certificate }) => toPem(certificate))).join(''),
    timeStampRoots: kept.time.root,
    time: await openTimeAuthority(kept.time),
    revoke,

    issue({ kind = 'rsa', name, iin, company, flaw }) {
      const branch = branchOf(kind);
      const key = newKey(kind);
      const [surname = name, givenName] = name.split(' ');
      const owner = { commonName: name, surname, givenName, iin, organisation: company?.name, bin: company?.bin };
      const usages = company ? [LEGAL_ENTITY, ROLES[company.role]] : [PERSON];
      const from = Date.now() + (BEGINS[flaw ?? ''] ?? -HOUR);
      const { issuing } = (flaw === 'stranger' ? strangers() : own)[branch];
      const hierarchy = { issuing: flaw === 'self-issued' ? { ...issuing, owner, key } : issuing };
      const certificate = personal(branch, hierarchy, flaw === 'no-addresses' ? 'http://127.0.0.1:1' : url, {
        ...{ owner, key },
        usages: [flaw === 'authentication' ? OID.authentication : OID.signing, ...usages],
        keyUsage: flaw === 'without-usage' ? SIGNS_ONLY : USAGE[branch],
        notBefore: new Date(from),
        notAfter: new Date(from + YEAR),
      });
      if (flaw === 'revoked') revoke(certificate);
      return { certificate, key };
    },

    ocsp(branch, request, strikes) {
      const { id, number, nonce } = readRequest(request);
      const answer = {
        id: strikes('ocsp-other') ? Buffer.from(id).fill(0x41, -1) : id,
        ...{ number, nonce: strikes('ocsp-no-nonce') ? null : nonce },
        isKnown: !strikes('ocsp-unknown'),
        at: new Date(Date.now() - (strikes('ocsp-stale') ? 24 * HOUR : 0)),
      };
      if (strikes('ocsp-other-nonce')) answer.nonce = OTHER_NONCE;
      return ocspAnswer(answer, (strikes('ocsp-stranger') ? strangers() : own)[branch].responder, revoked);
    },

    list(name, strikes) {
      const [branch, isRoot] = [BRANCHES.find((each) => name.startsWith(each)), name.endsWith('-root.crl')];
      if (branch === undefined) return null;
      const hierarchy = (strikes('crl-stranger') ? strangers() : own)[branch];
      const at = new Date(Date.now() - (strikes('crl-expired') ? 48 * HOUR : 0));
      return crl(isRoot ? hierarchy.root : hierarchy.issuing, revoked, at);
    },
  };
}

/** A certificate's number in hex. */
const numberIn = (certificate: Buffer): string => readDer(certificate).children[0]?.children[1]?.content.toString('hex') ?? '';

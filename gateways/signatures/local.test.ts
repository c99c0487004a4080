/** What a signature may be, and every reason to refuse one. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { certificateOf, keyUsage, toPem } from '../../local/authority/certificates.ts';
import type { Credential } from '../../local/authority/cms.ts';
import { signDetached } from '../../local/authority/cms.ts';
import { newKey } from '../../local/authority/keys.ts';
import type { SignatureWorld } from '../../testing/worlds/signatures.ts';
import { faultOf, openSignatureWorld } from '../../testing/worlds/signatures.ts';
import type { Der } from '../pki/der.ts';
import { readDer, writeDer } from '../pki/der.ts';
import { FAULTS } from './faults.ts';
import { isAbout, isByItsCertificate, readCms, withTimeStamp } from './signed-data.ts';
import { readTimeStamp, tokenIn, tokenOf } from './time-stamp.ts';

const document = Buffer.from('The act of completion No 1');
const HOUR = 3_600_000;

let world: SignatureWorld;
let person: Credential;
beforeAll(async () => {
  world = await openSignatureWorld();
  person = world.issue();
});
afterAll(() => world.authority.close());

const checked = (cms: Uint8Array, changes = {}, over: Uint8Array = document) => world.verifier(changes).verify(over, cms, new Date());
const fault = async (cms: Uint8Array, changes = {}) => faultOf((await checked(cms, changes)).report);

describe('holds', () => {
  it.each(['rsa', 'ecdsa', 'gost'] as const)('with a key of %s, and tells who signed', async (kind) => {
    const company = { name: 'ТОО «Пример»', bin: '240140000011', role: 'head' } as const;
    const credential = world.issue({ kind, company });
    const { report, evidence } = await checked(signDetached(document, credential));
    expect(report).toMatchObject({ holds: true, algorithm: kind === 'gost' ? 'gost2015' : kind, timeStampedAt: null });
    expect(report.checks.map(({ result }) => result)).toEqual([...Array(7).fill('held'), 'absent']);
    expect(report.signer).toMatchObject({
      ...{ iin: '750912300013', bin: '240140000011', commonName: 'СЕРИКОВ НУРЛАН', organisation: 'ТОО «Пример»' },
      usages: ['1.3.6.1.5.5.7.3.4', '1.2.398.3.3.4.1.2', '1.2.398.3.3.4.1.2.1'],
    });
    expect(evidence).toMatchObject({ certificates: { length: 3 }, ocsp: { length: 1 }, crls: { length: 1 } });
  });

  it('at the moment of a time stamp, which our client gets if none came', async () => {
    const before = Date.now();
    const { report, evidence } = await checked(signDetached(document, person), { timestamps: world.timestamps });
    expect(report.checks.every(({ result }) => result === 'held')).toBe(true);
    expect(report.at).toBe(report.timeStampedAt);
    expect(Math.abs(new Date(report.at).getTime() - before)).toBeLessThan(10_000);
    const again = await checked(evidence.cms);
    expect(again.report).toEqual(report);
  });

  it('if the certificate was revoked after the time stamp, and not if before', async () => {
    const credential = world.issue();
    const cms = signDetached(document, credential);
    const stamped = withTimeStamp(cms, tokenIn((await world.timestamps.stamp(readCms(cms).signature)).reply));
    world.authority.revoke(credential.certificate, new Date(Date.now() + HOUR / 60));
    expect(await fault(stamped)).toBeNull();
    world.authority.revoke(credential.certificate, new Date(Date.now() - HOUR / 60));
    expect(await fault(stamped)).toBe('revoked');
  });
});

describe('is refused', () => {
  const flawed = (flaw: Parameters<SignatureWorld['issue']>[0]) => () => signDetached(document, world.issue(flaw));
  const changed = (change: (cms: Buffer) => Uint8Array) => () => change(signDetached(document, person));

  it.each<[string, keyof typeof FAULTS, () => Uint8Array]>([
    ['over other bytes', 'other-bytes', () => signDetached(Buffer.from('Another act'), person)],
    ['by another key than the certificate has', 'wrong-signature', () => signDetached(document, { ...person, key: newKey('rsa') })],
    ['by a key of an unknown root', 'unknown-root', flawed({ flaw: 'stranger' })],
    ['by a key of ГОСТ of an unknown root', 'unknown-root', flawed({ flaw: 'stranger', kind: 'gost' })],
    ['by a key that certified itself', 'self-issued', flawed({ flaw: 'self-issued' })],
    ['by a revoked key', 'revoked', flawed({ flaw: 'revoked' })],
    ['by an expired key', 'expired', flawed({ flaw: 'expired' })],
    ['by a key that is not valid yet', 'not-yet-valid', flawed({ flaw: 'not-yet-valid' })],
    ['by a key for logging in', 'not-for-signing', flawed({ flaw: 'authentication' })],
    ['by a key that may not bind', 'not-for-signing', flawed({ flaw: 'without-usage' })],
    ['without an allowed address for revocation', 'revocation-address', flawed({ flaw: 'no-addresses' })],
    ['cut off', 'unreadable', changed((cms) => cms.subarray(0, -1))],
    ['empty', 'unreadable', () => Buffer.of()],
    ['a text', 'unreadable', () => Buffer.from('not a signature at all')],
    ['a certificate', 'unreadable', () => person.certificate],
    ['of ten megabytes', 'too-large', () => Buffer.alloc(10_000_000, 0x30)],
    ['with bytes behind', 'ambiguous', changed((cms) => Buffer.concat([cms, Buffer.of(0)]))],
    ['with two signers', 'several-signers', changed(rewritten((parts) => parts.with(-1, twice(parts.at(-1) as Der))))],
    ['without a signer', 'several-signers', changed(rewritten((parts) => parts.with(-1, writeDer(0x31))))],
    ['with the document inside', 'attached', changed(rewritten((parts) => parts.with(2, attached(parts[2] as Der))))],
    ['without a certificate', 'no-certificate', changed(rewritten((parts) => parts.toSpliced(3, 1)))],
    ['with a stray certificate', 'stray-certificate', changed(rewritten((parts) => parts.with(3, beside(parts[3] as Der))))],
  ])('%s: %s', async (_, expected, make) => {
    expect(await fault(make())).toBe(expected);
  });

  it('by a key that another person has certified', async () => {
    const key = newKey('rsa');
    const owner = { commonName: 'САМОЗВАНЕЦ', iin: '900101300007' };
    const days = { notBefore: new Date(Date.now() - HOUR), notAfter: new Date(Date.now() + HOUR) };
    // Issued by the name and key of a person whose certificate gives no right to issue.
    const issuer = {
      owner: { commonName: 'СЕРИКОВ НУРЛАН', surname: 'СЕРИКОВ', givenName: 'НУРЛАН', iin: '750912300013' },
      key: person.key,
    };
    const certificate = certificateOf({ owner, spki: key.spki, ...days, extensions: [keyUsage(0xc0)] }, issuer);
    const roots = world.authority.roots + toPem(person.certificate);
    expect(await fault(signDetached(document, { certificate, key }), { roots })).toBe('unknown-root');
  });

  it('with a time stamp of another signature, of the future, of a stranger, or two', async () => {
    const cms = signDetached(document, person);
    const { signature } = readCms(cms);
    const token = async (over: Uint8Array = signature) => tokenIn((await world.timestamps.stamp(over)).reply);
    expect(await fault(withTimeStamp(cms, await token(Buffer.from('another'))))).toBe('wrong-time-stamp');
    world.authority.wish('time-future');
    expect(await fault(withTimeStamp(cms, await token()))).toBe('time-stamp-future');
    expect(await fault(withTimeStamp(cms, await token()), { timeStampRoots: world.authority.roots })).toBe('time-stamp-root');
    expect(await fault(withTimeStamp(withTimeStamp(cms, await token()), await token()))).toBe('unexpected-content');
    expect(await fault(withTimeStamp(cms, signDetached(document, person)))).toBe('wrong-time-stamp');
  });

  it('in no other way and without an error, whichever byte is changed', async () => {
    const cms = signDetached(document, person);
    const verifier = world.verifier({ allowed: { hosts: [world.authority.host], mayBeInside: true } });
    const flip = fc.tuple(fc.nat(cms.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(flip, async ([at, mask]) => {
        const changed = Buffer.from(cms);
        changed[at] = (changed[at] as number) ^ mask;
        const { report } = await verifier.verify(document, changed, new Date());
        expect(faultOf(report)).not.toBeNull();
      }),
      { numRuns: process.env.EXHAUSTIVE ? 1_000 : 100 },
    );
  });
});

describe('a signature of a test person by the tool of the national authority', () => {
  // From the tests of the public repository mitwork/kalkan (MIT): a made-up person of the national authority's test stand, with the document inside.
  const fixture = Buffer.from(readFileSync(fileURLToPath(new URL('fixtures/test-person-gost.b64', import.meta.url)), 'utf8'), 'base64');
  const holds = (cms: Buffer, content: Buffer): boolean => {
    const read = readCms(cms);
    return isAbout(read, content) && isByItsCertificate(read);
  };
  const content = readCms(fixture).content as Buffer;

  // Each byte takes milliseconds of arithmetic: all of them in the exhaustive tests, every seventh here.
  const step = process.env.EXHAUSTIVE ? 1 : 7;
  it('holds by itself, and not if a bit is changed in content, signed attributes or signature', () => {
    expect(holds(fixture, content)).toBe(true);
    for (let at = 0; at < content.length; at++) expect(holds(fixture, flipped(content, at))).toBe(false);
    const { signedAttributes, signature } = readCms(fixture);
    for (const part of [signedAttributes.subarray(3), signature]) {
      const start = fixture.indexOf(part);
      for (let at = start; at < start + part.length; at += step) expect(orFalse(() => holds(flipped(fixture, at), content))).toBe(false);
    }
  });

  it('is refused for its root alone once it is detached, and its old time stamp counts as none', async () => {
    const detached = rewritten((parts) => parts.with(2, writeDer(0x30, (parts[2] as Der).children[0]?.whole as Buffer)))(fixture);
    const { report } = await checked(detached, {}, content);
    expect(report).toMatchObject({ algorithm: 'gost2015', timeStampedAt: null, signer: { iin: '123456789011', bin: '123456789021' } });
    expect(report.checks.map(({ result }) => result)).toEqual(['held', 'held', 'held', 'failed', ...Array(4).fill('unreached')]);
    expect(faultOf(report)).toBe('unknown-root');
    expect(tokenOf(readCms(detached))).toBeNull();
    expect(() => readTimeStamp(Buffer.of(), Buffer.of(), { between: [], roots: [], now: new Date() })).toThrow('wrong-time-stamp');
  });
});

it('tells every fault in three languages, with what to do', () => {
  for (const { text } of Object.values(FAULTS))
    for (const words of Object.values(text)) expect(words).toMatch(/^[^.]+.*\. [^.]+.*\.$|: .+\. .+\.$/s);
});

/** The same CMS with other parts of its signed data. */
function rewritten(change: (parts: (Der | Buffer)[]) => (Der | Buffer)[]): (cms: Buffer) => Buffer {
  return (cms) => {
    const [type, explicit] = readDer(cms).children as [Der, Der];
    const parts = change(explicit.children[0]?.children ?? []);
    const data = writeDer(0x30, ...parts.map((part) => (Buffer.isBuffer(part) ? part : part.whole)));
    return writeDer(0x30, type.whole, writeDer(explicit.tag, data));
  };
}

function twice({ content, children: [info] }: Der): Buffer {
  return writeDer(0x31, content, info?.whole as Buffer);
}

function attached({ content }: Der): Buffer {
  return writeDer(0x30, content, writeDer(0xa0, writeDer(0x04, document)));
}

function beside({ tag, content }: Der): Buffer {
  return writeDer(tag, ...[content, world.issue().certificate].toSorted(Buffer.compare));
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] as number) ^ (1 << (at % 8));
  return copy;
}

function orFalse(work: () => boolean): boolean {
  try {
    return work();
  } catch {
    return false;
  }
}

/** What is kept with a signature proves it again years later, without asking anybody. */
import fc from 'fast-check';
import { signDetached } from '../../local/authority/cms.ts';
import type { Kind } from '../../local/authority/keys.ts';
import { faultOf, openSignatureWorld } from '../../testing/worlds/signatures.ts';
import type { SignatureEvidence, SignatureReport, SignatureVerifier } from './port.ts';

const document = Buffer.from('The act of completion No 1');
const YEAR = 365 * 86_400_000;

interface Kept {
  evidence: SignatureEvidence;
  report: SignatureReport;
  at: Date;
}

let later: SignatureVerifier;
const kept = {} as Record<'rsa, OCSP' | 'gost, OCSP' | 'rsa, lists', Kept>;
beforeAll(async () => {
  const { authority, timestamps, issue, verifier } = await openSignatureWorld();
  const keep = async (kind: Kind): Promise<Kept> => {
    const at = new Date();
    return { ...(await verifier({ timestamps }).verify(document, signDetached(document, issue({ kind })), at)), at };
  };
  kept['rsa, OCSP'] = await keep('rsa');
  kept['gost, OCSP'] = await keep('gost');
  authority.wish('ocsp-down');
  kept['rsa, lists'] = await keep('rsa');
  later = verifier({ now: () => new Date(Date.now() + 10 * YEAR), allowed: { hosts: [], mayBeInside: false } });
  authority.close();
});

const names = ['rsa, OCSP', 'gost, OCSP', 'rsa, lists'] as const;

describe.each(names)('the evidence of a signature (%s)', (name) => {
  const recheck = (evidence: SignatureEvidence, over: Uint8Array = document) => later.recheck(over, evidence, kept[name].at);

  it('gives the same report ten years later', async () => {
    const { evidence, report } = kept[name];
    expect(report.holds).toBe(true);
    expect(await recheck(evidence)).toEqual(report);
  });

  it('does not hold for another document', async () => {
    expect(faultOf(await recheck(kept[name].evidence, Buffer.from('another')))).toBe('other-bytes');
  });

  it('does not hold if any part is missing, or if one was added', async () => {
    const { evidence } = kept[name];
    for (const part of ['certificates', 'ocsp', 'crls'] as const) {
      for (const [at] of evidence[part].entries())
        expect((await recheck({ ...evidence, [part]: evidence[part].toSpliced(at, 1) })).holds).toBe(false);
      expect((await recheck({ ...evidence, [part]: [...evidence[part], Buffer.of(5, 0)] })).holds).toBe(false);
    }
  });

  it('does not hold if a bit of it is changed', async () => {
    const { evidence } = kept[name];
    const parts = [evidence.cms, ...evidence.certificates, ...evidence.ocsp, ...evidence.crls];
    const bit = fc.tuple(fc.nat(parts.length - 1), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(7));
    await fc.assert(
      fc.asyncProperty(bit, async ([which, place, number]) => {
        const copies = parts.map((each) => Buffer.from(each));
        const copy = copies[which] as Buffer;
        const at = Math.floor(place * copy.length);
        copy[at] = (copy[at] as number) ^ (1 << number);
        const [cms, ...rest] = copies as [Buffer, ...Buffer[]];
        const certificates = rest.splice(0, evidence.certificates.length);
        const ocsp = rest.splice(0, evidence.ocsp.length);
        expect((await recheck({ cms, certificates, ocsp, crls: rest })).holds).toBe(false);
      }),
      { numRuns: process.env.EXHAUSTIVE ? 300 : 40 },
    );
  });
});

it('does not hold once its root is no longer trusted', async () => {
  const other = await openSignatureWorld();
  other.authority.close();
  const { evidence, at } = kept['rsa, OCSP'];
  expect((await other.verifier().recheck(document, evidence, at)).holds).toBe(false);
});

/**
 * Asks NCANode (`POST /cms/verify`), behind which the certified tool of the national authority checks. Our own checks are made too: a signature holds if both say
 * so. Ours find faults without asking, and gather the evidence, which NCANode does not give out.
 */
import { z } from 'zod';
import { messageOf } from '../../error-message.ts';
import { askOutside, jsonOf } from '../outside.ts';
import { failedBy } from './examine.ts';
import type { Fault } from './faults.ts';
import type { SignatureVerifier, Signer } from './port.ts';
import { SignatureServiceAway } from './port.ts';

/** Milliseconds: NCANode itself asks by OCSP, and then reads a list. */
const TIMEOUT = 30_000;
const LARGEST = 500_000;

/** Only what is decided upon. Its documentation does not say which of the others are always there. */
const Answer = z.object({
  valid: z.boolean(),
  signers: z
    .array(
      z.object({
        certificates: z
          .array(
            z.object({
              valid: z.boolean().optional(),
              revocations: z.array(z.object({ revoked: z.boolean(), result: z.string().nullish() })).default([]),
              subject: z.object({ iin: z.string().nullish(), bin: z.string().nullish() }).optional(),
            }),
          )
          .min(1),
      }),
    )
    .default([]),
});

interface Ncanode {
  url: string;
  /** Milliseconds. */
  timeout?: number;
}

/** `own`: our own checks. */
export function ncanodeVerifier({ own, ...ncanode }: Ncanode & { own: SignatureVerifier }): SignatureVerifier {
  return {
    async verify(document, cms, at) {
      const checked = await own.verify(document, cms, at);
      const { report, evidence } = checked;
      if (!report.holds || report.signer === null) return checked;
      const fault = await askNcanode(ncanode, { document, cms: evidence.cms, signer: report.signer });
      return fault === null ? checked : { report: failedBy(report, fault), evidence };
    },
    recheck: own.recheck,
  };
}

interface Question {
  document: Uint8Array;
  cms: Uint8Array;
  /** Who signed, as our own checks found. */
  signer: Signer;
}

/** What NCANode finds wrong, if anything. @throws SignatureServiceAway */
export async function askNcanode({ url, timeout = TIMEOUT }: Ncanode, { document, cms, signer }: Question): Promise<Fault | null> {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  // Without the third field a revoked certificate is valid.
  const body = JSON.stringify({ cms: base64(cms), data: base64(document), revocationCheck: ['OCSP', 'CRL'] });
  const request = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
  try {
    const answer = await askOutside(new URL('/cms/verify', url).href, request, { timeout, most: LARGEST });
    if (answer.status === 400) return 'not-confirmed';
    if (!answer.ok) throw new Error(`it answers ${answer.status}`);
    return faultIn(Answer.parse(jsonOf(answer)), signer);
  } catch (error) {
    throw new SignatureServiceAway('verifier', error instanceof z.ZodError ? 'the answer has another form' : messageOf(error));
  }
}

/** What an answer finds wrong. @throws if it does not say whether the certificate is revoked */
function faultIn({ valid, signers }: z.infer<typeof Answer>, signer: Signer): Fault | null {
  const [only, another] = signers;
  const certificate = only?.certificates[0];
  if (certificate?.revocations.some(({ revoked }) => revoked)) return 'revoked';
  if (!valid || certificate === undefined || another !== undefined || certificate.valid === false) return 'not-confirmed';
  const { iin = null, bin = null } = certificate.subject ?? {};
  if ((iin !== null && iin !== signer.iin) || (bin !== null && bin !== signer.bin)) return 'not-confirmed';
  if (!certificate.revocations.some(({ result }) => result === 'ACTIVE'))
    throw new Error('it does not say whether the certificate is revoked');
  return null;
}

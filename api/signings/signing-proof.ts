/** What a party gives besides its session when it signs: a one-time code, or an electronic signature, which is verified before the commit. */
import type { Language } from '../../charts/messages.ts';
import type { SigningContext } from '../../charts/signing/types.ts';
import type { Fault } from '../../gateways/signatures/faults.ts';
import { FAULTS } from '../../gateways/signatures/faults.ts';
import { toText } from '../../gateways/signatures/kept.ts';
import type { CheckedSignature, SignatureReport } from '../../gateways/signatures/port.ts';
import { SignatureServiceAway } from '../../gateways/signatures/port.ts';
import { sha256 } from '../../lives/hashing.ts';
import type { Lives } from '../../lives/lives.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { preview } from '../../lives/preview.ts';
import { documentBytes, trueBytes } from '../../models/stores/document.ts';
import { todayOf } from '../../models/stores/life.ts';
import type { PersonRow } from '../../models/stores/person.ts';
import { personOfId } from '../../models/stores/person.ts';
import { keepSignature } from '../../models/stores/signature.ts';
import type { Platform } from '../../platform.ts';
import { faultOfPowers } from '../../rules/signer-powers.ts';
import type { Way } from '../../rules/signing-ways.ts';
import { proveOneself } from '../auth/own-proof.ts';
import { Problem, refusalBy } from '../errors.ts';
import { idFrom } from '../free-text.ts';
import type { Proved, Proving } from '../resource/resource.ts';
import type { SignBody } from './schema.ts';
import { POWERS_WORDS } from './signer-words.ts';
import { signingParty } from './signing-party.ts';

/** Seconds after which a service that did not answer may be asked again. */
const AWAY_PAUSE = 120;

const NOTHING: Proved = { preconditions: [], inSameTransaction: async () => undefined };

/** The way that a body shows. */
export const wayOf = ({ proof, cms }: Pick<SignBody, 'proof' | 'cms'>): Way => {
  if (cms !== undefined) return 'cms';
  return proof === undefined ? 'account' : 'code';
};

/** The bytes of the document are read from the store and hashed: nobody confirms what is not there. */
export const documentIsWhole =
  ({ log }: Lives, document: string): Precondition =>
  async (transaction) => {
    const found = await trueBytes(transaction, document);
    if (found === true) return undefined;
    log.error({ document, erased: found !== undefined }, 'document.not-whole');
    return refusalBy('documentIsWhole', '5.3');
  };

/** Checks what a party gives. The chart is asked first: what it refuses uses up no code and asks no service. @throws 401, 422, 429 or 503 */
export async function proveSigning(platform: Platform, proving: Proving): Promise<Proved> {
  const { name, input, seen, session, caller } = proving;
  const { proof, cms } = proving.body as SignBody;
  if (proof === undefined && cms === undefined) return NOTHING;
  const asked = await preview(platform.lives, { life: seen.row.id, type: name, by: seen.party, actor: session.actor, input });
  if (asked.outcome === 'refused') return { ...NOTHING, preconditions: [async () => asked.refusal] };
  if (cms !== undefined) return proveSignature(platform, proving, Buffer.from(cms, 'base64'));
  const person = (await personOfId(platform.lives.database, session.person)) as PersonRow;
  return proveOneself(platform, { caller, purpose: 'sign', person }, proof as NonNullable<typeof proof>);
}

async function proveSignature(platform: Platform, { seen, session, language, idempotencyKey }: Proving, sent: Buffer): Promise<Proved> {
  const { lives } = platform;
  const { database, keys } = lives;
  const { id: signing, snapshot } = seen.row;
  const { document } = (snapshot as { context: SigningContext }).context;
  const party = seen.party === 'customer' ? 'customer' : 'contractor';
  const bytes = await documentBytes(database, document.sha256);
  if (bytes === null || sha256(bytes) !== document.sha256) return { ...NOTHING, preconditions: [documentIsWhole(lives, document.sha256)] };

  const receivedAt = new Date();
  const checked = await verified(platform, bytes, sent, receivedAt);
  const { report, evidence } = checked;
  if (!report.holds || report.signer === null) throw refusedBy(report, language);
  const { signer } = report;
  const today = await todayOf(database, signing);
  const fault = faultOfPowers(await signingParty(database, session, today), signer);
  if (fault !== undefined)
    throw new Problem('electronic-signature-refused', { check: 'powers', fault, detail: POWERS_WORDS[fault][language] });

  const id = idFrom(idempotencyKey, 'signature');
  const cmsSha256 = sha256(evidence.cms);
  return {
    facts: { signature: { id, cms: cmsSha256 } },
    preconditions: [
      async (transaction) =>
        faultOfPowers(await signingParty(database, session, today, transaction), signer) === undefined
          ? undefined
          : refusalBy('signerMaySign', '1.11'),
    ],
    inSameTransaction: (transaction) =>
      keepSignature(transaction, {
        ...{ id, signing, party, document: document.sha256, cmsSha256, receivedAt },
        signerHash: keys.hash('signer', id, signer.iin ?? ''),
        content: toText(checked),
      }),
  };
}

/** The problem with the check that failed, and what its signer can do. */
function refusedBy({ checks }: SignatureReport, language: Language): Problem {
  const { check = 'form', fault = 'unreadable' } = checks.find(({ result }) => result === 'failed') ?? {};
  return new Problem('electronic-signature-refused', { check, fault, detail: FAULTS[fault as Fault].text[language] });
}

async function verified({ signatures }: Platform, document: Buffer, cms: Buffer, at: Date): Promise<CheckedSignature> {
  try {
    return await signatures.verify(document, cms, at);
  } catch (error) {
    if (!(error instanceof SignatureServiceAway)) throw error;
    throw new Problem('signature-service-away', { retryAfter: AWAY_PAUSE, service: error.service });
  }
}

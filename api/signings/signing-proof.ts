/** What a party gives besides its session when it signs: a one-time code, or an electronic signature, which is verified before the commit. */
import type { SigningContext } from '../../charts/signing/types.ts';
import { toText } from '../../gateways/signatures/kept.ts';
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
import type { Way } from '../../rules/signing-ways.ts';
import { proveOneself } from '../auth/own-proof.ts';
import { refusalBy } from '../errors.ts';
import { idFrom } from '../free-text.ts';
import type { Proved, Proving } from '../resource/resource.ts';
import { requireSignature } from './electronic-signature.ts';
import type { SignBody } from './schema.ts';

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
  const on = await todayOf(database, signing);
  const { checked, signer, maySign } = await requireSignature(platform, session, { bytes, cms: sent, at: receivedAt, on, language });
  const id = idFrom(idempotencyKey, 'signature');
  const cmsSha256 = sha256(checked.evidence.cms);
  return {
    facts: { signature: { id, cms: cmsSha256 } },
    preconditions: [maySign],
    inSameTransaction: (transaction) =>
      keepSignature(transaction, {
        ...{ id, signing, party, document: document.sha256, cmsSha256, receivedAt },
        signerHash: keys.hash('signer', id, signer.iin ?? ''),
        content: toText(checked),
      }),
  };
}

/**
 * Signed acts (1.4): a request that moves a life may carry a signature of the session's device over what it asks, in `Device-Signature`. The event keeps
 * it. An account may demand that its binding acts come signed: then a stolen token alone binds nobody.
 */
import canonicalize from 'canonicalize';
import type { ActSignature } from '../lives/act-signature.ts';
import { actText, bodyHash, holdsFor } from '../lives/act-signature.ts';
import { chainKey } from '../lives/chain.ts';
import { accountKey } from '../lives/ids.ts';
import { deviceOfId } from '../models/stores/device.ts';
import type { Platform } from '../platform.ts';
import { Problem } from './errors.ts';
import type { Route } from './route.ts';
import type { Session } from './session.ts';

interface SentAct {
  /** `POST /v1/tasks/<id>/accept`. */
  act: string;
  /** The Idempotency-Key. */
  key: string;
  body: unknown;
  /** The header, base64. */
  signature: string | undefined;
}

interface Acting {
  /** The caller, with the signature in the actor if there is one. */
  session: Session;
  /** To be called once the caller is known to be allowed the act. @throws 403 with the text to sign, if the act must be signed and is not. */
  requireSigned(): void;
}

/**
 * Reads the signature of a request.
 * @throws 403 with the text to sign, if there is one that does not fit the device's key.
 */
export async function readSignature(
  { lives: { database } }: Platform,
  { signed }: Pick<Route, 'signed'>,
  session: Session,
  { act, key: idempotencyKey, body, signature: value }: SentAct,
): Promise<Acting> {
  const key = chainKey(accountKey(session.account, idempotencyKey));
  const asked = { act, body: bodyHash(canonicalize(body ?? {}) as string) };
  const problem = (code: 'signature-needed' | 'signature-refused') => new Problem(code, { sign: actText({ ...asked, key }) });
  if (value === undefined) {
    const requireSigned = (): void => {
      if (signed === 'always' || (signed === 'whereAsked' && session.status.signsActs)) throw problem('signature-needed');
    };
    return { session, requireSigned };
  }
  const publicKey = (await deviceOfId(database, session.device))?.public_key;
  const signature: ActSignature = { ...asked, publicKey: publicKey ?? '', value };
  if (publicKey == null || !holdsFor(signature, key)) throw problem('signature-refused');
  return { session: { ...session, actor: { ...session.actor, signature } }, requireSigned: () => undefined };
}

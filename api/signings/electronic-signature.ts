/** What a party gives as an electronic signature (ЭЦП, 1.11): it is checked over the bytes, and its signer has to be the one who may act for the party. */
import type { Language } from '../../charts/messages.ts';
import type { Fault } from '../../gateways/signatures/faults.ts';
import { FAULTS } from '../../gateways/signatures/faults.ts';
import type { CheckedSignature, SignatureReport, Signer } from '../../gateways/signatures/port.ts';
import { SignatureServiceAway } from '../../gateways/signatures/port.ts';
import type { Precondition } from '../../lives/precondition.ts';
import type { Platform } from '../../platform.ts';
import { faultOfPowers } from '../../rules/signer-powers.ts';
import { Problem, refusalBy } from '../errors.ts';
import type { Session } from '../session.ts';
import { POWERS_WORDS } from './signer-words.ts';
import { signingParty } from './signing-party.ts';

/** Seconds after which a service that did not answer may be asked again. */
const AWAY_PAUSE = 120;

interface Given {
  /** What was signed. */
  bytes: Buffer;
  /** The detached CMS, DER. */
  cms: Buffer;
  /** When it was received. */
  at: Date;
  /** The civil date whose powers count. */
  on: string;
  language: Language;
}

export interface ProvenSignature {
  checked: CheckedSignature;
  signer: Signer;
  /** The signer still has the powers when the command is committed. */
  maySign: Precondition;
}

/** @throws 422 if the signature does not hold or its signer may not sign for the account, 503 if a service that is asked does not answer */
export async function requireSignature(
  { lives: { database }, signatures }: Pick<Platform, 'lives' | 'signatures'>,
  session: Session,
  { bytes, cms, at, on, language }: Given,
): Promise<ProvenSignature> {
  const checked = await verified(signatures, bytes, cms, at);
  const { signer } = checked.report;
  if (!checked.report.holds || signer === null) throw refusedBy(checked.report, language);
  const fault = faultOfPowers(await signingParty(database, session, on), signer);
  if (fault !== undefined)
    throw new Problem('electronic-signature-refused', { check: 'powers', fault, detail: POWERS_WORDS[fault][language] });
  return {
    checked,
    signer,
    maySign: async (transaction) =>
      faultOfPowers(await signingParty(database, session, on, transaction), signer) === undefined
        ? undefined
        : refusalBy('signerMaySign', '1.11'),
  };
}

/** The problem with the check that failed, and what its signer can do. */
function refusedBy({ checks }: SignatureReport, language: Language): Problem {
  const { check = 'form', fault = 'unreadable' } = checks.find(({ result }) => result === 'failed') ?? {};
  return new Problem('electronic-signature-refused', { check, fault, detail: FAULTS[fault as Fault].text[language] });
}

async function verified(signatures: Platform['signatures'], bytes: Buffer, cms: Buffer, at: Date): Promise<CheckedSignature> {
  try {
    return await signatures.verify(bytes, cms, at);
  } catch (error) {
    if (!(error instanceof SignatureServiceAway)) throw error;
    throw new Problem('signature-service-away', { retryAfter: AWAY_PAUSE, service: error.service });
  }
}

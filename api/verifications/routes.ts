import type { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { ErasableRef } from '../../charts/law.ts';
import type { VerificationContext } from '../../charts/verification/types.ts';
import { localIdOf } from '../../lives/ids.ts';
import { isProvedElsewhere } from '../../models/stores/account.ts';
import { textReader } from '../../models/stores/erasable-text.ts';
import type { Platform } from '../../platform.ts';
import { refusalBy } from '../errors.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { publicId } from '../resource/public-id.ts';
import type { Resource } from '../resource/resource.ts';
import type { Route } from '../route.ts';
import { VERIFICATION_COMMANDS, VerificationFacts } from './schema.ts';

/** Requests for documents (4.4.1), for the account and the operator. The account's life creates them, so there is no POST. */
export function verificationRoutes(platform: Platform): Route[] {
  const verifications: Resource<VerificationContext> = {
    kind: 'verification',
    path: 'verifications',
    type: lifeTypes.verification,
    commands: VERIFICATION_COMMANDS,
    facts: VerificationFacts,
    /** One account proves an IIN or BIN. Where two show documents for it, the staff withdraw the wrong proof first. */
    conditions: (name, _, { row }) => {
      const { parent, kinds } = (row.snapshot as { context: VerificationContext }).context;
      if (name !== 'approve') return [];
      return [
        async (transaction) =>
          (await isProvedElsewhere(transaction, localIdOf(parent), kinds)) ? refusalBy('identityIsProvedElsewhere') : undefined,
      ];
    },

    async present({ parent, kinds, what, round, deadlines, askedAgain, submissions, decision }) {
      const said = [what, askedAgain?.reasons, ...submissions.map(({ evidence }) => evidence), decision?.reasons];
      const read = await textReader(platform.lives.database, said);
      const reasoned = (given: { at: string; reasons?: ErasableRef } | undefined) =>
        given ? { at: given.at, reasons: read(given.reasons) } : null;
      return {
        account: publicId(parent),
        kinds,
        what: read(what),
        round,
        answerBy: deadlines.answerBy as string,
        lapseBy: deadlines.lapseBy as string,
        askedAgain: reasoned(askedAgain),
        submissions: submissions.map((each) => ({
          ...each,
          documents: each.documents.map(({ file, sha256 }) => ({ file: localIdOf(file), sha256 })),
          evidence: read(each.evidence),
        })),
        decision: reasoned(decision),
      } satisfies z.input<typeof VerificationFacts>;
    },
  };
  return lifeRoutes(platform, verifications);
}

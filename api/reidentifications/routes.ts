import type { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { ReidentificationContext } from '../../charts/reidentification/types.ts';
import { textReader } from '../../models/stores/erasable-text.ts';
import type { Platform } from '../../platform.ts';
import { maskedPhone } from '../../rules/masking.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { publicId } from '../resource/public-id.ts';
import type { Resource } from '../resource/resource.ts';
import type { Route } from '../route.ts';
import { REIDENTIFICATION_COMMANDS, ReidentificationFacts } from './schema.ts';

/** Changes of the authorised number (1.2), for the account and the operator. The account's life creates them, so there is no POST. */
export function reidentificationRoutes(platform: Platform): Route[] {
  const reidentifications: Resource<ReidentificationContext> = {
    kind: 'reidentification',
    path: 'reidentifications',
    type: lifeTypes.reidentification,
    commands: REIDENTIFICATION_COMMANDS,
    facts: ReidentificationFacts,

    async present({ parent, number, proof, evidence, deadlines, refused }, { party }) {
      const read = await textReader(platform.lives.database, [number, evidence, refused?.reasons]);
      const plain = read(number);
      return {
        account: publicId(parent),
        number: plain === null ? null : maskedPhone(plain),
        proof,
        evidence: party === 'operator' ? read(evidence) : null,
        checkBy: deadlines.checkBy ?? null,
        coolingOffUntil: deadlines.coolingOffUntil ?? null,
        refused: refused ? { ...refused, reasons: read(refused.reasons) } : null,
      } satisfies z.input<typeof ReidentificationFacts>;
    },
  };
  return lifeRoutes(platform, reidentifications);
}

import type { z } from 'zod';
import { laws } from '../../charts/index.ts';
import type { ReidentificationContext } from '../../charts/reidentification/types.ts';
import type { Platform } from '../../platform.ts';
import type { Resource } from '../lives/resource.ts';
import { lifeRoutes, publicId } from '../lives/resource.ts';
import { textReader } from '../lives/store.ts';
import type { Route } from '../route.ts';
import { REIDENTIFICATION_POLICY } from './policy.ts';
import { REIDENTIFICATION_COMMANDS, ReidentificationFacts } from './schema.ts';

/** `+77011234567` is `+7701•••••67`: enough to know one's own number by. */
const masked = (number: string): string => number.slice(0, 5) + '•'.repeat(Math.max(number.length - 7, 0)) + number.slice(-2);

/** Changes of the authorised number (1.2), as the account and the operator see them. An account begins them, so that nobody posts one. */
export function reidentificationRoutes(platform: Platform): Route[] {
  const reidentifications: Resource<ReidentificationContext> = {
    kind: 'reidentification',
    path: 'reidentifications',
    law: laws.reidentification,
    commands: REIDENTIFICATION_COMMANDS,
    policy: REIDENTIFICATION_POLICY,
    always: ['object'],
    facts: ReidentificationFacts,

    async present({ parent, number, proof, evidence, deadlines, refused }, { party }) {
      const read = await textReader(platform.lives.database, [number, evidence, refused?.reasons]);
      const plain = read(number);
      return {
        account: publicId(parent),
        number: plain === null ? null : masked(plain),
        proof,
        evidence: party === 'operator' ? read(evidence) : null,
        checkBy: deadlines.checkBy ?? null,
        coolingOffUntil: deadlines.coolingOffUntil ?? null,
        refused: refused ? { ...refused, reasons: read(refused.reasons) } : null,
      } satisfies z.input<typeof ReidentificationFacts>;
    },
  };
  return lifeRoutes(platform, reidentifications as Resource);
}

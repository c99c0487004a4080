/** Money that left the operator's account: the finance staff import the bank's statements and say what an entry paid (5.2). */
import type { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { OutflowContext } from '../../charts/outflow/types.ts';
import { kindOf, lifeOfPublicId, publicIdOf } from '../../lives/ids.ts';
import type { Platform } from '../../platform.ts';
import { ERASED, saidOf } from '../inflows/said.ts';
import { money } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import type { Resource } from '../resource/resource.ts';
import type { Route } from '../route.ts';
import { mayHavePaid } from './paid-by.ts';
import type { PAID_KINDS } from './schema.ts';
import { COMMANDS, OutflowFacts } from './schema.ts';

const shown = (life: string) => ({ kind: kindOf(life) as (typeof PAID_KINDS)[number], id: publicIdOf(life) });

export function outflowRoutes(platform: Platform): Route[] {
  const { database } = platform.lives;

  const resource: Resource<OutflowContext> = {
    kind: 'outflow',
    path: 'outflows',
    type: lifeTypes.outflow,
    commands: COMMANDS,
    facts: OutflowFacts,
    partyIn: (_, session) => (session.roles.includes('operator') ? 'operator' : undefined),
    async prepare(name, body) {
      if (name !== 'match') return body;
      const { kind, id } = body as z.output<(typeof COMMANDS)['match']['body']>;
      return { pays: lifeOfPublicId(kind, id) };
    },
    async present({ amount, on, entry, pays }) {
      const said = await saidOf(database, entry);
      const { identifier = null, purpose = '', reference = '' } = said ?? {};
      const candidates = pays === undefined ? await mayHavePaid(database, { amount: BigInt(amount), identifier, purpose, reference }) : [];
      return {
        ...{ amount: money(amount), on, ...(said ?? ERASED) },
        pays: pays === undefined ? null : shown(pays),
        candidates: candidates.map(({ pays: life, because }) => ({ ...shown(life), because })),
      };
    },
  };

  return lifeRoutes(platform, resource);
}

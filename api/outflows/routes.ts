/** Money that left the operator's account: the finance staff import the bank's statements and say what an entry paid (5.2). */
import type { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { OutflowContext } from '../../charts/outflow/types.ts';
import { kindOf, lifeOfPublicId, publicIdOf } from '../../lives/ids.ts';
import type { Platform } from '../../platform.ts';
import type { Component } from '../../rules/withholding.ts';
import { ERASED, saidOf } from '../inflows/said.ts';
import { money } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import type { Resource } from '../resource/resource.ts';
import type { Route } from '../route.ts';
import { mayHavePaid } from './paid-by.ts';
import type { PAID_KINDS } from './schema.ts';
import { COMMANDS, OutflowFacts } from './schema.ts';

const shown = ({ pays, component = null }: { pays: string; component?: Component | null | undefined }) => ({
  ...{ kind: kindOf(pays) as (typeof PAID_KINDS)[number], id: publicIdOf(pays), component },
});

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
      const { kind, id, component } = body as z.output<(typeof COMMANDS)['match']['body']>;
      return { pays: lifeOfPublicId(kind, id), ...(component !== undefined && { component }) };
    },
    async present({ amount, on, entry, pays, component }) {
      const said = await saidOf(database, entry);
      const { identifier = null, purpose = '', reference = '' } = said ?? {};
      const paidOut = { amount: BigInt(amount), on, identifier, purpose, reference };
      const candidates = pays === undefined ? await mayHavePaid(database, paidOut) : [];
      return {
        ...{ amount: money(amount), on, ...(said ?? ERASED) },
        pays: pays === undefined ? null : shown({ pays, component }),
        candidates: candidates.map((each) => ({ ...shown(each), because: each.because })),
      };
    },
  };

  return lifeRoutes(platform, resource);
}

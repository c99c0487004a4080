import { lifeTypes } from '../../charts/index.ts';
import type { SigningContext } from '../../charts/signing/types.ts';
import { kindOf, localIdOf, pathOf } from '../../lives/ids.ts';
import { readTexts } from '../../models/stores/erasable-text.ts';
import type { Platform } from '../../platform.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import type { Resource } from '../resource/resource.ts';
import type { Route } from '../route.ts';
import { COMMANDS, SigningFacts } from './schema.ts';

/** Documents that their parties confirm. A task's chart orders them, so there is no POST. */
export function signingRoutes(platform: Platform): Route[] {
  const reasonsOf = async ({ reasons }: NonNullable<SigningContext['refused']>): Promise<unknown> =>
    (await readTexts(platform.lives.database, [reasons.text])).get(reasons.text)?.reasons ?? null;

  const signings: Resource<SigningContext> = {
    kind: 'signing',
    path: 'signings',
    listed: true,
    type: lifeTypes.signing,
    commands: COMMANDS,
    facts: SigningFacts,
    present: async ({ parent, document, order, confirmations, refused }) => ({
      task: kindOf(parent) === 'task' ? localIdOf(parent) : null,
      of: pathOf(parent),
      document: { ...document, href: `/v1/documents/${document.sha256}/content` },
      order,
      confirmations,
      refused: refused ? { ...refused, reasons: await reasonsOf(refused) } : null,
    }),
  };
  return lifeRoutes(platform, signings);
}

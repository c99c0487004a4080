/** The consent to the processing of personal data (7.2). It is separate from the offer's checkbox and comes before any registration. */
import type { Sequelize } from 'sequelize';
import { z } from 'zod';
import type { Consent } from '../../documents/personal-data-consent.ts';
import { personalDataConsent } from '../../documents/personal-data-consent.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import type { Platform } from '../../platform.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { sha256 } from '../signings/schema.ts';
import { retentionTerms } from './retention.ts';

/** The current consent in each of its languages. `policy` is the SHA-256 of the policy that the operator has published. */
export async function consentsOfTheDay(
  database: Sequelize,
  { operatorEntity, policy }: Pick<Platform, 'operatorEntity' | 'policy'>,
): Promise<Consent[]> {
  const rows = await readParameters(database);
  return personalDataConsent({
    operator: operatorEntity,
    policy,
    retention: retentionTerms(rows),
  });
}

const Consents = z
  .object({ items: z.array(z.object({ language: z.enum(['kk', 'ru']), text: z.string(), sha256 })) })
  .meta({ id: 'PersonalDataConsents' });

export const consentRoutes = (platform: Platform): Route[] => [
  route({
    method: 'get',
    path: '/v1/personal-data/consent',
    operation: 'readPersonalDataConsent',
    summary: 'The consent to the processing of personal data, to be shown before registration (7.2)',
    access: 'public',
    answers: { 200: Consents },
    problems: ['unavailable'],
    handle: async () => ({ body: { items: await consentsOfTheDay(platform.lives.database, platform) } }),
  }),
];

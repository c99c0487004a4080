/** The consent to the processing of personal data (7.2). It is separate from the offer's checkbox and comes before any registration. */
import { z } from 'zod';
import type { ErasableRef } from '../../charts/law.ts';
import type { Consent, Subject } from '../../documents/personal-data-consent.ts';
import { consentTexts } from '../../documents/personal-data-consent.ts';
import { accountLife } from '../../lives/ids.ts';
import { readTexts } from '../../models/stores/erasable-text.ts';
import { firstEventOf } from '../../models/stores/event.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { numbersOf } from '../../models/stores/person.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import { idFrom } from '../free-text.ts';
import { instant } from '../resource/fields.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import type { Session } from '../session.ts';
import { sha256 } from '../signings/schema.ts';
import { retentionTerms } from './retention.ts';
import { Register } from './schema.ts';

/** What a registration says of the person or company. */
type Registering = Omit<Subject, 'number'>;

/** The consent of today for a person who is about to register, in each of its languages. */
export async function consentsFor(
  {
    lives: { database, keys },
    operatorEntity,
    policy,
    goesAbroad,
    sigex,
  }: Pick<Platform, 'lives' | 'operatorEntity' | 'policy' | 'goesAbroad' | 'sigex'>,
  person: string,
  { kind, name, identifier }: Registering,
): Promise<Consent[]> {
  const [parameters, numbers] = await Promise.all([readParameters(database), numbersOf(database, [person])]);
  return consentTexts({
    reference: idFrom(keys.hash('reference', 'personal-data-consent', person, kind, name, identifier)),
    subject: { kind, name, identifier, number: numbers.get(person) ?? '' },
    operator: operatorEntity,
    policy,
    goesAbroad,
    usesSigex: sigex !== null,
    retention: retentionTerms(parameters),
    date: todayInAlmaty(),
  });
}

const Consents = z
  .object({ items: z.array(z.object({ language: z.enum(['kk', 'ru']), text: z.string(), sha256 })) })
  .meta({ id: 'PersonalDataConsents' });
const OwnConsent = z.object({ text: z.string(), sha256, at: instant }).meta({ id: 'OwnPersonalDataConsent' });
const AboutToRegister = Register.pick({ kind: true, name: true, identifier: true }).meta({ id: 'AboutToRegister' });

export const consentRoutes = (platform: Platform): Route[] => [
  route({
    method: 'post',
    path: '/v1/personal-data/consent',
    operation: 'readPersonalDataConsent',
    summary:
      'The consent to the processing of personal data, to be shown before registration: it names who gives it (7.2). Changes nothing',
    access: 'person',
    body: AboutToRegister,
    answers: { 200: Consents },
    problems: ['unavailable'],
    handle: async ({ body, session }) => ({ body: { items: await consentsFor(platform, session.person, body) } }),
  }),
  route({
    method: 'get',
    path: '/v1/accounts/me/personal-data-consent',
    operation: 'readOwnConsent',
    summary:
      'The consent to the processing of personal data as the caller gave it at registration (7.2). It names number and IIN, so nobody else reads it',
    access: 'session',
    answers: { 200: OwnConsent },
    problems: ['not-found'],
    async handle({ session }) {
      const given = await consentOf(platform, session);
      if (given === undefined) throw new Problem('not-found');
      return { body: given };
    },
  }),
];

/** The consent with which the person of the session registered the account. Undefined if another person did, or without one. */
async function consentOf(
  { lives: { database } }: Platform,
  { account, person }: Pick<Session, 'account' | 'person'>,
): Promise<z.output<typeof OwnConsent> | undefined> {
  const event = await firstEventOf(database, accountLife(account));
  const { person: by, consent, details } = (event?.input ?? {}) as { person?: string; consent?: string; details?: ErasableRef };
  if (event === undefined || consent === undefined || details === undefined || by !== person) return undefined;
  const text = (await readTexts(database, [details.text])).get(details.text)?.personalDataConsent;
  return typeof text === 'string' ? { text, sha256: consent, at: event.at.toISOString() } : undefined;
}

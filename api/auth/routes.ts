/**
 * Authentication (1.1, 1.3, 1.9, 1.13): codes, sessions, devices, passwords. No route here takes an Idempotency-Key, because none changes a life of
 * the caller's.
 */
import { accountsOf } from '../../models/stores/account.ts';
import type { PersonRow } from '../../models/stores/person.ts';
import { personOfId, personOfNumber } from '../../models/stores/person.ts';
import type { Platform } from '../../platform.ts';
import { requireNumber } from '../accounts/phone.ts';
import { countsAt } from '../doors.ts';
import { numberInLog } from '../log-names.ts';
import type { Answer, Caller, Route } from '../route.ts';
import { route, withId } from '../route.ts';
import { issueCode, proveCode } from './codes.ts';
import type { Proven } from './credentials.ts';
import { proveDevice, provePassword } from './credentials.ts';
import { deviceRoutes } from './devices.ts';
import { invitationRoutes } from './invitations.ts';
import type { Opened } from './open-session.ts';
import { openSessionFor, switchAccount } from './open-session.ts';
import { presentOwn } from './own-account.ts';
import { ownReidentificationRoutes } from './own-reidentifications.ts';
import { cookieOf } from './page-cookie.ts';
import { passwordRoutes } from './password-routes.ts';
import { reidentificationRequests } from './reidentification.ts';
import { AskCode, CodeAsked, LoggedIn, LogIn, OwnAccounts } from './schema.ts';
import { secondFactorRoutes } from './second-factor.ts';
import { sessionRoutes } from './sessions.ts';

/** A page of ours gets the token in its cookie, and every other client in the body. */
function loggedIn({ publicUrl }: Platform, { page }: Caller, { token, person: { id, number, language }, ...opened }: Opened): Answer {
  const { expiresAt } = opened.session;
  return {
    status: 201,
    ...(page && { headers: { 'Set-Cookie': cookieOf({ page, publicUrl, token, expiresAt }) } }),
    body: { token: page ? '' : token, ...opened, person: { id, number, language } },
  };
}

export function authRoutes(platform: Platform): Route[] {
  const { database, keys } = platform.lives;

  const askCode = route({
    method: 'post',
    path: '/v1/auth/codes',
    operation: 'askCode',
    summary: 'Send a one-time code by SMS (1.9). The response does not reveal whether the number is known',
    access: 'public',
    body: AskCode,
    answers: { 202: CodeAsked },
    problems: ['invalid-input', 'proof-of-work-needed', 'code-not-sent', 'unavailable'],
    security: 'code-asked',
    async handle({ body, language, caller }) {
      const { purpose } = body;
      const number = requireNumber(body.number, language);
      const asked = await issueCode(platform, { number, purpose, language, caller });
      return { status: 202, body: asked, forLog: { purpose, about: numberInLog(keys, number) } };
    },
  });

  const logIn = route({
    method: 'post',
    path: '/v1/auth/sessions',
    operation: 'logIn',
    summary: 'Log in by code, password or authorised device (1.3). A code for a new number begins a registration',
    access: 'public',
    body: LogIn,
    answers: { 201: LoggedIn },
    problems: ['invalid-input', 'proof-refused', 'proof-of-work-needed', 'wrong-door', 'not-found', 'unavailable'],
    async handle({ body, language, caller, door }) {
      const prove = async (): Promise<Proven> => {
        if ('code' in body) {
          const code = await proveCode(platform, caller, 'enter', body);
          return { how: 'code', ...code, person: await personOfNumber(database, code.number) };
        }
        if ('device' in body) return proveDevice(platform, 'enter', body);
        return provePassword(platform, caller, { number: requireNumber(body.number, language), password: body.password });
      };
      const { account } = body;
      const deviceName = 'deviceName' in body ? body.deviceName : undefined;
      return loggedIn(platform, caller, await openSessionFor(platform, await prove(), { account, deviceName, language, door }));
    },
  });

  const accounts = route({
    method: 'get',
    path: '/v1/auth/accounts',
    operation: 'listOwnAccounts',
    summary: 'The accounts that the person can act for (1.4)',
    access: 'person',
    answers: { 200: OwnAccounts },
    problems: [],
    async handle({ session, door, language }) {
      const [rows, person] = await Promise.all([accountsOf(database, session.person), personOfId(database, session.person)]);
      const items = rows.filter(({ kind }) => countsAt(kind, door)).map((row) => presentOwn(row, session.account, language));
      return { body: { number: (person as PersonRow).number, items } };
    },
  });

  const actFor = route({
    method: 'post',
    path: '/v1/auth/accounts/{id}',
    operation: 'actForAccount',
    summary: 'Switch to another account of the person. Returns a new token and ends the current session',
    access: 'person',
    params: withId,
    answers: { 201: LoggedIn },
    problems: [],
    async handle({ params: { id }, session, door, caller }) {
      const person = (await personOfId(database, session.person)) as PersonRow;
      return loggedIn(platform, caller, await switchAccount(platform, { session: session.id, person, account: id, door }));
    },
  });

  return [
    askCode,
    logIn,
    ...sessionRoutes(platform),
    accounts,
    actFor,
    ...deviceRoutes(platform),
    ...passwordRoutes(platform),
    ...secondFactorRoutes(platform),
    ...invitationRoutes(platform),
    ...ownReidentificationRoutes(platform),
    ...reidentificationRequests(platform),
  ];
}

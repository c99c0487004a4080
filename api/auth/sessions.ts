/** Lists and ends one's own sessions (ASVS 7.5.2). */
import { sessionsOf } from '../../models/stores/session.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import type { Route } from '../route.ts';
import { route, withId } from '../route.ts';
import { endAndTell } from './end-sessions.ts';
import { noCookie } from './page-cookie.ts';
import { Ended, Sessions } from './schema.ts';

export function sessionRoutes(platform: Platform): Route[] {
  const { database } = platform.lives;
  const openOnes = (person: string) => sessionsOf(database, person);

  const list = route({
    method: 'get',
    path: '/v1/auth/sessions',
    operation: 'listSessions',
    summary: 'The active sessions of the person',
    access: 'person',
    beforeFactor: true,
    answers: { 200: Sessions },
    problems: [],
    async handle({ session }) {
      const items = (await openOnes(session.person)).map(({ id, account, device, how, ...row }) => ({
        ...{ id, account, device: { id: device, name: row.device_name }, how, own: id === session.id },
        ...{ since: row.created_at.toISOString(), seenAt: row.seen_at.toISOString(), expiresAt: row.expires_at.toISOString() },
      }));
      return { body: { items } };
    },
  });

  const end = route({
    method: 'delete',
    path: '/v1/auth/sessions/{id}',
    operation: 'endSession',
    summary: 'End one of your sessions. To log out, end the current one (1.13)',
    access: 'person',
    beforeFactor: true,
    params: withId,
    answers: { 200: Ended },
    problems: [],
    async handle({ params: { id }, session, caller: { page } }) {
      const found = (await openOnes(session.person)).filter((each) => each.id === id);
      if (found.length === 0) throw new Problem('not-found');
      await endAndTell(platform, session, found);
      const isOwn = id === session.id && page !== undefined;
      return { ...(isOwn && { headers: { 'Set-Cookie': noCookie(page, platform.publicUrl) } }), body: { ended: 1 } };
    },
  });

  const endOthers = route({
    method: 'delete',
    path: '/v1/auth/sessions',
    operation: 'endOtherSessions',
    summary: 'End every session of the person except the current one',
    access: 'person',
    beforeFactor: true,
    answers: { 200: Ended },
    problems: [],
    async handle({ session }) {
      const others = (await openOnes(session.person)).filter(({ id }) => id !== session.id);
      await endAndTell(platform, session, others);
      return { body: { ended: others.length } };
    },
  });

  return [list, end, endOthers];
}

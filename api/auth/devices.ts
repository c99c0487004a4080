/** Authorised devices (1.1): their keys, and the purposes of their signatures. */
import type { DeviceRow } from '../../models/stores/device.ts';
import { authoriseDevice, devicesOf, holdDevice, revokeDevice } from '../../models/stores/device.ts';
import type { PersonRow } from '../../models/stores/person.ts';
import { lockPerson, personOfId } from '../../models/stores/person.ts';
import { endAllSessions, sessionsOf } from '../../models/stores/session.ts';
import type { Platform } from '../../platform.ts';
import { Problem, refusalBy } from '../errors.ts';
import type { Route } from '../route.ts';
import { route, withId } from '../route.ts';
import { recordFor } from './audit.ts';
import { isSigned, issueChallenge, readPublicKey } from './device-keys.ts';
import { actorFor } from './end-sessions.ts';
import { proveOneself } from './own-proof.ts';
import { AuthoriseDevice, Challenge, Device, Devices, Ended } from './schema.ts';

export const presentDevice = (own: string, { id, name, public_key: key, authorised_at: since }: DeviceRow) => ({
  ...{ id, name, hasKey: key !== null, since: since.toISOString(), own: id === own },
});

export function deviceRoutes(platform: Platform): Route[] {
  const { database } = platform.lives;

  const challenge = route({
    method: 'post',
    path: '/v1/auth/challenges',
    operation: 'askChallenge',
    summary: 'Create a nonce for a device to sign. It can be used once',
    access: 'public',
    answers: { 201: Challenge },
    problems: ['unavailable'],
    handle: async () => ({ status: 201, body: await issueChallenge(platform) }),
  });

  const add = route({
    method: 'post',
    path: '/v1/auth/devices',
    operation: 'authoriseDevice',
    summary: "Authorise the session's device by its public key, with a code or the password. It can then log in without a code (1.1, 1.3)",
    access: 'person',
    body: AuthoriseDevice,
    answers: { 201: Device },
    problems: ['proof-refused', 'proof-of-work-needed'],
    async handle({ body: { publicKey, name, challenge: id, signature, proof }, session, caller }) {
      const { person } = session;
      const key = readPublicKey(publicKey);
      if (key === undefined) throw badKey();
      const owner = (await personOfId(database, person)) as PersonRow;
      // A lasting credential: another device or the token of a session does not authorise it.
      const proved = await proveOneself(platform, { caller, purpose: 'device', person: owner }, proof);
      if (!(await isSigned(platform, 'device', key, { challenge: id, signature })))
        throw new Problem('proof-refused', {}, { way: 'device-key' });
      let device: DeviceRow | undefined;
      const own = { id: session.device, person };
      const telling = {
        ...{ type: 'deviceAuthorised' as const, key: `device/${id}`, input: { device: session.device } },
        actor: actorFor(session),
      };
      await recordFor(platform, person, telling, {
        // Revoked after the request came in.
        preconditions: [
          ...proved.preconditions,
          async (transaction) => ((await holdDevice(database, own, transaction)) ? undefined : refusalBy('unauthenticated')),
        ],
        async inSameTransaction(transaction) {
          await proved.inSameTransaction(transaction);
          device = await authoriseDevice(database, { ...own, name, public_key: key }, transaction);
        },
      });
      return { status: 201, body: presentDevice(session.device, device as unknown as DeviceRow) };
    },
  });

  const list = route({
    method: 'get',
    path: '/v1/auth/devices',
    operation: 'listDevices',
    summary: 'The devices that the person is logged in on or can log in from',
    access: 'person',
    answers: { 200: Devices },
    problems: [],
    async handle({ session }) {
      const rows = await devicesOf(database, session.person);
      return { body: { items: rows.map((row) => presentDevice(session.device, row)) } };
    },
  });

  const remove = route({
    method: 'delete',
    path: '/v1/auth/devices/{id}',
    operation: 'revokeDevice',
    summary: 'Revoke a device. Its sessions end at once, and its key no longer works',
    access: 'person',
    params: withId,
    answers: { 200: Ended },
    problems: [],
    async handle({ params: { id }, session }) {
      const { person } = session;
      const [known, open] = await Promise.all([devicesOf(database, person), sessionsOf(database, person)]);
      if (!known.some((each) => each.id === id)) throw new Problem('not-found');
      const ended = open.filter((each) => each.device === id);
      const telling = {
        ...{ type: 'deviceRevoked' as const, key: `device/${id}/revoked`, input: { device: id } },
        actor: actorFor(session),
      };
      await recordFor(platform, person, telling, {
        async inSameTransaction(transaction) {
          await lockPerson(database, { id: person }, transaction);
          await revokeDevice(database, id, transaction);
          await endAllSessions(transaction, { person, device: id });
        },
      });
      return { body: { ended: ended.length } };
    },
  });

  return [challenge, add, list, remove];
}

const badKey = (): Problem => {
  const message = 'no SPKI of a key of P-256 or Ed25519';
  return new Problem('invalid-input', { detail: message, errors: [{ path: 'publicKey', message }] });
};

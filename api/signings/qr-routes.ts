/** Asks for a QR code to sign with in eGov Mobile, and reads what became of it. Who carries the document is a setting; the requests here are the same. */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Sigex } from '../../gateways/egov/sigex.ts';
import { RelayAway, RelayRefused } from '../../gateways/egov/sigex.ts';
import type { LifeRow } from '../../models/stores/life.ts';
import { findLife } from '../../models/stores/life.ts';
import { numberToday } from '../../models/stores/parameter.ts';
import { createQrSession, qrState } from '../../models/stores/qr-session.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import { instant } from '../resource/fields.ts';
import { lifeId, lifeOfPublicId } from '../resource/public-id.ts';
import { partyOf } from '../resource/view.ts';
import { requireRole } from '../roles.ts';
import type { Route } from '../route.ts';
import { route, withId } from '../route.ts';
import { ownCode } from './egov.ts';
import { contextOf, descriptionOf, ENDED, isOffered } from './qr-code.ts';
import { COMMANDS } from './schema.ts';

/** Seconds after which SIGEX may be asked for a code again. */
const AWAY_PAUSE = 30;

const QrCode = z
  .object({
    id: z.uuid().meta({ description: 'What became of it is at `/v1/signing-codes/{id}`' }),
    picture: z.string().meta({ description: 'The QR code as an image, a data URL' }),
    links: z
      .object({ egovMobile: z.string(), egovBusiness: z.string().nullable() })
      .meta({ description: 'Open the app on the same device. Null where it has no such link' }),
    expiresAt: instant,
  })
  .meta({ id: 'SigningQrCode' });

const State = z
  .object({
    state: z.enum(['waiting', 'signed', 'refused', 'ended']),
    message: z.string().nullable().meta({ description: 'What to do if it did not lead to a signature' }),
    expiresAt: instant,
  })
  .meta({ id: 'SigningQrCodeState' });

export function qrRoutes(platform: Platform): Route[] {
  const { database } = platform.lives;

  const open = route({
    method: 'post',
    path: '/v1/signings/{id}/qr',
    operation: 'openSigningQr',
    summary: 'A QR code by which the caller, and nobody else, signs the document in eGov Mobile (1.11). It counts once, for some minutes',
    access: 'session',
    finishes: true,
    params: z.strictObject({ id: lifeId }),
    body: z.strictObject({}),
    answers: { 201: QrCode },
    problems: ['wrong-party', 'role-missing', 'not-in-this-state', 'qr-service-away'],
    async handle({ params, session }) {
      const signing = lifeOfPublicId('signing', params.id);
      const row = await findLife(database, signing);
      const party = row && partyOf(contextOf(row), session);
      if (row === undefined || party === undefined) throw new Problem('not-found');
      if (party === 'operator') throw new Problem('wrong-party');
      requireRole(session, party, COMMANDS.sign.roles);
      if (!isOffered(row, session)) throw new Problem('not-in-this-state');
      const minutes = await numberToday(database, 'qrSessionMinutes');
      const id = randomUUID();
      const { way, ...code } = platform.sigex === null ? ownCode(platform, id) : await carriedCode(platform.sigex, row, platform.lives.log);
      const expires = await createQrSession(database, { id, signing, session: session.id, minutes, ...way });
      return { status: 201, body: { id, ...code, expiresAt: expires.toISOString() } };
    },
  });

  const watch = route({
    method: 'get',
    path: '/v1/signing-codes/{id}',
    operation: 'readSigningQr',
    summary: 'What became of a QR code that this login asked for',
    access: 'person',
    params: withId,
    answers: { 200: State },
    problems: ['unavailable'],
    async handle({ params: { id }, session, language }) {
      const found = await qrState(database, id, session.id);
      if (found === undefined) throw new Problem('not-found');
      const { state, message, expires_at: expires } = found;
      return { body: { state, message: message ?? (state === 'ended' ? ENDED[language] : null), expiresAt: expires.toISOString() } };
    },
  });

  return [open, watch];
}

/** A code at SIGEX. @throws 503 */
async function carriedCode(sigex: Sigex, row: LifeRow, log: Logger) {
  try {
    const { procedure: relay, expiresAt: until, ...shown } = await sigex.register(descriptionOf(row));
    return { way: { relay, until }, ...shown };
  } catch (error) {
    if (!(error instanceof RelayAway || error instanceof RelayRefused)) throw error;
    log.warn({ reason: error.message }, 'qr-code.not-opened');
    throw new Problem('qr-service-away', { retryAfter: AWAY_PAUSE });
  }
}

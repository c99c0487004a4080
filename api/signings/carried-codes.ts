/**
 * QR codes whose document SIGEX carries to eGov Mobile. A row says how far each is, so any process goes on where another died: first the document is handed
 * over, then the signature is fetched and given as the command `sign` of whoever asked for the code.
 */
import { said } from '../../charts/messages.ts';
import type { Procedure, Sigex } from '../../gateways/egov/sigex.ts';
import { HELD, RelayAway, RelayRefused } from '../../gateways/egov/sigex.ts';
import { repeat } from '../../lives/repeat.ts';
import { inRequest } from '../../lives/request-context.ts';
import { logSecurity } from '../../lives/security-log.ts';
import { documentBytes } from '../../models/stores/document.ts';
import type { LifeRow } from '../../models/stores/life.ts';
import { findLife } from '../../models/stores/life.ts';
import type { CarriedQrSession } from '../../models/stores/qr-session.ts';
import { claimQrSessions, closeQrSession, releaseQrSession } from '../../models/stores/qr-session.ts';
import type { Platform } from '../../platform.ts';
import { PROBLEMS, Problem } from '../errors.ts';
import type { Route } from '../route.ts';
import { eventOfProblem } from '../security-events.ts';
import { openAgain } from '../session.ts';
import { contextOf, documentToSign, isOffered, signByCode, wordsOf } from './qr-code.ts';
import { signingRoutes } from './routes.ts';

/** Codes whose requests a process holds at once: each holds a document in memory at most. Others wait for their turn. */
const AT_ONCE = 100;
/** Seconds: longer than the longest request, so that a process that lives keeps what it asks for. */
const LEASE = HELD / 1_000 + 15;
/** Seconds between two tries after trouble. */
const PAUSE = 2;

const CANCELLED = said(
  'eGov Mobile-да қол қоюдан бас тартылды. Қол қою үшін жаңа кодты сұраңыз.',
  'Подписание в eGov Mobile отменено. Чтобы подписать, запросите новый код.',
  'The signing was cancelled in eGov Mobile. To sign, ask for a new code.',
);

interface Carrying {
  platform: Platform;
  sigex: Sigex;
  /** The route of the command `sign`. */
  sign: Route;
  /** Aborted when this process stops. */
  signal: AbortSignal;
}

/** Carries documents and signatures until the returned function is called. `every` is in milliseconds. */
export function keepCarrying(platform: Platform, { every = 1_000 }: { every?: number } = {}): () => Promise<void> {
  const { sigex, lives } = platform;
  const sign = signingRoutes(platform).find(({ operation }) => operation === 'signSigning');
  if (sigex === null || sign === undefined) return async () => {};
  const ending = new AbortController();
  const running = new Set<Promise<void>>();
  const onError = (error: unknown): void => lives.log.error({ err: error }, 'qr-code.failed');
  const end = repeat(
    async () => {
      const claimed = await claimQrSessions<Procedure>(lives.database, { limit: AT_ONCE - running.size, seconds: LEASE });
      for (const code of claimed) {
        const step: Promise<void> = carry({ platform, sigex, sign, signal: ending.signal }, code)
          .catch(onError)
          .finally(() => running.delete(step));
        running.add(step);
      }
    },
    every,
    onError,
  );
  return async () => {
    ending.abort();
    await end();
    await Promise.all(running);
  };
}

/** One step of a code: hands over its document, or fetches and gives its signature. */
async function carry(carrying: Carrying, code: CarriedQrSession<Procedure>): Promise<void> {
  const { lives } = carrying.platform;
  const { database, log } = lives;
  const [session, row] = [await openAgain(lives, { id: code.session }), await findLife(database, code.signing)];
  const isOver = session === undefined || row === undefined || !(code.delivered || isOffered(row, session));
  if (isOver) return closeQrSession(database, code.id, 'ended');
  try {
    if (!code.delivered) return await deliver(carrying, code, row);
    const cms = await carrying.sigex.collect(code.relay, carrying.signal);
    if (cms === null) return await closeQrSession(database, code.id, 'ended', CANCELLED[session.language]);
    await inRequest({ requestId: code.id, operation: 'signInEgov', subject: row.id }, () =>
      signByCode(carrying.platform, carrying.sign, { id: code.id, session, row }, cms, {
        request: lives.keys.hash('request', 'egov', code.id, cms),
        door: 'public',
        caller: { address: '', work: undefined, known: undefined, token: undefined, page: undefined, lastEventId: undefined },
        signal: carrying.signal,
      }),
    );
    await closeQrSession(database, code.id, 'signed');
  } catch (error) {
    if (error instanceof RelayRefused) {
      log.warn({ signing: row.id, reason: error.message }, 'qr-code.ended');
      return closeQrSession(database, code.id, 'ended');
    }
    if (error instanceof Problem && PROBLEMS[error.code].status < 500) {
      const refused = eventOfProblem(error, true);
      if (refused) logSecurity(log, refused.event, refused.details);
      return closeQrSession(database, code.id, 'refused', wordsOf(error, session.language));
    }
    // Nothing is decided yet, by SIGEX or by the authority that is asked about the certificate.
    if (!(error instanceof RelayAway)) log.error({ err: error }, 'qr-code.failed');
    await releaseQrSession(database, code.id, { pause: carrying.signal.aborted ? 0 : PAUSE });
  }
}

async function deliver(
  { platform, sigex, signal }: Carrying,
  { id, relay, tries }: CarriedQrSession<Procedure>,
  row: LifeRow,
): Promise<void> {
  const { database } = platform.lives;
  const bytes = await documentBytes(database, contextOf(row).document.sha256);
  if (bytes === null) return closeQrSession(database, id, 'ended');
  try {
    await sigex.send(relay, documentToSign(row, bytes), signal);
  } catch (error) {
    // An earlier try may have arrived without its answer. Then the app has the document, and the signature tells the rest.
    if (!(error instanceof RelayRefused) || tries === 1) throw error;
  }
  await releaseQrSession(database, id, { delivered: true });
}

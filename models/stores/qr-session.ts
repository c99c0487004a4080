/** Invitations to sign a document in eGov Mobile. Only the hash of the app's token is stored, and the place at a service that carries it is sealed. */
import type { Sequelize } from 'sequelize';
import { sealingOf } from '../sealed-column.ts';
import { query } from '../statement.ts';

export interface QrSession {
  id: string;
  signing: string;
  /** The login that asked for it. */
  session: string;
  expires_at: Date;
}

const placeOf = (row: string) => ({ table: 'qr_session', column: 'relay', row });

const create = query<{ expires_at: Date }>(
  'qr-session-create',
  `with old as (delete from qr_session where id in
     (select id from qr_session where expires_at < clock_timestamp() - interval '1 day' order by expires_at limit 100 for update skip locked)),
   replaced as (update qr_session set outcome = 'ended' where $3::bytea is not null and relay is not null and outcome is null and session = $5)
   insert into qr_session (id, token_hash, relay, signing, session, expires_at)
   values ($1, $2, $3, $4, $5, least(clock_timestamp() + $6 * interval '1 minute', $7)) returning expires_at`,
);

interface NewQrSession {
  id: string;
  signing: string;
  session: string;
  minutes: number;
}

/** The app comes to us with the token; or a service carries the document, where `relay` is, and gives the code up at `until`. */
type Way = { tokenHash: string } | { relay: object; until: Date };

/**
 * Records an invitation, and deletes some old ones. Returns when it ends. A login has one invitation at a time that a service carries, because we hold a
 * request for each.
 */
export async function createQrSession(database: Sequelize, { id, signing, session, minutes, ...way }: NewQrSession & Way): Promise<Date> {
  const [token, relay, until] =
    'tokenHash' in way ? [way.tokenHash, null, null] : [null, sealingOf(database).seal(JSON.stringify(way.relay), placeOf(id)), way.until];
  const [row] = await create(database, [id, token, relay, signing, session, minutes, until]);
  return (row as NonNullable<typeof row>).expires_at;
}

const find = query<QrSession>(
  'qr-session-find',
  'select id, signing, session, expires_at from qr_session where id = $1 and token_hash = $2 and expires_at > clock_timestamp()',
);
/** The invitation with this token, unless it has ended. */
export const findQrSession = async (database: Sequelize, id: string, tokenHash: string): Promise<QrSession | undefined> =>
  (await find(database, [id, tokenHash]))[0];

/** How long after the end of a code its signature is still fetched: who signed in the last second has signed. */
const GRACE = `interval '1 minute'`;

export interface QrState {
  state: 'waiting' | 'signed' | 'refused' | 'ended';
  /** Why a signature was refused. */
  message: string | null;
  expires_at: Date;
}

const stateOf = query<QrState>(
  'qr-session-state',
  `select coalesce(outcome, case when expires_at + ${GRACE} > clock_timestamp() then 'waiting' else 'ended' end) as state, message, expires_at
   from qr_session where id = $1 and session = $2`,
);
/** How an invitation of this login stands. */
export const qrState = async (database: Sequelize, id: string, session: string): Promise<QrState | undefined> =>
  (await stateOf(database, [id, session]))[0];

export interface CarriedQrSession<Relay> extends QrSession {
  relay: Relay;
  /** The service has the document. */
  delivered: boolean;
  /** This try is counted. */
  tries: number;
}

const claim = query<CarriedQrSession<Buffer>>(
  'qr-session-claim',
  `update qr_session set tries = tries + 1, leased_until = clock_timestamp() + $2 * interval '1 s'
   where id in (select id from qr_session
     where relay is not null and outcome is null and leased_until <= clock_timestamp() and expires_at + ${GRACE} > clock_timestamp()
     order by leased_until limit $1 for update skip locked)
   returning id, signing, session, expires_at, relay, delivered, tries`,
);
/** Takes invitations that a service carries, so that no other process asks about them for the seconds of the lease. */
export async function claimQrSessions<Relay>(
  database: Sequelize,
  { limit, seconds }: { limit: number; seconds: number },
): Promise<CarriedQrSession<Relay>[]> {
  const sealing = sealingOf(database);
  return (await claim(database, [limit, seconds])).map((row) => ({ ...row, relay: JSON.parse(sealing.open(row.relay, placeOf(row.id))) }));
}

const release = query(
  'qr-session-release',
  `update qr_session set delivered = delivered or $2, leased_until = clock_timestamp() + $3 * interval '1 s' where id = $1`,
);
/** Gives an invitation back, to be taken again after a pause in seconds. `delivered`: the service has the document now. */
export const releaseQrSession = async (database: Sequelize, id: string, { delivered = false, pause = 0 } = {}): Promise<void> =>
  void (await release(database, [id, delivered, pause]));

const close = query('qr-session-close', 'update qr_session set outcome = $2, message = $3 where id = $1 and outcome is null');
/** Notes how an invitation ended. The first end counts. */
export const closeQrSession = async (
  database: Sequelize,
  id: string,
  outcome: 'signed' | 'refused' | 'ended',
  message?: string,
): Promise<void> => void (await close(database, [id, outcome, message]));

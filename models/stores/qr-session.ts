/** Invitations to sign a document in eGov Mobile. Only the hash of the token is stored. */
import type { Sequelize } from 'sequelize';
import { query } from '../statement.ts';

export interface QrSession {
  id: string;
  signing: string;
  /** The login that asked for it. */
  session: string;
  expires_at: Date;
}

const create = query<{ expires_at: Date }>(
  'qr-session-create',
  `with old as (delete from qr_session where id in
     (select id from qr_session where expires_at < clock_timestamp() - interval '1 day' order by expires_at limit 100 for update skip locked))
   insert into qr_session (id, token_hash, signing, session, expires_at)
   values ($1, $2, $3, $4, clock_timestamp() + $5 * interval '1 minute') returning expires_at`,
);

/** Records an invitation, and deletes some old ones. Returns when it ends. */
export async function createQrSession(
  database: Sequelize,
  { id, tokenHash, signing, session, minutes }: { id: string; tokenHash: string; signing: string; session: string; minutes: number },
): Promise<Date> {
  const [row] = await create(database, [id, tokenHash, signing, session, minutes]);
  return (row as NonNullable<typeof row>).expires_at;
}

const find = query<QrSession>(
  'qr-session-find',
  'select id, signing, session, expires_at from qr_session where id = $1 and token_hash = $2 and expires_at > clock_timestamp()',
);
/** The invitation with this token, unless it has ended. */
export const findQrSession = async (database: Sequelize, id: string, tokenHash: string): Promise<QrSession | undefined> =>
  (await find(database, [id, tokenHash]))[0];

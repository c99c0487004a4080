/** Who asks: an opaque token is known by its hash alone. */
import { createHash, randomBytes } from 'node:crypto';
import type { Sequelize } from 'sequelize';
import { QueryTypes } from 'sequelize';
import type { Language } from '../charts/words.ts';
import type { Role } from '../models/account.ts';

export interface Session {
  account: string;
  roles: Role[];
  language: Language;
  /** The session's own id in events: its token's hash, cut. */
  id: string;
}

/** 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

const BEARER = /^Bearer ([\w-]{20,200})$/i;

/** The session that a request's `Authorization` opens, or undefined. The lookup is by hash: nothing of the token is compared. */
export async function openSession(database: Sequelize, authorization: string | undefined): Promise<Session | undefined> {
  const token = BEARER.exec(authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  const hash = tokenHash(token);
  const [row] = await database.query<Omit<Session, 'id'>>(
    `select account.id as account, account.roles, account.language from session join account on account.id = session.account
     where token_hash = $1 and expires_at > clock_timestamp()`,
    { bind: [hash], type: QueryTypes.SELECT },
  );
  return row && { ...row, id: hash.slice(0, 16) };
}

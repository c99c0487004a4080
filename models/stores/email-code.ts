/** Codes by which the owner of an e-mail address confirms it, and addresses whose owner wants no letters about an account. */
import type { Sequelize, Transaction } from 'sequelize';
import { query, statement } from '../statement.ts';

export interface NewEmailCode {
  /** The effect that sends the letter. */
  id: string;
  account: string;
  /** The text that names the address. */
  details: string;
  addressHash: string;
  codeHash: string;
  refusalHash: string;
}

/** Times are PostgreSQL intervals. */
export interface EmailCodeLimits {
  lasts: string;
  perAddress: number;
  inTime: string;
}

const begin = query<{ verdict: 'go' | 'refused' | 'full' }>(
  'email-code-begin',
  'select begin_email_code($1, $2, $3, $4, $5, $6, $7::interval, $8, $9::interval) as verdict',
);
/** Records a code before its letter is sent. */
export async function beginEmailCode(
  database: Sequelize,
  { id, account, details, addressHash, codeHash, refusalHash }: NewEmailCode,
  { lasts, perAddress, inTime }: EmailCodeLimits,
): Promise<'go' | 'refused' | 'full'> {
  const [row] = await begin(database, [id, account, details, addressHash, codeHash, refusalHash, lasts, perAddress, inTime]);
  return (row as NonNullable<typeof row>).verdict;
}

const OPEN = 'used_at is null and expires_at > clock_timestamp()';

const take = query<{ id: string; code_hash: string }>(
  'email-code-try',
  `update email_code set tries = tries + 1
   where id = (select id from email_code where account = $1 and details = $2 order by sent_at desc limit 1) and tries < $3 and ${OPEN}
   returning id, code_hash`,
);
/** Counts an attempt at the newest code for an address before it is checked. `undefined` if no attempt is left. */
export const tryEmailCode = async (
  database: Sequelize,
  { account, details, most }: { account: string; details: string; most: number },
): Promise<{ id: string; code_hash: string } | undefined> => (await take(database, [account, details, most]))[0];

const hold = statement(
  'email-code-hold',
  `select from email_code as code where id = $1 and ${OPEN} and not exists (
     select from refused_address as refused where refused.account = code.account and refused.address_hash = code.address_hash) for update of code`,
);
/** Locks a code, so that one request alone uses it. False where another was first, or the owner of the address has refused it. */
export const holdEmailCode = async (transaction: Transaction, id: string): Promise<boolean> => (await hold(transaction, [id])).length > 0;

const use = statement('email-code-use', 'update email_code set used_at = clock_timestamp() where id = $1');
export const useEmailCode = async (transaction: Transaction, id: string): Promise<void> => {
  await use(transaction, [id]);
};

const sent = query<{ sent_at: Date; expires_at: Date }>(
  'email-code-sent',
  'select sent_at, expires_at from email_code where account = $1 and details = $2 order by sent_at desc limit 1',
);
/** When the newest code for an address was sent, and until when it is valid. */
export const emailCodeSent = async (
  database: Sequelize,
  account: string,
  details: string,
): Promise<{ sent_at: Date; expires_at: Date } | undefined> => (await sent(database, [account, details]))[0];

const refuse = query<{ id: string; account: string; details: string[] }>(
  'email-refuse',
  `with told as (select * from email_code where refusal_hash = $1),
   refused as (insert into refused_address (account, address_hash) select account, address_hash from told on conflict do nothing)
   select told.id, told.account, array(select distinct details::text from email_code as other
     where other.account = told.account and other.address_hash = told.address_hash) as details from told`,
);
/** Records that the owner of an address wants no letters about an account. Returns the account and its texts that name the address. */
export const refuseAddress = async (
  database: Sequelize,
  refusalHash: string,
): Promise<{ id: string; account: string; details: string[] } | undefined> => (await refuse(database, [refusalHash]))[0];

const isRefused = statement('email-is-refused', 'select from refused_address where account = $1 and address_hash = $2');
/** Does the owner of an address want no letters about an account? */
export const isAddressRefused = async (transaction: Transaction, account: string, addressHash: string): Promise<boolean> =>
  (await isRefused(transaction, [account, addressHash])).length > 0;

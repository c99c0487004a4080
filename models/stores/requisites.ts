/** The requisites of accounts: the texts that hold them, sealed like every erasable text. The account's row names the present one. */
import type { Sequelize, Transaction } from 'sequelize';
import type { PaperParty } from '../../rules/paper-party.ts';
import type { PartyKind, Representative, Requisites } from '../../rules/requisites.ts';
import { paperParty } from '../../rules/requisites.ts';
import type { WayOfPayment } from '../../rules/way-of-payment.ts';
import { civilDate } from '../../rules/working-days.ts';
import { databaseOf, either, statement } from '../statement.ts';
import { identifierOf } from './account.ts';
import { openText } from './erasable-text.ts';
import { keptName } from './erasure.ts';
import { authorisedNumber } from './person.ts';

interface Text {
  id: string;
  life: string;
  sealed: Buffer | null;
}

/** The body of the text; undefined if there is none, or it was erased. */
const requisitesIn = (database: Sequelize, { id, life, sealed }: Partial<Text>): Requisites | undefined =>
  id && life && sealed ? (openText(database, { id, life, sealed }) as { requisites: Requisites }).requisites : undefined;

/** The members of an account by their ids as persons, with their roles. */
type Members = Record<string, string[]>;

export interface AccountRequisites {
  account: string;
  kind: PartyKind;
  /** The id of the present version; null if there is none. */
  version: string | null;
  requisites: Requisites | undefined;
  members: Members;
}

const PRESENT = `select account.id as account, account.kind, account.requisites as version, text.life, text.sealed,
    coalesce((select jsonb_object_agg(person, roles) from membership where membership.account = account.id), '{}') as members
  from account left join erasable_text as text on text.id = account.requisites where account.kind <> 'staff'`;
type Row = Omit<AccountRequisites, 'requisites'> & Omit<Text, 'id'>;

const opened = (database: Sequelize, { life, sealed, ...row }: Row): AccountRequisites => ({
  ...row,
  requisites: requisitesIn(database, { ...(row.version !== null && { id: row.version }), life, sealed }),
});

const present = either<Row>('requisites-present', `${PRESENT} and account.id = $1`);
/** The present requisites of an account; undefined for one of the staff. */
export async function findRequisites(database: Sequelize, account: string): Promise<AccountRequisites | undefined> {
  const [row] = await present(database, [account]);
  return row && opened(database, row);
}

const held = statement<Row>(
  'requisites-hold',
  `${PRESENT} and account.id = any($1::uuid[]) and account.standing not in ('closed', 'ended') order by account.id for share of account`,
);
/**
 * The same of several accounts, without those of the staff and those that are over, whose requisites nobody can set any more. Until the transaction ends,
 * a change of them waits.
 */
export const holdRequisites = async (transaction: Transaction, accounts: readonly string[]): Promise<AccountRequisites[]> =>
  (await held(transaction, [accounts])).map((row) => opened(databaseOf(transaction), row));

export interface RunningDeal {
  party: 'customer' | 'contractor';
  payment: WayOfPayment;
}
const lock = statement('requisites-lock', 'select from account where id = $1 for update');
const running = statement<RunningDeal>(
  'requisites-running',
  `select distinct case when customer = $1 then 'customer' else 'contractor' end as party, payment
   from task join life on life.id = task.id where not life.done and $1 in (task.customer, task.contractor)`,
);
/**
 * In what the account is a party of unfinished tasks, also of those that nobody has accepted yet. Waits for a deal that is being made, and lets none be
 * made until the transaction ends.
 */
export async function runningDeals(transaction: Transaction, account: string): Promise<RunningDeal[]> {
  await lock(transaction, [account]);
  return running(transaction, [account]);
}

const ofParty = either<
  { id: string; kind: PartyKind; name: string; identifier: Buffer | null; kept_name: Buffer | null; proved: boolean } & {
    members: Members;
    text: string | null;
    life: string | null;
    sealed: Buffer | null;
  }
>(
  'requisites-of-party',
  `select account.id, account.kind, account.name, account.identifier, account.kept_name, account.proof is not null as proved,
     coalesce((select jsonb_object_agg(person, roles) from membership where membership.account = account.id), '{}') as members,
     text.id as text, text.life, text.sealed
   from account left join erasable_text as text on text.id = coalesce($2::uuid, account.requisites) and text.life = 'account/' || account.id
   where account.id = $1`,
);

export interface Asked {
  /** An earlier version; otherwise the present one. */
  version?: string | undefined;
  /** The moment of the paper (UTC, ISO-8601): whose powers hold then. */
  at: string;
  /** Who acted for a company: finds the person by what the event has of them. Left out if nobody has. */
  acted?: ((representative: Representative) => boolean) | undefined;
}

/**
 * A party as a paper names it. The paper pins `version`. Of an account whose data were erased only the kept name remains; `null` once that is gone too, and
 * for an account that does not exist.
 */
export async function partyOfPaper(database: Sequelize, account: string, { version, at, acted }: Asked): Promise<PaperParty | null> {
  const [[row], phone] = await Promise.all([ofParty(database, [account, version ?? null]), authorisedNumber(database, account)]);
  if (row === undefined) return null;
  const { id, kind, proved, text, life, sealed, members } = row;
  const name = row.name || keptName(database, { id, kept_name: row.kept_name });
  if (!name) return null;
  const requisites = text && life ? requisitesIn(database, { id: text, life, sealed }) : undefined;
  return paperParty(
    {
      ...{ kind, proved, name },
      identifier: identifierOf(database, row) ?? '',
      phone: phone ?? '',
    },
    requisites && text ? { version: text, requisites } : undefined,
    { on: civilDate(at), members: version === undefined ? members : undefined },
    acted,
  );
}

/** What papers are drawn from, beside what a life's own snapshot has. */
import type { Sequelize } from 'sequelize';
import type { Party } from '../../charts/law.ts';
import type { Side } from '../../charts/signing/types.ts';
import type { Representative } from '../../rules/requisites.ts';
import type { Keys } from '../keys.ts';
import { query } from '../statement.ts';

/** A life, and the event that ordered a paper of it. */
export interface OrderingRow {
  number: string;
  context: object;
  at: Date;
  hash: string;
  chart_hash: string;
  input: object;
}

const ordering = query<OrderingRow>(
  'paper-ordering',
  `select life.number, life.snapshot -> 'context' as context, event.at, event.hash, event.chart_hash, event.input
   from life join event on event.life = life.id where life.id = $1 and event.seq = $2`,
);
/** @throws Error if there is no such event. */
export async function orderingOf(database: Sequelize, life: string, seq: number): Promise<OrderingRow> {
  const [row] = await ordering(database, [life, seq]);
  if (row === undefined) throw new Error(`there is no event ${life}/${seq}`);
  return row;
}

export interface HappenedRow {
  seq: number;
  at: Date;
  by: Party;
  type: string;
  input: object;
}
const happened = query<HappenedRow>(
  'paper-happened',
  'select seq, at, by, type, input from event where life = $1 and at <= $2 order by seq',
);
/** The events of a life up to a moment, in order. */
export const eventsUntil = (database: Sequelize, life: string, moment: string): Promise<HappenedRow[]> =>
  happened(database, [life, moment]);

const actors = query<{ life: string; by: Side; at: Date; person: string }>(
  'paper-actors',
  `select life, by, at, actor ->> 'person' as person from event
   where life = any($1::text[]) and at = any($2::timestamptz[]) and by in ('customer', 'contractor') and actor ->> 'person' is not null`,
);

/** Finds among the representatives of each side the one who gave its command. Nothing for a side that has given none. */
export type Acted = Partial<Record<Side, (representative: Representative) => boolean>>;

/**
 * Who acted in the commands that count as confirmations of a paper: `confirmed` has their moments (UTC, ISO-8601), `lives` where they may have been given.
 * An event has the person as a keyed hash by its life, and the requisites have each representative by their id, so whoever acted is found without a name.
 */
export async function actedIn(
  { database, keys }: { database: Sequelize; keys: Keys },
  lives: readonly string[],
  confirmed: Partial<Record<Side, string>>,
): Promise<Acted> {
  const sides = Object.entries(confirmed) as [Side, string][];
  const rows = await actors(database, [lives, sides.map(([, at]) => at)]);
  return Object.fromEntries(
    sides.flatMap(([side, at]) => {
      const actor = rows.find((each) => each.by === side && each.at.toISOString() === at);
      return actor ? [[side, ({ person }: Representative) => keys.hash('person', actor.life, person) === actor.person]] : [];
    }),
  );
}

export interface AcceptedOffer {
  sha256: string;
  /** A civil date. */
  inForceFrom: string;
}
const accepted = query<AcceptedOffer>(
  'paper-offer',
  `select offer_revision.sha256, offer_revision.in_force_from::text as "inForceFrom"
   from offer_acceptance join offer_revision on offer_revision.sha256 = offer_acceptance.revision
   where offer_acceptance.account = $1 and (offer_acceptance.id = $2::uuid or ($2::uuid is null and offer_acceptance.at <= $3))
   order by offer_acceptance.at desc limit 1`,
);
/** The revision that binds an account: by the acceptance that a deal pinned, else by the latest one at a moment. */
export const offerOf = async (
  database: Sequelize,
  account: string,
  { acceptance, at }: { acceptance?: string | undefined; at: string },
): Promise<AcceptedOffer | null> => (await accepted(database, [account, acceptance, at]))[0] ?? null;

export interface KnownDocumentRow {
  kind: string;
  number: string | null;
  /** A civil date. */
  dated: string;
  sha256: string;
}
const documents = query<KnownDocumentRow>(
  'paper-documents',
  `select document.kind, document_of_life.number, to_char(document_of_life.dated, 'YYYY-MM-DD') as dated, document.sha256 from life
     join document_of_life on document_of_life.life = life.id join document on document.sha256 = document_of_life.document
     join event on event.life = life.id and event.seq = 1
   where starts_with(life.id, 'signing/' || $1 || '/') and life.state = 'signed' and event.at <= $2 order by event.at`,
);
/** The documents of a task that its parties had confirmed by a moment, the first one first. `task`: without the kind. */
export const confirmedDocuments = (database: Sequelize, task: string, moment: string): Promise<KnownDocumentRow[]> =>
  documents(database, [task, moment]);

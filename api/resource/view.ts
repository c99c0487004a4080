/** A life as one caller may see it: found, shown, and shown again after a command without a second read. */
import type { z } from 'zod';
import { restore } from '../../charts/judge.ts';
import type { BoundParties, Party } from '../../charts/law.ts';
import { innermostStates } from '../../charts/state.ts';
import type { LifeState, Receipt } from '../../lives/command.ts';
import type { LifeRow } from '../../models/stores/life.ts';
import { findLife } from '../../models/stores/life.ts';
import type { Platform } from '../../platform.ts';
import { Problem } from '../errors.ts';
import { hasFiles, presentFiles } from '../files/hanging.ts';
import type { Asked } from '../route.ts';
import type { Session } from '../session.ts';
import { hasTexts } from './fields.ts';
import type { Reading, WarningsOf } from './presenter.ts';
import { offersOf, presentMenu, presentReceipt, presentSilence } from './presenter.ts';
import { publicId } from './public-id.ts';
import type { Resource, Seen, SeenRow } from './resource.ts';
import type { Choice } from './schema.ts';
import { lifeAnswer } from './schema.ts';
import { presentStatements } from './statements.ts';

export type Asker = Pick<Asked, 'session' | 'language'>;

export interface View<Row extends SeenRow = SeenRow> {
  /** The schema of a read, and of a command's response. */
  answer: z.ZodType;
  commandAnswer: z.ZodType;
  /** Undefined for a life that is hidden from the caller. */
  seek(life: string, session: Session): Promise<Seen<Row> | undefined>;
  /** The same life after a commit. Undefined if the caller may no longer see it. */
  after(seen: Seen<Row>, life: LifeState | undefined, session: Session): Promise<Seen<Row> | undefined>;
  show(seen: Seen<Row>, asker: Asker, receipt?: Receipt): Promise<object>;
  /** The input of menus and silence. */
  reading(seen: Seen<Row>, asker: Asker): Reading;
  menu(seen: Seen<Row>, asker: Asker): z.output<typeof Choice>[];
  warningsOf?: WarningsOf;
  /** May the caller read the chain? By default every reader of the life may. */
  mayReadChain?(seen: Seen<Row>, session: Session): boolean;
  /** The response to a repeated command whose author may no longer see the life. By default that is 404. */
  showReceipt?(receipt: Receipt): object;
}

/** @throws 404 for a life that is hidden from the caller. */
export async function look<Row extends SeenRow>(view: View<Row>, life: string, session: Session): Promise<Seen<Row>> {
  const seen = await view.seek(life, session);
  if (seen === undefined) throw new Problem('not-found');
  return seen;
}

/**
 * A life as it is read alone: every field, and its statements. Responses to commands and lists omit the statements for their cost, and so does a life
 * whose commands take no texts.
 */
export async function readLife<Context extends BoundParties, Row extends SeenRow>(
  { lives }: Platform,
  { type, commands, withheld }: Pick<Resource<Context>, 'type' | 'commands' | 'withheld'>,
  view: View<Row>,
  seen: Seen<Row>,
  asker: Asker,
): Promise<object> {
  if (!Object.values(commands).some(({ body }) => hasTexts(body))) return view.show(seen, asker);
  const takesFiles = Object.values(commands).some(hasFiles);
  const { row, party } = seen;
  const { session, language } = asker;
  const isCandidate = view.mayReadChain && !view.mayReadChain(seen, session);
  const listener = { party, account: session.account, isCandidate, withheld };
  const [shown, statements, files] = await Promise.all([
    view.show(seen, asker),
    presentStatements(lives.database, row, type, language, listener),
    takesFiles && !isCandidate ? presentFiles(lives.database, row.id, row.seq) : undefined,
  ]);
  const { context } = row.snapshot as { context: Context };
  const shownFiles = files?.filter((each) => type.showsFile?.(context, party, `file/${each.id}`) ?? true);
  return { ...shown, statements, ...(shownFiles && { files: shownFiles }) };
}

/** The party that an account is in a life, or undefined if the life is hidden from it. */
export const partyOf = ({ customer, contractor }: BoundParties, { account, roles }: Session): Party | undefined => {
  if (account === customer) return 'customer';
  if (account === contractor) return 'contractor';
  return roles.includes('operator') ? 'operator' : undefined;
};

/** The view of a life that needs only its snapshot. */
export function snapshotView<Context extends BoundParties>(
  { lives }: Platform,
  { path, type, commands, facts, present, redactContext, lookUp, partyIn = partyOf }: Resource<Context>,
): View<LifeRow> {
  const offers = offersOf(commands);
  const answer = lifeAnswer(type, facts);

  const seenBy = (row: LifeRow | undefined, session: Session): Seen<LifeRow> | undefined => {
    if (row === undefined) return undefined;
    const { context } = row.snapshot as { context: Context };
    const party = partyIn(context, session);
    if (party === undefined) return undefined;
    const known = redactContext?.(context, party);
    // A redacted reader sees the life at its first event: a later number or hash would reveal that the other has acted.
    return { party, row: known ? { ...row, seq: 1, snapshot: { ...row.snapshot, context: known } } : row };
  };

  const informed = async (seen: Seen<LifeRow> | undefined): Promise<Seen<LifeRow> | undefined> => {
    if (seen === undefined || lookUp === undefined) return seen;
    const { context, ...snapshot } = seen.row.snapshot as { context: Context };
    return { ...seen, row: { ...seen.row, snapshot: { ...snapshot, context: { ...context, ...(await lookUp(context)) } } } };
  };

  const reading = ({ row, party }: Seen<LifeRow>, { session, language }: Asker): Reading => ({
    type,
    snapshot: restore(type.chart, row.snapshot),
    href: `/v1/${path}/${publicId(row.id)}`,
    party,
    session,
    person: lives.keys.hash('person', row.id, session.person),
    offers,
    language,
  });

  return {
    answer,
    commandAnswer: answer,
    reading,
    seek: async (life, session) => informed(seenBy(await findLife(lives.database, life), session)),
    after: async ({ row }, life, session) => informed(seenBy(life && { ...life, title: row.title }, session)),
    menu: (seen, asker) => presentMenu(reading(seen, asker)),
    async show(seen, asker, receipt) {
      const { row, party } = seen;
      const read = reading(seen, asker);
      const context = read.snapshot.context as Context;
      const at = row.at.toISOString();
      const { name, waits } = type.messages.states[row.state] ?? {};
      return {
        id: publicId(row.id),
        number: Number(row.number),
        seq: row.seq,
        state: row.state,
        active: innermostStates(read.snapshot),
        stateName: name?.[asker.language] ?? row.state,
        waits: waits?.[asker.language] ?? '',
        customer: context.customer ?? null,
        contractor: context.contractor ?? null,
        ...(await present(context, {
          ...{ id: row.id, at, party, tags: read.snapshot.tags },
          ...{ account: asker.session.account, language: asker.language },
        })),
        commands: presentMenu(read),
        ...presentSilence(read, at, lives.calendar),
        ...(receipt && receipt.seq <= row.seq && { receipt: presentReceipt(receipt) }),
      };
    },
  };
}

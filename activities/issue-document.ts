/** Prepares a document of a task and begins the life in which its parties confirm it (1.8, 1.10, 5.3). */

import { v5 as uuid } from 'uuid';
import type { IssueDocument } from '../charts/effects.ts';
import type { AskInput } from '../charts/signing/types.ts';
import { actNumber, completionAct, yearOf } from '../documents/completion-act.ts';
import { contract } from '../documents/contract.ts';
import type { DocumentFacts } from '../documents/facts.ts';
import { UNPROVED } from '../documents/facts.ts';
import { order as orderText } from '../documents/order.ts';
import { commit } from '../lives/commit.ts';
import type { Dispatch } from '../lives/dispatch.ts';
import type { Effect, Performer } from '../lives/effects.ts';
import { sha256 } from '../lives/hashing.ts';
import { createKey } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { keepDocument, numberAct } from '../models/stores/document.ts';
import { readParameters } from '../models/stores/parameter.ts';
import type { DocumentedTask } from '../models/stores/task.ts';
import { taskToDocument } from '../models/stores/task.ts';
import type { PartyKind } from '../rules/signing-ways.ts';
import { waysAt } from '../rules/signing-ways.ts';
import { civilDate } from '../rules/working-days.ts';

/** The namespace of papers' references: each is made from the signing's id, so a repeat names the paper alike. */
const REFERENCES = '6a3c1f7e-2d0b-4b0e-9a57-3c1de0a9f4b2';

/** Renders the document, stores its bytes, and then creates the signing. A repeat gives the same bytes and the same life. */
export function issueDocument(lives: Lives, dispatch: Dispatch): Performer<IssueDocument> {
  const { database } = lives;
  return {
    // Without its document the task could wait for ever.
    tries: Number.POSITIVE_INFINITY,
    failed: async () => undefined,
    async perform(effect) {
      const { child, kind, lines: _, amount: __, ...asked } = effect.params;
      const task = await taskToDocument(database, effect.life, effect.seq);
      if (task === undefined) throw new Error(`there is no task ${effect.life}`);
      const { number, text: content } = await render(lives, effect, task);
      const hash = sha256(content);
      const paper = { reference: uuid(child, REFERENCES), number, date: civilDate(task.at.toISOString()) };
      await keepDocument(database, { sha256: hash, kind, text: content });
      const { customer, contractor } = task;
      const document = { kind, sha256: hash };
      const input = {
        ...asked,
        id: child,
        parent: effect.life,
        customer,
        contractor,
        document,
        paper,
        ways: await waysOf(lives, kind, task),
      };
      const idempotencyKey = createKey(effect.id);
      const created = await commit(lives, { life: child, idempotencyKey, type: 'ask', by: 'platform', input, create: true });
      if (created.outcome !== 'done' && created.outcome !== 'replayed')
        throw new Error(`${child} could not be created: ${created.outcome}`);
      dispatch(created.updates);
      return undefined;
    },
  };
}

async function render({ database }: Lives, effect: Effect<IssueDocument>, task: DocumentedTask): Promise<{ number: string; text: string }> {
  const { child, kind } = effect.params;
  const facts = factsOf(effect, task);
  if (kind === 'contract') return { number: `${task.number}-${task.version}`, text: contract(facts) };
  if (kind === 'order') return { number: task.number, text: orderText(facts) };
  const seq = await numberAct(database, child, task.contractor, yearOf(facts.record.at));
  return { number: actNumber(facts.record.at, seq), text: completionAct(facts, seq) };
}

/** The ways that count for each party on the day of the event that ordered the document. */
async function waysOf({ database }: Lives, document: IssueDocument['kind'], task: DocumentedTask): Promise<AskInput['ways']> {
  const rows = await readParameters(database);
  // The account of a party may be gone: then nobody signs for it.
  const ways = (kind: PartyKind | null) => waysAt(rows, { document, party: kind ?? 'natural' }, civilDate(task.at.toISOString()));
  return { customer: ways(task.customer_kind), contractor: ways(task.contractor_kind) };
}

/** The name of a party. Who reads the document must know that nobody has proved the party's IIN or BIN. */
const named = (name: string | null, proved: boolean | null): string => (name && !proved ? `${name} (${UNPROVED})` : (name ?? ''));

function factsOf({ life, seq, params }: Effect<IssueDocument>, task: DocumentedTask): DocumentFacts {
  const { amount, lines, order, confirmed = {} } = params;
  const { erased, version, number, payment } = task;
  const unlessErased = (value: string | null): string | null => (erased ? null : value);
  const covered = lines ?? task.lines.map(({ id, quantity, amount: cost }) => ({ line: id, quantity, amount: cost }));
  return {
    customer: named(task.customer_name, task.customer_proved),
    contractor: named(task.contractor_name, task.contractor_proved),
    task: {
      number,
      version,
      payment,
      title: unlessErased(task.title) ?? '',
      description: unlessErased(task.description),
      place: unlessErased(task.place),
      hazards: unlessErased(task.hazards),
      measures: unlessErased(task.measures),
      requirements: unlessErased(task.requirements),
      startAt: task.start_at.toISOString(),
      dueAt: task.due_at.toISOString(),
    },
    erased,
    lines: covered.map(({ line, ...part }) => {
      const postedLine = task.lines.find(({ id }) => id === line);
      if (postedLine === undefined) throw new Error(`${life} has no line ${line}`);
      return { ...postedLine, name: unlessErased(postedLine.name) ?? '', ...part };
    }),
    amount,
    record: { life, seq, at: task.at.toISOString(), hash: task.hash },
    order,
    confirmed,
  };
}

/** A command of a life that one member of the staff proposes. The chart gets it when a second person confirms it. */
import type { z } from 'zod';
import { judge, restore } from '../../charts/judge.ts';
import type { LifeType } from '../../charts/life-type.ts';
import type { Language } from '../../charts/messages.ts';
import type { Command } from '../../lives/command.ts';
import { firstRefusal } from '../../lives/precondition.ts';
import { keepText } from '../../models/stores/erasable-text.ts';
import type { Platform } from '../../platform.ts';
import { problemOfRefusal } from '../resource/outcome.ts';
import type { Seen } from '../resource/resource.ts';
import type { Session } from '../session.ts';
import { proposalKindOf } from './kinds.ts';
import { presentProposal, propose, staffMemberOf } from './propose.ts';
import type { Proposal } from './schema.ts';
import { decidesOfOthers } from './second-person.ts';

/** Stands for any second member of staff: at the time of a proposal, the person who will confirm it is unknown. */
const ANOTHER = 'another';

interface ProposedCommand extends Required<Pick<Command, 'input' | 'texts'>> {
  name: string;
  seen: Seen;
  session: Session;
  language: Language;
  /** What is possible instead, for a refusal. */
  menu(): object[];
}

/**
 * Keeps the proposal, if the chart would accept the command now.
 * @throws 403 for users, and the problem of the chart's refusal
 */
export async function proposeCommand(
  { lives: { database, keys } }: Platform,
  kind: string,
  type: LifeType,
  { name, seen, session, language, input, texts, menu }: ProposedCommand,
): Promise<z.output<typeof Proposal>> {
  const { row } = seen;
  const { chart } = type;
  const { account, person } = staffMemberOf(session);
  const proposed = { account, person: keys.hash('person', row.id, person) };
  const asked = { type: name, by: 'operator', actor: ANOTHER, person: ANOTHER, at: new Date().toISOString() } as const;
  const verdict = judge(chart, restore(chart, row.snapshot), { ...asked, input: { ...input, proposed } });
  if (!verdict.allowed) throw problemOfRefusal(verdict, type, language, menu);
  const isOwn = await database.transaction((transaction) => firstRefusal(transaction, [decidesOfOthers(session.account, row)]));
  if (isOwn) throw problemOfRefusal(isOwn, type, language);
  for (const text of texts) await keepText(database, { ...text, life: row.id, body: text.body as Record<string, unknown> });
  const asker = { session, language };
  const proposal = await propose(database, asker, { kind: proposalKindOf(kind, name), subject: row.id, content: input as never });
  return presentProposal(database, proposal, asker);
}

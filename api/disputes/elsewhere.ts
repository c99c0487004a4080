/** Where to claim after a task has ended (9.1). */
import { disputeMessages } from '../../charts/dispute/messages.ts';
import type { BoundParties, Party } from '../../charts/law.ts';
import type { Language } from '../../charts/messages.ts';
import { Problem, RULES } from '../errors.ts';
import { formOf } from '../resource/field-words.ts';
import { PostDispute } from './schema.ts';

const form = formOf(PostDispute);

interface Read {
  snapshot: object;
}

const hasEndedFor = ({ snapshot }: Read, party: Party): boolean =>
  (snapshot as { status: string }).status !== 'active' && (party === 'customer' || party === 'contractor');
const hadContractor = ({ snapshot }: Read): boolean => (snapshot as { context: BoundParties }).context.contractor !== undefined;

/** The command with which a party claims about an ended task; undefined while the task accepts claims, and where there was no deal. */
export const claimAfter = (task: Read, party: Party, language: Language) =>
  hasEndedFor(task, party) && hadContractor(task)
    ? {
        name: 'claim',
        title: disputeMessages.commands.claim?.[language] ?? 'claim',
        href: '/v1/disputes',
        method: 'POST' as const,
        clause: '9.1',
        // As in a task that goes on.
        rank: 'dangerous' as const,
        input: form[language],
      }
    : undefined;

/** The problem for a party whose claim an ended task refused, with the command to use instead; undefined while the task accepts claims. */
export function claimElsewhere(task: Read, party: Party, language: Language): Problem | undefined {
  if (!hasEndedFor(task, party)) return undefined;
  const rule = hadContractor(task) ? 'claimStandsAlone' : 'taskHadContractor';
  const command = claimAfter(task, party, language);
  return new Problem('not-in-this-state', {
    rule,
    clause: '9.1',
    detail: RULES[rule][language],
    commands: command === undefined ? [] : [command],
  });
}

/** Where to claim after a task has ended (9.1). */

import { disputeMessages } from '../../charts/dispute/messages.ts';
import type { BoundParties, Party } from '../../charts/law.ts';
import type { Language } from '../../charts/messages.ts';
import { Problem, RULES } from '../errors.ts';
import { inputOf } from '../resource/presenter.ts';
import { PostDispute } from './schema.ts';

const input = inputOf(PostDispute);

/** The problem for a party whose claim an ended task refused, with the command to use instead; undefined while the task accepts claims. */
export function claimElsewhere({ snapshot }: { snapshot: object }, party: Party, language: Language): Problem | undefined {
  const { status, context } = snapshot as { status: string; context: BoundParties };
  if (status === 'active' || (party !== 'customer' && party !== 'contractor')) return undefined;
  const rule = context.contractor === undefined ? 'taskHadContractor' : 'claimStandsAlone';
  const title = disputeMessages.commands.claim?.[language] ?? 'claim';
  const command = { name: 'claim', title, href: '/v1/disputes', method: 'POST', clause: '9.1', input };
  return new Problem('not-in-this-state', {
    rule,
    clause: '9.1',
    detail: RULES[rule][language],
    commands: rule === 'claimStandsAlone' ? [command] : [],
  });
}

/** What passes between the commit's side and a workflow, and what operators filter lives by. */
import type { SearchAttributePair } from '@temporalio/common';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import type { LifeUpdate } from './life-update.ts';

/** A signal without a step: the workflow asks where its life stands. All other signals are named like their event. */
export const REFRESH = 'refresh';

/** No personal data: accounts are ids. */
export const LIFE_KIND = defineSearchAttributeKey('LifeKind', SearchAttributeType.KEYWORD);
export const LIFE_STATE = defineSearchAttributeKey('LifeState', SearchAttributeType.KEYWORD);
export const NEXT_DEADLINE = defineSearchAttributeKey('NextDeadline', SearchAttributeType.DATETIME);
export const CUSTOMER = defineSearchAttributeKey('Customer', SearchAttributeType.KEYWORD);
export const CONTRACTOR = defineSearchAttributeKey('Contractor', SearchAttributeType.KEYWORD);

/** What operators filter by, of what changes in a life. */
export const attributesOf = ({
  state,
  timers: [next],
  parties: { contractor },
}: Pick<LifeUpdate, 'state' | 'timers' | 'parties'>): SearchAttributePair[] =>
  [
    { key: LIFE_STATE, value: state },
    { key: NEXT_DEADLINE, value: next === undefined ? null : new Date(next.due) },
    { key: CONTRACTOR, value: contractor ?? null },
  ] as SearchAttributePair[];

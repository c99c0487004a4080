/** What passes between the commit's side and a workflow, and what operators filter lives by. */
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** A signal without a step: the workflow asks where its life stands. All other signals are named like their event. */
export const NEWS = 'news';

/** An operator's word from the engine's UI. Reserved: no chart has a command of this name. */
export const OPERATORS_SIGNAL = 'command';

/** No personal data: accounts are ids. */
export const LIFE_KIND = defineSearchAttributeKey('LifeKind', SearchAttributeType.KEYWORD);
export const LIFE_STATE = defineSearchAttributeKey('LifeState', SearchAttributeType.KEYWORD);
export const NEXT_DEADLINE = defineSearchAttributeKey('NextDeadline', SearchAttributeType.DATETIME);
export const CUSTOMER = defineSearchAttributeKey('Customer', SearchAttributeType.KEYWORD);
export const CONTRACTOR = defineSearchAttributeKey('Contractor', SearchAttributeType.KEYWORD);

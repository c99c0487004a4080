import type { Calendar } from '../../rules/working-days.ts';
import type { BoundParties, ChartEvent, ErasableRef } from '../law.ts';

/** By what the person behind the request was known: a password, a device, or documents that the operator looks at. */
export const PROOFS = ['password', 'device', 'documents'] as const;
export type Proof = (typeof PROOFS)[number];

/** The dated parameters of the day of the request. */
export interface ReidentificationTerms {
  /** How long the one who holds the old number may object before it is changed. */
  coolingOffHours: number;
  /** Working days in which the operator looks at documents. */
  checkWorkingDays: number;
}

export interface AskInput {
  id: string;
  /** The account's life, which receives the result. */
  parent: string;
  /** The account, as whichever party it is; one that is both is bound as both. */
  customer?: string;
  contractor?: string;
  person: string;
  /** The new number, proved by a code before: a text `{ number }` in E.164. */
  number: ErasableRef;
  proof: Proof;
  /** What documents show; only where they are the proof. */
  evidence?: ErasableRef;
  terms: ReidentificationTerms;
}

type Reasoned = { reasons: ErasableRef };

export type ReidentificationEvent =
  | ChartEvent<'ask', AskInput & { calendar: Calendar }>
  | ChartEvent<'object', Partial<Reasoned>>
  | ChartEvent<'approve', object>
  | ChartEvent<'refuse', Reasoned>
  | ChartEvent<'numberChanged', object>
  | ChartEvent<'numberRefused', object>;

export interface ReidentificationContext extends BoundParties, Omit<AskInput, 'customer' | 'contractor'> {
  deadlines: { checkBy?: string; coolingOffUntil?: string };
  /** Who refused it: the account, the operator, or `number` if another person has the number. */
  refused?: { by: 'account' | 'operator' | 'number'; at: string; reasons?: ErasableRef };
}

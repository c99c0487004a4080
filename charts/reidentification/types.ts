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

/** The accounts that the person acts for: those in the person's own name, and the companies. A company learns neither the number nor who asks. */
export interface Concerned {
  own: string[];
  companies: string[];
}

export interface AskInput extends Concerned {
  id: string;
  person: string;
  /** The person is a member of the operator's staff: two administrators check every request, whatever proved it. */
  isStaff: boolean;
  /** The old number and the new one, proved by a code before: texts `{ number }` in E.164. */
  formerNumber: ErasableRef;
  number: ErasableRef;
  proof: Proof;
  /** What documents show; only where they are the proof. */
  evidence?: ErasableRef;
  terms: ReidentificationTerms;
}

type Reasoned = { reasons: ErasableRef };

export type ReidentificationEvent =
  | ChartEvent<'ask', AskInput & { calendar: Calendar }>
  /** Accounts that the person has joined since. */
  | ChartEvent<'accountsJoined', Concerned>
  | ChartEvent<'object', Partial<Reasoned>>
  /** The person objects with a session that acts for no account. */
  | ChartEvent<'personObjected', object>
  | ChartEvent<'approve', object>
  | ChartEvent<'confirm', object>
  | ChartEvent<'refuse', Reasoned>
  | ChartEvent<'numberChanged', object>
  | ChartEvent<'numberRefused', object>;

/** Who reads the notices: the person, at the number that is authorised; the accounts in the person's name; the companies; and those joined last. */
export type ReidentificationReader = 'person' | 'own' | 'companies' | 'joined';

/** It binds neither a customer nor a contractor: an account concerned acts as whichever party it is. */
export interface ReidentificationContext extends BoundParties, AskInput {
  joined: string[];
  deadlines: { checkBy?: string; coolingOffUntil?: string };
  /** The account of the staff that approved it first, and the keyed hash of its person. Another person confirms. */
  approved?: { by: string; byPerson?: string };
  /** Who refused it: an account, the person, the operator, or `number` if another person has the number. */
  refused?: { by: 'account' | 'person' | 'operator' | 'number'; at: string; reasons?: ErasableRef };
}

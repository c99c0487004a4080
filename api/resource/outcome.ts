/** From a request to a commit, and from its result to a receipt or a problem. */
import type { z } from 'zod';
import type { Refusal } from '../../charts/judge.ts';
import { allTransitions } from '../../charts/judge.ts';
import type { TransitionLaw } from '../../charts/law.ts';
import type { LifeType } from '../../charts/life-type.ts';
import type { Language } from '../../charts/messages.ts';
import type { Command, Committed, Receipt } from '../../lives/command.ts';
import type { Keys } from '../../models/keys.ts';
import type { ProblemCode } from '../errors.ts';
import { isRule, Problem, ruleOf } from '../errors.ts';
import { sealTexts } from '../free-text.ts';
import { problemOfLimits } from '../invoices/limits.ts';
import { problemOfQualifications } from '../qualifications/required.ts';
import { problemOfQuota } from '../quotas.ts';
import { problemOfRequisites } from '../requisites/needed.ts';
import { splitBody } from './fields.ts';

/** The input of a command: facts, and each text by reference. */
export function sealBody(
  keys: Keys,
  schema: z.ZodObject,
  body: Record<string, unknown>,
  key: string,
): Required<Pick<Command, 'input' | 'texts'>> {
  const { texts, facts } = splitBody(schema, body);
  const sealed = Object.entries(texts).map(([field, text]) => ({ field, ...sealTexts(keys, `${key}/${field}`, { [field]: text }) }));
  const references = Object.fromEntries(sealed.map(({ field, reference }) => [field, reference]));
  return { input: { ...facts, ...references }, texts: sealed.map(({ row }) => row) };
}

/** May an input break a rule of the command? */
export const hasRules = ({ chart }: LifeType, name: string): boolean =>
  allTransitions(chart).some(({ eventType, meta }) => eventType === name && (meta as TransitionLaw).checks.length > 0);

/** The receipt of a commit. @throws the problem of a refusal. `commands` returns what is possible instead; it is called only for a refusal. */
export function receiptOf(committed: Committed, type: LifeType, language: Language, commands?: () => object[] | undefined): Receipt {
  if (committed.outcome === 'keyConflict') throw new Problem('key-reused');
  if (committed.outcome === 'notFound') throw new Problem('not-found');
  if (committed.outcome !== 'refused') return committed.receipt;
  throw problemOfRefusal(committed.refusal, type, language, commands);
}

/** A refusal as a problem: 403 for the wrong party, 422 for a rule, 409 for the state, and for a precondition its own status. */
export function problemOfRefusal(
  { reason, clause, rule, more: told }: Refusal,
  { messages }: LifeType,
  language: Language,
  commands?: () => object[] | undefined,
): Problem {
  const more = {
    ...(clause !== undefined && { clause }),
    ...(rule !== undefined && { rule, detail: messages.rules[rule]?.[language] ?? (isRule(rule) ? ruleOf(rule, language).detail : rule) }),
  };
  if (rule === 'quota-used' && told) return problemOfQuota(told, language);
  if (rule === 'requisites-missing' && told) return problemOfRequisites(told, language);
  if (rule === 'qualification-missing' && told) return problemOfQualifications(told, language);
  if (rule === 'invoices-overdue' && told) return problemOfLimits(told, language);
  if (reason === 'precondition' && isRule(rule)) return new Problem('rule-refused', ruleOf(rule, language, clause));
  if (reason === 'precondition') return new Problem(rule as ProblemCode, { ...(clause !== undefined && { clause }) });
  if (reason === 'party') return new Problem('wrong-party', more);
  if (reason === 'rule') return new Problem('rule-refused', more);
  const offered = commands?.();
  return new Problem('not-in-this-state', { ...more, ...(offered && { commands: offered }) });
}

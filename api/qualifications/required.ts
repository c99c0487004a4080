/** A task may require proved qualifications (4.2.2): who has not proved them neither responds nor accepts. */
import type { Sequelize } from 'sequelize';
import type { Language } from '../../charts/messages.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { provedCategories, provedToday } from '../../models/stores/qualification.ts';
import { Problem, refusalBy } from '../errors.ts';
import type { Obstacles } from '../resource/presenter.ts';
import { namedCategories } from './words.ts';

/** Where an account declares its own. */
const OWN = { method: 'POST', href: '/v1/qualifications' };

/** The contractor has proved these categories now. A revocation waits for the commit, or the commit for it. */
const isQualified =
  ({ contractor, required, own }: Requirement): Precondition =>
  async (transaction) => {
    if (required.length === 0) return undefined;
    const proved = await provedCategories(transaction, contractor, new Date().toISOString());
    const missing = required.filter((code) => !proved.has(code));
    return missing.length === 0 ? undefined : { ...refusalBy('qualification-missing', '4.2.2'), more: { missing, own } };
  };

interface Requirement {
  contractor: string;
  required: readonly string[];
  /** The contractor is who asks. */
  own: boolean;
}

/** What the commands that bind a contractor to the work, or lead there, ask of it. An amendment asks only for what it adds. */
function requirementOf(name: string, { customer, contractor, work, amendment }: TaskContext, account: string): Requirement | undefined {
  const { requires = [] } = work;
  // The chart refuses a customer who responds or accepts.
  if ((name === 'respond' || name === 'accept') && account !== customer) return { contractor: account, required: requires, own: true };
  if (name !== 'acceptAmendment' || contractor === undefined || amendment === undefined) return undefined;
  const added = (amendment.work.requires ?? []).filter((code) => !requires.includes(code));
  return { contractor, required: added, own: account === contractor };
}

/** The precondition of a command of a task. */
export function qualificationsFor(name: string, context: TaskContext, account: string): Precondition[] {
  const requirement = requirementOf(name, context, account);
  return requirement === undefined ? [] : [isQualified(requirement)];
}

/** By command of a task: which categories it would be refused for now. */
export async function qualificationObstacles(
  database: Sequelize,
  context: TaskContext,
  account: string,
  language: Language,
): Promise<Obstacles> {
  const requirements = ['respond', 'accept', 'acceptAmendment'].flatMap((name) => {
    const requirement = requirementOf(name, context, account);
    return requirement === undefined || requirement.required.length === 0 ? [] : [{ name, ...requirement }];
  });
  const contractors = new Set(requirements.map(({ contractor }) => contractor));
  const proved = new Map(
    await Promise.all([...contractors].map(async (contractor) => [contractor, await provedToday(database, contractor)] as const)),
  );
  return Object.fromEntries(
    requirements.flatMap(({ name, contractor, required, own }) => {
      const missing = required.filter((code) => !proved.get(contractor)?.includes(code));
      return missing.length === 0 ? [] : [[name, { code: 'qualification-missing', ...refusedFor({ missing, own }, language) }]];
    }),
  );
}

const SENTENCES: Record<Language, { own: (names: string) => string; other: (names: string) => string }> = {
  kk: {
    own: (names) =>
      `Тапсырма расталған біліктілікті талап етеді, сізде расталмағаны: ${names}. Құжатты Жеке кабинетте мәлімдеп, Оператор растағаннан кейін қайталаңыз.`,
    other: (names) =>
      `Өзгеріс расталған біліктілікті талап етеді, орындаушыда расталмағаны: ${names}. Орындаушы құжатты Жеке кабинетте мәлімдейді, Оператор растағаннан кейін қайталаңыз.`,
  },
  ru: {
    own: (names) =>
      `Задание требует подтверждённой квалификации, у вас не подтверждено: ${names}. Заявите документ в Личном кабинете и повторите, когда Оператор его подтвердит.`,
    other: (names) =>
      `Изменение требует подтверждённой квалификации, у Исполнителя не подтверждено: ${names}. Исполнитель заявляет документ в Личном кабинете; повторите, когда Оператор его подтвердит.`,
  },
  en: {
    own: (names) =>
      `The task requires a proved qualification, and you have not proved: ${names}. Declare the document in your cabinet, and repeat once the operator has approved it.`,
    other: (names) =>
      `The change requires a proved qualification, and the contractor has not proved: ${names}. The contractor declares the document in the cabinet; repeat once the operator has approved it.`,
  },
};

/** Each category that is not proved, in words, and where the caller declares a qualification. */
function refusedFor({ missing, own }: { missing: string[]; own: boolean }, language: Language) {
  const named = namedCategories(missing, language);
  return {
    clause: '4.2.2',
    detail: SENTENCES[language][own ? 'own' : 'other'](named.map(({ name }) => name).join('; ')),
    missing: named,
    ...(own && { next: OWN }),
  };
}

/** The 409 of a refused command. */
export const problemOfQualifications = (more: object, language: Language): Problem =>
  new Problem('qualification-missing', {
    rule: 'contractorIsQualified',
    ...refusedFor(more as { missing: string[]; own: boolean }, language),
  });

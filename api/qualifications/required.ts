/** A task may require proved qualifications (4.2.2): who has not proved them neither responds nor accepts. */
import type { Language } from '../../charts/messages.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { provedCategories } from '../../models/stores/qualification.ts';
import { Problem, refusalBy } from '../errors.ts';
import { namedCategories } from './words.ts';

/** Where an account declares its own. */
const OWN = { method: 'POST', href: '/v1/qualifications' };

/** The contractor has proved these categories now. A revocation waits for the commit, or the commit for it. */
const isQualified =
  (contractor: string, required: readonly string[], own: boolean): Precondition =>
  async (transaction) => {
    if (required.length === 0) return undefined;
    const proved = await provedCategories(transaction, contractor, new Date().toISOString());
    const missing = required.filter((code) => !proved.has(code));
    return missing.length === 0 ? undefined : { ...refusalBy('qualification-missing', '4.2.2'), more: { missing, own } };
  };

/** What the commands that bind a contractor to the work, or lead there, ask of it. An amendment asks only for what it adds. */
export function qualificationsFor(name: string, { customer, contractor, work, amendment }: TaskContext, account: string): Precondition[] {
  const { requires = [] } = work;
  // The chart refuses a customer who responds or accepts.
  if ((name === 'respond' || name === 'accept') && account !== customer) return [isQualified(account, requires, true)];
  if (name !== 'acceptAmendment' || contractor === undefined || amendment === undefined) return [];
  const added = (amendment.work.requires ?? []).filter((code) => !requires.includes(code));
  return [isQualified(contractor, added, account === contractor)];
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

/** 409 that names each category that is not proved, and where the caller declares a qualification. */
export function problemOfQualifications(more: object, language: Language): Problem {
  const { missing, own } = more as { missing: string[]; own: boolean };
  const named = namedCategories(missing, language);
  return new Problem('qualification-missing', {
    ...{ rule: 'contractorIsQualified', clause: '4.2.2' },
    detail: SENTENCES[language][own ? 'own' : 'other'](named.map(({ name }) => name).join('; ')),
    missing: named,
    ...(own && { next: OWN }),
  });
}

/** The answer to a claim (9.1): what is admitted, by when it is performed, and why the rest is not. */
import { less } from '../../rules/money.ts';
import type { TwoLanguages } from '../../rules/paper-party.ts';
import type { Drawing } from '../drawing.ts';
import { headOf } from '../drawing.ts';
import type { Block, Paper } from '../paper.ts';
import { both, dayOf, lastDayIn, momentOf, sumOf } from '../phrases.ts';
import type { DisputeFacts } from './facts.ts';
import { claimNamed, dealNamed, numberOf, sideNamed, sidesOf, wordsOf } from './facts.ts';
import { SUBJECTS } from './ground.ts';

type Answer = NonNullable<DisputeFacts['answer']>;

/** @throws Error for a dispute without an answer. */
export function answerToClaim(facts: DisputeFacts, drawing: Drawing): Paper {
  const { answer } = facts;
  if (answer === undefined) throw new Error(`claim ${facts.number} has no answer`);
  return {
    ...headOf(numberOf(facts, drawing), facts.offer, drawing),
    title: both('КІНӘРАТ-ТАЛАПҚА ЖАУАП', 'ОТВЕТ НА ПРЕТЕНЗИЮ'),
    blocks: [
      sidesOf(facts, 'respondent'),
      { kind: 'section', title: both('Кінәрат-талап', 'Претензия'), clauses: subject(facts, answer) },
      { kind: 'section', title: both('Жауап', 'Ответ'), clauses: decision(facts, answer) },
      ...reasons(answer),
      { kind: 'signatures', of: [{ role: sideNamed('respondent', facts), party: facts.parties.respondent, confirmedAt: answer.at }] },
    ],
  };
}

function subject(facts: DisputeFacts, answer: Answer): TwoLanguages[] {
  const { about, amount, answerBy, deal } = facts;
  const [named, what, last, at] = [claimNamed(facts), SUBJECTS[about], lastDayIn(answerBy), momentOf(answer.at)];
  const ofSum = amount === undefined ? both('ақшалай емес', 'неденежное') : sumOf(amount);
  const ofDeal = deal && dealNamed(deal);
  return [
    both(
      `Қаралғаны: ${named.kk}. Мәні: ${what.kk}; талап: ${ofSum.kk}.`,
      `Рассмотрена ${named.ru}. Предмет: ${what.ru}; требование: ${ofSum.ru}.`,
    ),
    ...(ofDeal ? [both(`Мәміле: ${ofDeal.kk}.`, `Сделка: ${ofDeal.ru}.`)] : []),
    both(
      `Жауап берілген уақыт: ${at.kk} (Алматы уақыты); жауап беру мерзімінің соңғы күні: ${last.kk}.`,
      `Ответ дан ${at.ru} (время Алматы); срок ответа — не позднее ${last.ru}.`,
    ),
  ];
}

function decision({ amount }: DisputeFacts, { answer, amount: admitted, until }: Answer): TwoLanguages[] {
  if (answer === 'rejected')
    return [both('Кінәрат-талап толығымен қабылданбайды. Себептері төменде.', 'Претензия отклоняется полностью. Причины указаны ниже.')];
  const day = until === undefined ? [] : [performedBy(until)];
  if (answer === 'admitted') {
    const sum = amount === undefined ? undefined : sumOf(amount);
    return [
      sum
        ? both(`Кінәрат-талап толығымен мойындалады: ${sum.kk}.`, `Претензия признаётся полностью: ${sum.ru}.`)
        : both('Кінәрат-талап толығымен мойындалады және орындалады.', 'Претензия признаётся полностью и будет исполнена.'),
      ...day,
    ];
  }
  if (amount === undefined || admitted === undefined)
    return [both('Кінәрат-талап ішінара мойындалады: шегі төменде көрсетілген.', 'Претензия признаётся в части, указанной ниже.'), ...day];
  const [part, rest] = [sumOf(admitted), sumOf(less(amount, admitted))];
  return [
    both(`Кінәрат-талап ішінара мойындалады: ${part.kk}.`, `Претензия признаётся в части: ${part.ru}.`),
    both(`Қалған бөлігі мойындалмайды: ${rest.kk}. Себептері төменде.`, `Остальная часть не признаётся: ${rest.ru}. Причины указаны ниже.`),
    ...day,
  ];
}

function performedBy(until: string): TwoLanguages {
  const day = dayOf(until);
  return both(`Мойындалғаны орындалатын соңғы күн: ${day.kk}.`, `Признанное исполняется не позднее ${day.ru}.`);
}

/** An admission in full needs no reasons: there is a frame only for what was said. */
const reasons = ({ answer, words }: Answer): Block[] =>
  answer === 'admitted' && words === null ? [] : [wordsOf(both('Жауап берген тараптың сөзімен', 'Словами ответившей стороны'), words)];

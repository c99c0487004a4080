/** The work order: the obligation that arises when a task is accepted (3.4). */
import { localMoment } from '../rules/moments.ts';
import type { TwoLanguages } from '../rules/paper-party.ts';
import { agreement } from './agreement.ts';
import type { DealFacts, Nature } from './facts.ts';
import { COUNTRY, dateOf, dealNumber } from './facts.ts';
import type { Paper } from './paper.ts';
import { both } from './phrases.ts';

const TITLES: Record<Nature, Paper['title']> = {
  services: both('Қызмет көрсетуге тапсырыс', 'Заказ на оказание услуг'),
  works: both('Жұмыс орындауға тапсырыс', 'Заказ на выполнение работ'),
  construction: both('Құрылыс-монтаж жұмыстарына тапсырыс', 'Заказ на строительно-монтажные работы'),
};

function bound({ confirmed: { customer, contractor } }: DealFacts): TwoLanguages {
  const said = (kk: string, ru: string, at: string | undefined): TwoLanguages =>
    at === undefined ? both('', '') : both(` ${kk}: ${localMoment(at, 'kk')}.`, ` ${ru}: ${localMoment(at, 'ru')}.`);
  const [first, second] = [
    said('Тапсырыс беруші талаптарды растады', 'Заказчик подтвердил условия', customer),
    said('Орындаушы тапсырманы қабылдады', 'Исполнитель принял задание', contractor),
  ];
  return both(
    `Міндеттеме тапсырма қабылданғанда туындады (3.4-т.). Тараптардың Аутентификациядан кейін Аккаунттағы әрекеттері олардың жеке өзі жасаған әрекеттері деп танылады (1.4-т.).${first.kk}${second.kk}`,
    `Обязательство возникло при принятии задания (п. 3.4). Действия сторон в Аккаунтах после Аутентификации признаются совершёнными ими лично (п. 1.4).${first.ru}${second.ru}`,
  );
}

export const order = (facts: DealFacts): Paper => ({
  reference: facts.reference,
  title: TITLES[facts.task.nature],
  number: dealNumber(facts),
  date: dateOf(facts),
  place: COUNTRY,
  blocks: agreement(facts, bound(facts)),
  origin: facts.origin,
});

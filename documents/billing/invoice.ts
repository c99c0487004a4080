/** The invoice (счёт на оплату): what a customer owes the operator for a month, with where and by when to pay it (3.2, 5.1). */
import { less } from '../../rules/money.ts';
import type { Drawing } from '../drawing.ts';
import { headOf } from '../drawing.ts';
import type { Block, Paper } from '../paper.ts';
import { both, cell, dayOf } from '../phrases.ts';
import type { BillFacts } from './facts.ts';
import { inWords, issuedBy, lineInWords, monthInWords, partiesOf, vatOf, written } from './facts.ts';

export function invoicePaper(facts: BillFacts, drawing: Drawing): Paper {
  const { number, period, operator, lines, principal, advance, dueOn } = facts;
  const [month, due] = [monthInWords(period), dayOf(dueOn)];
  const toPay = less(principal, advance);
  const vat = vatOf(facts, principal);
  return {
    ...headOf(number, null, drawing),
    title: both('ТӨЛЕМГЕ ШОТ', 'СЧЁТ НА ОПЛАТУ'),
    blocks: [
      howToPay(facts),
      partiesOf(facts),
      {
        kind: 'text',
        text: both(
          `Негізі: Жария оферта (3.2 және 5.1-тармақтар), қосылу туралы өтініш. Кезең: ${month.kk}.`,
          `Основание: Публичная оферта (пункты 3.2 и 5.1), заявление о присоединении. Период: ${month.ru}`,
        ),
      },
      {
        kind: 'table',
        columns: [
          { head: both('№', '№'), share: 1, align: 'center' },
          { head: both('Атауы', 'Наименование'), share: 9 },
          { head: both('Өлшем бірлігі', 'Единица измерения'), share: 2.4, align: 'center' },
          { head: both('Саны', 'Количество'), share: 2.2, align: 'right' },
          { head: both('Бағасы, ₸', 'Цена, ₸'), share: 3, align: 'right' },
          { head: both('Сомасы, ₸', 'Сумма, ₸'), share: 3, align: 'right' },
        ],
        rows: lines.map((line, index) => [
          String(index + 1),
          lineInWords(line),
          both('қызмет', 'услуга'),
          '1',
          cell(line.amount),
          cell(line.amount),
        ]),
        totals: ['', both('Барлығы', 'Итого'), '', String(lines.length), 'x', cell(principal)],
      },
      {
        kind: 'text',
        text: both(
          `Барлығы ${lines.length} атау, ${cell(principal)} теңгеге, ${vat.kk}.`,
          `Всего наименований ${lines.length}, на сумму ${cell(principal)} тенге, ${vat.ru}.`,
        ),
      },
      ...(advance === '0'
        ? []
        : [
            {
              kind: 'text',
              text: both(
                `Бұрын артық төленген сома есепке алынды: ${cell(advance)} теңге.`,
                `Зачтено ранее уплаченное сверх счетов: ${cell(advance)} тенге.`,
              ),
            } as const,
          ]),
      toPay === '0'
        ? { kind: 'text', text: both('Төленетін ештеңе жоқ.', 'К оплате ничего нет.'), style: 'strong' }
        : inWords(both('Төлеуге барлығы', 'Всего к оплате'), toPay),
      ...(toPay === '0'
        ? []
        : [
            {
              kind: 'text',
              text: both(
                `Төлем мерзімі: ${due.kk} қоса алғанда. Мерзім шот жіберілген күннен есептеледі: кейінірек жіберілсе, соған қарай ұзарады. Мерзімі өткен төлем үшін өсімпұл есептеледі (Жария офертаның 6.3-тармағы).`,
                `Срок оплаты: до ${due.ru} включительно. Он считается со дня отправки счёта: если счёт отправлен позже, срок продлевается. За просрочку начисляется пеня (пункт 6.3 Публичной оферты).`,
              ),
            } as const,
          ]),
      issuedBy(operator),
    ],
  };
}

/** What a payer copies into the payment order. */
function howToPay({ operator: { name, bin, bank }, number, drawnOn }: BillFacts): Block {
  const day = written(drawnOn);
  const purpose = both(`${day} № ${number} шот бойынша төлем`, `Оплата по счёту № ${number} от ${day}`);
  const unnamed = both('әлі көрсетілмеген: төлеудің қажеті жоқ', 'ещё не указан: платить не нужно');
  return {
    kind: 'table',
    caption: both('Төлем тапсырмасының үлгісі', 'Образец платёжного поручения'),
    columns: [
      { head: both('Деректеме', 'Реквизит'), share: 3 },
      { head: both('Мәні', 'Значение'), share: 7 },
      { head: both('Деректеме', 'Реквизит'), share: 2.4 },
      { head: both('Мәні', 'Значение'), share: 3.6 },
    ],
    rows: [
      [both('Бенефициар', 'Бенефициар'), name, both('БСН', 'БИН'), bin],
      [both('ЖСК', 'ИИК'), bank?.iban ?? unnamed, both('Кбе', 'КБе'), bank?.beneficiaryCode ?? '—'],
      [both('Бенефициардың банкі', 'Банк бенефициара'), bank?.name ?? '—', both('БСК', 'БИК'), bank?.bik ?? '—'],
      [both('Төлем мақсаты', 'Назначение платежа'), purpose, both('ТМК', 'КНП'), bank?.purposeCode ?? '—'],
    ],
  };
}

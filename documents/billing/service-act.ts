/** The operator's act of services for a month, by form R-1: the customer books the fees by it. */
import { civilDate } from '../../rules/working-days.ts';
import type { Drawing } from '../drawing.ts';
import { headOf } from '../drawing.ts';
import type { Column, Paper } from '../paper.ts';
import { both, cell } from '../phrases.ts';
import type { BillFacts } from './facts.ts';
import { inWords, lineInWords, monthInWords, supplier, vatOf, written } from './facts.ts';

const DONE = both('Орындалған жұмыстар (көрсетілген қызметтер)', 'Выполнено работ (оказано услуг)');
const COLUMNS: readonly Column[] = [
  { head: both('Реттік нөмірі', 'Номер по порядку'), share: 1.5, align: 'center' },
  { head: both('Жұмыстардың (қызметтердің) атауы', 'Наименование работ (услуг)'), share: 9 },
  { head: both('Көрсетілген күні', 'Дата оказания услуг'), share: 3.4, align: 'center' },
  { head: both('Есеп туралы мәліметтер', 'Сведения об отчёте'), share: 2.6, align: 'center' },
  { head: both('Өлшем бірлігі', 'Единица измерения'), share: 2.2, align: 'center' },
  { head: both('саны', 'количество'), under: DONE, share: 2.2, align: 'right' },
  { head: both('бірлік бағасы', 'цена за единицу'), under: DONE, share: 3, align: 'right' },
  { head: both('құны', 'стоимость'), under: DONE, share: 3.2, align: 'right' },
];

export function serviceAct(facts: BillFacts, drawing: Drawing): Paper {
  const { number, period, operator, customer, lines, principal } = facts;
  const vat = vatOf(facts, principal);
  const month = monthInWords(period);
  const day = written(civilDate(drawing.record.at));
  return {
    ...headOf(number, null, drawing),
    title: both('КӨРСЕТІЛГЕН ҚЫЗМЕТТЕР АКТІСІ', 'АКТ ВЫПОЛНЕННЫХ РАБОТ (ОКАЗАННЫХ УСЛУГ)'),
    form: [
      both(
        'Қазақстан Республикасы Қаржы министрінің 2012 жылғы 20 желтоқсандағы №\u00a0562 бұйрығына 50-қосымша',
        'Приложение 50 к приказу Министра финансов Республики Казахстан от 20 декабря 2012 года №\u00a0562',
      ),
      both('Р-1 нысаны', 'Форма Р-1'),
    ],
    landscape: true,
    head: [
      {
        kind: 'parties',
        asForm: true,
        of: [
          { role: both('Тапсырыс беруші', 'Заказчик'), party: customer },
          { role: both('Орындаушы (Оператор)', 'Исполнитель (Оператор)'), party: supplier(operator) },
        ],
      },
      {
        kind: 'text',
        text: `Шарт (келісімшарт) / Договор (контракт): Жария оферта, қосылу туралы өтініш / Публичная оферта, заявление о присоединении; ${month.kk} / ${month.ru}`,
      },
    ],
    blocks: [
      {
        kind: 'table',
        numbered: true,
        columns: COLUMNS,
        rows: lines.map((line, index) => [
          String(index + 1),
          lineInWords(line),
          line.period === null ? written(civilDate(line.at)) : month,
          '—',
          both('қызмет', 'услуга'),
          '1',
          cell(line.amount),
          cell(line.amount),
        ]),
        totals: ['', both('Барлығы', 'Итого'), '', '', '', String(lines.length), 'x', cell(principal)],
      },
      inWords(both(`Барлығы, ${vat.kk}`, `Всего, ${vat.ru}`), principal),
      {
        kind: 'text',
        text: 'Тапсырыс берушіден алынған қорлардың пайдаланылғаны туралы мәліметтер / Сведения об использовании запасов, полученных от заказчика: жоқ / нет. Қосымша / Приложение: жоқ / нет.',
      },
      {
        kind: 'signatures',
        of: [
          {
            role: both('Тапсырды (Орындаушы)', 'Сдал (Исполнитель)'),
            party: supplier(operator),
          },
          {
            role: both('Қабылдады (Тапсырыс беруші)', 'Принял (Заказчик)'),
            party: customer,
            below: both('Қол қойылған (қабылданған) күні: __________', `Дата подписания (принятия) работ (услуг): __________`),
          },
        ],
      },
      {
        kind: 'text',
        style: 'note',
        text: both(`Акт жасалған күн: ${day}.`, `Дата составления: ${day}.`),
      },
    ],
  };
}

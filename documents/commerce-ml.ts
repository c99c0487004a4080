/**
 * The operator's sales in CommerceML 2, the exchange format of 1C for documents of trade: invoices («Счет на оплату»), acts of services («Отпуск товара») and
 * credit notes («Возврат товара»: the standard has no other document that lowers a sale). A subset, one line a document. docs/billing.md says what of it
 * was tried.
 */
import { plainTenge } from '../rules/money.ts';
import { monthInWords } from './billing/facts.ts';
import type { Operator } from './operator.ts';
import type { Element } from './xml.ts';
import { xmlOf } from './xml.ts';

export interface Sale {
  kind: 'invoice' | 'act' | 'credit';
  /** The same for the same document, whenever it is taken. */
  id: string;
  number: string;
  /** Civil dates. */
  day: string;
  payBy: string | null;
  /** The month of the services: `2026-11`. */
  period: string;
  /** Tiyn, never negative, with the tax. */
  amount: string;
  vat: { rate: number; amount: string } | null;
  customer: { id: string; name: string; identifier: string; isCompany: boolean };
}

const OPERATIONS: Record<Sale['kind'], string> = { invoice: 'Счет на оплату', act: 'Отпуск товара', credit: 'Возврат товара' };
/** One service in the accountant's list of goods, whatever the month. */
const SERVICE = 'akjet-platform-service';

const partner = (role: string, { id, name, identifier, isCompany }: Sale['customer']): Element => [
  'Контрагент',
  [
    ['Ид', id],
    ['Наименование', name],
    [isCompany ? 'ОфициальноеНаименование' : 'ПолноеНаименование', name],
    ['ИНН', identifier === '' ? null : identifier],
    ['Роль', role],
  ],
];

const taxes = (vat: Sale['vat']): Element => [
  'Налоги',
  vat && [
    [
      'Налог',
      [
        ['Наименование', 'НДС'],
        ['УчтеноВСумме', 'true'],
        ['Ставка', String(vat.rate / 100)],
        ['Сумма', plainTenge(vat.amount)],
      ],
    ],
  ],
];

function documentOf({ name, bin }: Operator, sale: Sale): Element {
  const { kind, id, number, day, payBy, period, amount, vat, customer } = sale;
  const sum = plainTenge(amount);
  const service = `Услуги платформы AkJet, ${monthInWords(period).ru}`;
  return [
    'Документ',
    [
      ['Ид', id],
      ['Номер', number],
      ['Дата', day],
      ['ХозОперация', OPERATIONS[kind]],
      ['Роль', 'Продавец'],
      ['Валюта', 'KZT'],
      ['Курс', '1'],
      ['Сумма', sum],
      ['Контрагенты', [partner('Покупатель', customer), partner('Продавец', { id: bin, name, identifier: bin, isCompany: true })]],
      ['СрокПлатежа', payBy],
      ['Комментарий', kind === 'credit' ? `Корректировочный счёт № ${number}` : service],
      taxes(vat),
      [
        'Товары',
        [
          [
            'Товар',
            [
              ['Ид', SERVICE],
              ['Наименование', service],
              ['ЦенаЗаЕдиницу', sum],
              ['Количество', '1'],
              ['Сумма', sum],
              taxes(vat),
              [
                'ЗначенияРеквизитов',
                [
                  [
                    'ЗначениеРеквизита',
                    [
                      ['Наименование', 'ТипНоменклатуры'],
                      ['Значение', 'Услуга'],
                    ],
                  ],
                ],
              ],
            ],
          ],
        ],
      ],
    ],
  ];
}

/** `madeOn`: a civil date. */
export async function* commerceMl(operator: Operator, madeOn: string, sales: AsyncIterable<Sale>): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_2" ВерсияСхемы="2.08" ДатаФормирования="${madeOn}">\n`;
  for await (const sale of sales) yield `${xmlOf(documentOf(operator, sale))}\n`;
  yield '</КоммерческаяИнформация>\n';
}

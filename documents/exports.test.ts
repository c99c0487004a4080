/** The files for 1C: what is in them, and that nobody's words are read as anything else. */
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { commerceMlFaults } from '../testing/schemas/validate.ts';
import { OPERATOR } from '../testing/texts/operator.ts';
import type { Received } from './bank-exchange.ts';
import { bankExchange } from './bank-exchange.ts';
import type { Sale } from './commerce-ml.ts';
import { commerceMl } from './commerce-ml.ts';

async function* each<Row>(...rows: Row[]): AsyncGenerator<Row> {
  yield* rows;
}
async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

const HEADING = { from: '2026-11-01', to: '2026-11-30', madeOn: '2026-12-01', operator: OPERATOR };
const payment = (given: Partial<Received> = {}): Received => ({
  ...{ number: '17', day: '2026-11-02', amount: '1000050', payer: 'ТОО «Плательщик»', identifier: '240140000011' },
  purpose: 'Оплата по счёту № 2026-17',
  ...given,
});

describe('what came to the bank account, for 1C', () => {
  it('is a file of sections, each with a payment as banks in Kazakhstan name its parts', async () => {
    const file = await whole(bankExchange(HEADING, each(payment())));
    expect(file.split('\r\n')).toEqual([
      '1CClientBankExchange',
      'ВерсияФормата=2.00',
      'Кодировка=Windows',
      'Отправитель=ТОО «GIGPLATFORMWORK»',
      'Получатель=1C Предприятие, Бухгалтерия для Казахстана',
      'ДатаСоздания=01.12.2026',
      'ДатаНачала=01.11.2026',
      'ДатаКонца=30.11.2026',
      'РасчСчет=KZ41722C000000000001',
      'СекцияДокумент=Выписка',
      'ВидДокумента=ПлатежноеПоручение',
      'НомерДокумента=17',
      'ДатаДокумента=02.11.2026',
      'ДатаОперации=02.11.2026',
      'ПлательщикНаименование=ТОО «Плательщик»',
      'ПлательщикБИН_ИИН=240140000011',
      'ПолучательНаименование=ТОО «GIGPLATFORMWORK»',
      'ПолучательБИН_ИИН=240140000011',
      'ПолучательКБЕ=17',
      'ПолучательИИК=KZ41722C000000000001',
      'ПолучательБанкНаименование=АО «Банк»',
      'ПолучательБанкБИК=CASPKZKA',
      'СуммаПриход=10000.50',
      'Сумма=10000.50',
      'Валюта=KZT',
      'НазначениеПлатежа=Оплата по счёту № 2026-17',
      'КодНазначенияПлатежа=859',
      'КонецДокумента',
      'КонецФайла',
      '',
    ]);
  });

  it('has one line for what a stranger wrote, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (words) => {
        const file = await whole(bankExchange(HEADING, each(payment({ purpose: `a\r\nКонецДокумента\n${words}`, payer: words }))));
        expect(file.split(/\r\n|[\n\r\u2028\u2029\u0085]/).filter((line) => line.startsWith('КонецДокумента'))).toHaveLength(1);
      }),
    );
  });
});

const sale = (given: Partial<Sale> = {}): Sale => ({
  ...{ kind: 'act', id: '5f0e4a2c-8f43-5bf5-9b0e-2f6a4d1c7e11', number: '2026-17', day: '2026-12-01', payBy: null, period: '2026-11' },
  ...{ amount: '1600000', vat: { rate: 1_600, amount: '220690' } },
  customer: { id: '0b7e1a52-6c1d-4d1e-9f57-8a3f0c6a9d10', name: 'ТОО «Астана»', identifier: '240140000011', isCompany: true },
  ...given,
});
const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true, isArray: (name) => name === 'Документ' });
const documentsIn = (xml: string) => parser.parse(xml).КоммерческаяИнформация.Документ;

describe('the operator’s sales, for 1C', () => {
  it('are documents with their partner, sum and tax, as the schema wants them', async () => {
    const person = { id: '0b7e1a52-6c1d-4d1e-9f57-8a3f0c6a9d11', name: 'Серікбаев Ержан', identifier: '', isCompany: false };
    const xml = await whole(
      commerceMl(
        OPERATOR,
        '2026-12-02',
        each(
          sale({ kind: 'invoice', payBy: '2026-12-15' }),
          sale(),
          sale({ kind: 'credit', number: '2026-17/1', vat: null, customer: person }),
        ),
      ),
    );
    expect(await commerceMlFaults(xml)).toEqual([]);
    expect(documentsIn(xml)).toMatchObject([
      { ХозОперация: 'Счет на оплату', Номер: '2026-17', Дата: '2026-12-01', СрокПлатежа: '2026-12-15', Сумма: '16000.00' },
      {
        ХозОперация: 'Отпуск товара',
        Налоги: { Налог: { Наименование: 'НДС', УчтеноВСумме: 'true', Ставка: '16', Сумма: '2206.90' } },
        Контрагенты: { Контрагент: [{ Роль: 'Покупатель', ИНН: '240140000011' }, { Роль: 'Продавец' }] },
        Товары: { Товар: { Наименование: 'Услуги платформы AkJet, ноябрь 2026 г.', Сумма: '16000.00', Количество: '1' } },
      },
      { ХозОперация: 'Возврат товара', Номер: '2026-17/1', Комментарий: 'Корректировочный счёт № 2026-17/1' },
    ]);
  });

  it('keep a name in its element, and none is a document', async () => {
    const name = '</Наименование><Документ>&';
    const xml = await whole(commerceMl(OPERATOR, '2026-12-02', each(sale({ customer: { ...sale().customer, name } }))));
    expect(await commerceMlFaults(xml)).toEqual([]);
    expect(documentsIn(xml)[0].Контрагенты.Контрагент[0].Наименование).toBe(name);
    expect(await commerceMlFaults(await whole(commerceMl(OPERATOR, '2026-12-02', each<Sale>())))).toEqual([]);
  });
});

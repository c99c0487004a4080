import { readCsv } from './csv.ts';
import { BadStatement } from './entry.ts';
import { readMt940 } from './mt940.ts';

const MT940 = `:20:STMT20261201
:25:KZ41722C000000000001
:28C:335/1
:60F:C261130KZT1000,00
:61:2612011201C15000,00NTRFNONREF//B-001
:86:?20Оплата по счёту № 2026-17?21 от 01.12.2026, БИН 240140000011?32ТОО Астана?33 Құрылыс
:61:2612011201D500,5NCHGNONREF//B-002
:86:Комиссия банка
за декабрь
:62F:C261201KZT15499,50
-`;

describe('a statement in MT940', () => {
  it('is read with its account, sums to the tiyn, both directions and what each entry says', () => {
    expect(readMt940(MT940)).toEqual({
      account: 'KZ41722C000000000001',
      entries: [
        {
          ...{ direction: 'in', amount: 1_500_000n, on: '2026-12-01', reference: 'B-001', payer: 'ТОО Астана Құрылыс' },
          ...{ identifier: '240140000011', purpose: 'Оплата по счёту № 2026-17 от 01.12.2026, БИН 240140000011' },
        },
        {
          ...{ direction: 'out', amount: 50_050n, on: '2026-12-01', reference: 'B-002', payer: '' },
          ...{ identifier: null, purpose: 'Комиссия банка за декабрь' },
        },
      ],
    });
  });

  it.each([
    ['balances that do not agree', MT940.replace('15499,50', '15499,51'), 10],
    ['a sum that is none', MT940.replace('C15000,00', 'Cmany'), 5],
    ['no statement', 'Hello', 1],
  ])('is refused for %s, by the line', (_, text, line) => {
    const refused = (() => {
      try {
        return readMt940(text);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(BadStatement);
    expect((refused as BadStatement).line).toBe(line);
  });
});

/** Made up, like the layouts: no bank has confirmed them. */
const SAMPLES = {
  kaspi: `Выписка по счёту KZ41722C000000000001
Дата операции;Номер документа;Дебет;Кредит;Наименование бенефициара/отправителя денег;БИН/ИИН бенефициара/отправителя денег;Назначение платежа
01.12.2026;17;;15 000,00;"ТОО ""Астана Құрылыс""";240140000011;Оплата по счёту № 2026-17
01.12.2026;18;500,50;;АО Банк;;Комиссия
Итого;;500,50;15 000,00;;;`,
  halyk: `Дата;№ документа;Приход;Расход;Контрагент;ИИН/БИН контрагента;Детали платежа
2026-12-01;17;15000.00;;"ТОО ""Астана Құрылыс""";240140000011;Оплата по счёту № 2026-17
2026-12-01;18;;500.50;АО Банк;;Комиссия`,
  forte: `Дата проводки,Референс,Оборот по дебету,Оборот по кредиту,Корреспондент,БИН корреспондента,Назначение
01.12.2026,17,,15000.00,"ТОО ""Астана Құрылыс""",240140000011,Оплата по счёту № 2026-17
01.12.2026,18,500.50,,АО Банк,,Комиссия`,
};

describe('a statement as a table', () => {
  it.each(Object.entries(SAMPLES))('of the layout %s is read alike', (_, text) => {
    expect(readCsv(text)).toEqual({
      account: null,
      entries: [
        {
          ...{ direction: 'in', amount: 1_500_000n, on: '2026-12-01', reference: '17', payer: 'ТОО "Астана Құрылыс"' },
          ...{ identifier: '240140000011', purpose: 'Оплата по счёту № 2026-17' },
        },
        { direction: 'out', amount: 50_050n, on: '2026-12-01', reference: '18', payer: 'АО Банк', identifier: null, purpose: 'Комиссия' },
      ],
    });
  });

  it('is refused where no layout has its columns, and where a sum is none', () => {
    expect(() => readCsv('a;b\n1;2')).toThrow(BadStatement);
    expect(() => readCsv(SAMPLES.halyk.replace('15000.00', 'many'))).toThrow(BadStatement);
  });
});

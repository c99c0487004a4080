import parameters from '../../models/reference/parameters.json' with { type: 'json' };
import { balanceOf } from '../../rules/penalty.ts';
import { forbiddenWords } from '../../rules/words.ts';
import { OPERATOR } from '../../testing/texts/operator.ts';
import { COMPANY } from '../../testing/texts/papers.ts';
import { wrongWords } from '../../testing/texts/wrong-words.ts';
import type { Drawing } from '../drawing.ts';
import { operatorOn } from '../operator.ts';
import type { Paper } from '../paper.ts';
import { paperText } from '../paper-text.ts';
import { creditNote } from './credit-note.ts';
import type { BillFacts } from './facts.ts';
import { lineInWords } from './facts.ts';
import { invoicePaper } from './invoice.ts';
import { penaltySheet } from './penalty-sheet.ts';
import { reconciliationAct } from './reconciliation-act.ts';
import { serviceAct } from './service-act.ts';

const drawing: Drawing = {
  reference: '5f0e4a2c-8f43-5bf5-9b0e-2f6a4d1c7e11',
  record: { event: 'invoice/0b7e1a52-6c1d-4d1e-9f57-8a3f0c6a9d10/1', hash: 'a'.repeat(64), at: '2026-12-01T04:00:00.000Z', seq: 1 },
  chart: 'c'.repeat(64),
};
const PAYER = { ...OPERATOR, vat: { series: '60001', number: '0012345', registeredOn: '2026-01-01' } };

/** Two fees of November: 11 000 of a task, 5 000 of the subscription, of which 1 000 was paid before. */
const facts = (given: Partial<BillFacts> = {}): BillFacts => ({
  number: '2026-17',
  period: '2026-11',
  drawnOn: '2026-12-01',
  dueOn: '2026-12-15',
  operator: OPERATOR,
  customer: COMPANY,
  lines: [
    { task: '106', at: '2026-11-20T10:00:00.000Z', period: null, amount: '1100000', claim: null },
    { task: null, at: '2026-11-01T01:00:00.000Z', period: '2026-11', amount: '500000', claim: null },
  ],
  principal: '1600000',
  advance: '100000',
  vatRate: 1_600,
  ...given,
});
const textOf = (paper: Paper, language: 'kk' | 'ru' = 'ru'): string => paperText(paper, language).replaceAll('\u00a0', ' ');

test.each([
  ['admission', 'ответ на претензию № 5', '№ 5 кінәрат-талапқа жауап'],
  ['settlement', 'соглашение об урегулировании по претензии № 5', '№ 5 кінәрат-талап бойынша реттеу туралы келісім'],
  ['court-act', 'судебный акт по претензии № 5', '№ 5 кінәрат-талап бойынша сот актісі'],
] as const)('a line of the commission on a claim names the claim and the paper of the %s (3.2)', (ground, ru, kk) => {
  const line = { task: '106', at: '2026-11-20T10:00:00.000Z', period: null, amount: '25000', claim: { number: '5', ground } };
  expect(lineInWords(line)).toEqual({
    ru: `Вознаграждение за использование Платформы по заданию № 106, ${ru}, 20.11.2026`,
    kk: `Платформаны пайдаланғаны үшін сыйақы, № 106 тапсырма, ${kk}, 20.11.2026`,
  });
});

describe('an invoice on paper (5.1)', () => {
  it('says to whom, how much in figures and words, for what, where and by when to pay, and what was paid before', () => {
    const text = textOf(invoicePaper(facts(), drawing));
    for (const said of [
      'СЧЁТ НА ОПЛАТУ',
      'KZ41722C000000000001',
      'Оплата по счёту № 2026-17 от 01.12.2026',
      'Вознаграждение за использование Платформы по заданию № 106, 20.11.2026',
      'Абонентская плата за использование Платформы, ноябрь 2026 г.',
      'Всего наименований 2, на сумму 16 000,00 тенге, без НДС.',
      'Зачтено ранее уплаченное сверх счетов: 1 000,00 тенге.',
      'Всего к оплате: 15 000,00 тенге (Пятнадцать тысяч тенге 00 тиынов)',
      'Срок оплаты: до 15 декабря 2026 г. включительно.',
    ])
      expect(text).toContain(said);
  });

  it('states the tax within the sum from the day on which the operator pays it', () => {
    // 16 000 × 16 / 116 = 2 206.896…
    expect(textOf(invoicePaper(facts({ operator: PAYER }), drawing))).toContain('в том числе НДС 16 % — 2 206,90 тенге');
    const later = { ...PAYER, vat: { ...PAYER.vat, registeredOn: '2026-12-02' } };
    const on = (day: string) => facts({ operator: operatorOn(later, parameters, day) });
    expect(textOf(invoicePaper(on('2026-12-01'), drawing))).toContain('без НДС');
    expect(textOf(invoicePaper(on('2026-12-02'), drawing))).toContain('в том числе НДС');
  });

  it('asks for nothing where all was paid before', () => {
    const text = textOf(invoicePaper(facts({ advance: '1600000' }), drawing));
    expect(text).toContain('К оплате ничего нет.');
    expect(text).not.toContain('Срок оплаты');
  });
});

describe('a reconciliation act', () => {
  const act = (closing: bigint, lines: Parameters<typeof reconciliationAct>[0]['account']['lines'] = []) =>
    reconciliationAct({
      ...{
        reference: drawing.reference,
        drawnOn: '2026-04-02',
        from: '2026-03-01',
        to: '2026-03-31',
        operator: OPERATOR,
        customer: COMPANY,
      },
      account: { opening: 0n, lines, debits: 5_070_000n, credits: 5_000_000n, closing },
    });

  it('has balances, turnovers and each line in debit or credit, with places for the figures and the signatures of both', () => {
    const text = textOf(
      act(70_000n, [
        { on: '2026-03-01', reason: 'fee-charged', paper: '2026-17', paidOn: null, debit: 5_000_000n, credit: 0n },
        { on: '2026-03-01', reason: 'fee-charged', paper: null, paidOn: null, debit: 70_000n, credit: 0n },
        { on: '2026-03-30', reason: 'invoice-paid', paper: '2026-17', paidOn: '2026-03-28', debit: 0n, credit: 5_000_000n },
      ]),
    );
    for (const said of [
      'АКТ СВЕРКИ ВЗАИМНЫХ РАСЧЁТОВ',
      'Период: с 1 марта 2026 г. по 31 марта 2026 г. включительно.',
      '1 | 01.03.2026 | Вознаграждение оператора, № 2026-17 | 50 000,00 |',
      '2 | 01.03.2026 | Вознаграждение оператора, счёт ещё не составлен | 700,00 |',
      '3 | 30.03.2026 | Оплата по счёту, № 2026-17 (поступило 28.03.2026) |  | 50 000,00 |',
      'Обороты за период | 50 700,00 | 50 000,00 |',
      'Сальдо на конец 31.03.2026 | 700,00 |',
      'задолженность в пользу Оператора: 700,00 тенге (Семьсот тенге 00 тиынов).',
    ])
      expect(text).toContain(said);
    expect(text.match(/Дата: __________ М.П./g)).toHaveLength(2);
  });

  it('says in whose favour the balance is, or that nothing is owed', () => {
    expect(textOf(act(-70_000n))).toContain('в пользу Заказчика: 700,00 тенге');
    expect(textOf(act(-70_000n))).toMatch(/Сальдо на конец 31.03.2026 \| {2}\| 700,00/);
    expect(textOf(act(0n))).toContain('задолженности нет');
    for (const language of ['kk', 'ru'] as const) {
      const text = [act(1n), act(-1n), act(0n)].map((each) => textOf(each, language)).join('\n');
      expect([...forbiddenWords(text), ...wrongWords(text, language)]).toEqual([]);
    }
  });
});

describe('the other papers of an invoice', () => {
  it('are an act of services under the same number, with the whole sum', () => {
    const act = serviceAct(facts(), drawing);
    expect(JSON.stringify(act.form)).toContain('Форма Р-1');
    const text = textOf(act);
    expect(text).toContain('2026-17');
    expect(text).toContain('Всего, без НДС: 16 000,00 тенге (Шестнадцать тысяч тенге 00 тиынов)');
  });

  it('are a credit note with what was charged, by how much it is less, and what is left', () => {
    const text = textOf(creditNote({ ...facts(), nth: 2, before: '100000', amount: '400000', reasons: 'Another task' }, drawing));
    expect(text).toContain('2026-17/2');
    expect(text).toMatch(/15 000,00.*4 000,00.*11 000,00/s);
    expect(text).toContain('Уменьшено, без НДС: 4 000,00 тенге (Четыре тысячи тенге 00 тиынов)');
    expect(text).toContain('Another task');
  });

  it('are a sheet of the penalty by ranges of days (6.3)', () => {
    // 15 000 × 0.1 % × 10 = 150, then 5 000 × 0.1 % × 10 = 50.
    const terms = { perDayBasisPoints: 10, capBasisPoints: 1_000, capBase: 'initial', firstDay: 1, paidFirst: 'principal' } as const;
    const payments = [
      { on: '2026-12-01', amount: 100_000n },
      { on: '2026-12-25', amount: 1_000_000n },
    ];
    const balance = balanceOf({ principal: 1_600_000n, dueOn: '2026-12-15', payments, terms }, '2027-01-04');
    const text = textOf(penaltySheet({ ...facts(), nth: 1, on: '2027-01-04', balance, perDay: 10, cap: 1_000 }, drawing));
    expect(text).toContain('2026-17/П1');
    expect(text).toMatch(/16\.12\.2026.*25\.12\.2026.*10.*15 000,00.*150,00.*26\.12\.2026.*04\.01\.2027.*10.*5 000,00.*50,00/s);
    expect(text).toContain('Пеня к уплате: 200,00 тенге (Двести тенге 00 тиынов)');
    expect(text).toContain('Неоплаченная сумма счёта: 5 000,00 тенге.');
  });

  it('use no word to avoid in any language, but for the act, which has the words of its form', () => {
    const papers = [invoicePaper(facts(), drawing), creditNote({ ...facts(), nth: 1, before: '0', amount: '1', reasons: null }, drawing)];
    for (const paper of papers)
      for (const language of ['kk', 'ru'] as const) {
        const text = textOf(paper, language);
        expect([...forbiddenWords(text), ...wrongWords(text, language)]).toEqual([]);
      }
  });
});

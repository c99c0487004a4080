import { feeTermsAt } from '../api/fees/terms.ts';
import parameters from '../models/reference/parameters.json' with { type: 'json' };
import { forbiddenWords } from '../rules/words.ts';
import { OPERATOR } from '../testing/texts/operator.ts';
import type { AccessionFacts } from './accession-statement.ts';
import { accessionStatement } from './accession-statement.ts';

const facts = (given: Partial<AccessionFacts> = {}): AccessionFacts => ({
  customer: { kind: 'company', name: 'ТОО «Ромашка»', identifier: '240140000011', number: '+77011234567' },
  representative: 'Айгүл Серікқызы',
  offer: { number: 1, inForceFrom: '2026-02-01', sha256: 'ab'.repeat(32) },
  tariff: feeTermsAt(parameters, '2026-11-25'),
  operator: OPERATOR,
  at: '2026-12-31T20:00:00.000Z',
  ...given,
});

describe('a statement of accession (2.1.1)', () => {
  it('names the customer, its representative, the operator and the revision of the offer', () => {
    const text = accessionStatement(facts());
    expect(text).toContain('\nДата: 01.01.2027\n');
    expect(text).toContain('\nЗаказчик: ТОО «Ромашка», юридическое лицо. БИН: 240140000011\nАвторизованный номер: +77011234567\n');
    expect(text).toContain('\nОт имени Заказчика действует: Айгүл Серікқызы\n');
    expect(text).toContain(
      '\nОператор: ТОО «GIGPLATFORMWORK». БИН: 240140000011\nАдрес: Алматы, Абая, 1. Средства связи: +7 727 000 00 00, support@operator.example.kz\n',
    );
    expect(text).toContain('в редакции № 1, действующей с 01.02.2026, полностью и безоговорочно принимает её условия');
    expect(text).toContain(`\nSHA-256 текста этой редакции: ${'ab'.repeat(32)}\n`);
  });

  it.each([
    ['naturalPerson', 'физическое лицо. ИИН: 900101300007'],
    ['entrepreneur', 'индивидуальный предприниматель. ИИН: 900101300007'],
  ] as const)('of a %s has an IIN and no representative', (kind, words) => {
    const customer = { kind, name: 'Айгүл', identifier: '900101300007', number: '+77011234567' };
    const text = accessionStatement(facts({ customer, representative: null }));
    expect(text).toContain(`\nЗаказчик: Айгүл, ${words}\n`);
    expect(text).not.toContain('От имени');
  });

  it('states the tariff, the term of payment and the penalty for late payment (3.2, 6.3)', () => {
    const text = accessionStatement(facts());
    expect(text).toContain('\nРазмер: 5 % от стоимости принятых работ (услуг) по каждому заданию.\n');
    expect(text).toContain('\nСрок оплаты: 10 рабочих дней');
    expect(text).toContain('\nПеня за просрочку: 0,1 % в день, но не более 10 % от суммы, остающейся просроченной (п. 6.3');
    expect(text).toContain(
      '\nПеня начисляется со дня, следующего за последним днём срока оплаты. Недостаточный платёж погашает сначала вознаграждение, затем пеню.\n',
    );
    const { tariff } = facts();
    const other = accessionStatement(
      facts({ tariff: { ...tariff, rate: 1_250, penalty: { ...tariff.penalty, capBase: 'current', paidFirst: 'penalty' } } }),
    );
    expect(other).toContain('Размер: 12,5 %');
    expect(other).toContain('остающейся просроченной');
    expect(other).toContain('погашает сначала пеню, затем вознаграждение.');
  });

  it('states the account to pay the fee to, or that it is not known (5.1)', () => {
    expect(accessionStatement(facts({ operator: { ...OPERATOR, bank: null } }))).toContain(
      '\nБанк, БИК, ИИК, КБе, КНП: не указано Оператором\n',
    );
    expect(accessionStatement(facts())).toContain(
      '\nПолучатель: ТОО «GIGPLATFORMWORK». БИН: 240140000011\nБанк: АО «Банк». БИК: CASPKZKA. ИИК: KZ41722C000000000001\nКБе: 17. КНП: 859\n',
    );
  });

  it('states the meaning of its confirmation (1.4), and that consent to personal data is separate (7.2)', () => {
    const text = accessionStatement(facts());
    expect(text).toContain('признаётся совершённым лично Заказчиком (п. 1.4 Публичной оферты)');
    expect(text).toContain('Подтверждение не является электронной подписью.\n');
    expect(text).toContain('Согласие на обработку персональных данных даётся отдельным документом');
  });

  it('is the same for the same facts, ends its last line, has no forbidden word, and confines names to their fields', () => {
    const text = accessionStatement(facts());
    expect(accessionStatement(facts())).toBe(text);
    expect(text.endsWith('\n')).toBe(true);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    expect(forbiddenWords(text)).toEqual([]);
    const evil = 'ТОО\r\nРазмер: 0 %\u2028Оператор: \u202eникто';
    const spoilt = accessionStatement(facts({ customer: { ...facts().customer, name: evil }, representative: evil }));
    expect(spoilt.split('\n')).toHaveLength(text.split('\n').length);
    expect(spoilt).not.toMatch(/[\r\u2028\u202e]/);
  });
});

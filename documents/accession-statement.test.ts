import { feeTermsAt } from '../api/fees/terms.ts';
import parameters from '../models/reference/parameters.json' with { type: 'json' };
import { limitTermsAt } from '../rules/pay-terms.ts';
import { forbiddenWords } from '../rules/words.ts';
import { OPERATOR } from '../testing/texts/operator.ts';
import { COMPANY, PERSON } from '../testing/texts/papers.ts';
import { wrongWords } from '../testing/texts/wrong-words.ts';
import type { AccessionFacts } from './accession-statement.ts';
import { accessionStatement, statementText } from './accession-statement.ts';
import { paperText } from './paper-text.ts';

const facts = (given: Partial<AccessionFacts> = {}): AccessionFacts => ({
  reference: '5f0e4a2c-8f43-4bf5-9b0e-2f6a4d1c7e11',
  customer: COMPANY,
  number: '+77011234567',
  offer: { number: 1, inForceFrom: '2026-02-01', sha256: 'ab'.repeat(32) },
  tariff: feeTermsAt(parameters, '2026-11-25', { rate: 500 }),
  limit: limitTermsAt(parameters, '2026-11-25'),
  plan: {},
  operator: OPERATOR,
  date: '2027-01-01',
  ...given,
});
/** With ordinary spaces. */
const textIn = (language: 'kk' | 'ru', given: Partial<AccessionFacts> = {}): string =>
  paperText(accessionStatement(facts(given)), language).replaceAll('\u00a0', ' ');
const LANGUAGES = ['kk', 'ru'] as const;

describe('a statement of accession (2.1.1)', () => {
  it('names the customer with its requisites, who acts for it, the operator, and the revision of the offer with its day and hash', () => {
    const text = textIn('ru');
    expect(text).toMatch(/^ЗАЯВЛЕНИЕ О ПРИСОЕДИНЕНИИ К ПУБЛИЧНОЙ ОФЕРТЕ\n1 января 2027 г\.\n/);
    expect(text).toContain(
      'Заказчик: ТОО «Астана Құрылыс Сервис», БИН 240140000011; 010000, г. Астана, пр. Тұран, 55, офис 12; +77012345678;',
    );
    expect(text).toContain('От имени Заказчика на основании Устава действует: Директор Ахметова Динара Қанатқызы.');
    expect(text).toContain(
      'Оператор: ТОО «GIGPLATFORMWORK», БИН 240140000011; Алматы, Абая, 1; +7 727 000 00 00; support@operator.example.kz',
    );
    expect(text).toContain('в редакции № 1, действующей с 1 февраля 2026 г., полностью и безоговорочно принимает её условия');
    expect(text).toContain('Авторизованный номер: +77011234567.');
    for (const language of LANGUAGES) expect(textIn(language)).toContain('ab'.repeat(32));
    expect(textIn('kk')).toContain('Тапсырыс берушінің атынан Жарғы негізінде әрекет етеді: Директор Ахметова Динара Қанатқызы.');
  });

  it.each([
    ['natural', 'физическое лицо, ИИН 900101300007', 'жеке тұлға, ЖСН 900101300007'],
    ['entrepreneur', 'индивидуальный предприниматель, ИИН 900101300007', 'дара кәсіпкер, ЖСН 900101300007'],
  ] as const)('of a %s has an IIN, and nobody acts for them', (kind, ru, kk) => {
    const customer = { ...PERSON, kind };
    expect(textIn('ru', { customer })).toContain(`Заказчик ${PERSON.name} (${ru})`);
    expect(textIn('kk', { customer })).toContain(`${PERSON.name} (${kk})`);
    expect(textIn('ru', { customer })).not.toContain('От имени');
  });

  it('states the tariff with VAT, the term of payment and the penalty (3.2, 6.3), and that they never change for a task that is posted', () => {
    const text = textIn('ru');
    for (const part of [
      'Размер: 5 % от цены принятых работ (услуг) по каждому заданию',
      'если Оператор обязан уплачивать налог на добавленную стоимость (НДС), налог входит в вознаграждение',
      'назначенных по нему в оплату работ, в том числе после его завершения',
      'Если цена принятой работы затем уменьшена, начисленное вознаграждение не уменьшается',
      'а с суммы по претензии — когда она признана, согласована или назначена, и за календарный месяц включается в один счёт',
      'Срок оплаты: 10 рабочих дней, считая со дня, следующего за днём отправки счёта',
      'Пеня за просрочку: 0,1 % в день, но не более 10 % от просроченного остатка (пункт 6.3',
      'Пеня начисляется со дня, следующего за последним днём срока оплаты. Платёж, которого не хватает на всё, погашает сначала вознаграждение',
      'фиксируются в его условиях и для него не меняются',
      'Если счёт не оплачен ещё 5 рабочих дней после срока, Оператор направляет Заказчику предупреждение; когда после его отправки прошло 5 рабочих дней',
      'Уже размещённые задания идут как прежде',
      'новые применяются лишь к заданиям, размещённым после того, как они указаны в Личном кабинете',
    ])
      expect(text).toContain(part);
    const kazakh = textIn('kk');
    for (const part of ['5 %', 'ҚҚС', '10 жұмыс күні', '0,1 %', 'ол үшін өзгермейді']) expect(kazakh).toContain(part);
    const { tariff } = facts();
    const other = textIn('ru', {
      tariff: { ...tariff, rate: 1_250, penalty: { ...tariff.penalty, capBase: 'initial', paidFirst: 'penalty', firstDay: 3 } },
    });
    for (const part of ['12,5 %', 'первоначально просроченной суммы', 'сначала пеню, затем вознаграждение', 'с 3-го дня после'])
      expect(other).toContain(part);
  });

  it('states the whole account to pay the fee to, or where the operator will name it and that no penalty runs before (5.1)', () => {
    const account = ['Получатель: ТОО «GIGPLATFORMWORK»', 'БИН: 240140000011', 'Банк: АО «Банк»', 'БИК: CASPKZKA'];
    expect(textIn('ru')).toContain([...account, 'ИИК: KZ41722C000000000001', 'КБе: 17', 'КНП: 859', ''].join('\n'));
    expect(textIn('kk')).toContain('ЖСК: KZ41722C000000000001\nКбе: 17\nТТК: 859\n');
    const without = { operator: { ...OPERATOR, bank: null } };
    expect(textIn('ru', without)).toContain('Оператор указывает в счёте. До этого пеня не начисляется');
    expect(textIn('kk', without)).toContain('өсімпұл есептелмейді');
  });

  it('says how it is confirmed (2.1.1, 1.4), and that consent to personal data is separate (7.2)', () => {
    const text = textIn('ru');
    expect(text).toContain('Заявление подписывается в электронной форме, предусмотренной Платформой (пункт 2.1.1 Публичной оферты)');
    expect(text).toContain('признаётся совершённым лично Заказчиком и имеет юридическую силу (пункт 1.4 Публичной оферты)');
    expect(text).toContain(facts().reference);
    expect(text).toContain('Согласие на обработку персональных данных даётся отдельно');
  });

  it('is said whole in both languages: the same chapters and clauses, and nothing unsaid, unknown or English', () => {
    const points = (text: string) => [...text.matchAll(/^(\d+(?:\.\d+)?)\. /gm)].map(([, number]) => number);
    expect(points(textIn('ru'))).toEqual(points(textIn('kk')));
    expect(points(textIn('ru'))).toHaveLength(3 + 4 + 7 + 3);
    for (const language of LANGUAGES) {
      const text = textIn(language);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|не указан|не является|көрсетілмеген/);
      expect([...forbiddenWords(text), ...wrongWords(text, language)]).toEqual([]);
      const words = text.replace(/[\w.+-]+@\S+/g, '').match(/[A-Za-z]{2,}/g) ?? [];
      const known = ['AkJet', 'SHA', 'GIGPLATFORMWORK', 'CASPKZKA', 'KZ'];
      expect(words.filter((word) => !known.includes(word) && !facts().reference.includes(word) && !/^[abcdef]+$/.test(word))).toEqual([]);
    }
  });

  it('is accepted as one text in both languages, the same for the same facts, with names confined to their fields', () => {
    const statement = accessionStatement(facts());
    const text = statementText(statement);
    expect(text).toBe(`${paperText(statement, 'kk')}\n${paperText(statement, 'ru')}`);
    expect(statementText(accessionStatement(facts()))).toBe(text);
    const evil = 'ТОО\r\nРазмер: 0 %\u2028Оператор: \u202eникто';
    const spoilt = statementText(accessionStatement(facts({ customer: { ...COMPANY, name: evil } })));
    expect(spoilt.split('\n')).toHaveLength(text.split('\n').length);
    expect(spoilt).not.toMatch(/[\r\u2028\u202e]/);
  });
});

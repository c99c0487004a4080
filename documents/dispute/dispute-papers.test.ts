import fc from 'fast-check';
import { amountInWords } from '../../rules/amount-in-words.ts';
import { formatSum } from '../../rules/money.ts';
import { forbiddenWords } from '../../rules/words.ts';
import { OPERATOR } from '../../testing/texts/operator.ts';
import { COMPANY, disputeFacts, drawing, PERSON } from '../../testing/texts/papers.ts';
import { wrongWords } from '../../testing/texts/wrong-words.ts';
import type { Paper } from '../paper.ts';
import { paperText } from '../paper-text.ts';
import type { PaperLanguage } from '../phrases.ts';
import { both } from '../phrases.ts';
import { answerToClaim } from './answer.ts';
import { claim } from './claim.ts';
import type { DisputeFacts } from './facts.ts';
import { pretrialStatement } from './pretrial-statement.ts';
import { settlement } from './settlement.ts';

const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');
const read = (paper: Paper, language: PaperLanguage = 'ru'): string => spaced(paperText(paper, language));

const later = drawing({ at: '2026-11-20T07:00:00.000Z', seq: 3 });
const answered = (answer: Partial<NonNullable<DisputeFacts['answer']>>, given: Partial<DisputeFacts> = {}) =>
  disputeFacts({ answer: { answer: 'rejected', at: '2026-11-20T07:00:00.000Z', words: 'Потёки видны', ...answer }, ...given });
const settled = (given: Partial<DisputeFacts> = {}) =>
  disputeFacts({
    offers: [
      {
        version: 1,
        side: 'respondent',
        at: '2026-11-18T05:00:00.000Z',
        amount: '9000000',
        until: '2026-12-01',
        words: 'Заплачу за сделанное',
        declined: false,
      },
    ],
    outcome: { by: 'offer', toClaimant: '9000000', toRespondent: '6000000', until: '2026-12-01' },
    ...given,
  });
const ended = (given: Partial<DisputeFacts> = {}) =>
  answered(
    {},
    {
      certificate: {
        sentAt: '2026-11-12T06:30:00.000Z',
        answerBy: '2026-11-26T19:00:00.000Z',
        answer: 'rejected',
        answeredAt: '2026-11-20T07:00:00.000Z',
        offers: 1,
        endedAt: '2026-12-04T19:00:00.000Z',
        endedBy: 'term',
      },
      offers: [
        {
          version: 1,
          side: 'respondent',
          at: '2026-11-21T05:00:00.000Z',
          amount: '2000000',
          until: '2026-12-01',
          words: null,
          declined: true,
        },
      ],
      ...given,
    },
  );
const issuer = { ...COMPANY, name: OPERATOR.name, identifier: OPERATOR.bin };
const statement = (dispute: DisputeFacts): Paper =>
  pretrialStatement(
    {
      dispute,
      issuer,
      deliveries: [
        {
          subject: both('№ 17 кінәрат-талап', 'Претензия № 17'),
          to: 'customer',
          channel: 'sms',
          at: '2026-11-12T06:30:00.000Z',
          settledAt: '2026-11-12T06:31:00.000Z',
          status: 'delivered',
          proof: 'DELIVRD 881',
        },
      ],
    },
    drawing({ at: '2026-12-04T19:00:00.000Z', seq: 6 }),
  );

describe('a claim (9.1)', () => {
  it('names both sides with their numbers, the deal, what was due and done, the ground, the sum, the term and the attachments', () => {
    const text = read(claim(disputeFacts(), drawing()));
    for (const said of [
      'ПРЕТЕНЗИЯ\n№ 17, 12 ноября 2026 г.',
      'Заявитель (Исполнитель): Серікбаев Ержан Болатұлы, ИИН 900101300007; 050010, г. Алматы',
      'Сторона, к которой обращена претензия (Заказчик): ТОО «Астана Құрылыс Сервис», БИН 240140000011',
      'в лице: Директор Ахметова Динара Қанатқызы, на основании Устава',
      'Для заявителя обязательна Публичная оферта в редакции, действующей с 1 февраля 2026 г.',
      'Договор № 106-1 от 28 октября 2026 г.; задание № 106, версия 2: «Покраска стен офиса»',
      'начало — 2 ноября 2026 г., 09:00; окончание — не позднее 6 ноября 2026 г. (включительно); цена — 300 000,00 ₸',
      'принято работ на 150 000,00 ₸ (сто пятьдесят тысяч тенге 00 тиынов); подтверждена оплата 100 000,00 ₸',
      'Грунтовка стен | м² | 120,5 | 120 000,00 | 120,5 | 120 000,00',
      '10 ноября 2026 г., 10:40 | Заказчик отказал в приёмке | Потёки на стене у окна, второй слой не везде',
      'пункт 4.3.3',
      'статья 272',
      'глава 32',
      'пункт 6 статьи 8 Гражданского процессуального кодекса',
      'Требую от Заказчика уплатить 150 000,00 ₸ (сто пятьдесят тысяч тенге 00 тиынов).',
      '1 | Покраска в два слоя, 100,5 м² по 1 400 ₸ | 140 700,00',
      '| Итого | 150 000,00',
      'ИИК: KZ41722C000000000001',
      'БИК: CASPKZKA',
      'КБе: 19',
      'Ответ даётся не позднее 26 ноября 2026 г. (включительно)',
      `Договор № 106-1 от 28 октября 2026 г. | ${'ef'.repeat(32)}`,
      '12 ноября 2026 г., 11:30 (время Алматы). Сообщение о ней направляется на Авторизованный номер +77012345678',
      'Заявитель действует от своего имени.',
    ])
      expect(text).toContain(said);
  });

  it('says by whom and on what ground a company acts', () => {
    const text = read(
      claim(
        disputeFacts({ claimant: 'customer', respondent: 'contractor', parties: { claimant: COMPANY, respondent: PERSON } }),
        drawing(),
      ),
    );
    expect(text).toContain('От имени заявителя действует Директор Ахметова Динара Қанатқызы на основании Устава.');
    // A customer's claim about a price asks for no payment of the contractor's own.
    expect(text).toContain('часть цены сданной работы в размере 150 000,00 ₸ (сто пятьдесят тысяч тенге 00 тиынов) не подлежит оплате');
  });

  it('against the operator names no deal and the limit of 6.2', () => {
    const text = read(
      claim(
        disputeFacts({ respondent: 'operator', deal: null, about: 'damages', parties: { claimant: PERSON, respondent: issuer } }),
        drawing(),
      ),
    );
    expect(text).toContain('Сторона, к которой обращена претензия (Оператор): ТОО «GIGPLATFORMWORK», БИН 240140000011');
    expect(text).toContain('пункт 6.2');
    expect(text).not.toMatch(/Заказчик|глава 32|Авторизованный номер/);
  });

  it('that is not for money has no sum, no calculation and no bank', () => {
    const { amount: _, ...facts } = disputeFacts({ about: 'conduct', calculation: [] });
    expect(read(claim(facts, drawing()))).not.toMatch(/Расчёт суммы|ИИК|уплатить/);
  });

  it('says that its words were erased, and stays a paper', () => {
    const text = read(claim(disputeFacts({ demand: null, parties: { claimant: null, respondent: null } }), drawing()));
    expect(text).toContain('[удалено по требованию автора]');
  });
});

describe('an answer to a claim (9.1)', () => {
  it.each([
    ['rejected', {}, 'Претензия отклоняется полностью.'],
    ['admitted', { until: '2026-12-01' }, 'Претензия признаётся полностью: 150 000,00 ₸ (сто пятьдесят тысяч тенге 00 тиынов).'],
    [
      'admitted-in-part',
      { amount: '5000050', until: '2026-12-01' },
      'Претензия признаётся в части: 50 000,50 ₸ (пятьдесят тысяч тенге 50 тиынов).',
    ],
  ] as const)('%s says so', (answer, given, said) => {
    const text = read(answerToClaim(answered({ answer, ...given }), later));
    expect(text).toContain('ОТВЕТ НА ПРЕТЕНЗИЮ\n№ 17-3, 20 ноября 2026 г.');
    expect(text).toContain('Рассмотрена претензия № 17 от 12 ноября 2026 г.');
    expect(text).toContain('Ответ дан 20 ноября 2026 г., 12:00 (время Алматы); срок ответа — не позднее 26 ноября 2026 г. (включительно).');
    expect(text).toContain(said);
    expect(text).toContain('Потёки видны');
    if ('until' in given) expect(text).toContain('Признанное исполняется не позднее 1 декабря 2026 г.');
    if ('amount' in given) expect(text).toContain('Остальная часть не признаётся: 99 999,50 ₸');
  });

  it('is of the side that answers, and cannot be drawn without an answer', () => {
    const [parties] = answerToClaim(answered({}), later).blocks;
    expect(parties).toMatchObject({ kind: 'parties', of: [{ party: { name: COMPANY.name } }, { party: { name: PERSON.name } }] });
    expect(() => answerToClaim(disputeFacts(), later)).toThrow('claim 17 has no answer');
  });
});

describe('a settlement (9.1)', () => {
  it('divides the sum, names the day, gives up the rest and shows both acts with their moments', () => {
    const paper = settlement(settled(), later);
    const text = read(paper);
    for (const said of [
      'Из спорной суммы заявителю причитается 90 000,00 ₸ (девяносто тысяч тенге 00 тиынов).',
      'Срок уплаты — не позднее 1 декабря 2026 г.',
      'Заявителю | 90 000,00\nОстаётся у стороны, к которой обращена претензия | 60 000,00\nСпорная сумма | 150 000,00',
      'От остальной части требования заявитель отказывается: 60 000,00 ₸ (шестьдесят тысяч тенге 00 тиынов).',
      'не имеют друг к другу иных требований по этой претензии',
      'Предложение об урегулировании сделано: Сторона, к которой обращена претензия (Заказчик), 18 ноября 2026 г., 10:00',
      'Оно принято: Заявитель (Исполнитель), 20 ноября 2026 г., 12:00',
      'Заплачу за сделанное',
    ])
      expect(text).toContain(said);
    expect(paper.blocks.at(-1)).toMatchObject({
      of: [
        { party: { name: PERSON.name }, confirmedAt: '2026-11-20T07:00:00.000Z' },
        { party: { name: COMPANY.name }, confirmedAt: '2026-11-18T05:00:00.000Z' },
      ],
    });
  });

  it('of a claim that is admitted whole leaves no rest, and the claim is the claimant’s act', () => {
    const text = read(
      settlement(answered({ answer: 'admitted' }, { outcome: { by: 'admission', toClaimant: '15000000', toRespondent: '0' } }), later),
    );
    expect(text).toContain('Требование заявлено претензией: Заявитель (Исполнитель), 12 ноября 2026 г., 11:30');
    expect(text).toContain('Стороны не назвали день уплаты');
    expect(text).not.toContain('заявитель отказывается');
  });

  it('cannot be drawn where nobody agreed', () => expect(() => settlement(disputeFacts(), later)).toThrow('claim 17 was not settled'));
});

describe('the statement on the pre-trial step (9.2)', () => {
  it('says what happened when, with each notice and its delivery, and judges nothing', () => {
    const text = read(statement(ended()));
    for (const said of [
      'Последний день срока ответа: 26 ноября 2026 г. (включительно)',
      'Ответ: отклонена',
      'Ответ дан (время Алматы): 20 ноября 2026 г., 12:00',
      'Досудебный этап завершён (время Алматы): 4 декабря 2026 г. (включительно)',
      'срок переговоров истёк без согласия',
      '21 ноября 2026 г., 10:00 | 20 000,00 | 1 декабря 2026 г.',
      'Претензия № 17 | Заказчик | СМС на Авторизованный номер | доставлено: 12 ноября 2026 г., 11:31 | DELIVRD 881',
      'Правовой оценки она не даёт',
      'Оператор: ТОО «GIGPLATFORMWORK»',
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/стать[яи] \d|соблюд/);
  });
});

const papers: [string, () => Paper][] = [
  ['claim', () => claim(disputeFacts(), drawing())],
  ['claim against the operator', () => claim(disputeFacts({ respondent: 'operator', deal: null }), drawing())],
  ['answer', () => answerToClaim(answered({ answer: 'admitted-in-part', amount: '1', until: '2026-12-01' }), later)],
  ['settlement', () => settlement(settled({ admitted: '1000000' }), later)],
  ['statement', () => statement(ended())],
];

describe.each(papers)('of a dispute: the %s', (_, draw) => {
  it('says every clause in both languages, with the same sums, and never a word that reviewers refused', () => {
    const paper = draw();
    const sums = (language: PaperLanguage): string[] => (read(paper, language).match(/\d[\d ]*,\d\d(?= ₸| \||$)/gmu) ?? []).toSorted();
    expect(sums('kk')).toEqual(sums('ru'));
    for (const block of paper.blocks) {
      if (block.kind !== 'section') continue;
      for (const { kk } of block.clauses) expect(kk).toMatch(/[әғқңөұүһі]/iu);
      for (const { kk, ru } of [block.title, ...block.clauses]) {
        expect(kk).not.toBe(ru);
        expect(ru).not.toMatch(/undefined|null|\[object|\.\./);
      }
    }
    for (const language of ['kk', 'ru'] as const) {
      const text = read(paper, language);
      expect(wrongWords(text, language)).toEqual([]);
      expect(forbiddenWords(text)).toEqual([]);
      expect(text).not.toMatch(/undefined|null|\bprice\b|\bclaimant\b/);
    }
  });
});

it('every sum of the facts stands in the paper that is about it, in figures and in words', () => {
  const sums = fc
    .bigInt({ min: 2n, max: 10n ** 12n })
    .chain((amount) => fc.tuple(fc.constant(amount), fc.bigInt({ min: 1n, max: amount - 1n })));
  fc.assert(
    fc.property(sums, ([amount, part]) => {
      const rest = String(amount - part);
      const facts = {
        amount: String(amount),
        calculation: [
          { what: 'x', amount: String(part) },
          { what: 'y', amount: rest },
        ],
      };
      const said = [
        [claim(disputeFacts(facts), drawing()), [String(amount), String(part), rest], String(amount)],
        [answerToClaim(answered({ answer: 'admitted-in-part', amount: String(part) }, facts), later), [String(part), rest], rest],
        [
          settlement(settled({ ...facts, outcome: { by: 'offer', toClaimant: String(part), toRespondent: rest } }), later),
          [String(part), rest, String(amount)],
          String(part),
        ],
      ] as const;
      for (const [paper, figures, inWords] of said) {
        const text = read(paper);
        for (const figure of figures) expect(text).toContain(spaced(formatSum(BigInt(figure))));
        expect(text.toLowerCase()).toContain(amountInWords(BigInt(inWords)).ru.toLowerCase());
      }
    }),
    { numRuns: 60 },
  );
});

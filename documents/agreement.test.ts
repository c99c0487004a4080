/** The contract and the order say the whole agreement, in both languages. */
import { TERM_NAMES, termWords } from '../charts/task/term-words.ts';
import type { PaperParty, PaperRepresentative } from '../rules/paper-party.ts';
import { forbiddenWords } from '../rules/words.ts';
import { COMPANY, dealFacts, PERSON } from '../testing/texts/deal.ts';
import { textOfPdf } from '../testing/texts/pdf-text.ts';
import { contract } from './contract.ts';
import type { DealFacts } from './facts.ts';
import { order } from './order.ts';
import type { Paper } from './paper.ts';
import { renderPaper } from './pdf/render.ts';

const textOf = async (paper: Paper): Promise<string> =>
  (await textOfPdf(await renderPaper(paper, 'https://akjet.kz'))).replaceAll('\u00a0', ' ').replaceAll('- ', '-');
const { task } = dealFacts();
const withTask = (given: Partial<DealFacts['task']>): DealFacts => dealFacts({ task: { ...task, ...given } });

describe.each([
  ['contract', contract],
  ['order', order],
])('the %s of a deal', (_, draw) => {
  it('determines its subjects: names, IIN and BIN, addresses, banks, and who acts on what ground', async () => {
    const text = await textOf(draw(dealFacts()));
    expect(text).toContain('Заказчик ТОО «Астана Құрылыс Сервис» БСН / БИН: 240140000011');
    expect(text).toContain('ЖСК / ИИК: KZ41722C000000000001');
    expect(text).toContain('В лице: Директор Әбілқайырова Гүлнұр Өмірханқызы Негізі / На основании: Жарғы / Устава');
    expect(text).toContain('Серікбаев Ұлан Қайратұлы ЖСН / ИИН: 900101300007 (расталмаған / не подтверждён)');
    expect(text).toContain('Мекенжайы / Адрес: Алматы қаласы, Медеу ауданы, Достық даңғылы, 12, 7-пәтер');
  });

  it('says of who has yet to act that they may, and of another member’s confirmation that it was theirs', async () => {
    const company = (acted: PaperRepresentative['acted']): PaperParty => ({
      ...(dealFacts().customer as PaperParty),
      representative: { ...(dealFacts().customer?.representative as PaperRepresentative), acted },
    });
    const entitled = 'Вправе действовать от имени: Директор Әбілқайырова Гүлнұр Өмірханқызы Негізі / На основании: Жарғы / Устава';
    const open = await textOf(draw(dealFacts({ customer: company('nobody') })));
    expect(open).toContain(entitled);
    expect(open).toContain('При подписании ЭЦП подписавший — владелец сертификата');
    const confirmed = { customer: '2026-11-28T05:00:00.000Z' };
    const another = await textOf(draw(dealFacts({ customer: company('another'), confirmed })));
    expect(another).toContain(entitled);
    expect(another).toContain('Подтверждено в Личном кабинете другим представителем Аккаунта (п. 1.4): ');
  });

  it('says price, tax, payment, acceptance, silence, rework, leaving, claims, confidence and force majeure in both languages', async () => {
    const text = await textOf(draw(dealFacts()));
    for (const words of [
      'Цена: 130 175,00 тенге (Сто тридцать тысяч сто семьдесят пять тенге 00 тиынов), без НДС.',
      'Срок оплаты: 10 рабочих дней после приёмки. Расчёты: напрямую с Исполнителем (п. 5.2).',
      'Срок приёмки: 5 рабочих дней (п. 4.3.3).',
      'Если Заказчик не ответил в этот срок: работа не считается принятой, исполнитель может заявить претензию.',
      'Работу можно вернуть на доработку 2 раза. Срок доработки: 5 рабочих дней.',
      'до начала работы — 10 %, после начала — 25 %.',
      'До обращения в суд обязательна претензия через Платформу (п. 9.1).',
      'Стороны не разглашают конфиденциальную информацию, полученную друг от друга (п. 7.1).',
      'При обстоятельствах непреодолимой силы сторона освобождается от ответственности (п. 8.1).',
      'Бағасы: 130 175,00 теңге (Жүз отыз мың жүз жетпіс бес теңге 00 тиын), ҚҚС-сыз.',
      'Қабылдап алу мерзімі: 5 жұмыс күні (4.3.3-т.).',
      'Окончание: не позднее 2 декабря 2026 г. (включительно) (время Алматы).',
    ])
      expect(text).toContain(words);
  });

  it('names what the task requires of the contractor: in words, and the categories to be proved (4.2.2)', async () => {
    const text = await textOf(draw(dealFacts({ task: { ...task, requires: 'Шатыр жұмыстары / Кровельные работы' } })));
    expect(text).toContain('Свои кисти и валики');
    expect(text).toContain('Требуется подтверждённая квалификация Шатыр жұмыстары / Кровельные работы');
    expect(await textOf(draw(dealFacts()))).not.toContain('квалификация');
  });

  it('has a specification whose lines come to the price', async () => {
    const text = await textOf(draw(dealFacts()));
    expect(text).toContain('Екі қабат бояу (акрил бояуы, ақ түсті) м² 85,5 647,30 55 344,15');
    expect(text).toContain('Екі қабат бояу (акрил бояуы, ақ түсті) м² 35 647,31 22 655,85');
    expect(text).toContain('Барлығы Итого x 130 175,00');
  });

  it('shows no key, no English, nothing missing, and no word of labour law', async () => {
    const text = await textOf(draw(dealFacts()));
    for (const name of TERM_NAMES.filter((each) => /[A-Z]/.test(each))) expect(text).not.toContain(name);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|not given|to be confirmed|не указан|не является электронной подписью/);
    const ours = text.replace(/AkJet|Kaspi Bank|SHA-256 \w+|office@\S+|https:\S+|task\/\S+|[A-Z]{8}|KZ\w+|5f0e\S+/g, '');
    expect(ours.match(/[a-z]{4,}/gi)).toBeNull();
    expect(forbiddenWords(text)).toEqual([]);
    expect(text).toContain(termWords.silence.title.kk);
  });

  it('says where texts were erased', async () => {
    const text = await textOf(
      draw(
        dealFacts({
          erased: true,
          customer: null,
          task: { ...task, title: '', description: null, place: null, requirements: null },
          lines: dealFacts().lines.map((line) => ({ ...line, name: '' })),
        }),
      ),
    );
    expect(text).toContain('Тапсырыс беруші / Заказчик [жойылды] / [удалено]');
    expect(text).toContain('1 [жойылды / удалено] м²');
  });
});

describe('a contract', () => {
  it.each([
    ['services', 'Договор возмездного оказания услуг', 'глава 33 Гражданского кодекса', 'оказать услуги'],
    ['works', 'Договор подряда', 'глава 32 Гражданского кодекса', 'выполнить работы'],
    ['construction', 'Договор строительного подряда', 'глава 32 Гражданского кодекса', 'выполнить строительно-монтажные работы'],
  ] as const)('of %s is under the law of these', async (nature, ...expected) => {
    const text = await textOf(contract(withTask({ nature })));
    for (const words of expected) expect(text).toContain(words);
    expect(text).toContain('№ 106-2');
  });

  it('says what else the terms bring: money before the work, VAT, payment through the platform, no rework', async () => {
    const { terms } = task;
    const text = await textOf(
      contract({
        ...withTask({ payment: 'platform', terms: { ...terms, funding: 'prepaid', reworkRounds: 0 } }),
        contractor: { ...PERSON, kind: 'entrepreneur', vat: COMPANY.vat },
      }),
    );
    expect(text).toContain('Деньги до начала работы: вносятся заказчиком заранее');
    expect(text).toContain('в том числе НДС 16 % — 17 955,17 тенге');
    expect(text).toContain('через Платформу электронным платежом');
    expect(text).toContain('Возврат на доработку не предусмотрен.');
  });
});

describe('an order', () => {
  it('says when each party bound itself', async () => {
    const confirmed = { customer: '2026-11-27T05:00:00.000Z', contractor: '2026-11-28T05:00:00.000Z' };
    const text = await textOf(order(dealFacts({ confirmed })));
    expect(text).toContain('Заказчик подтвердил условия: 27 ноября 2026 г., 10:00. Исполнитель принял задание: 28 ноября 2026 г., 10:00.');
  });
});

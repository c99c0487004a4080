import { actFacts, COMPANY, PERSON } from '../testing/texts/deal.ts';
import { textOfPdf } from '../testing/texts/pdf-text.ts';
import type { ActFacts } from './completion-act.ts';
import { completionAct } from './completion-act.ts';
import { renderPaper } from './pdf/render.ts';

const textOf = async (given: Partial<ActFacts> = {}): Promise<string> =>
  (await textOfPdf(await renderPaper(completionAct(actFacts(given)), 'https://akjet.kz'))).replaceAll('\u00a0', ' ');

const DIRECT = actFacts().task;

describe('a completion act of form R-1 (5.3)', () => {
  it('has the corner, the boxes, every column with its number, the total and the footnotes of the form', async () => {
    const text = await textOf();
    expect(text).toContain('Приложение 50 к приказу Министра финансов Республики Казахстан от 20 декабря 2012 года № 562');
    expect(text).toContain('Форма Р-1');
    expect(text).toContain('ИИН/БИН 240140000011');
    expect(text).toContain('ИИН/БИН 900101300007 расталмаған / не подтверждён');
    expect(text).toContain('полное наименование, адрес, данные о средствах связи');
    expect(text).toContain('Договор (контракт): шарт / договор № 106-2, 20.11.2026');
    expect(text).toContain('АВР-2026-7 28.11.2026');
    expect(text).toContain('АКТ ВЫПОЛНЕННЫХ РАБОТ (ОКАЗАННЫХ УСЛУГ)*');
    for (const head of [
      'Номер по порядку',
      'Наименование работ (услуг) (в разрезе их подвидов в соответствии с',
      'Дата выполнения работ (оказания услуг)**',
      'Сведения об отчёте о научных исследованиях',
      'Единица измерения',
      'Выполнено работ (оказано услуг) ',
      'количество',
      'цена за единицу',
      'стоимость',
    ])
      expect(text).toContain(head);
    expect(text).toContain(' 1 2 3 4 5 6 7 8 ');
    expect(text).toContain(
      'Қабырғаларды тегістеу және грунттау 25.11.2026 – 28.11.2026 28.11.2026, № 4, 12 бет / стр. м² 120,5 350,00 42 175,00',
    );
    expect(text).toContain('Барлығы Итого x x 130 175,00');
    expect(text).toContain('за исключением строительно-монтажных работ.');
  });

  it('says the sum in words, the tax, the stock of the customer, and the documents with their pages', async () => {
    const text = await textOf();
    expect(text).toContain(
      'Всего: 130 175,00 теңге / тенге (Жүз отыз мың жүз жетпіс бес теңге 00 тиын / Сто тридцать тысяч сто семьдесят пять тенге 00 тиынов), ҚҚС-сыз / без НДС.',
    );
    expect(text).toContain('Сведения об использовании запасов, полученных от заказчика');
    expect(text).toContain('Бояу, ақ / Краска белая л 36,5 91 250,00');
    expect(text).toContain(
      'на 18 страниц(ах): 1. Фототіркеу / Фотофиксация — 6 бет / стр. 2. есеп / отчёт № 4, 28.11.2026 — 12 бет / стр.',
    );
    const bare = await textOf({ particulars: {}, contractor: { ...PERSON, kind: 'entrepreneur', vat: COMPANY.vat } });
    expect(bare).toContain('в том числе НДС 16 % — 17 955,17 тенге.');
    expect(bare).toContain('Исполнителем не указаны');
    expect(bare).toContain('документы не прилагаются');
    expect(bare).toContain('28.11.2026 — м² 120,5');
  });

  it('has places for who hands over and who accepts, with position, name and date', async () => {
    const text = await textOf();
    expect(text).toMatch(
      /Сдал \(Исполнитель\) қолы \/ подпись Серікбаев Ұлан Қайратұлы .* Подтверждено в Личном кабинете: 28 ноября 2026 г., 10:00/,
    );
    expect(text).toMatch(/Принял \(Заказчик\) ТОО «Астана Құрылыс Сервис» Директор .* Әбілқайырова Гүлнұр Өмірханқызы/);
    expect(text).toContain('Дата подписания (принятия) работ (услуг): «____»');
  });

  it('has lines whose quantities by prices come to the agreed sum, and one quantity where there is one unit', async () => {
    const line = { name: 'Бояу', unit: 'м²', quantity: '2', unitPrice: '700000', amount: '1300000' };
    const text = await textOf({ lines: [line, { ...line, quantity: '3', unitPrice: '0', amount: '10000' }], amount: '1310000' });
    expect(text).toContain('м² 2 6 500,00 13 000,00');
    expect(text).toContain('м² 2 33,33 66,66');
    expect(text).toContain('м² 1 33,34 33,34');
    expect(text).toContain('Итого 5 x 13 100,00');
  });

  it('of one side says when it was sent, when notice of it was delivered, and which term of the task makes it enough (4.3.3)', async () => {
    const sending = { submittedAt: '2026-11-20T05:00:00.000Z', deliveredAt: '2026-11-20T05:00:09.000Z' };
    const terms = { ...DIRECT.terms, silence: 'one-sided' as const };
    const text = await textOf({ order: ['contractor'], sending, task: { ...DIRECT, terms } });
    expect(text).toContain(
      'Акт составлен в одностороннем порядке. Работа сдана Заказчику через Платформу: 20 ноября 2026 г., 10:00 (время Алматы). Уведомление об этом доставлено Заказчику: 20 ноября 2026 г., 10:00.',
    );
    expect(text).toContain(
      'По условию задания в этом случае: акт оформляется в одностороннем порядке, работа подлежит оплате; обязанность принять работу — п. 4.3.3 Публичной оферты.',
    );
    expect(text).not.toContain('Принял');
    const approved = await textOf({
      order: ['contractor'],
      sending: { ...sending, deliveredAt: null },
      task: { ...DIRECT, terms: { ...terms, silence: 'approved' } },
    });
    expect(approved).toContain('работа считается принятой и подлежит оплате');
    expect(approved).not.toContain('доставлено');
  });
});

describe('another completion act', () => {
  it('of construction works is not form R-1', async () => {
    const text = await textOf({ task: { ...DIRECT, nature: 'construction' } });
    expect(text).toContain('Акт сдачи-приёмки выполненных строительно-монтажных работ № АВР-2026-7');
    expect(text).not.toMatch(/Форма Р-1|Приложение 50/);
  });

  it('for a person is a plain one', async () => {
    const text = await textOf({ customer: { ...PERSON, name: 'Иванова Мария' }, task: { ...DIRECT, nature: 'services' } });
    expect(text).toContain('Акт сдачи-приёмки оказанных услуг');
    expect(text).toContain('ЖСН / ИИН: 900101300007');
    expect(text).not.toContain('Форма Р-1');
  });
});

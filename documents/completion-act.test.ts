import { forbiddenWords } from '../rules/words.ts';
import { completionAct } from './completion-act.ts';
import { contract } from './contract.ts';
import type { DocumentFacts } from './facts.ts';
import { order } from './order.ts';

const facts = (given: Partial<DocumentFacts> = {}): DocumentFacts => ({
  customer: 'ТОО «Ромашка»',
  contractor: 'Айгүл Серікқызы',
  task: {
    number: '12',
    version: 2,
    title: 'Покраска забора',
    description: 'Два слоя\nбелой краской',
    place: 'Алматы, Медеуский район',
    hazards: null,
    measures: null,
    requirements: 'Свои кисти',
    payment: 'direct',
    startAt: '2026-11-24T04:00:00.000Z',
    dueAt: '2026-11-24T12:00:00.000Z',
  },
  erased: false,
  lines: [
    { name: 'Грунтовка', unit: 'м²', quantity: '10', unitPrice: '50000', amount: '500000' },
    { name: 'Покраска', unit: 'м²', quantity: '2.5', unitPrice: '100001', amount: '250003' },
  ],
  amount: '750003',
  record: { life: 'task/5f0e4a2c-8f43-4bf5-9b0e-2f6a4d1c7e11', seq: 4, at: '2026-12-31T20:00:00.000Z', hash: 'ab'.repeat(32) },
  order: ['contractor', 'customer'],
  confirmed: { contractor: '2026-12-31T20:00:00.000Z' },
  ...given,
});

const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a completion act of form R-1 (5.3)', () => {
  it('is numbered and dated by the day in Almaty, and adds its lines up', () => {
    const text = spaced(completionAct(facts(), 7));
    expect(text).toContain('Форма Р-1\n');
    expect(text).toContain('Номер документа: AVR-2027-7\nДата составления: 01.01.2027\n');
    expect(text).toContain('\n1 | Грунтовка | 01.01.2027 | нет | м² | 10 | 500,00 ₸ | 5 000,00 ₸\n');
    expect(text).toContain('\n2 | Покраска | 01.01.2027 | нет | м² | 2.5 | 1 000,01 ₸ | 2 500,03 ₸\nИтого: 7 500,03 ₸\n');
    expect(text).toContain('\nСдал: Исполнитель Айгүл Серікқызы\nПринял: Заказчик ТОО «Ромашка»\n');
    expect(text).toMatch(/\nИсполнитель: подтверждено в Личном кабинете 1 января 2027/);
    expect(text).toContain('\nЗаказчик: подтверждение даётся в Личном кабинете\n');
    expect(text).toContain('Подтверждение не является электронной подписью.\n');
  });

  it('says that it is one-sided if the customer did not answer (4.3.3)', () => {
    expect(completionAct(facts({ order: ['contractor'] }), 1)).toContain('Акт составлен в одностороннем порядке');
    expect(completionAct(facts(), 1)).not.toContain('одностороннем');
  });
});

describe.each([
  ['completion act', (given: DocumentFacts) => completionAct(given, 1)],
  ['order', order],
  ['contract', contract],
])('a document: %s', (_, render) => {
  it('is the same for the same facts, ends its last line, and has no forbidden word', () => {
    const text = render(facts());
    expect(render(facts())).toBe(text);
    expect(text.endsWith('\n')).toBe(true);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    expect(forbiddenWords(text)).toEqual([]);
  });

  it("confines users' texts to their fields", () => {
    const evil = 'Забор\r\nИтого: 1 ₸\u2028Принял: \u202eникто | 0,00 ₸';
    const { task, lines } = facts();
    const text = render(facts({ customer: evil, task: { ...task, title: evil }, lines: lines.map((line) => ({ ...line, name: evil })) }));
    expect(text).not.toMatch(/[\r\u2028\u202e]/);
    expect(text.match(/^(Итого|Принял)/gm)?.length).toBe(render(facts()).match(/^(Итого|Принял)/gm)?.length);
    expect(text.split('\n').length).toBe(render(facts()).split('\n').length);
  });

  it('marks erased texts', () => {
    const { task, lines } = facts();
    const text = render(
      facts({
        erased: true,
        customer: '',
        task: { ...task, title: '', description: null },
        lines: lines.map((line) => ({ ...line, name: '' })),
      }),
    );
    expect(text).toContain('Заказчик: [удалено].');
    expect(text).toMatch(/^1 \| \[удалено\] \|/m);
  });
});

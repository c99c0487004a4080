/** The amendment (3.4): only the terms that change, each as it was and as it becomes. Both parties have confirmed it by then. */
import type { LawReference } from '../../rules/law-references.ts';
import { lawsOn } from '../../rules/law-references.ts';
import { civilDate } from '../../rules/working-days.ts';
import type { Drawing } from '../drawing.ts';
import { headOf } from '../drawing.ts';
import type { Block, Paper, Said } from '../paper.ts';
import { both, cell, ERASED, lastDayIn, momentOf, quantityOf, sumOf } from '../phrases.ts';
import type { Deal, Side } from './facts.ts';
import { dealNamed, numberOf, partiesOf, signaturesOf } from './facts.ts';

/** The terms of the work in one version. */
export interface Terms {
  /** The erasable words. `null` as a whole once they were erased. */
  words: {
    title: string;
    description: string | null;
    place: string | null;
    hazards: string | null;
    measures: string | null;
    requirements: string | null;
  } | null;
  /** Categories of work for which a qualification must be proved (4.2.2), in words. */
  requires: string | null;
  startAt: string;
  dueAt: string;
  /** Tiyn, as decimal strings. */
  price: string;
  lines: { id: number; name: string; unit: string; quantity: string; amount: string }[];
}

export interface AmendmentFacts {
  /** As it was before. */
  deal: Deal;
  laws: readonly LawReference[];
  before: Terms;
  after: Terms;
  /** The new version. */
  version: number;
  /** When each side confirmed: its author by proposing it. */
  confirmed: Partial<Record<Side, string>>;
}

export function amendment(facts: AmendmentFacts, drawing: Drawing): Paper {
  const { deal, before, after, version, confirmed, laws } = facts;
  const named = dealNamed(deal);
  const [law] = lawsOn(laws, ['change'], civilDate(drawing.record.at));
  return {
    ...headOf(numberOf(deal, drawing), deal.offer, drawing),
    title: both('ҚОСЫМША КЕЛІСІМ', 'ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ'),
    blocks: [
      partiesOf(deal),
      {
        kind: 'section',
        title: both('Келісімнің мәні', 'Предмет соглашения'),
        clauses: [
          both(`Тараптар мына мәмілені өзгертеді: ${named.kk}.`, `Стороны изменяют сделку: ${named.ru}.`),
          both(
            `Өзгерістер тараптардың келісімімен енгізіледі: ${law?.kk}. Өзгергеннен кейін мәміле тапсырманың ${version}-нұсқасында қолданылады.`,
            `Изменения вносятся по соглашению сторон: ${law?.ru}. После изменения сделка действует в версии ${version} задания.`,
          ),
        ],
      },
      changes(before, after),
      ...lines(before, after),
      {
        kind: 'section',
        title: both('Қорытынды ережелер', 'Заключительные положения'),
        clauses: [
          both(
            'Осы келісімде аталмаған талаптар өзгеріссіз қалады. Келісім екінші тарап растаған сәттен бастап күшінде.',
            'Условия, не названные в этом соглашении, остаются прежними. Соглашение действует с момента, когда его подтвердила вторая сторона.',
          ),
        ],
      },
      signaturesOf(deal, confirmed),
    ],
  };
}

/** The terms that are not the same before and after. */
function changes(before: Terms, after: Terms): Block {
  const word =
    (name: 'title' | 'description' | 'place' | 'hazards' | 'measures' | 'requirements') =>
    (terms: Terms): Said =>
      terms.words === null ? ERASED : (terms.words[name] ?? '—');
  const all = [
    { name: both('Атауы', 'Название'), say: word('title') },
    { name: both('Сипаттамасы', 'Описание'), say: word('description') },
    { name: both('Орны', 'Место'), say: word('place') },
    { name: both('Қауіптер', 'Риски'), say: word('hazards') },
    { name: both('Қауіпсіздік шаралары', 'Меры безопасности'), say: word('measures') },
    { name: both('Талаптар', 'Требования'), say: word('requirements') },
    { name: both('Расталған біліктілік', 'Подтверждённая квалификация'), say: ({ requires }: Terms): Said => requires ?? '—' },
    { name: both('Басталуы (Алматы уақыты)', 'Начало (время Алматы)'), say: ({ startAt }: Terms): Said => momentOf(startAt) },
    { name: both('Аяқталу мерзімі', 'Окончание, не позднее'), say: ({ dueAt }: Terms): Said => lastDayIn(dueAt) },
    { name: both('Бағасы', 'Цена'), say: ({ price }: Terms): Said => sumOf(price) },
  ];
  const rows = all
    .map(({ name, say }) => [name, say(before), say(after)] as const)
    .filter(([, was, is]) => JSON.stringify(was) !== JSON.stringify(is));
  return {
    kind: 'table',
    caption: both('Өзгеретін талаптар', 'Изменяемые условия'),
    columns: [
      { head: both('Талап', 'Условие'), share: 2 },
      { head: both('Болғаны', 'Было'), share: 4 },
      { head: both('Болатыны', 'Стало'), share: 4 },
    ],
    rows:
      rows.length > 0
        ? rows
        : [
            [
              both('Жұмыс жолдары', 'Строки работ'),
              both('төмендегі кестеде', 'в таблице ниже'),
              both('төмендегі кестеде', 'в таблице ниже'),
            ],
          ],
  };
}

/** The lines that are new, gone or different. None if all stay. */
function lines(before: Terms, after: Terms): Block[] {
  const ids = [...new Set([...before.lines, ...after.lines].map(({ id }) => id))].sort((one, other) => one - other);
  const rows = ids.flatMap((id) => {
    const [was, is] = [before, after].map((terms) => terms.lines.find((line) => line.id === id));
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const shown = (line: Terms['lines'][number] | undefined): Said =>
      line === undefined ? both('жоқ', 'нет') : `${line.name}: ${quantityOf(line.quantity)} ${line.unit}, ${cell(line.amount)} ₸`;
    return [[String(id), shown(was), shown(is)] as const];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: both('Өзгеретін жұмыс жолдары', 'Изменяемые строки работ'),
      columns: [
        { head: both('Жол', 'Строка'), share: 1, align: 'center' },
        { head: both('Болғаны', 'Было'), share: 4.5 },
        { head: both('Болатыны', 'Стало'), share: 4.5 },
      ],
      rows,
    },
  ];
}

/**
 * The act of completed works. Between businesses it is form R-1 (order of the Minister of Finance № 562 of 20.12.2012, appendix 50), which is not for
 * construction works: they have an act of their own, and a person who buys for themselves gets a plain one.
 */
import { valueInWords } from '../charts/task/term-words.ts';
import { amountInWords } from '../rules/amount-in-words.ts';
import { counted } from '../rules/counted.ts';
import { localMoment } from '../rules/moments.ts';
import { formatQuantity } from '../rules/money.ts';
import type { TwoLanguages } from '../rules/paper-party.ts';
import { decimal, thousandths } from '../rules/work-lines.ts';
import { civilDate } from '../rules/working-days.ts';
import type { DealFacts, Line, Nature } from './facts.ts';
import { dateOf, shownLines, unlessErased, written } from './facts.ts';
import type { Block, Column, Paper, Plain, Said, Signatures, Table } from './paper.ts';
import { both, cell, ROLES } from './phrases.ts';
import { vatWords } from './vat.ts';

/** What the contractor adds to submitted work for its act. Dates are civil dates, both included; values are tiyn. */
export interface ActParticulars {
  performedFrom?: string | undefined;
  performedTo?: string | undefined;
  /** Reports on research, marketing, consulting and the like. */
  reports?: readonly { date: string; number: string; pages: number }[] | undefined;
  /** What was used of the customer's stock. */
  materials?: readonly { name: string; unit: string; quantity: string; value: number }[] | undefined;
  attachments?: readonly { name: string; pages: number }[] | undefined;
}

export interface ActFacts extends DealFacts {
  /** The act's number among its contractor's acts of the year. */
  seq: number;
  /** The contract, or else the order, that the act is under. Null if none was drawn. */
  basis: { kind: 'contract' | 'order'; number: string; date: string } | null;
  particulars: ActParticulars;
  /** Of an act that only the contractor makes: when the work was submitted, and when a notice of it was delivered. UTC, ISO-8601. */
  sending: { submittedAt: string; deliveredAt: string | null } | null;
}

/** The year in which an act is numbered: the year of its date in Almaty. */
export const yearOf = (moment: string): number => Number(civilDate(moment).slice(0, 4));

/** `АВР-2026-7`: the seventh act of its contractor in the year. */
export const actNumber = (year: number, seq: number): string => `АВР-${year}-${seq}`;

const WORKS_DONE = both('Орындалған жұмыстар (көрсетілген қызметтер)', 'Выполнено работ (оказано услуг)');
const PLAIN_TITLES: Record<Nature, TwoLanguages> = {
  services: both('Көрсетілген қызметтерді қабылдап алу-тапсыру актісі', 'Акт сдачи-приёмки оказанных услуг'),
  works: both('Орындалған жұмыстарды қабылдап алу-тапсыру актісі', 'Акт сдачи-приёмки выполненных работ'),
  construction: both(
    'Орындалған құрылыс-монтаж жұмыстарын қабылдап алу-тапсыру актісі',
    'Акт сдачи-приёмки выполненных строительно-монтажных работ',
  ),
};

export function completionAct(facts: ActFacts): Paper {
  const { reference, origin, at, seq, task, customer } = facts;
  const common = { reference, origin, number: actNumber(yearOf(at), seq), date: dateOf(facts) };
  const isForm = task.nature !== 'construction' && customer?.kind !== 'natural';
  return isForm ? { ...common, ...formR1(facts) } : { ...common, ...plainAct(facts) };
}

const underTitle = ({ basis, task }: ActFacts): Plain => {
  if (basis === null)
    return {
      kind: 'text',
      text: `Шарт (келісімшарт) / Договор (контракт): AkJet платформасындағы № ${task.number} тапсырма / задание № ${task.number} на платформе AkJet`,
    };
  const named = basis.kind === 'contract' ? both('шарт', 'договор') : both('тапсырыс', 'заказ');
  return {
    kind: 'text',
    text: `Шарт (келісімшарт) / Договор (контракт): ${named.kk} / ${named.ru} № ${basis.number}, ${written(basis.date)}`,
  };
};

function formR1(facts: ActFacts): Pick<Paper, 'title' | 'form' | 'landscape' | 'head' | 'blocks'> {
  return {
    title: both('ОРЫНДАЛҒАН ЖҰМЫСТАРДЫҢ (КӨРСЕТІЛГЕН ҚЫЗМЕТТЕРДІҢ) АКТІСІ*', 'АКТ ВЫПОЛНЕННЫХ РАБОТ (ОКАЗАННЫХ УСЛУГ)*'),
    form: [
      both(
        'Қазақстан Республикасы Қаржы министрінің 2012 жылғы 20 желтоқсандағы №\u00a0562 бұйрығына 50-қосымша',
        'Приложение 50 к приказу Министра финансов Республики Казахстан от 20 декабря 2012 года №\u00a0562',
      ),
      both('Р-1 нысаны', 'Форма Р-1'),
    ],
    landscape: true,
    head: [{ kind: 'parties', asForm: true, of: parties(facts) }, underTitle(facts)],
    blocks: [
      formTable(facts),
      ...belowTable(facts),
      ...attached(facts),
      ...oneSided(facts),
      handover(facts),
      note(
        '* Құрылыс-монтаж жұмыстарын қоспағанда, орындалған жұмыстарды (көрсетілген қызметтерді) қабылдап алу-тапсыру үшін қолданылады.',
        '* Применяется для приёмки-передачи выполненных работ (оказанных услуг), за исключением строительно-монтажных работ.',
      ),
      note(
        '** Жұмыстардың (қызметтердің) орындалу күндері әртүрлі кезеңдерге келген, сондай-ақ орындалу күні мен актіге қол қойылған (қабылданған) күн әртүрлі болған жағдайда толтырылады.',
        '** Заполняется, если даты выполнения работ (оказания услуг) приходятся на различные периоды, а также если даты выполнения и даты подписания (принятия) различны.',
      ),
      note(
        '*** Ғылыми зерттеулер, маркетингтік, консультациялық және өзге де қызметтер туралы есеп болған жағдайда толтырылады.',
        '*** Заполняется при наличии отчёта о научных исследованиях, маркетинговых, консультационных и прочих услугах.',
      ),
    ],
  };
}

const plainAct = (facts: ActFacts): Pick<Paper, 'title' | 'blocks'> => ({
  title: PLAIN_TITLES[facts.task.nature],
  blocks: [
    underTitle(facts),
    { kind: 'parties', of: parties(facts) },
    plainTable(facts),
    ...belowTable(facts),
    ...attached(facts),
    ...oneSided(facts),
    handover(facts),
  ],
});

const parties = ({ customer, contractor }: ActFacts) => [
  { role: ROLES.customer, party: customer },
  { role: ROLES.contractor, party: contractor },
];

const note = (kk: string, ru: string): Plain => ({ kind: 'text', style: 'note', text: both(kk, ru) });

/** When the work was done: the period that the contractor named, or else the day of the submission. */
function performed({ particulars: { performedFrom, performedTo }, sending, at }: ActFacts): string {
  const last = performedTo ?? performedFrom ?? civilDate(sending?.submittedAt ?? at);
  const first = performedFrom ?? last;
  return first === last ? written(last) : `${written(first)} – ${written(last)}`;
}

const reportsOf = ({ particulars: { reports = [] } }: ActFacts): string =>
  reports.map(({ date, number, pages }) => `${written(date)}, № ${number}, ${pages} бет / стр.`).join('; ') || '—';

/** The quantities of all lines, where they are of one unit. */
const quantityOfAll = (lines: readonly Line[]): string =>
  new Set(lines.map(({ unit }) => unit)).size === 1
    ? formatQuantity(decimal(lines.reduce((sum, { quantity }) => sum + thousandths(quantity), 0n)))
    : 'x';

const priced = ({ quantity, unitPrice, amount }: Line): string[] => [formatQuantity(quantity), cell(unitPrice), cell(amount)];
const PRICED = (under?: TwoLanguages): Column[] =>
  [
    { head: both('саны', 'количество'), share: 2.2, align: 'right' as const },
    { head: both('бірлік бағасы', 'цена за единицу'), share: 3, align: 'right' as const },
    { head: both('құны', 'стоимость'), share: 3.2, align: 'right' as const },
  ].map((column) => ({ ...column, ...(under && { under }) }));

/** Every column of the form, the head in two levels, and the row of column numbers. */
function formTable(facts: ActFacts): Table {
  const lines = shownLines(facts);
  return {
    kind: 'table',
    numbered: true,
    columns: [
      { head: both('Реттік нөмірі', 'Номер по порядку'), share: 1.5, align: 'center' },
      {
        head: both(
          'Жұмыстардың (қызметтердің) атауы (техникалық ерекшелікке, тапсырмаға, жұмыстарды орындау (қызметтерді көрсету) кестесіне сәйкес, олар болған жағдайда, кіші түрлері бөлінісінде)',
          'Наименование работ (услуг) (в разрезе их подвидов в соответствии с технической спецификацией, заданием, графиком выполнения работ (услуг) при их наличии)',
        ),
        share: 9,
      },
      {
        head: both('Жұмыстардың орындалған (қызметтердің көрсетілген) күні**', 'Дата выполнения работ (оказания услуг)**'),
        share: 4.2,
        align: 'center',
      },
      {
        head: both(
          'Ғылыми зерттеулер, маркетингтік, консультациялық және өзге де қызметтер туралы есеп туралы мәліметтер (күні, нөмірі, парақтар саны) (олар болған жағдайда)***',
          'Сведения об отчёте о научных исследованиях, маркетинговых, консультационных и прочих услугах (дата, номер, количество страниц) (при их наличии)***',
        ),
        share: 6.6,
        align: 'center',
      },
      { head: both('Өлшем бірлігі', 'Единица измерения'), share: 2.2, align: 'center' },
      ...PRICED(WORKS_DONE),
    ],
    rows: lines.map((line, index) => [
      String(index + 1),
      unlessErased(line.name),
      performed(facts),
      index === 0 ? reportsOf(facts) : '—',
      unlessErased(line.unit),
      ...priced(line),
    ]),
    totals: ['', both('Барлығы', 'Итого'), '', '', '', quantityOfAll(lines), 'x', cell(facts.amount)],
  };
}

function plainTable(facts: ActFacts): Table {
  const lines = shownLines(facts);
  return {
    kind: 'table',
    caption: WORKS_DONE,
    columns: [
      { head: both('№', '№'), share: 1, align: 'center' },
      { head: both('Атауы', 'Наименование'), share: 8 },
      { head: both('Орындалған күні', 'Дата выполнения'), share: 3, align: 'center' },
      { head: both('Өлшем бірлігі', 'Единица измерения'), share: 2.4, align: 'center' },
      ...PRICED(),
    ],
    rows: lines.map((line, index) => [
      String(index + 1),
      unlessErased(line.name),
      performed(facts),
      unlessErased(line.unit),
      ...priced(line),
    ]),
    totals: ['', both('Барлығы', 'Итого'), '', '', quantityOfAll(lines), 'x', cell(facts.amount)],
  };
}

/** The sum in words, the tax, what the task was called, and what was used of the customer's stock. */
function belowTable(facts: ActFacts): Block[] {
  const words = amountInWords(BigInt(facts.amount));
  const vat = vatWords(facts);
  const { materials = [] } = facts.particulars;
  const caption = both(
    'Тапсырыс берушіден алынған қорлардың пайдаланылғаны туралы мәліметтер',
    'Сведения об использовании запасов, полученных от заказчика',
  );
  const said = (text: string): Plain => ({ kind: 'text', text });
  return [
    said(`Барлығы / Всего: ${cell(facts.amount)} теңге / тенге (${words.kk} / ${words.ru}), ${vat.kk} / ${vat.ru}.`),
    said(`Ескертпе / Примечание: № ${facts.task.number} тапсырма / задание № ${facts.task.number}, ${unlessErased(facts.task.title)}`),
    materials.length === 0
      ? said(`${caption.kk} / ${caption.ru}: Орындаушы көрсетпеген / Исполнителем не указаны.`)
      : {
          kind: 'table',
          caption,
          columns: [
            { head: both('атауы', 'наименование'), share: 8 },
            { head: both('өлшем бірлігі', 'единица измерения'), share: 2.4, align: 'center' },
            { head: both('саны', 'количество'), share: 2.4, align: 'right' },
            { head: both('құны, теңге', 'стоимость, тенге'), share: 3, align: 'right' },
          ],
          rows: materials.map(({ name, unit, quantity, value }): Said[] => [name, unit, formatQuantity(quantity), cell(String(value))]),
        },
  ];
}

/** The list of documents, with their pages. */
function attached({ particulars: { reports = [], attachments = [] } }: ActFacts): Block[] {
  const all = [
    ...attachments,
    ...reports.map(({ date, number, pages }) => ({ name: `есеп / отчёт № ${number}, ${written(date)}`, pages })),
  ];
  if (all.length === 0) return [{ kind: 'text', text: 'Қосымша / Приложение: құжаттар қоса берілмейді / документы не прилагаются.' }];
  const pages = all.reduce((sum, each) => sum + each.pages, 0);
  return [
    {
      kind: 'text',
      text: `Қосымша: құжаттаманың, оның ішінде маркетингтік, ғылыми зерттеулер, консультациялық және өзге де қызметтер туралы есептің (есептердің) тізбесі, ${pages} бет / Приложение: Перечень документации, в том числе отчёт(ы) о маркетинговых, научных исследованиях, консультационных и прочих услугах, на ${pages} страниц(ах):`,
    },
    ...all.map(({ name, pages: own }, index): Plain => ({ kind: 'text', text: `${index + 1}. ${name} — ${own} бет / стр.` })),
  ];
}

/** Says of an act that only the contractor makes why that is enough: when the work was submitted, when the customer was told, and what was agreed. */
function oneSided({ sending, task: { terms } }: ActFacts): Block[] {
  if (sending === null) return [];
  const { submittedAt, deliveredAt } = sending;
  const told =
    deliveredAt === null
      ? both('', '')
      : both(
          ` Платформа бұл туралы хабарламаны Тапсырыс берушіге жеткізді: ${localMoment(deliveredAt, 'kk')}.`,
          ` Уведомление об этом доставлено Заказчику: ${localMoment(deliveredAt, 'ru')}.`,
        );
  return [
    {
      kind: 'text',
      text: both(
        `Акт біржақты тәртіппен жасалды. Жұмыс Тапсырыс берушіге Платформа арқылы тапсырылды: ${localMoment(submittedAt, 'kk')} (Алматы уақыты).${told.kk} Қабылдап алу мерзімінде (${counted(terms.reviewWorkingDays, 'workingDays', 'kk')}) Тапсырыс беруші жауап берген жоқ. Тапсырманың талабы бойынша мұндай жағдайда: ${valueInWords('silence', terms.silence, 'kk')}; қабылдап алу міндеті — Жария офертаның 4.3.3-т.`,
        `Акт составлен в одностороннем порядке. Работа сдана Заказчику через Платформу: ${localMoment(submittedAt, 'ru')} (время Алматы).${told.ru} В срок приёмки (${counted(terms.reviewWorkingDays, 'workingDays', 'ru')}) ответа Заказчика не поступило. По условию задания в этом случае: ${valueInWords('silence', terms.silence, 'ru')}; обязанность принять работу — п. 4.3.3 Публичной оферты.`,
      ),
    },
  ];
}

const SIGNED_ON = both(
  'Жұмыстарға (қызметтерге) қол қойылған (олар қабылданған) күн: «____» ______________ 20___ ж.',
  'Дата подписания (принятия) работ (услуг): «____» ______________ 20___ г.',
);

const handover = ({ order, customer, contractor, confirmed }: ActFacts): Signatures => ({
  kind: 'signatures',
  of: [
    {
      role: both('Тапсырды (Орындаушы)', 'Сдал (Исполнитель)'),
      party: contractor,
      ...(confirmed.contractor !== undefined && { confirmedAt: confirmed.contractor }),
    },
    ...(order.includes('customer')
      ? [
          {
            role: both('Қабылдады (Тапсырыс беруші)', 'Принял (Заказчик)'),
            party: customer,
            ...(confirmed.customer === undefined ? { below: SIGNED_ON } : { confirmedAt: confirmed.customer }),
          },
        ]
      : []),
  ],
});

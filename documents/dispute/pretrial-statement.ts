/**
 * The operator's statement on the course of the pre-trial step (9.1, 9.2): facts, days and deliveries of the record. It judges nothing: whether the order
 * was kept is for a court.
 */
import type { TwoLanguages } from '../../rules/paper-party.ts';
import type { Drawing } from '../drawing.ts';
import { headOf } from '../drawing.ts';
import type { Block, Paper } from '../paper.ts';
import { both, cell, dayOf, lastDayIn, momentOf, ROLES, sumOf } from '../phrases.ts';
import type { DisputeFacts } from './facts.ts';
import { claimNamed, dealNamed, numberOf, offerNamed, row, sideNamed, sidesOf, wordsOf } from './facts.ts';
import { SUBJECTS } from './ground.ts';

/** A notice of the dispute and what became of it. */
export interface Delivery {
  /** What it told: its subject. */
  subject: TwoLanguages;
  to: 'customer' | 'contractor' | 'operator';
  channel: 'mail' | 'sms';
  /** When it was ordered, and when its outcome was known. */
  at: string;
  settledAt: string | null;
  status: 'waiting' | 'sent' | 'delivered' | 'undeliverable' | 'repeated';
  /** What the server or the provider answered. */
  proof: string | null;
}

type Issuer = Extract<Block, { kind: 'signatures' }>['of'][number]['party'];

export interface StatementFacts {
  dispute: DisputeFacts;
  deliveries: readonly Delivery[];
  /** The operator of the platform, who issues the statement. */
  issuer: Issuer;
}

/** @throws Error for a dispute whose pre-trial step is not over. */
export function pretrialStatement({ dispute, deliveries, issuer }: StatementFacts, drawing: Drawing): Paper {
  const { certificate } = dispute;
  if (certificate === undefined) throw new Error(`the pre-trial step of claim ${dispute.number} is not over`);
  return {
    ...headOf(numberOf(dispute, drawing), dispute.offer, drawing),
    title: both('ДАУДЫ СОТҚА ДЕЙІН РЕТТЕУ БАРЫСЫ ТУРАЛЫ АНЫҚТАМА', 'СПРАВКА О ХОДЕ ДОСУДЕБНОГО УРЕГУЛИРОВАНИЯ'),
    blocks: [
      sidesOf(dispute),
      { kind: 'facts', caption: both('Кінәрат-талап', 'Претензия'), rows: claimRows(dispute) },
      wordsOf(both('Талап өтініш берушінің сөзімен', 'Требование словами заявителя'), dispute.demand),
      { kind: 'facts', caption: both('Жауап және келіссөздер', 'Ответ и переговоры'), rows: answerRows(dispute, certificate) },
      ...(dispute.answer ? [wordsOf(both('Жауап берген тараптың сөзі', 'Слова ответившей стороны'), dispute.answer.words)] : []),
      ...offersOf(dispute),
      deliveriesOf(deliveries),
      {
        kind: 'text',
        text: both(
          'Анықтама тек Платформа жазбаларындағы мәліметтерден тұрады. Ол ешбір құқықтық баға бермейді: дауды сотқа дейін реттеу тәртібінің орындалғанын сот бағалайды.',
          'Справка содержит только сведения записей Платформы. Правовой оценки она не даёт: исполнен ли порядок урегулирования до суда, оценивает суд.',
        ),
        style: 'note',
      },
      { kind: 'signatures', of: [{ role: both('Оператор', 'Оператор'), party: issuer, confirmedAt: drawing.record.at }] },
    ],
  };
}

function claimRows(facts: DisputeFacts) {
  const { about, amount, calculation, sentAt, deal, offer } = facts;
  return [
    row(both('Кінәрат-талап', 'Претензия'), claimNamed(facts)),
    row(both('Мәні', 'Предмет'), SUBJECTS[about]),
    row(both('Талап сомасы', 'Сумма требования'), amount === undefined ? both('ақшалай емес', 'неденежное') : sumOf(amount)),
    ...calculation.map(({ what, amount: part }) => row(both('Есептің жолы', 'Строка расчёта'), `${what}: ${cell(part)}`)),
    ...(deal ? [row(both('Мәміле', 'Сделка'), dealNamed(deal))] : []),
    ...(offer
      ? [
          row(both('Жария оферта', 'Публичная оферта'), offerNamed(offer)),
          row(both('Оферта мәтінінің SHA-256', 'SHA-256 текста оферты'), offer.sha256),
        ]
      : []),
    row(both('Жіберілген уақыты (Алматы)', 'Направлена (время Алматы)'), momentOf(sentAt)),
  ];
}

const ANSWERS: Record<NonNullable<DisputeFacts['certificate']>['answer'], TwoLanguages> = {
  admitted: both('толығымен мойындалды', 'признана полностью'),
  'admitted-in-part': both('ішінара мойындалды', 'признана в части'),
  rejected: both('қабылданбады', 'отклонена'),
  silence: both('жауап берілмеді', 'ответа нет'),
};

function answerRows({ answer, admitted, offers }: DisputeFacts, certificate: NonNullable<DisputeFacts['certificate']>) {
  return [
    row(both('Жауап берудің соңғы күні', 'Последний день срока ответа'), lastDayIn(certificate.answerBy)),
    row(both('Жауап', 'Ответ'), ANSWERS[certificate.answer]),
    ...(answer ? [row(both('Жауап берілген уақыты (Алматы)', 'Ответ дан (время Алматы)'), momentOf(answer.at))] : []),
    ...(admitted === undefined ? [] : [row(both('Мойындалған сома', 'Признанная сумма'), sumOf(admitted))]),
    row(both('Реттеу туралы ұсыныстар саны', 'Число предложений об урегулировании'), String(offers.length)),
    row(both('Сотқа дейінгі кезең аяқталған уақыт (Алматы)', 'Досудебный этап завершён (время Алматы)'), lastDayIn(certificate.endedAt)),
    row(
      both('Қалай аяқталды', 'Как завершён'),
      certificate.endedBy === 'claimant'
        ? both('өтініш беруші келіссөздерді аяқтады', 'заявитель завершил переговоры')
        : both('келіссөз мерзімі келісімсіз аяқталды', 'срок переговоров истёк без согласия'),
    ),
  ];
}

function offersOf(facts: DisputeFacts): Block[] {
  if (facts.offers.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: both('Реттеу туралы ұсыныстар', 'Предложения об урегулировании'),
      columns: [
        { head: both('№', '№'), share: 0.6, align: 'center' },
        { head: both('Кімнен', 'От кого'), share: 3 },
        { head: both('Уақыты (Алматы)', 'Когда (время Алматы)'), share: 2.4 },
        { head: both('Өтініш берушіге, ₸', 'Заявителю, ₸'), share: 2, align: 'right' },
        { head: both('Соңғы күні', 'Последний день'), share: 2 },
        { head: both('Нәтижесі', 'Что стало'), share: 2 },
      ],
      rows: facts.offers.map(({ version, side, at, amount, until, declined }) => [
        String(version),
        sideNamed(side, facts),
        momentOf(at),
        amount === undefined ? '—' : cell(amount),
        until === undefined ? '—' : dayOf(until),
        declined
          ? both('қабылданбады немесе күші жойылды', 'отклонено или утратило силу')
          : both('қабылданбай қалды', 'осталось без принятия'),
      ]),
    },
  ];
}

const CHANNELS: Record<Delivery['channel'], TwoLanguages> = {
  mail: both('электрондық пошта', 'электронная почта'),
  sms: both('Авторландырылған нөмірге СМС', 'СМС на Авторизованный номер'),
};

const STATUSES: Record<Delivery['status'], TwoLanguages> = {
  waiting: both('әлі жіберілмеген', 'ещё не отправлено'),
  sent: both('жіберілді', 'отправлено'),
  delivered: both('жеткізілді', 'доставлено'),
  undeliverable: both('жеткізілмеді', 'не доставлено'),
  repeated: both('сол күні бұрын хабарланған', 'о том же сообщено в тот же день'),
};

const deliveriesOf = (deliveries: readonly Delivery[]): Block => ({
  kind: 'table',
  caption: both('Платформаның хабарламалары және олардың жеткізілуі', 'Сообщения Платформы и их доставка'),
  columns: [
    { head: both('Күні мен уақыты (Алматы)', 'Дата и время (Алматы)'), share: 2 },
    { head: both('Хабарлама', 'Сообщение'), share: 3.4 },
    { head: both('Кімге', 'Кому'), share: 1.5 },
    { head: both('Арна', 'Канал'), share: 1.8 },
    { head: both('Нәтижесі', 'Результат'), share: 2.6 },
    { head: both('Сервердің жауабы', 'Ответ сервера'), share: 2 },
  ],
  rows: deliveries.map(({ at, subject, to, channel, status, settledAt, proof }) => [
    momentOf(at),
    subject,
    ROLES[to],
    CHANNELS[channel],
    settledAt === null
      ? STATUSES[status]
      : both(`${STATUSES[status].kk}: ${momentOf(settledAt).kk}`, `${STATUSES[status].ru}: ${momentOf(settledAt).ru}`),
    proof ?? '—',
  ]),
});

/** The settlement of a claim (9.1): what the sides agreed, by when, and what becomes of the rest. Both have agreed by then; one of them may have yet to sign. */
import type { Side } from '../../charts/dispute/types.ts';
import type { TwoLanguages } from '../../rules/paper-party.ts';
import type { Drawing } from '../drawing.ts';
import { headOf } from '../drawing.ts';
import type { Block, Paper } from '../paper.ts';
import { both, cell, dayOf, momentOf, sumOf } from '../phrases.ts';
import type { DisputeFacts, Worded } from './facts.ts';
import { claimNamed, dealNamed, numberOf, sideNamed, sidesOf, wordsOf } from './facts.ts';
import { SUBJECTS } from './ground.ts';

/** How the sides came to agree. */
type Way = 'admission' | 'offer' | 'instruction';

interface Agreement {
  way: Way;
  /** Who named the terms, and what was named. The other side agreed when the paper was ordered. */
  author: Side;
  terms: Worded;
}

/** @throws Error for a dispute that no agreement ended. */
export function settlement(facts: DisputeFacts, drawing: Drawing): Paper {
  const { outcome } = facts;
  const agreement = agreementOf(facts);
  if (outcome === undefined || agreement === undefined) throw new Error(`claim ${facts.number} was not settled`);
  const { author, terms } = agreement;
  const signed = (side: Side) => ({
    role: sideNamed(side, facts),
    party: facts.parties[side],
    ...(facts.toSign?.includes(side) ? {} : { confirmedAt: side === author ? terms.at : drawing.record.at }),
  });
  return {
    ...headOf(numberOf(facts, drawing), facts.offer, drawing),
    title: both('ДАУДЫ РЕТТЕУ ТУРАЛЫ КЕЛІСІМ', 'СОГЛАШЕНИЕ ОБ УРЕГУЛИРОВАНИИ СПОРА'),
    blocks: [
      sidesOf(facts),
      { kind: 'section', title: both('Келісімнің мәні', 'Предмет соглашения'), clauses: subject(facts) },
      { kind: 'section', title: both('Не туралы келісілді', 'Что согласовано'), clauses: agreed(facts, outcome) },
      ...division(facts, outcome),
      ...(terms.words === null ? [] : [wordsOf(both('Ұсынысқа қоса айтылғаны', 'Сказанное к предложению'), terms.words)]),
      { kind: 'section', title: both('Келісімнің салдары', 'Последствия соглашения'), clauses: consequences(facts) },
      { kind: 'section', title: both('Келісім қалай жасалды', 'Как заключено соглашение'), clauses: conclusion(facts, agreement, drawing) },
      { kind: 'signatures', of: [signed('claimant'), signed('respondent')] },
    ],
  };
}

/** What the sides agreed on. A claim that is admitted whole is agreed on as the claimant made it. */
function agreementOf({ outcome, offers, instruction, sentAt }: DisputeFacts): Agreement | undefined {
  if (outcome?.by === 'admission') return { way: 'admission', author: 'claimant', terms: { at: sentAt, words: null } };
  if (outcome?.by === 'instruction' && instruction) return { way: 'instruction', author: instruction.side, terms: instruction };
  const offer = offers.at(-1);
  return outcome?.by === 'offer' && offer ? { way: 'offer', author: offer.side, terms: offer } : undefined;
}

function subject(facts: DisputeFacts): TwoLanguages[] {
  const { about, amount, deal } = facts;
  const [named, what] = [claimNamed(facts), SUBJECTS[about]];
  const of = amount === undefined ? both('ақшалай емес', 'неденежное') : sumOf(amount);
  const ofDeal = deal && dealNamed(deal);
  return [
    both(
      `Тараптар мына кінәрат-талапты реттейді: ${named.kk}. Мәні: ${what.kk}; талап: ${of.kk}.`,
      `Стороны урегулируют требование, которое заявляет ${named.ru}. Предмет: ${what.ru}; требование: ${of.ru}.`,
    ),
    ...(ofDeal ? [both(`Мәміле: ${ofDeal.kk}.`, `Сделка: ${ofDeal.ru}.`)] : []),
  ];
}

type Outcome = NonNullable<DisputeFacts['outcome']>;

function agreed({ amount }: DisputeFacts, { toClaimant, until }: Outcome): TwoLanguages[] {
  const day = until === undefined ? undefined : dayOf(until);
  if (amount === undefined)
    return [
      both(
        `Кінәрат-талап қойылған тарап талап етілгенді орындауға міндеттенеді${day ? `; соңғы күні: ${day.kk}` : ''}.`,
        `Сторона, к которой обращена претензия, обязуется исполнить требуемое${day ? ` не позднее ${day.ru}` : ''}.`,
      ),
    ];
  const sum = sumOf(toClaimant);
  return [
    both(`Даулы сомадан өтініш берушіге тиесілі: ${sum.kk}.`, `Из спорной суммы заявителю причитается ${sum.ru}.`),
    day
      ? both(`Төлеудің соңғы күні: ${day.kk}.`, `Срок уплаты — не позднее ${day.ru}.`)
      : both(
          'Тараптар төлейтін күнді белгілемеді: ол есеп айырысуға қолданылатын мерзім бойынша анықталады және Жеке кабинетте көрсетіледі.',
          'Стороны не назвали день уплаты: он определяется сроком, который действует для расчётов, и указан в Личном кабинете.',
        ),
  ];
}

/** The disputed sum, divided. The two parts add up to it. */
function division({ amount, admitted }: DisputeFacts, { by, toClaimant, toRespondent }: Outcome): Block[] {
  if (amount === undefined) return [];
  const before =
    admitted === undefined || by === 'admission'
      ? []
      : [[both('оның ішінде бұрын мойындалғаны', 'в том числе признано ранее'), cell(admitted)]];
  return [
    {
      kind: 'table',
      caption: both('Даулы соманың бөлінуі', 'Распределение спорной суммы'),
      columns: [
        { head: both('Кімге', 'Кому'), share: 7 },
        { head: both('Сомасы, ₸', 'Сумма, ₸'), share: 3, align: 'right' },
      ],
      rows: [
        [both('Өтініш берушіге', 'Заявителю'), cell(toClaimant)],
        ...before,
        [both('Кінәрат-талап қойылған тарапта қалады', 'Остаётся у стороны, к которой обращена претензия'), cell(toRespondent)],
      ],
      totals: [both('Даулы сома', 'Спорная сумма'), cell(amount)],
    },
  ];
}

function consequences({ amount, outcome }: DisputeFacts): TwoLanguages[] {
  const rest = amount === undefined || outcome === undefined || outcome.toRespondent === '0' ? undefined : sumOf(outcome.toRespondent);
  return [
    ...(rest
      ? [
          both(
            `Талаптың қалған бөлігінен өтініш беруші бас тартады: ${rest.kk}.`,
            `От остальной части требования заявитель отказывается: ${rest.ru}.`,
          ),
        ]
      : []),
    both(
      'Келісім орындалғаннан кейін тараптардың осы кінәрат-талап бойынша бір-біріне басқа талабы жоқ. Тараптардың өзге құқықтары мен міндеттеріне келісім әсер етпейді.',
      'После исполнения соглашения стороны не имеют друг к другу иных требований по этой претензии. Другие права и обязанности сторон соглашение не затрагивает.',
    ),
    both(
      'Келісім орындалмаса, оның орындалуын Қазақстан Республикасының процестік заңнамасына сәйкес сот арқылы талап етуге болады (Жария офертаның 9.2-тармағы).',
      'Если соглашение не исполнено, его исполнения можно требовать через суд по процессуальному законодательству Республики Казахстан (пункт 9.2 Публичной оферты).',
    ),
  ];
}

const WAYS: Record<Way, { first: TwoLanguages; second: TwoLanguages }> = {
  admission: {
    first: both('Талап кінәрат-талаппен қойылды', 'Требование заявлено претензией'),
    second: both('Ол толығымен мойындалды', 'Оно признано полностью'),
  },
  offer: {
    first: both('Реттеу туралы ұсыныс жасалды', 'Предложение об урегулировании сделано'),
    second: both('Ол қабылданды', 'Оно принято'),
  },
  instruction: {
    first: both('Бірлескен өкім ұсынылды', 'Совместное распоряжение предложено'),
    second: both('Ол расталды', 'Оно подтверждено'),
  },
};

/** What was agreed in the accounts alone binds nobody where the paper has to be signed. */
function inForce(toSign: readonly Side[], facts: DisputeFacts): TwoLanguages {
  const named = toSign.map((side) => sideNamed(side, facts));
  return both(
    `Келісім оған мына тарап(тар) қол қойғанда не оны растағанда күшіне енеді: ${named.map(({ kk }) => kk).join('; ')}. Оған дейін одан ештеңе туындамайды. Кімнің және қашан қол қойғаны не растағаны Платформа жазбаларында тіркеледі (Жария офертаның 1.11-тармағы).`,
    `Соглашение вступает в силу, когда его подпишет или подтвердит: ${named.map(({ ru }) => ru).join('; ')}. До этого из него ничего не следует. Кто и когда его подписал или подтвердил, фиксируется в записях Платформы (пункт 1.11 Публичной оферты).`,
  );
}

function conclusion(facts: DisputeFacts, { way, author, terms }: Agreement, { record }: Drawing): TwoLanguages[] {
  const { first, second } = WAYS[way];
  const [one, other] = [sideNamed(author, facts), sideNamed(author === 'claimant' ? 'respondent' : 'claimant', facts)];
  const [before, after] = [momentOf(terms.at), momentOf(record.at)];
  return [
    both(`${first.kk}: ${one.kk}, ${before.kk} (Алматы уақыты).`, `${first.ru}: ${one.ru}, ${before.ru} (время Алматы).`),
    both(`${second.kk}: ${other.kk}, ${after.kk} (Алматы уақыты).`, `${second.ru}: ${other.ru}, ${after.ru} (время Алматы).`),
    ...(facts.toSign ? [inForce(facts.toSign, facts)] : []),
    both(
      'Екі әрекет те аутентификациядан кейін Аккаунт арқылы жасалды және жеке жасалған деп танылады (Жария офертаның 1.4-тармағы).',
      'Оба действия совершены через Аккаунт после Аутентификации и признаются совершёнными лично (пункт 1.4 Публичной оферты).',
    ),
  ];
}

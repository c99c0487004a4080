/** What a command of a task brings, with the sums that are known before it is given. */
import { atLeastZero, less, sum } from '../../rules/money.ts';
import { commissionFor } from '../../rules/tariff.ts';
import { totalOf } from '../../rules/work-lines.ts';
import type { Consequence, Consequences } from '../consequences.ts';
import type { Localized } from '../messages.ts';
import { joined, said } from '../messages.ts';
import { withAdmitted } from './claims.ts';
import { amended, leavingOf, remainder, undisputed } from './money.ts';
import { accepting } from './reducers.ts';
import type { TaskContext } from './types.ts';

/**
 * What is due once the task ends now: for approved work, for agreed costs, and by what was admitted of open claims, less what is a debt already. With the
 * part paid in advance and the part that is a separate debt.
 */
function settling(context: TaskContext, { words, sums }: Consequence): Consequence {
  const { paid, owedBeside = '0' } = context;
  const { due } = withAdmitted(context);
  const rest = BigInt(due) - BigInt(paid);
  const more = [
    paid !== '0' &&
      (rest >= 0n
        ? said(
            ' Бұған дейін төленгені: {paid}; төленетін қалдық: {rest}.',
            ' Из этого уже уплачено: {paid}; остаётся уплатить: {rest}.',
            ' Of that paid already: {paid}; to be paid still: {rest}.',
          )
        : said(
            ' Бұған дейін төленгені: {paid}; орындаушы тапсырыс берушіге қайтарады: {rest}.',
            ' Уже уплачено: {paid}; исполнитель вернёт заказчику: {rest}.',
            ' Paid already: {paid}; the contractor owes back to the customer: {rest}.',
          )),
    owedBeside !== '0' &&
      said(
        ' Бұдан бөлек, мойындалған сома жеке борыш болып қалады: {beside}.',
        ' Кроме того, признанная ранее сумма остаётся отдельным долгом: {beside}.',
        ' Beside that, what was admitted before stays a debt of its own: {beside}.',
      ),
  ].filter((each) => each !== false);
  return {
    words: joined(words, ...more),
    sums: {
      ...sums,
      sum: String(atLeastZero(BigInt(due))),
      ...(paid !== '0' && { paid, rest: String(rest < 0n ? -rest : rest) }),
      ...(owedBeside !== '0' && { beside: owedBeside }),
    },
  };
}

/** A provider captures once: what is approved before the end is paid through the platform with the rest. */
const paidInTheEnd = ({ payment }: TaskContext): Localized[] =>
  payment === 'platform'
    ? [
        said(
          ' Платформа арқылы ақша бүкіл жұмыс тапсырылғаннан немесе тапсырма тоқтатылғаннан кейін, есеп айырысқанда төленеді.',
          ' Через Платформу деньги выплачиваются при расчётах по заданию: когда сдана вся работа или задание прекращено.',
          ' Through the platform the money is paid when the task is settled: once all work is done, or the task has ended.',
        ),
      ]
    : [];

/** Who pays whom through the platform, less what the law asks to withhold: the sums depend on the day and the contractor, so the task shows them. */
const TAXES_OF_CONTRACTOR = said(
  ' Тапсырмада көрсетілген: салық режиміңізге қарай не ұсталады және сізге қанша түседі.',
  ' Сколько удержат по вашему режиму и сколько вы получите, показано в задании.',
  ' The task shows what is withheld under your regime, and what you receive.',
);
const TAXES_OF_CUSTOMER = said(
  ' Орындаушы режимсіз жеке тұлға болса, ал сіз компания немесе кәсіпкер болсаңыз, салықты өзіңіз ұстап, аударасыз: сомалары тапсырмада көрсетілген.',
  ' Если исполнитель — физическое лицо без режима, а вы компания или предприниматель, налоги удерживаете и перечисляете вы: суммы показаны в задании.',
  ' If the contractor is a natural person without a regime, and you are a company or an entrepreneur, you withhold and transfer the taxes: the task shows the sums.',
);

const ENDS = said(
  'Тапсырма аяқталады. Ешкім ештеңе төлемейді.',
  'Задание завершится. Никто ничего не платит.',
  'The task ends. Nobody owes anything.',
);

const bind = (context: TaskContext, account: string | undefined): Consequence => ({
  words: joined(
    said(
      'Екі тарап та міндетті болады: жұмыс {sum} бағамен орындалуға тиіс.',
      'Обе стороны будут связаны: работа должна быть выполнена за {sum}.',
      'Both parties are bound: the work has to be done for {sum}.',
    ),
    ...paidInTheEnd(context),
    TAXES_OF_CONTRACTOR,
  ),
  sums: { sum: context.responses[account ?? '']?.price ?? context.work.price },
});

function choose(): Consequence {
  return {
    words: joined(
      said(
        'Тапсырма таңдалған орындаушыға ол ұсынған бағамен, ал баға ұсынылмаса тапсырма бағасымен ұсынылады. Ол қабылдағанда екі тарап та міндетті болады.',
        'Задание будет предложено выбранному исполнителю по цене его отклика, а без неё — по цене задания. С его принятием обе стороны будут связаны.',
        'The task is offered to the contractor at the price of the response, or else at that of the task. Acceptance binds both parties.',
      ),
      TAXES_OF_CUSTOMER,
    ),
  };
}

const giveUp = (context: TaskContext): Consequence =>
  settling(context, {
    words: said(
      'Тапсырма өтемақысыз тоқтатылады. Қабылданған жұмыс үшін төленуге тиіс: {sum}.',
      'Задание прекратится без компенсации. За принятую работу причитается: {sum}.',
      'The task ends without compensation. Due for approved work: {sum}.',
    ),
  });

function cancel(context: TaskContext, ofWork: boolean): Consequence {
  const leaving = leavingOf(context, ofWork);
  const after = { ...context, leaving, compensation: sum(context.compensation, leaving.cost) };
  return settling(after, {
    words: said(
      'Тапсырма тоқтатылады. Талаптар бойынша негізсіз бас тартқаныңыз үшін төлейсіз: {cost}; қабылданған жұмысты қоса алғанда барлығы: {sum}. Орындаушы нақты шығындарын да талап ете алады, олардың сомасы әзірге белгісіз.',
      'Задание прекратится. По условиям за отказ без основания вы платите: {cost}; всего вместе с принятой работой: {sum}. Исполнитель может заявить и фактические расходы, их сумма пока неизвестна.',
      'The task ends. By its terms you owe for leaving without a ground: {cost}; in all, with approved work: {sum}. The contractor may claim actual costs too; their sum is not known yet.',
    ),
    sums: { cost: withAdmitted(after).leaving?.cost ?? '0' },
  });
}

const resign = (context: TaskContext): Consequence =>
  settling(context, {
    words: said(
      'Тапсырма тоқтатылады. Қабылданған жұмыс үшін сізге төленуге тиіс: {sum}. Тапсырыс беруші нақты шығындарын талап ете алады, олардың сомасы әзірге белгісіз.',
      'Задание прекратится. За принятую работу вам причитается: {sum}. Заказчик может заявить фактические расходы, их сумма пока неизвестна.',
      'The task ends. Due to you for approved work: {sum}. The customer may claim actual costs; their sum is not known yet.',
    ),
  });

function acceptCancel(context: TaskContext): Consequence {
  const cost = context.cancellation?.amount ?? '0';
  return settling(
    { ...context, compensation: sum(context.compensation, cost) },
    {
      words: said(
        'Тапсырма келісіммен тоқтатылады. Келісілген шығындар ретінде орындаушыға төленетіні: {cost}; қабылданған жұмысты қоса алғанда барлығы: {sum}.',
        'Задание прекратится по соглашению. Согласованных расходов исполнителю причитается: {cost}; всего вместе с принятой работой: {sum}.',
        'The task ends by agreement. Due to the contractor as agreed costs: {cost}; in all, with approved work: {sum}.',
      ),
      sums: { cost },
    },
  );
}

function acceptAmendment(context: TaskContext): Consequence {
  const lines = context.amendment && amended(context, { lines: context.amendment.work.lines, price: context.amendment.price })?.lines;
  if (lines === undefined)
    return {
      words: said(
        'Жаңа талаптар екі тарапқа да міндетті болады. Жаңа баға әзірге белгісіз.',
        'Новые условия станут обязательными для обеих сторон. Новая цена пока неизвестна.',
        'The new terms bind both parties. The new price is not known yet.',
      ),
    };
  return {
    words: said(
      'Жаңа талаптар екі тарапқа да міндетті болады. Тапсырманың жаңа бағасы: {sum}.',
      'Новые условия станут обязательными для обеих сторон. Новая цена задания: {sum}.',
      'The new terms bind both parties. The new price of the task: {sum}.',
    ),
    sums: { sum: totalOf(lines) },
  };
}

/** What was brought or admitted for the same work before counts towards the price, and the fee is of what none was charged of. */
function approve(context: TaskContext): Consequence {
  const { submission, charged, terms } = context;
  const after = withAdmitted({ ...context, ...accepting(context, submission?.parts ?? [], submission?.amount ?? '0', []) });
  const brought = less(after.due, withAdmitted(context).due);
  const fee = commissionFor(BigInt(charged), BigInt(after.approved), terms.fee);
  return {
    words: joined(
      said(
        'Жұмыс қабылданады. Орындаушыға төленуге тиіс: {sum}. Операторға сыйақы: {fee}.',
        'Работа будет принята. Исполнителю причитается: {sum}. Вознаграждение Оператору: {fee}.',
        'The work is approved. Due to the contractor: {sum}. Fee of the operator: {fee}.',
      ),
      ...paidInTheEnd(context),
    ),
    sums: { sum: brought, fee: String(fee) },
  };
}

const approvePart = (context: TaskContext): Consequence => ({
  words: joined(
    said(
      'Сіз атаған бөлік қабылданады, ақысы мен Операторға сыйақы төленуге тиіс. Сомасы бөлікке байланысты және әзірге белгісіз.',
      'Названная вами часть будет принята, за неё причитаются оплата и вознаграждение Оператору. Сумма зависит от части и пока неизвестна.',
      'The part that you name is approved, and its price and the fee of the operator are due. The sum depends on the part and is not known yet.',
    ),
    ...paidInTheEnd(context),
  ),
});

const refuse = ({ submission, rounds, terms }: TaskContext): Consequence => ({
  words:
    rounds + 1 < terms.reworkRounds
      ? said(
          'Жұмыс қайта өңдеуге қайтарылады, {sum} әзірге төленбейді.',
          'Работа вернётся на доработку, {sum} пока не причитается.',
          'The work goes back for rework, and {sum} is not due yet.',
        )
      : said(
          'Жұмыс талаптар бойынша соңғы рет қайта өңдеуге қайтарылады, {sum} әзірге төленбейді.',
          'Работа вернётся на доработку, по условиям в последний раз; {sum} пока не причитается.',
          'The work goes back for rework, by the terms for the last time; {sum} is not due yet.',
        ),
  sums: { sum: submission?.amount ?? '0' },
});

const confirm = (context: TaskContext): Consequence => {
  const { reported, due } = context;
  if (reported === undefined && due === '0')
    return {
      words: said(
        'Сіз атаған сома алынды деп саналады. Ол әзірге белгісіз.',
        'Названная вами сумма будет считаться полученной. Пока она неизвестна.',
        'The sum that you name counts as received. It is not known yet.',
      ),
    };
  return {
    words: said(
      'Басқа сома атамасаңыз, мына сома алынды деп саналады: {sum}.',
      'Если вы не назовёте другую сумму, полученной будет считаться: {sum}.',
      'Unless you name another sum, this one counts as received: {sum}.',
    ),
    sums: { sum: reported ?? String(remainder(context)) },
  };
};

const deny = ({ reported }: TaskContext): Consequence => ({
  words: said(
    'Хабарланған сома алынбады деп саналады: {sum}.',
    'Заявленная сумма будет считаться неполученной: {sum}.',
    'The sum that was reported counts as not received: {sum}.',
  ),
  sums: { sum: reported ?? '0' },
});

const CARE = said(
  ' Алдын ала төлесеңіз, сақ болыңыз: жұмыс істелмесе, Платформадан тыс берілген ақша өздігінен қайтарылмайды (офертаның 4.1.7-тармағы).',
  ' Будьте осторожны с предоплатой: если работы не будет, деньги, переданные мимо Платформы, сами не вернутся (пункт 4.1.7 оферты).',
  ' Take care when you pay in advance: if the work is not done, money given outside the platform does not come back by itself (clause 4.1.7 of the offer).',
);

/** A report alone pays nothing: the contractor has to confirm it. */
const report = (context: TaskContext): Consequence =>
  context.due === '0'
    ? {
        words: joined(
          said(
            'Сіз атаған соманы орындаушы растағаннан кейін ғана ол төленген деп саналады. Ол әзірге белгісіз.',
            'Названная вами сумма будет считаться уплаченной, только когда её подтвердит исполнитель. Пока она неизвестна.',
            'The sum that you name counts as paid only once the contractor confirms it. It is not known yet.',
          ),
          CARE,
          TAXES_OF_CUSTOMER,
        ),
      }
    : {
        words: joined(
          said(
            'Сіз атаған соманы орындаушы растағаннан кейін ғана ол төленген деп саналады. Қазіргі қалдық: {rest}.',
            'Названная вами сумма будет считаться уплаченной, только когда её подтвердит исполнитель. Остаток сейчас: {rest}.',
            'The sum that you name counts as paid only once the contractor confirms it. Owed now: {rest}.',
          ),
          TAXES_OF_CUSTOMER,
        ),
        sums: { rest: String(remainder(context)) },
      };

const claim = (): Consequence => ({
  words: said(
    'Екінші тарапқа талап қойылады және дау басталады. Сіз ақша сұрасаңыз, сомасын өзіңіз атайсыз. Талаптың өзінен ештеңе төленбейді.',
    'Другой стороне будет предъявлена претензия, и начнётся спор. Если вы требуете денег, сумму называете вы. Сама по себе претензия платить не обязывает.',
    'The claim is made to the other side, and a dispute begins. If you claim money, you name the sum. Nothing becomes due by the claim alone.',
  ),
});

const asked = (amount: string): Consequence => ({
  words: joined(said('Сізден төлем сұралады: {sum}.', 'У вас запросят оплату: {sum}.', 'You are asked to pay: {sum}.'), TAXES_OF_CUSTOMER),
  sums: { sum: amount },
});

export const consequences: Consequences<TaskContext> = {
  stakes: ({ contractor, confirmed, work, progress, approved, compensation, due, paid, left, ending, rounds }) => {
    const deal = contractor === undefined ? undefined : work;
    return {
      contractor,
      confirmed: confirmed?.contractor,
      deal,
      progress,
      approved,
      compensation,
      due,
      paid,
      left,
      ending,
      rounds,
    };
  },
  of: {
    claim,
    report,
    withdraw: () => ({ words: ENDS }),
    block: () => ({ words: ENDS }),
    choose,
    accept: (context, { account }) => bind(context, account),
    giveUp,
    cancel: (context) => cancel(context, false),
    cancelOfWork: (context) => cancel(context, true),
    resign,
    acceptCancel,
    acceptAmendment,
    approve,
    approvePart,
    refuse,
    confirm,
    deny,
    fund: ({ work }) => asked(work.price),
    pay: (context) => asked(String(atLeastZero(undisputed(context)))),
  },
};

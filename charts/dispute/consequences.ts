/** What a command of a dispute brings, with the sums that are known before it is given. */
import { less, sum } from '../../rules/money.ts';
import { afterClaim } from '../../rules/tariff.ts';
import type { Asker, Consequence, Consequences } from '../consequences.ts';
import { joined, said } from '../messages.ts';
import { beyondAdmitted, isOfWork } from './claim-rules.ts';
import type { DisputeContext } from './types.ts';

/** The sum still in dispute. Undefined if the claim is not for money. */
const rest = ({ amount, admitted = '0' }: DisputeContext): string | undefined =>
  amount === undefined ? undefined : less(amount, admitted);

/** What the commission brings with it (3.2), for who pays it and for the staff: of a sum that is known, or of the most that it may be. */
function withCommission(
  consequence: Consequence,
  context: DisputeContext,
  { by }: Asker,
  amount: string | undefined,
  isMost = false,
): Consequence {
  const { work: account, claimant } = context;
  if (by === 'contractor' || amount === undefined || account === undefined || !isOfWork(context)) return consequence;
  if (claimant === 'customer') return account.charged === '0' ? consequence : { ...consequence, words: joined(consequence.words, STAYS) };
  const { work, charged, commission } = account;
  const before = { work: BigInt(work), charged: BigInt(charged) };
  const { fee } = afterClaim(before, BigInt(amount), commission);
  return { words: joined(consequence.words, isMost ? AT_MOST : COMES), sums: { ...consequence.sums, fee: String(fee) } };
}

const COMES = said(
  ' Бұған қоса Операторға сыйақы есептеледі, оны тапсырыс беруші төлейді (3.2): {fee}.',
  ' Кроме того, начисляется вознаграждение Оператору, его платит заказчик (3.2): {fee}.',
  ' Beside that, the fee of the operator is charged, which the customer pays (3.2): {fee}.',
);
const AT_MOST = said(
  ' Бұған қоса Операторға сыйақы есептеледі, оны тапсырыс беруші төлейді (3.2), көп дегенде: {fee}.',
  ' Кроме того, начисляется вознаграждение Оператору, его платит заказчик (3.2), не более: {fee}.',
  ' Beside that, the fee of the operator is charged, which the customer pays (3.2), at most: {fee}.',
);
const STAYS = said(
  ' Қабылданған бағадан есептелген Оператордың сыйақысы азаймайды: осы тапсырма жұмысы үшін тағы төленетін болса, ол есепке алынады (3.2).',
  ' Вознаграждение Оператору, начисленное с принятой цены, не уменьшится: оно зачтётся, если за работу по этому заданию будет причитаться ещё (3.2).',
  ' The fee of the operator that was charged on the accepted price does not go down: it counts towards what else becomes due for the work of this task (3.2).',
);

/** The sum that a preview names, or the most that the command may name. */
const withNamed = (consequence: Consequence, context: DisputeContext, asker: Asker): Consequence => {
  const { amount } = (asker.input ?? {}) as { amount?: string };
  return withCommission(consequence, context, asker, amount ?? rest(context), amount === undefined);
};

/** The dispute ends. The claimant gets a total sum in addition to the admitted part, or an undertaking if the claim is not for money. */
const ends = ({ amount, admitted = '0', about, claimant, against }: DisputeContext, beside = '0'): Consequence => {
  const isOfDeal = amount !== undefined && against === undefined;
  if (isOfDeal && about === 'price' && claimant === 'customer')
    return {
      words: said(
        'Дау аяқталады. Жұмыстың бағасы мына сомаға азаяды: {sum}.',
        'Спор завершится. Цена работы уменьшится на: {sum}.',
        'The dispute ends. The price of the work goes down by: {sum}.',
      ),
      sums: { sum: sum(admitted, beside) },
    };
  if (isOfDeal && about === 'ending')
    return {
      words: said(
        'Дау да, шарт та аяқталады. Қабылданған жұмыстан басқа орындаушыға тиесілі: {sum}.',
        'Завершатся и спор, и договор. Исполнителю причитается сверх принятой работы: {sum}.',
        'The dispute and the deal end. Due to the contractor beside approved work: {sum}.',
      ),
      sums: { sum: claimant === 'contractor' ? sum(admitted, beside) : less(amount, sum(admitted, beside)) },
    };
  return amount === undefined
    ? {
        words: said(
          'Дау аяқталады. Жауап беруші тарап талап етілгенді орындауға міндеттенеді, ақша төленбейді.',
          'Спор завершится. Отвечающая сторона обязуется исполнить требуемое, денег не платят.',
          'The dispute ends. The side that answers undertakes what is demanded, and no money is owed.',
        ),
      }
    : {
        words: said(
          'Дау аяқталады. Өтініш берушіге барлығы тиесілі: {sum}.',
          'Спор завершится. Заявителю причитается всего: {sum}.',
          'The dispute ends. Due to the claimant in all: {sum}.',
        ),
        sums: { sum: sum(admitted, beside) },
      };
};

/** The operator may admit more than the offer's limit. */
const confirmLimit = (): Consequence => ({
  words: said(
    'Оператор осы дауда шектен (6.2) артық соманы мойындай алады. Бұдан әзірге ешбір төлем туындамайды.',
    'Оператор сможет признать в этом споре больше предела (6.2). Само по себе это ничего не обязывает платить.',
    'The operator may admit more than the limit (6.2) in this dispute. Nothing becomes due by that.',
  ),
});

const drop = ({ admitted }: DisputeContext): Consequence =>
  admitted === undefined
    ? {
        words: said(
          'Дау аяқталады, талап бойынша ештеңе төленбейді.',
          'Спор завершится, по претензии ничего не причитается.',
          'The dispute ends, and nothing is due by the claim.',
        ),
      }
    : {
        words: said(
          'Дау аяқталады. Мойындалған сома күшінде қалады: {sum}.',
          'Спор завершится. Признанная сумма остаётся в силе: {sum}.',
          'The dispute ends. What was admitted stands: {sum}.',
        ),
        sums: { sum: admitted },
      };

const endTalks = (): Consequence => ({
  words: said(
    'Келіссөздер келісімсіз аяқталады. Бұдан ешбір төлем туындамайды.',
    'Переговоры завершатся без соглашения. Сами по себе они ничего не обязывают платить.',
    'The talks end without agreement. Nothing becomes due by that.',
  ),
});

const admitInPart = (context: DisputeContext): Consequence => {
  const most = rest(context);
  if (most === undefined)
    return {
      words: said(
        'Сіз талап етілгеннің бір бөлігін орындауға міндеттенесіз, қалғаны бойынша келіссөздер жүреді. Ақша төленбейді.',
        'Вы обязуетесь исполнить часть требуемого, об остальном пойдут переговоры. Денег не платят.',
        'You undertake a part of what is demanded, and the rest is talked about. No money is owed.',
      ),
    };
  const { about, parent, claimant } = context;
  if (about === 'price' && parent !== undefined)
    return {
      words:
        claimant === 'contractor'
          ? said(
              'Сіз атаған сома орындаушыға тиесілі болып, жұмыстың бағасына есептеледі: бірден, ал тапсырма бойынша ақша Платформа арқылы алдын ала енгізілген болса — есеп айырысуда сол ақшадан. Қалғаны бойынша келіссөздер жүреді. Сома әзірге белгісіз және мынадан аз: {sum}.',
              'Названная вами сумма будет причитаться исполнителю и зачтётся в цену работы: сразу, а если деньги за задание заранее внесены через Платформу — из них при расчётах по заданию. Об остальном пойдут переговоры. Сумма пока неизвестна и меньше чем {sum}.',
              'The sum that you name becomes due to the contractor and counts towards the price of the work: at once, or, where the money for the task was paid in beforehand through the platform, from that money when the task is settled. The rest is talked about. The sum is not known yet, and below {sum}.',
            )
          : said(
              'Жұмыстың бағасы сіз атаған сомаға бірден азаяды. Одан артық төленгені тапсырманың қалған бағасына есептеледі, ал есеп айырысудан кейін артылғаны сіздің тапсырыс беруші алдындағы борышыңыз болады. Қалғаны бойынша келіссөздер жүреді. Сома әзірге белгісіз және мынадан аз: {sum}.',
              'Цена работы сразу уменьшится на названную вами сумму. Уплаченное сверх новой цены зачтётся в остальную цену задания, а что останется после расчётов, станет вашим долгом перед заказчиком. Об остальном пойдут переговоры. Сумма пока неизвестна и меньше чем {sum}.',
              'The price of the work goes down at once by the sum that you name. What was paid beyond it counts towards the rest of the price of the task, and what is left once the task is settled becomes your debt to the customer. The rest is talked about. The sum is not known yet, and below {sum}.',
            ),
      sums: { sum: most },
    };
  const words = said(
    'Сіз атаған сома төленуге тиіс болады, қалғаны бойынша келіссөздер жүреді. Сома әзірге белгісіз, ең көбі: {sum}.',
    'Названная вами сумма будет причитаться заявителю, об остальном пойдут переговоры. Пока она неизвестна и меньше чем {sum}.',
    'The sum that you name is due to the claimant, and the rest is talked about. It is not known yet, and below {sum}.',
  );
  return { words, sums: { sum: most } };
};

/** The same as for an offer, once the talks are over. */
const instruct = (context: DisputeContext): Consequence => {
  const most = rest(context);
  if (most === undefined)
    return {
      words: said(
        'Екінші тарап өкімді растаса, дау аяқталады. Ақша төленбейді.',
        'Если другая сторона подтвердит распоряжение, спор завершится. Денег не платят.',
        'If the other side confirms the order, the dispute ends. No money is owed.',
      ),
    };
  return {
    words: said(
      'Екінші тарап өкімді растаса, дау аяқталады және сіз атаған сома төленуге тиіс болады. Ол әзірге белгісіз, даулы сома: {sum}.',
      'Если другая сторона подтвердит распоряжение, спор завершится и названная вами сумма будет причитаться заявителю. Пока она неизвестна, спорная сумма: {sum}.',
      'If the other side confirms the order, the dispute ends and the sum that you name is due to the claimant. It is not known yet; in dispute: {sum}.',
    ),
    sums: { sum: most },
  };
};

const offer = (context: DisputeContext): Consequence => {
  const most = rest(context);
  if (most === undefined)
    return {
      words: said(
        'Екінші тарап ұсынысты қабылдаса, дау аяқталады. Ақша төленбейді.',
        'Если другая сторона примет предложение, спор завершится. Денег не платят.',
        'If the other side accepts the offer, the dispute ends. No money is owed.',
      ),
    };
  return {
    words: said(
      'Екінші тарап ұсынысты қабылдаса, дау аяқталады және сіз атаған сома төленуге тиіс болады. Ол әзірге белгісіз, даулы сома: {sum}.',
      'Если другая сторона примет предложение, спор завершится и названная вами сумма будет причитаться заявителю. Пока она неизвестна, спорная сумма: {sum}.',
      'If the other side accepts the offer, the dispute ends and the sum that you name is due to the claimant. It is not known yet; in dispute: {sum}.',
    ),
    sums: { sum: most },
  };
};

/** What both agree to, and have yet to sign. No sum becomes due by the command itself. */
const toSign = (): Consequence => ({
  words: said(
    'Сіз ұсынылған талаптармен келісесіз. Реттеу туралы келісім дайындалады, оған қол қою не оны растау керек; дау содан кейін ғана аяқталады, оған дейін ештеңе төленбейді.',
    'Вы согласитесь с условиями. Будет подготовлено соглашение об урегулировании, его надо подписать или подтвердить; спор завершится только после этого, до того ничего не причитается.',
    'You agree to the terms. A settlement is drawn and has to be signed or confirmed. The dispute ends only then, and nothing is due before.',
  ),
});

const recordCourtAct = (): Consequence => ({
  words: said(
    'Тараптарға хабарланады, олар мерзім ішінде қарсылық білдіре алады. Актіні Оператордың басқа өкілі растағаннан кейін ғана дау аяқталады.',
    'Стороны узнают об акте и в срок могут возразить. Спор завершится, только когда акт подтвердит другой представитель Оператора.',
    'The sides are told and may object within the term. The dispute ends only once somebody else of the operator confirms the act.',
  ),
});

/** The end, with its commission. */
const brings = (context: DisputeContext, asker: Asker, beside: string | undefined): Consequence =>
  withCommission(ends(context, beside), context, asker, beside);

export const consequences: Consequences<DisputeContext> = {
  stakes: ({ admitted, agreed, outcome, certificate }) => ({ admitted, agreed, outcome, certificate }),
  of: {
    admit: (context, asker) => brings(context, asker, rest(context)),
    admitInPart: (context, asker) => withNamed(admitInPart(context), context, asker),
    offer: (context, asker) => withNamed(offer(context), context, asker),
    recordCourtAct,
    acceptOffer: (context, asker) => brings(context, asker, context.offers.at(-1)?.amount),
    acceptOfferToSign: (context, asker) => withCommission(toSign(), context, asker, context.offers.at(-1)?.amount),
    jointInstruction: (context, asker) => withNamed(instruct(context), context, asker),
    confirmInstructionToSign: (context, asker) => withCommission(toSign(), context, asker, context.instruction?.amount),
    confirmInstruction: (context, asker) => brings(context, asker, context.instruction?.amount),
    confirmCourtAct: (context, asker) => brings(context, asker, context.courtAct && beyondAdmitted(context, context.courtAct).amount),
    confirmLimit,
    endTalks,
    drop,
  },
};

/** What the papers of an invoice say of it, and the parts that several of them have. */
import type { AwardGround } from '../../charts/fee/types.ts';
import { amountInWords } from '../../rules/amount-in-words.ts';
import type { PaperParty, TwoLanguages } from '../../rules/paper-party.ts';
import { civilDate } from '../../rules/working-days.ts';
import type { Operator } from '../operator.ts';
import { operatorNamed } from '../operator.ts';
import type { Block, Plain } from '../paper.ts';
import { both, cell, ROLES } from '../phrases.ts';
import { vatWords } from '../vat.ts';

/** A fee as a line. */
export interface BilledLine {
  /** The number of the task; null for a subscription. */
  task: string | null;
  /** The moment at which it arose. */
  at: string;
  /** The month of a subscription: `2026-11`. */
  period: string | null;
  /** Of a claim after the end of the task: its number, and what decided it. */
  claim: { number: string; ground: AwardGround } | null;
  /** Tiyn. */
  amount: string;
}

export interface BillFacts {
  /** `2026-17` */
  number: string;
  /** The month: `2026-11`. */
  period: string;
  /** Civil dates. */
  drawnOn: string;
  dueOn: string;
  operator: Operator;
  customer: PaperParty | null;
  lines: readonly BilledLine[];
  /** Tiyn: what the lines come to, and what was paid too much before. */
  principal: string;
  advance: string;
  /** Hundredths of a per cent, where the operator pays VAT. */
  vatRate: number;
}

const MONTHS: readonly TwoLanguages[] = [
  both('қаңтар', 'январь'),
  both('ақпан', 'февраль'),
  both('наурыз', 'март'),
  both('сәуір', 'апрель'),
  both('мамыр', 'май'),
  both('маусым', 'июнь'),
  both('шілде', 'июль'),
  both('тамыз', 'август'),
  both('қыркүйек', 'сентябрь'),
  both('қазан', 'октябрь'),
  both('қараша', 'ноябрь'),
  both('желтоқсан', 'декабрь'),
];
/** `2026-11`: «2026 жылғы қараша», «ноябрь 2026 г.» */
export function monthInWords(period: string): TwoLanguages {
  const [year = '', month = ''] = period.split('-');
  const named = MONTHS[Number(month) - 1] ?? both(month, month);
  return both(`${year} жылғы ${named.kk}`, `${named.ru} ${year} г.`);
}

/** `01.11.2026` */
export const written = (date: string): string => date.split('-').reverse().join('.');

/** The paper by which a claim after the end of a task brought something. */
const BY_CLAIM: Record<AwardGround, (number: string) => TwoLanguages> = {
  admission: (number) => both(`, № ${number} кінәрат-талапқа жауап`, `, ответ на претензию № ${number}`),
  settlement: (number) =>
    both(`, № ${number} кінәрат-талап бойынша реттеу туралы келісім`, `, соглашение об урегулировании по претензии № ${number}`),
  'court-act': (number) => both(`, № ${number} кінәрат-талап бойынша сот актісі`, `, судебный акт по претензии № ${number}`),
};

export function lineInWords({ task, period, at, claim }: BilledLine): TwoLanguages {
  const on = written(civilDate(at));
  const by = claim === null ? both('', '') : BY_CLAIM[claim.ground](claim.number);
  if (task !== null)
    return both(
      `Платформаны пайдаланғаны үшін сыйақы, № ${task} тапсырма${by.kk}, ${on}`,
      `Вознаграждение за использование Платформы по заданию № ${task}${by.ru}, ${on}`,
    );
  const month = monthInWords(period ?? '');
  return both(`Платформаны пайдаланғаны үшін абоненттік төлем, ${month.kk}`, `Абонентская плата за использование Платформы, ${month.ru}`);
}

export const supplier = (operator: Operator): PaperParty => operatorNamed(operator);

/** The operator issues it, and the customer gets it. */
export const partiesOf = ({ operator, customer }: Pick<BillFacts, 'operator' | 'customer'>): Block => ({
  kind: 'parties',
  of: [
    { role: both('Өнім беруші (Оператор)', 'Поставщик (Оператор)'), party: supplier(operator) },
    { role: both('Сатып алушы (Тапсырыс беруші)', 'Покупатель (Заказчик)'), party: customer },
  ],
});

/** `Всего к оплате: 13 000,00 тенге (Тринадцать тысяч тенге 00 тиынов)` */
export function inWords(caption: TwoLanguages, amount: string): Plain {
  const words = amountInWords(BigInt(amount));
  return {
    kind: 'text',
    text: both(`${caption.kk}: ${cell(amount)} теңге (${words.kk})`, `${caption.ru}: ${cell(amount)} тенге (${words.ru})`),
    style: 'strong',
  };
}

export const vatOf = ({ operator, vatRate }: Pick<BillFacts, 'operator' | 'vatRate'>, amount: string): TwoLanguages =>
  vatWords({ contractor: supplier(operator), amount, vatRate });

/** A place to sign by hand: nobody of the operator confirms what the platform draws at night. */
export const issuedBy = (operator: Operator): Block => ({
  kind: 'signatures',
  of: [{ role: ROLES.operator, party: supplier(operator) }],
});

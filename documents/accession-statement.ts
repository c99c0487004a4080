import type { FeeTerms } from '../charts/fee/types.ts';
import type { Operator } from './operator.ts';
import { contactsOf } from './operator.ts';
import { day, inline, textOf } from './plain.ts';

export interface AccessionFacts {
  customer: {
    kind: 'naturalPerson' | 'entrepreneur' | 'company';
    name: string;
    /** IIN, or a company's BIN. */
    identifier: string;
    /** The authorised number (1.2), E.164. */
    number: string;
  };
  /** The company's representative; `null` if the customer acts directly. */
  representative: string | null;
  offer: { number: number; inForceFrom: string; sha256: string };
  tariff: FeeTerms;
  operator: Operator;
  /** The moment the statement was issued: UTC, ISO-8601. */
  at: string;
}

const KINDS = { naturalPerson: 'физическое лицо', entrepreneur: 'индивидуальный предприниматель', company: 'юридическое лицо' };
const UNKNOWN = 'не указано Оператором';

/** Formats hundredths of a per cent: `5 %`, `0,1 %`. */
const percent = (basisPoints: number): string => `${new Intl.NumberFormat('ru', { useGrouping: false }).format(basisPoints / 100)} %`;

/** Formats a civil date as `DD.MM.YYYY`. */
const dated = (date: string): string => date.split('-').reverse().join('.');

/**
 * The customer's statement of accession to the offer (2.1.1). It pins the day's tariff (3.2) and payment details (5.1).
 * Its bytes are stored sealed, because they contain the IIN and the phone number.
 */
export const accessionStatement = ({ customer, representative, offer, tariff, operator, at }: AccessionFacts): string =>
  textOf([
    'ЗАЯВЛЕНИЕ О ПРИСОЕДИНЕНИИ К ПУБЛИЧНОЙ ОФЕРТЕ',
    '(пользовательскому соглашению об использовании интернет-платформы AkJet)',
    `Дата: ${day(at)}`,
    '',
    `Заказчик: ${inline(customer.name)}, ${KINDS[customer.kind]}. ${customer.kind === 'company' ? 'БИН' : 'ИИН'}: ${customer.identifier}`,
    `Авторизованный номер: ${customer.number}`,
    ...(representative === null ? [] : [`От имени Заказчика действует: ${inline(representative)}`]),
    `Оператор: ${inline(operator.name)}. БИН: ${operator.bin}`,
    `Адрес: ${inline(operator.address)}. Средства связи: ${inline(contactsOf(operator))}`,
    '',
    `1. Заказчик ознакомился с Публичной офертой в редакции № ${offer.number}, действующей с ${dated(offer.inForceFrom)}, полностью и безоговорочно принимает её условия и присоединяется к ней (п. 2.1.1, 2.2 Публичной оферты).`,
    `SHA-256 текста этой редакции: ${offer.sha256}`,
    '',
    '2. Вознаграждение Оператора (п. 3.2 Публичной оферты):',
    `Размер: ${percent(tariff.rate)} от стоимости принятых работ (услуг) по каждому заданию.`,
    `Срок оплаты: ${tariff.payWorkingDays} рабочих дней (считая со следующего дня) после последней приёмки по заданию.`,
    ...penalty(tariff),
    'Тариф и сроки, действующие в день размещения задания, фиксируются в его условиях.',
    '',
    '3. Реквизиты для оплаты вознаграждения (п. 5.1 Публичной оферты):',
    `Получатель: ${inline(operator.name)}. БИН: ${operator.bin}`,
    ...bank(operator),
    '',
    '4. Заказчик подтверждает, что указанные им сведения достоверны и актуальны (п. 4.1.4 Публичной оферты), и согласен получать сообщения на Авторизованный номер (п. 1.2).',
    '5. Согласие на обработку персональных данных даётся отдельным документом (п. 7.2 Публичной оферты).',
    '',
    'Заказчик: подтверждение даётся в Личном кабинете',
    'Подтверждение — действие Заказчика в его Аккаунте после Аутентификации; оно признаётся совершённым лично Заказчиком (п. 1.4 Публичной оферты).',
    'Оно записывается на Платформе AkJet вместе с SHA-256 этого документа, отдельно от него. Подтверждение не является электронной подписью.',
  ]);

const fromDay = (firstDay: number): string =>
  firstDay === 1 ? 'со дня, следующего за последним днём срока оплаты' : `с ${firstDay}-го дня после последнего дня срока оплаты`;

const SHORT_PAYMENT = {
  principal: 'Недостаточный платёж погашает сначала вознаграждение, затем пеню.',
  penalty: 'Недостаточный платёж погашает сначала пеню, затем вознаграждение.',
};

/** The penalty for late payment (6.3), as the terms calculate it. */
const penalty = ({ penalty: { perDayBasisPoints, capBasisPoints, capBase, firstDay, paidFirst } }: FeeTerms): string[] => [
  `Пеня за просрочку: ${percent(perDayBasisPoints)} в день, но не более ${percent(capBasisPoints)} от ${
    capBase === 'initial' ? 'суммы, просроченной первоначально' : 'суммы, остающейся просроченной'
  } (п. 6.3 Публичной оферты).`,
  `Пеня начисляется ${fromDay(firstDay)}. ${SHORT_PAYMENT[paidFirst]}`,
];

const bank = ({ bank: details }: Operator): string[] =>
  details === null
    ? [`Банк, БИК, ИИК, КБе, КНП: ${UNKNOWN}`]
    : [
        `Банк: ${inline(details.name)}. БИК: ${inline(details.bik)}. ИИК: ${inline(details.iban)}`,
        `КБе: ${inline(details.beneficiaryCode)}. КНП: ${inline(details.purposeCode)}`,
      ];

/** New tasks of a customer who does not pay the operator's fee are limited (3.2): shown before it is tried, refused when it is. What runs goes on. */
import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { debtOf, owedOf } from '../../charts/invoice/balance.ts';
import type { Language, Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { Operator } from '../../documents/operator.ts';
import { operatorOn } from '../../documents/operator.ts';
import type { Precondition } from '../../lives/precondition.ts';
import type { LimitRow } from '../../models/stores/invoice.ts';
import { holdLimits } from '../../models/stores/invoice.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { filled } from '../../notices/letter.ts';
import { requisitesOf } from '../../notices/sender.ts';
import type { Platform } from '../../platform.ts';
import { formatTenge } from '../../rules/money.ts';
import { balanceOf } from '../../rules/penalty.ts';
import { civilDate } from '../../rules/working-days.ts';
import { Problem } from '../errors.ts';
import { money } from '../resource/fields.ts';
import { publicId } from '../resource/public-id.ts';
import { Money } from '../resource/schema.ts';

export const NewTasks = z
  .object({
    limited: z.boolean().meta({ description: 'True: a new task would be refused now. Tasks that are posted go on' }),
    invoices: z.array(
      z.object({
        id: z.string(),
        paperNumber: z.string(),
        owed: Money.meta({ description: 'With the penalty of today' }),
        limitedFrom: z.string().meta({ description: 'The day from which new tasks are limited, as the customer was told' }),
        limits: z.boolean().meta({ description: 'False while that day is to come, and while objections are considered' }),
      }),
    ),
    payTo: z.string().meta({ description: 'Where to pay: the account of the operator, in the language of the request' }),
  })
  .meta({
    id: 'NewTasks',
    description: 'Whether new tasks are limited because of overdue invoices (3.2). Invoices of which nobody was told limit nothing',
  });

type Limit = Omit<z.output<typeof NewTasks>['invoices'][number], 'owed'> & { owed: bigint };

const limitOf = ({ id, paper_number, limit_from, limits, snapshot, now }: LimitRow): Limit => ({
  ...{ id: publicId(id), paperNumber: paper_number, limitedFrom: limit_from, limits },
  owed: owedOf(balanceOf(debtOf(snapshot.context), civilDate(now.toISOString()))),
});
const shown = ({ owed, ...limit }: Limit) => ({ ...limit, owed: money(String(owed)) });

type Of = Pick<Platform, 'lives' | 'operatorEntity'>;

const operatorNow = async ({ lives: { database }, operatorEntity }: Of, transaction: Transaction): Promise<Operator> =>
  operatorOn(operatorEntity, await readParameters(database, transaction), todayInAlmaty());

/** What a customer reads before it tries, of the unpaid invoices that limit or will limit it. `operator`: as it is today. */
export function presentNewTasks(rows: readonly LimitRow[], operator: Operator, language: Language): z.output<typeof NewTasks> {
  const invoices = rows.map(limitOf);
  return { limited: invoices.some(({ limits }) => limits), invoices: invoices.map(shown), payTo: requisitesOf(operator, language) };
}

interface Limited {
  invoices: Limit[];
  operator: Operator;
}

/** A new task is not posted while an overdue invoice limits it. It is asked under the locks of those invoices. */
export const mayPostTasks =
  (platform: Of, customer: string): Precondition =>
  async (transaction) => {
    const rows = await holdLimits(transaction, customer);
    if (rows.length === 0) return undefined;
    const more: Limited = { invoices: rows.map(limitOf), operator: await operatorNow(platform, transaction) };
    return { allowed: false, reason: 'precondition', rule: 'invoices-overdue', clause: '3.2', more };
  };

const WORDS: Localized = said(
  'Төленбеген шоттар (бүгінгі өсімпұлмен): {invoices}. Сыйақы түскенде шектеу өзі алынады; шотпен келіспесеңіз, оған дау айтыңыз: алғашқы қарсылық қаралғанша шектеу болмайды. Орналастырылған тапсырмалар бұрынғыша жалғасады. {payTo}',
  'Не оплачены счета (с пеней на сегодня): {invoices}. Ограничение снимется само, когда вознаграждение поступит; если вы не согласны со счётом, оспорьте его: пока первые возражения рассматриваются, ограничения нет. Уже размещённые задания идут как прежде. {payTo}',
  'These invoices are not paid (with the penalty of today): {invoices}. The limit ends by itself when the fee comes. If you do not agree with an invoice, contest it: while your first objections are considered, nothing is limited. Tasks that are posted go on as before. {payTo}',
);

/** 403 that names each invoice with what is owed today, and where to pay. */
export function problemOfLimits(more: object, language: Language): Problem {
  const { invoices, operator } = more as Limited;
  const payTo = requisitesOf(operator, language);
  const named = invoices.map(({ paperNumber, owed }) => `№ ${paperNumber}, ${formatTenge(owed, language)}`).join('; ');
  const detail = filled(WORDS[language], { invoices: named, payTo }).trim();
  return new Problem('invoices-overdue', { clause: '3.2', detail, invoices: invoices.map(shown), payTo });
}

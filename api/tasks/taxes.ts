/** What the payment of a task would bear today: the contractor reads what it would receive, and the customer what it has to withhold (3.4). */
import type { Sequelize, Transaction } from 'sequelize';
import { z } from 'zod';
import type { AccountContext } from '../../charts/account/types.ts';
import type { Language, Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import { accountLife } from '../../lives/ids.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { isTaxAgent, ownIdentifier } from '../../models/stores/account.ts';
import { contextsOf } from '../../models/stores/life.ts';
import { incomeInMonth } from '../../models/stores/paid-income.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { todayInAlmaty } from '../../models/today.ts';
import type { DealTaxes } from '../../rules/deal-taxes.ts';
import { dealTaxes } from '../../rules/deal-taxes.ts';
import { formatTenge } from '../../rules/money.ts';
import { payoutTaxSettingsAt, statusOn } from '../../rules/payout-tax.ts';
import { refusalBy } from '../errors.ts';
import { money } from '../resource/fields.ts';
import { Money } from '../resource/schema.ts';

export const TaskTaxes = z
  .object({
    contractor: z.uuid(),
    day: z
      .string()
      .meta({ description: 'The day of this estimate. In the end the day of payment counts, its rates and the regime proved on it' }),
    status: z.string().nullable().meta({ description: 'The tax regime proved on that day' }),
    withholder: z
      .enum(['operator', 'customer', 'nobody', 'unknown'])
      .meta({ description: 'Who has to withhold. `unknown`: no regime is proved' }),
    gross: Money,
    withheld: z
      .array(z.object({ name: z.enum(['opv', 'opvr', 'so', 'vosms', 'iit']), amount: Money }))
      .meta({ description: 'ОПВ, ОПВР, СО, ВОСМС, ИПН' }),
    net: Money.meta({ description: 'What the contractor receives' }),
    waits: z
      .enum(['unproved', 'overLimit', 'withoutRegime'])
      .nullable()
      .meta({ description: 'Why a payout through the platform would wait' }),
    words: z.string(),
  })
  .meta({ id: 'TaskTaxes', description: 'What the payment for work would bear if it were made today' });

const WORDS: Record<DealTaxes['withholder'], Localized> = {
  operator: said(
    'Оператор салық агенті ретінде {withheld} ұстайды, орындаушыға {net} түседі.',
    'Оператор как налоговый агент удержит {withheld}, исполнитель получит {net}.',
    'As a tax agent the operator withholds {withheld}, and the contractor receives {net}.',
  ),
  customer: said(
    'Орындаушы — режимсіз жеке тұлға. Салық агенті — тапсырыс беруші: {withheld} ұстап, аударуға тиіс, орындаушыға {net} төлейді.',
    'Исполнитель — физическое лицо без режима. Налоговый агент — заказчик: он удерживает и перечисляет {withheld}, исполнителю платит {net}.',
    'The contractor is a natural person without a regime. The tax agent is the customer, who withholds and transfers {withheld} and pays the contractor {net}.',
  ),
  nobody: said(
    'Төлемнен ештеңе ұсталмайды: орындаушы салықтарын өзі төлейді.',
    'Из оплаты ничего не удерживается: исполнитель платит налоги сам.',
    'Nothing is withheld from the payment: the contractor pays the taxes.',
  ),
  unknown: said(
    'Орындаушының қолданылатын салық режимі расталмаған: не ұсталатыны соған байланысты.',
    'Налоговый режим исполнителя не подтверждён: от него зависит, что удерживается.',
    "The contractor's tax regime is not proved. What is withheld depends on it.",
  ),
};
const WAITS = said(
  ' Платформа арқылы аударым режим расталғанша немесе шек мүмкіндік бергенше күтіп тұрады.',
  ' Через Платформу выплата будет ждать, пока режим не подтверждён или не позволит предел месяца.',
  ' Through the platform the payout would wait until a regime is proved, or the limit of the month allows it.',
);

function inWords({ withholder, withheld, net, waits }: DealTaxes, language: Language): string {
  const total = withheld.reduce((sum, { amount }) => sum + amount, 0n);
  const values: Record<string, bigint> = { withheld: total, net };
  const words = WORDS[withholder][language].replace(/\{(\w+)\}/g, (_, name: string) => formatTenge(values[name] ?? 0n, language));
  return waits === undefined ? words : words + WAITS[language];
}

/** The most contractors for whom a customer who chooses reads it. */
const MOST = 50;

/** Whose payment the reader may know of: its own as a contractor, that of the contractor, or of those who responded. */
function contractorsFor({ contractor, chosen, responses }: TaskContext, reader: { party: string; account: string }): string[] {
  if (reader.party === 'contractor') return [reader.account];
  const known = contractor ?? chosen;
  return known === undefined ? Object.keys(responses).slice(0, MOST) : [known];
}

/** The estimates for one reader of a task. Empty if a parameter of the day is missing, such as the monthly index of a new year. */
export async function presentTaxes(
  database: Sequelize,
  context: TaskContext,
  { party, account, language }: { party: string; account: string; language: Language },
): Promise<z.output<typeof TaskTaxes>[]> {
  const contractors = contractorsFor(context, { party, account });
  if (contractors.length === 0 || context.customer === undefined) return [];
  const day = todayInAlmaty();
  const [rows, customerIsAgent, contexts, earlier] = await Promise.all([
    readParameters(database),
    isTaxAgent(database, context.customer),
    contextsOf<AccountContext>(database, contractors.map(accountLife)),
    party === 'contractor' ? earnedBy(database, account, day) : 0n,
  ]);
  return contractors.flatMap((contractor) => {
    const price = BigInt(context.responses[contractor]?.price ?? context.work.price);
    const { tax } = contexts.get(accountLife(contractor)) ?? {};
    const deal = { day, price, payment: context.payment, tax, customerIsAgent, earlier };
    const taxes = unlessMissing(() => dealTaxes(deal, rows));
    if (taxes === undefined) return [];
    const { status, withholder, withheld, net, waits } = taxes;
    return {
      ...{ contractor, day, status: status ?? null, withholder, gross: money(String(price)) },
      withheld: withheld.map(({ name, amount }) => ({ name, amount: money(String(amount)) })),
      ...{ net: money(String(net)), waits: waits ?? null, words: inWords(taxes, language) },
    };
  });
}

async function earnedBy(database: Sequelize, account: string, day: string): Promise<bigint> {
  const iin = await ownIdentifier(database, account);
  return iin === null ? 0n : incomeInMonth(database, iin, day);
}

/** A rule's answer, or undefined where a dated parameter is missing: an estimate must not keep anybody from reading the task. */
function unlessMissing<Answer>(rule: () => Answer): Answer | undefined {
  try {
    return rule();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A company or an entrepreneur does not bind itself to pay a natural person without a regime through the platform, unless the parameter allows it. */
export function taxConditions(
  database: Sequelize,
  name: string,
  context: TaskContext,
  account: string,
  chosen: string | undefined,
): Precondition[] {
  const { customer, payment } = context;
  const contractor = name === 'choose' ? chosen : name === 'accept' ? account : undefined;
  if (contractor === undefined || customer === undefined || payment !== 'platform') return [];
  return [
    async (transaction: Transaction) => {
      const day = todayInAlmaty();
      const { withoutRegimeWaits } = payoutTaxSettingsAt(await readParameters(database, transaction), day);
      if (!withoutRegimeWaits) return undefined;
      if (!(await isTaxAgent(transaction, customer))) return undefined;
      const tax = (await contextsOf<AccountContext>(transaction, [accountLife(contractor)])).get(accountLife(contractor))?.tax;
      return statusOn(tax, day) === 'naturalPerson' ? refusalBy('payableThroughPlatform', '3.4') : undefined;
    },
  ];
}

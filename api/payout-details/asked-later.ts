/** What a contractor without payout details reads in a task that is paid through the platform. Accepting is not refused for it. */
import type { Sequelize } from 'sequelize';
import type { Language } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import { detailsVersions } from '../../models/stores/payout-details.ts';

const ASKED_LATER = said(
  'Төлем деректемелеріңіз көрсетілмеген. Олар алғашқы аударымға дейін сұралады: оларды Жеке кабинетте алдын ала көрсетсеңіз, ақша күтпейді.',
  'У вас не указан счёт для выплат. Его попросят указать до первой выплаты: если указать его в Личном кабинете заранее, деньги не будут ждать.',
  'You have named no payout details. You will be asked for them before the first payout: name them in your cabinet now, and the money does not wait.',
);

/** Undefined for everybody else, and for a contractor who has named some, whether they count already or not. */
export async function askedLater(
  database: Sequelize,
  { payment }: Pick<TaskContext, 'payment'>,
  { party, account, language }: { party: string; account: string; language: Language },
): Promise<string | undefined> {
  if (party !== 'contractor' || payment === 'direct') return undefined;
  const { present, coming } = await detailsVersions(database, account);
  return present === undefined && coming === undefined ? ASKED_LATER[language] : undefined;
}

/** How the matter of a thread stands: who may write there, and whether contacts are masked. */
import type { Sequelize, Transaction } from 'sequelize';
import type { Localized } from '../../charts/messages.ts';
import { said } from '../../charts/messages.ts';
import { isOfDispute } from '../../charts/thread/chart.ts';
import type { ThreadContext } from '../../charts/thread/types.ts';
import type { Precondition } from '../../lives/precondition.ts';
import { readParameters } from '../../models/stores/parameter.ts';
import { matterOf } from '../../models/stores/thread.ts';
import { todayInAlmaty } from '../../models/today.ts';
import { numberAt } from '../../rules/parameters.ts';
import { isDealOf, isWithCandidate } from '../../rules/thread-standing.ts';
import { accountMayOpen } from '../admission.ts';
import { refusalBy } from '../errors.ts';
import type { Session } from '../session.ts';

/** Why contacts are hidden: for the author and for the reader. */
export const MASKED: Localized = said(
  'Тапсырма қабылданғанға дейін телефон нөмірлері, пошта мекенжайлары, сілтемелер мен мессенджер атаулары жасырылады: алданып қалмас үшін абай болыңыз (офертаның 4.1.7-тармағы). Қабылданғаннан кейін тараптар бір-бірінің телефонын көреді.',
  'До принятия задания номера телефонов, адреса почты, ссылки и названия мессенджеров скрываются: осторожность защищает от обмана (п. 4.1.7 оферты). После принятия стороны видят телефоны друг друга.',
  'Until the task is accepted, phone numbers, e-mail addresses, links and names of messengers are hidden: care protects from fraud (4.1.7 of the offer). After acceptance the parties see each other’s phone.',
);

type Parties = Pick<ThreadContext, 'about' | 'contractor'>;

export interface MatterNow {
  /** The parties have a deal, or it is a dispute: they know each other. */
  isDeal: boolean;
  isWithCandidate: boolean;
  masks: boolean;
}

/** How the matter of a thread stands. A transaction asks over its own connection. */
export async function matterNow(database: Sequelize, thread: Parties, transaction?: Transaction): Promise<MatterNow> {
  const matter = await matterOf(transaction ?? database, thread.about, thread.contractor);
  if (isOfDispute(thread)) return { isDeal: matter.endedAt === null, isWithCandidate: false, masks: false };
  const rows = await readParameters(database, transaction);
  const today = todayInAlmaty();
  return {
    isDeal: isDealOf(matter, thread.contractor, numberAt(rows, 'threadOpenDaysAfterEnd', today)),
    isWithCandidate: isWithCandidate(matter),
    masks: matter.contractor !== thread.contractor && numberAt(rows, 'contactMasking', today) === 1,
  };
}

/**
 * May somebody write in this thread now? With a candidate something new begins, so a suspended account may not; what has begun it may talk about (4.4.2).
 * The task is not locked: a message of the moment in which it ends is as good as one before.
 */
export const mayWrite =
  (database: Sequelize, thread: Parties, session: Session): Precondition =>
  async (transaction) => {
    const now = await matterNow(database, thread, transaction);
    if (now.isDeal) return undefined;
    if (!now.isWithCandidate) return refusalBy('threadIsOpen');
    return (await accountMayOpen(session)(transaction)) && refusalBy('onlyOfDeals', '4.4.2');
  };

/**
 * A notice on the screens of its reader, beside its letter. It only rings: the service that carries it proves nothing, so it counts as no delivery and is
 * tried once. It says what the subject of the letter says.
 */
import type { Push } from '../gateways/push/open.ts';
import { pathOf } from '../lives/ids.ts';
import type { Lives } from '../lives/lives.ts';
import { readParameters } from '../models/stores/parameter.ts';
import { dropSubscription, subscriptionsOf } from '../models/stores/push.ts';
import { quietHoursOn, quietUntil } from '../rules/quiet-hours.ts';
import { civilDate } from '../rules/working-days.ts';

interface Ring {
  account: string;
  life: string;
  subject: string;
  /** It does not wait for the morning. Others are not rung for at night: the letter and the cabinet have them. */
  urgent: boolean;
}

/** Never fails: what goes wrong is logged, and the letter goes all the same. */
export async function ring(lives: Lives, push: Push, rung: Ring): Promise<void> {
  try {
    await ringAt(lives, push, rung);
  } catch (error) {
    lives.log.warn({ err: error }, 'push.failed');
  }
}

async function ringAt({ database, log }: Lives, push: Push, { account, life, subject, urgent }: Ring): Promise<void> {
  const browsers = await subscriptionsOf(database, account);
  if (browsers.length === 0) return;
  const now = new Date().toISOString();
  if (!urgent && quietUntil(now, quietHoursOn(await readParameters(database), civilDate(now))) !== undefined) return;
  const message = JSON.stringify({ title: 'AkJet', body: subject, path: pathOf(life) });
  await Promise.all(
    browsers.map(async ({ session, ...browser }) => {
      try {
        if ((await push.send(browser, message, urgent)) === 'gone') await dropSubscription(database, session);
      } catch (error) {
        log.warn({ err: error }, 'push.failed');
      }
    }),
  );
}

/** A task as one caller may see it: from its read model, with the customer hidden from contractors who have not accepted. */
import { lifeTypes } from '../../charts/index.ts';
import { restore } from '../../charts/judge.ts';
import { candidatesOf } from '../../charts/task/context.ts';
import type { TaskContext } from '../../charts/task/types.ts';
import { readTexts } from '../../models/stores/erasable-text.ts';
import type { StandingTask, TaskRow } from '../../models/stores/task.ts';
import { findTask } from '../../models/stores/task.ts';
import type { Platform } from '../../platform.ts';
import { qualificationObstacles } from '../qualifications/required.ts';
import type { Reading } from '../resource/presenter.ts';
import { offersOf, presentMenu, presentReceipt } from '../resource/presenter.ts';
import { publicId } from '../resource/public-id.ts';
import type { Seen } from '../resource/resource.ts';
import type { Asker, View } from '../resource/view.ts';
import type { Session } from '../session.ts';
import { isBound, partyOf } from './access.ts';
import { presentTask, referencesOf } from './presenter.ts';
import { COMMANDS, CommandAnswer, TaskAnswer } from './schema.ts';
import { warningsOf } from './warnings.ts';

const offers = offersOf(COMMANDS);

export function taskView({ lives }: Platform): View<StandingTask> {
  const seenBy = (row: StandingTask | undefined, session: Session): Seen<StandingTask> | undefined => {
    const party = row && partyOf(row, session);
    return row && party && { row, party };
  };
  const seek = async (life: string, session: Session) => seenBy(await findTask(lives.database, publicId(life), session.account), session);

  const reading = ({ row, party }: Seen<StandingTask>, { session, language }: Asker): Reading => ({
    type: lifeTypes.task,
    snapshot: restore(lifeTypes.task.chart, row.snapshot),
    href: `/v1/tasks/${publicId(row.id)}`,
    party,
    session,
    person: lives.keys.hash('person', row.id, session.person),
    offers,
    language,
  });

  return {
    answer: TaskAnswer,
    commandAnswer: CommandAnswer,
    seek,
    reading,
    menu: (seen, asker) => presentMenu(reading(seen, asker)),
    async after({ row }, life, session) {
      // The commit's projection returned the row. After a refusal or a repeat it did not run.
      if (life?.readModel === undefined) return seek(row.id, session);
      const { snapshot, at } = life;
      const candidate = candidatesOf((snapshot as { context: TaskContext }).context).includes(session.account);
      return seenBy({ ...(life.readModel as Omit<TaskRow, 'candidate'>), snapshot, at, candidate }, session);
    },
    async show(seen, asker, receipt) {
      const { row, party } = seen;
      const { database, calendar } = lives;
      const { session, language } = asker;
      const { context } = row.snapshot as { context: TaskContext };
      const [texts, obstacles] = await Promise.all([
        readTexts(database, referencesOf(context, party, session)),
        party === 'operator' ? {} : qualificationObstacles(database, context, session.account, language),
      ]);
      const reader = { ...asker, party, calendarAt: calendar, texts };
      return presentTask(row, { ...reading(seen, asker), obstacles }, reader, receipt);
    },
    warningsOf: (context, commands, language) => warningsOf(context as TaskContext, commands, language),
    mayReadChain: ({ row, party }, session) => isBound(row, party, session),
    showReceipt: (receipt) => ({ id: publicId(receipt.life), receipt: presentReceipt(receipt) }),
  };
}

/**
 * Erases the personal data of accounts that are over, each kind when its term is (`rules/retention.ts`). The commit that ends an account notes the stages,
 * and this job carries them out. It runs in each worker like the sweep and not as an effect: a term lasts years, and what is not done is a row that any
 * worker takes up again. A life's texts go in one transaction with its read model, so the record of each life is whole at every moment.
 */
import { messageOf } from '../error-message.ts';
import type { DueStage } from '../models/stores/erasure.ts';
import {
  claimStages,
  closeStage,
  erasePerson,
  eraseRows,
  eraseTexts,
  erasureIsHeldBy,
  keepName,
  livesToErase,
  membersToErase,
  postponeStage,
} from '../models/stores/erasure.ts';
import { filesOfAccount } from '../models/stores/file.ts';
import { numberToday } from '../models/stores/parameter.ts';
import { readerOf } from '../models/stores/person.ts';
import { numberHash } from '../models/stores/sms.ts';

import type { Stage } from '../rules/retention.ts';
import { commit } from './commit.ts';
import { erasedKey } from './ids.ts';
import type { Lives } from './lives.ts';
import { projectAnew } from './project.ts';
import { repeat } from './repeat.ts';
import { lockLife } from './store.ts';

/** How long a stage waits that something holds up. */
const HELD = '10 s';
const FAILED = '5 min';

/** Called after each step of a stage: for tests that stop the job there. */
type AfterStep = (what: string) => Promise<void> | void;

/** Carries out every stage that is due. Returns how many it finished. */
export async function eraseDue(lives: Lives, afterStep: AfterStep = () => {}): Promise<number> {
  const { database, log } = lives;
  let finished = 0;
  for (;;) {
    const claimed = await claimStages(database);
    if (claimed.length === 0) return finished;
    for (const stage of claimed.filter(({ due }) => due)) {
      try {
        const waitsFor = await carryOut(lives, stage, afterStep);
        if (waitsFor === undefined) {
          await closeStage(database, stage);
          log.info(stage, 'erasure.done');
          finished += 1;
        } else await postponeStage(database, stage, waitsFor, HELD);
      } catch (error) {
        log.error({ ...stage, err: error }, 'erasure.failed');
        await postponeStage(database, stage, messageOf(error), FAILED);
      }
    }
  }
}

/** Carries out a stage, or says what it waits for. It may be repeated: what is erased stays so. */
async function carryOut(lives: Lives, stage: DueStage, afterStep: AfterStep): Promise<string | undefined> {
  const { database } = lives;
  const hours = await numberToday(database, 'erasureNoticeHours');
  const held = await erasureIsHeldBy(database, stage, `${hours} hours`);
  if (held !== null) return held;
  return ways[stage.stage](lives, stage, afterStep);
}

async function erasePersons(lives: Lives, stage: DueStage, afterStep: AfterStep): Promise<string | undefined> {
  const { database, keys } = lives;
  const { account } = stage;
  await keepName(database, account);
  await eraseWords(lives, stage, afterStep);
  let waits = false;
  for (const person of await membersToErase(database, account)) {
    const number = (await readerOf(database, person))?.number;
    const became = await erasePerson(database, account, person, number ? numberHash(keys, number) : null);
    waits ||= became === 'waits';
    await afterStep('person');
  }
  return waits ? 'a member is logged in, or something of theirs is under way' : undefined;
}

async function eraseWords(lives: Lives, stage: DueStage, afterStep: AfterStep): Promise<undefined> {
  const { database } = lives;
  for (const life of await livesToErase(database, stage)) {
    await database.transaction(async (transaction) => {
      const [row] = await lockLife(transaction, [life, '']);
      if (row === undefined) throw new Error(`there is no life ${life}`);
      await eraseTexts(transaction, stage, life);
      await projectAnew(lives, transaction, row);
    });
    await afterStep(life);
  }
  await eraseRows(database, stage);
}

/** What an account said in deals, claims and checks, and the files that it showed there. */
async function eraseEvidence(lives: Lives, stage: DueStage, afterStep: AfterStep): Promise<undefined> {
  await eraseFiles(lives, stage.account, afterStep);
  await eraseWords(lives, stage, afterStep);
}

/** The hash of each file stays in its life, and its bytes are removed once nothing has them. */
async function eraseFiles(lives: Lives, account: string, afterStep: AfterStep): Promise<void> {
  for (const life of await filesOfAccount(lives.database, account)) {
    await commit(lives, { life, idempotencyKey: erasedKey(life), type: 'erase', by: 'platform', input: {}, refusable: true });
    await afterStep(life);
  }
}

async function eraseTraces({ database }: Lives, stage: DueStage): Promise<undefined> {
  await eraseRows(database, stage);
}

const ways: Record<Stage, (lives: Lives, stage: DueStage, afterStep: AfterStep) => Promise<string | undefined>> = {
  closing: eraseWords,
  persons: erasePersons,
  traces: eraseTraces,
  evidence: eraseEvidence,
  papers: eraseWords,
  ban: eraseTraces,
};

/** Erases until the returned function is called. A round that fails is repeated with the next. `every`: milliseconds. */
export const keepErasing = (lives: Lives, { every = 3_000 }: { every?: number } = {}): (() => Promise<void>) =>
  repeat(
    () => eraseDue(lives),
    every,
    (error) => lives.log.error({ err: error }, 'erasure.failed'),
  );

/**
 * The baseline: a task written by hand on Temporal alone, with one Update per command. It has no chart, no SQL and no chain, two notices that do
 * nothing, and two timers that never fire.
 */
import {
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  defineUpdate,
  isCancellation,
  proxyLocalActivities,
  setHandler,
  sleep,
} from '@temporalio/workflow';

type Stage = 'new' | 'posted' | 'agreed' | 'executing' | 'review' | 'settling' | 'reported' | 'closed';

/** The input of each command. */
export interface CommandInput {
  actor: string;
  version: number;
}

export const post = defineUpdate<Stage, [CommandInput]>('post');
export const accept = defineUpdate<Stage, [CommandInput]>('accept');
export const start = defineUpdate<Stage, [CommandInput]>('start');
export const submit = defineUpdate<Stage, [CommandInput]>('submit');
export const approve = defineUpdate<Stage, [CommandInput]>('approve');
export const report = defineUpdate<Stage, [CommandInput]>('report');
export const confirm = defineUpdate<Stage, [CommandInput]>('confirm');

const { notify } = proxyLocalActivities<{ notify(to: string, template: string): Promise<void> }>({ startToCloseTimeout: '10s' });

export async function bareTask(): Promise<Stage> {
  let stage: Stage = 'new';
  let customer = '';
  let contractor = '';
  const open = new CancellationScope();
  const working = new CancellationScope();

  const arm = (scope: CancellationScope, consequence: () => void): void => {
    scope
      .run(() => sleep('7 days'))
      .then(consequence, (error) => {
        if (!isCancellation(error)) throw error;
      });
  };
  const move = (from: Stage, to: Stage, mayAct: boolean): Stage => {
    if (!mayAct) throw ApplicationFailure.nonRetryable('not yours to do');
    if (stage !== from) throw ApplicationFailure.nonRetryable(`the task is ${stage}`);
    stage = to;
    return stage;
  };

  setHandler(post, ({ actor }) => {
    customer = actor;
    arm(open, () => {
      stage = 'closed';
    });
    return move('new', 'posted', true);
  });
  setHandler(accept, async ({ actor, version }) => {
    const answer = move('posted', 'agreed', actor !== customer && version === 1);
    contractor = actor;
    open.cancel();
    arm(working, () => undefined);
    await notify(customer, 'task-accepted');
    return answer;
  });
  setHandler(start, ({ actor }) => move('agreed', 'executing', actor === contractor));
  setHandler(submit, ({ actor }) => {
    const answer = move('executing', 'review', actor === contractor);
    working.cancel();
    return answer;
  });
  setHandler(approve, ({ actor }) => move('review', 'settling', actor === customer));
  setHandler(report, ({ actor }) => move('settling', 'reported', actor === customer));
  setHandler(confirm, async ({ actor }) => {
    const answer = move('reported', 'closed', actor === contractor);
    await notify(customer, 'task-closed');
    return answer;
  });

  await condition(() => stage === 'closed' && allHandlersFinished());
  return stage;
}

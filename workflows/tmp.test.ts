import { readFileSync } from 'node:fs';
import { Worker } from '@temporalio/worker';
import type { Errands } from '../testing/errands.ts';
import { inHours, openErrands } from '../testing/errands.ts';

let world: Errands;
beforeAll(async () => {
  world = await openErrands({ sweeping: false });
});
afterAll(() => world.close());
it.each([1, 2, 3, 4])('x', async () => {
  let life = '';
  await world.withWorker(async () => {
    life = await world.post({ openUntil: inHours(24) });
    await world.dispatch.settled();
    await world.details(life);
    const [last] = await world.rows<any>('select body from step where life = $1 order by seq desc limit 1', life);
    await world.client.workflow
      .getHandle(life)
      .signal('accept', {
        ...last.body,
        seq: 2,
        previous: last.body.hash,
        hash: 'f'.repeat(64),
        effects: [1, 2, 3, 4, 5].map((n) => ({ id: `${life}/9/${n}`, kind: 'pay' })),
      });
    await new Promise((r) => setTimeout(r, 1000));
  });
  const history = await world.client.workflow.getHandle(life).fetchHistory();
  console.log(
    history.events
      ?.map(
        (e) =>
          `${e.eventId} ${e.eventType} ${e.workflowExecutionSignaledEventAttributes?.signalName ?? ''} ${e.markerRecordedEventAttributes ? Buffer.from(e.markerRecordedEventAttributes.details!.data!.payloads![0]!.data!).toString() : ''}`,
      )
      .join('\n'),
  );
  await Worker.runReplayHistory({ workflowBundle: { codePath: process.env.WORKFLOW_BUNDLE as string } }, history, life).catch((e) =>
    console.log('REPLAY', String(e)),
  );
});

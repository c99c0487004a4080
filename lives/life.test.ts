import { randomUUID } from 'node:crypto';
import { pass } from '../testing/pass.ts';
import type { World } from '../testing/world.ts';
import { openWorld, until } from '../testing/world.ts';

const HOUR = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

describe('a life', () => {
  let world: World;
  let customer: string;
  let contractor: string;
  beforeAll(async () => {
    world = await openWorld({ performers: {} });
    customer = await world.person('customer');
    contractor = await world.person('contractor');
  });
  afterAll(() => world.close());

  const post = async (input: object = {}): Promise<string> => {
    const id = randomUUID();
    await world.say(`errand/${id}`, 'post', 'customer', customer, { id, ...input });
    return `errand/${id}`;
  };
  const types = async (life: string): Promise<string[]> =>
    (await world.rows<{ type: string }>('select type from event where life = $1 order by seq', life)).map(({ type }) => type);

  it('lives from its first command to its end, and its run ends with it', async () => {
    await world.withWorker(async () => {
      const life = await post({ openUntil: inHours(24), reminders: [inHours(10)] });
      await world.say(life, 'accept', 'contractor', contractor);
      await world.say(life, 'finish', 'contractor', contractor);
      await expect(world.ended(life)).resolves.toBe('finished');
      expect(await types(life)).toEqual(['post', 'accept', 'finish']);
      const history = await world.client.workflow.getHandle(life).fetchHistory();
      console.log(history.events?.map((e) => `${e.eventId} ${e.eventType} ${e.workflowExecutionSignaledEventAttributes?.signalName ?? ''} ${e.markerRecordedEventAttributes?.markerName ?? ''}`).join('\n'));
    });
  });

  it('is reminded and then ends by time', async () => {
    await world.withWorker(async () => {
      const life = await post({ openUntil: inHours(24), reminders: [inHours(10)] });
      await pass(world, life, 11 * HOUR);
      await until(async () => (await types(life)).length === 2, 'the reminder');
      await pass(world, life, 14 * HOUR);
      await expect(world.ended(life)).resolves.toBe('expired');
      expect(await types(life)).toEqual(['post', 'xstate.after.openReminder.errand.open', 'xstate.after.openUntil.errand.open']);
    });
  });
});

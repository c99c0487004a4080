import { randomUUID } from 'node:crypto';
import type { ChainedEvent } from '../lives/chain.ts';
import { eventHash } from '../lives/chain.ts';
import { erasableRef, hashOf } from '../lives/hashing.ts';
import { readChain } from '../lives/verify.ts';
import { posting } from '../testing/charts/examples/task.ts';
import { sealedText } from '../testing/people/sealed.ts';
import type { Person, Scene } from './scene.ts';
import { openScene } from './scene.ts';

// There is no worker, so runs never advance: this lets a run differ from its life.
describe('brokenInvariants', () => {
  let scene: Scene;
  let customer: Person;
  beforeAll(async () => {
    scene = await openScene();
    customer = await scene.person('customer');
  });
  afterAll(() => scene.close());

  const sql = (text: string, ...values: unknown[]) => scene.owner.query(text, values);
  const errand = async (): Promise<string> => {
    const id = randomUUID();
    await scene.say(`errand/${id}`, 'post', 'customer', customer.account, { id, openUntil: '2099-01-01T00:00:00.000Z' });
    return `errand/${id}`;
  };
  const task = async (): Promise<string> => {
    const life = `task/${randomUUID()}`;
    const title = { title: 'A task' };
    const wording = erasableRef(scene.lives.keys, randomUUID(), title);
    await sql(
      'insert into erasable_text (id, life, sealed) values ($1, $2, $3)',
      wording.text,
      life,
      sealedText(wording.text, life, title),
    );
    await scene.say(life, 'post', 'customer', customer.account, posting(new Date().toISOString(), { wording }));
    return life;
  };
  /** The violated invariants of one life. */
  const brokenOf = async (life: string, within = 0, ...evidence: Parameters<Scene['broken']>[0][]): Promise<string[]> => {
    const end = performance.now() + within;
    for (;;) {
      const found = (await scene.broken(evidence[0], 0)).filter((each) => each.startsWith(life));
      if (found.length === 0 || performance.now() > end) return found;
    }
  };
  /** Inserts an event at the end of the chain, as if it had been committed. */
  const forge = (life: string, seq: number, by: string, due: string) =>
    sql(
      `insert into event (life, seq, key, at, by, type, input, state, snapshot_hash, effects_hash, chart_hash, hash)
       select life, $2::int, life || '/' || $2::int, at, $3, 'forged', jsonb_build_object('due', $4::text), state, snapshot_hash, effects_hash, chart_hash, hash from event where life = $1 and seq = 1`,
      life,
      seq,
      by,
      due,
    );
  const changeEvents = async (change: () => Promise<unknown>): Promise<void> => {
    await sql('alter table event disable trigger event_is_append_only');
    await change();
    await sql('alter table event enable trigger event_is_append_only');
  };

  const PAST = '2020-01-01T00:00:00.000Z';
  const FUTURE = '2099-01-01T00:00:00.000Z';

  it.each<[string, (life: string) => Promise<unknown>, RegExp]>([
    ['a changed event', (life) => changeEvents(() => sql(`update event set input = '{}' where life = $1`, life)), /\/1 does not hold/],
    [
      'a deleted event',
      (life) =>
        changeEvents(() => sql('delete from outbox where life = $1', life).then(() => sql('delete from event where life = $1', life))),
      /does not hold/,
    ],
    ['a changed snapshot', (life) => sql(`update life set snapshot = '{}' where id = $1`, life), /does not hold: the snapshot/],
    [
      'a snapshot that no event leads to, though the hashes match',
      (life) => changeEvents(() => rewrite(life)),
      /does not hold: the chart makes something else of this post: the snapshot/,
    ],
    ['an undelivered update', (life) => sql('update outbox set delivered = false where life = $1', life), /\/1 is an undelivered update/],
    [
      'an open effect',
      (life) => sql(`insert into effect (life, seq, index, kind, params) values ($1, 1, 0, 'pay', '{}')`, life),
      /\/1\/0 is an open effect/,
    ],
    ['a missed deadline', (life) => sql('update life set next_due = $2 where id = $1', life, PAST), /is late/],
    [
      'an unexpected answer',
      (life) => sql(`insert into unexpected (life, seq, type) values ($1, 1, 'charged')`, life),
      /is an unexpected answer/,
    ],
    [
      'an undelivered notice',
      (life) =>
        sql(
          `insert into notice (id, life, seq, account, template, created_at) values ($1 || '/1/0', $1, 1, $2, 'news', now())`,
          life,
          customer.account,
        ),
      /was not delivered/,
    ],
    ['a timer that fired early', (life) => forge(life, 2, 'clock', FUTURE), /\/2 happened before its time/],
    ['a timer that fired twice', (life) => forge(life, 2, 'clock', PAST).then(() => forge(life, 3, 'clock', PAST)), /\/3 happened twice/],
    ['a terminated run', (life) => scene.client.workflow.getHandle(life).terminate(), /is not done and its run is TERMINATED/],
    ['a run that outlives its life', (life) => scene.say(life, 'block', 'operator', customer.account), /is done and its run is RUNNING/],
    [
      'a run with another state than its life',
      (life) => scene.say(life, 'accept', 'contractor', randomUUID()),
      /is taken and its run shows open/,
    ],
  ])('reports %s', async (_, harm, words) => {
    const life = await errand();
    expect(await brokenOf(life, 300_000)).toEqual([]);
    await harm(life);
    expect(await brokenOf(life)).toContainEqual(expect.stringMatching(words));
  });

  /** Rewrites the chain to another state with matching hashes, as only a database superuser could. */
  const rewrite = async (life: string): Promise<void> => {
    const { events, head } = await readChain(scene.lives, life);
    const { hash: _, ...link } = events[0] as ChainedEvent & { hash: string };
    const snapshot = { ...(head?.snapshot as object), value: 'taken' };
    const snapshotHash = hashOf(snapshot);
    const hash = eventHash('0'.repeat(64), { ...link, snapshotHash });
    await sql('update event set snapshot_hash = $2, hash = $3 where life = $1', life, snapshotHash, hash);
    await sql('update life set snapshot = $2, head = $3 where id = $1', life, JSON.stringify(snapshot), hash);
  };

  it('reports a life without a run and without an event', async () => {
    const life = `errand/${randomUUID()}`;
    await sql('insert into life (id, kind) values ($1, $2)', life, 'errand');
    expect(await brokenOf(life)).toEqual([`${life} is a life without a first event`, `${life} has no run`]);
  });

  it('reports a document that is called signed without its signature, and one that waits for nobody', async () => {
    const given = [{ party: 'customer', way: 'cms', signature: { id: randomUUID(), cms: 'a'.repeat(64) } }];
    const stands = async (state: string): Promise<string> => {
      const life = `signing/${randomUUID()}/1`;
      const snapshot = { context: { order: ['customer'], confirmations: given } };
      await sql(`insert into life (id, kind, state, snapshot) values ($1, 'signing', $2, $3)`, life, state, JSON.stringify(snapshot));
      return life;
    };
    const [signed, waiting] = [await stands('signed'), await stands('awaited')];
    expect(await brokenOf(signed)).toContain(`${signed} is called signed without a signature of its own`);
    expect(await brokenOf(waiting)).toContain(`${waiting} has every confirmation and still waits for one`);
  });

  it('reports a stale read model', async () => {
    const life = await task();
    expect(await brokenOf(life, 300_000)).toEqual([]);
    await sql('update task set stage = $2 where id = $1', life, 'agreed.awaited');
    expect(await brokenOf(life)).toEqual([`${life}/1 does not hold: the read model task is not what the snapshot gives`]);
  });

  it('reports a receipt that is not in the chain, and a letter that never arrived', async () => {
    const life = await errand();
    const [event] = await scene.rows<{ key: string; seq: number; type: string; hash: string }>(
      'select key, seq, type, hash from event where life = $1',
      life,
    );
    const receipt = { life, at: '', ...(event as { key: string; seq: number; type: string; hash: string }) };
    expect(await brokenOf(life, 10_000, () => ({ acknowledged: [receipt] }))).toEqual([]);
    for (const wrong of [{ key: 'another' }, { seq: 2 }, { type: 'accept' }, { hash: '0' }]) {
      expect(await brokenOf(life, 0, () => ({ acknowledged: [{ ...receipt, ...wrong }] }))).toEqual([
        expect.stringMatching(/was acknowledged and is not in the chain/),
      ]);
    }

    await sql(
      `insert into notice (id, life, seq, account, template, created_at, status) values ($1 || '/1/0', $1, 1, $2, 'news', now(), 'delivered')`,
      life,
      customer.account,
    );
    const lost = `${life}/1/0 is a notice whose letter never arrived`;
    expect(await brokenOf(life, 0, () => ({ letters: ['<other@akjet.kz>'] }))).toContain(lost);
    expect(await brokenOf(life, 0, () => ({ letters: [`<${life.replace('/', '.')}.1.0@akjet.kz>`] }))).not.toContain(lost);
  });

  it('reports a ledger in which money came from nowhere', async () => {
    const books = async () => (await scene.broken(undefined, 0)).filter((each) => each.includes('it is not true that'));
    expect(await books()).toEqual([]);
    await sql(`insert into ledger_account (code, shard, kind, keeps, credits_posted) values ('held/task/1', 0, 'held', 'credit', 5)`);
    expect(await books()).toContain('KZT: it is not true that all debits are equal to all credits, posted and pending');
  });
});

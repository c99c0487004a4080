import { readFileSync } from 'node:fs';
import type { Errands } from '../testing/worlds/errands.ts';
import { openErrands } from '../testing/worlds/errands.ts';
import type { ChainedEvent } from './chain.ts';
import { eventHash, GENESIS } from './chain.ts';
import { hashOf } from './hashing.ts';
import { readChain, verify } from './verify.ts';

/** Test vectors from the document that tells third parties how to verify a chain. */
const vectors = [
  ...readFileSync(new URL('../docs/chain.md', import.meta.url), 'utf8').matchAll(/```json\n(\{[\s\S]*?\})\n```\n\n`([0-9a-f]{64})`/g),
].map(([, json, hash]) => ({ link: JSON.parse(json as string) as ChainedEvent, hash: hash as string }));

describe('the hash of an event', () => {
  it('matches the test vectors in docs/chain.md', () => {
    expect(vectors).toHaveLength(3);
    let previous = GENESIS;
    for (const { link, hash } of vectors) {
      expect(eventHash(previous, link)).toBe(hash);
      previous = hash;
    }
  });

  it('depends on every member, but not on their order', () => {
    const [{ link, hash }] = vectors as [(typeof vectors)[number]];
    expect(eventHash(GENESIS, Object.fromEntries(Object.entries(link).reverse()) as unknown as ChainedEvent)).toBe(hash);
    for (const name of Object.keys(link)) expect(eventHash(GENESIS, { ...link, [name]: 'another' })).not.toBe(hash);
    expect(eventHash('1'.repeat(64), link)).not.toBe(hash);
  });
});

describe('a stored chain', () => {
  let errands: Errands;
  let life: string;
  beforeAll(async () => {
    errands = await openErrands({ sweeping: false });
    life = await errands.postOnly();
    await errands.commitOnly(life, 'accept', 'contractor', errands.contractor);
    await errands.commitOnly(life, 'finish', 'contractor', errands.contractor);
  });
  afterAll(() => errands.close());

  /** Tampers with the chain as only the database's owner can, with the guards disabled. Verifies it, and undoes the change. */
  const tampered = async (...statements: string[]) => {
    const { owner, lives } = errands;
    await owner.query('create table kept_event as select * from event; create table kept_life as select * from life');
    try {
      await owner.query(
        `alter table event disable trigger all; alter table life disable trigger all; set session_replication_role = replica; ${statements.join(';')}; set session_replication_role = default`,
      );
      return await verify(lives, life);
    } finally {
      await owner.query(`set session_replication_role = replica; delete from event; insert into event select * from kept_event;
        update life set snapshot = kept.snapshot, seq = kept.seq, head = kept.head from kept_life kept where kept.id = life.id; drop table kept_event, kept_life;
        set session_replication_role = default; alter table event enable trigger all; alter table life enable trigger all`);
    }
  };
  const where = 'life = (select id from life limit 1) and seq';

  it('is valid as committed', async () => {
    await expect(verify(errands.lives, life)).resolves.toBeUndefined();
    const { events } = await readChain(errands.lives, life);
    expect(events.map(({ type }) => type)).toEqual(['post', 'accept', 'finish']);
  });

  it.each([
    ['input', `input = '{"amount": 1}'`],
    ['moment', `at = at + interval '1 ms'`],
    ['party', `by = 'operator'`],
    ['person', `actor = '{"account": "somebody else"}'`],
    ['type', `type = 'block'`],
    ['key', `key = 'account/other/key'`],
    ['state', `state = 'blocked'`],
    ['chart', `chart_hash = repeat('0', 64)`],
    ['snapshot hash', `snapshot_hash = repeat('0', 64)`],
    ['effects hash', `effects_hash = repeat('0', 64)`],
    ['hash', `hash = repeat('0', 64)`],
  ])('shows the event whose %s was changed', async (_, change) => {
    await expect(tampered(`update event set ${change} where ${where} = 2`)).resolves.toMatchObject({ seq: 2 });
  });

  it('shows where an event was removed, in the middle or at the end', async () => {
    await expect(tampered(`delete from event where ${where} = 2`)).resolves.toMatchObject({ seq: 2 });
    await expect(tampered(`delete from event where ${where} = 3`)).resolves.toMatchObject({ seq: 3 });
  });

  it('shows where an event was inserted', async () => {
    const copy = `insert into event select life, 4, 'account/x/y', at, by, actor, type, input, state, snapshot_hash, effects_hash, chart_hash, hash from event where ${where} = 3`;
    await expect(tampered(copy)).resolves.toMatchObject({ seq: 4 });
    await expect(
      tampered(`update event set seq = seq + 10 where ${where} > 1`, `update event set seq = seq - 9 where ${where} > 10`),
    ).resolves.toMatchObject({ seq: 2 });
  });

  it('shows a changed snapshot or head', async () => {
    await expect(tampered(`update life set snapshot = jsonb_set(snapshot, '{context,children}', '7')`)).resolves.toMatchObject({
      seq: 3,
      problem: expect.stringContaining('snapshot'),
    });
    await expect(tampered(`update life set head = repeat('0', 64)`)).resolves.toMatchObject({
      seq: 3,
      problem: expect.stringContaining('head'),
    });
    await expect(tampered('update life set seq = 2')).resolves.toBeDefined();
  });

  it('names the chart of each event, which is stored as it was then', async () => {
    const [first] = await errands.events(life);
    const hash = first?.chart_hash;
    const [chart] = await errands.rows<{ json: object }>('select json from chart where hash = $1', hash);
    expect(hashOf(chart?.json)).toBe(hash);
  });

  it('cannot be changed by the application, nor by the owner while the guards are enabled', async () => {
    const attempts = [
      `update event set type = 'x'`,
      'delete from event',
      'truncate event',
      'update life set clock_offset = 1',
      'delete from life',
      `update chart set life = 'x'`,
    ];
    for (const attempt of attempts) await expect(errands.rows(attempt)).rejects.toThrow(/permission denied/);
    for (const attempt of attempts.slice(0, 2)) await expect(errands.owner.query(attempt)).rejects.toThrow(/append-only/);
  });
});

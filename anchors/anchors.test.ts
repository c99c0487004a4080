import type { ChildProcess } from 'node:child_process';
import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readAnchorSettings } from '../config.ts';
import { Undeliverable } from '../gateways/mail/port.ts';
import { openPlace } from '../gateways/second-place/open.ts';
import { rfc3161 } from '../gateways/timestamps/rfc3161.ts';
import { eventHash, GENESIS } from '../lives/chain.ts';
import { checkpointText, openSigner, signingKeyOf } from '../lives/log/note.ts';
import { readChain, verify } from '../lives/verify.ts';
import type { Fault } from '../local/timestamps/faults.ts';
import { createChild } from '../testing/lives/creations.ts';
import { acceptedTask } from '../testing/lives/tasks.ts';
import { goEnvironment, isGoHere } from '../testing/probes/go.ts';
import { askServer } from '../testing/probes/locks.ts';
import type { TestAnchors } from '../testing/worlds/anchors.ts';
import { openTestAnchors } from '../testing/worlds/anchors.ts';
import type { Api, Person } from '../testing/worlds/api.ts';
import { inHours, joinParties, openApi } from '../testing/worlds/api.ts';
import type { Store } from '../testing/worlds/stores.ts';
import { bucket, directories } from '../testing/worlds/stores.ts';
import { until } from '../testing/worlds/world.ts';
import { anchorHeads, anchorWhenDue, deliverAnchors } from './anchor.ts';
import { checkpointName, leavesName, stampName } from './places.ts';

const settings = readAnchorSettings();
const roots = readFileSync(settings.TIMESTAMP_ROOTS, 'utf8');

interface Anchors {
  checkpoint: { size: number } | null;
  open: { size: number; step: string; tries: number; fault: string | null }[];
  faults: { subject: string; fault: string }[];
}

let api: Api;
let customer: Person;
let contractor: Person;
let stranger: Person;
let staff: Person;
let anchors: TestAnchors;
const opened: TestAnchors[] = [];

const go = isGoHere('the log is not read with the library of Go, and no bucket of a real S3 server is the second place');
/** `anchors.exhaustive.test.ts` runs this file with a bucket. */
const STORES =
  process.env.EXHAUSTIVE && go
    ? [{ name: 'a bucket', open: bucket, patience: 900_000 }]
    : [{ name: 'a directory', open: async () => directories, patience: 60_000 }];

/** A database of its own, and a second place for it. */
async function openAnchoredApi(store?: Store): Promise<{ api: Api; anchors: TestAnchors }> {
  const made = await openApi();
  const own = openTestAnchors(made, {}, store);
  opened.push(own);
  return { api: made, anchors: own };
}

const posted = async (): Promise<string> => (await api.as(customer).postTask()).id;
const listed = async (): Promise<Anchors> => (await api.as(staff).get<Anchors>('/v1/operator/anchors')).body;
const sizeNow = async (): Promise<number> =>
  Number((await api.rows<{ size: string }>('select max(size) as size from log_checkpoint'))[0]?.size);
const problemsOf = async (life: string, of = anchors): Promise<string[]> =>
  (await of.verify()).findings.filter(({ about }) => about === life).map(({ problem }) => problem);
const wish = (fault: Fault) =>
  fetch(new URL('/control/faults', settings.TIMESTAMP_URL), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    // The note is not known before, but its request is the only one in this test: every document.
    body: JSON.stringify({ fault }),
  });

/** Changes the database as only its owner can, with the guards off. */
async function asOwner(work: (run: (sql: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>) => Promise<unknown>) {
  const client = await api.owner.connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    await work((sql, values = []) => client.query(sql, values));
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** The platform's tables as they are now, but for the log; the result puts them back, as one who restores a copy would. */
async function keepCopy(): Promise<() => Promise<void>> {
  const { rows } = await api.owner.query<{ name: string; columns: string }>(
    `select table_name as name, string_agg(quote_ident(column_name), ', ') as columns
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER' and table_name !~ '^(log_|anchor_|migration|copy_of_)'
     group by table_name`,
  );
  const mark = `copy_of_${randomBytes(4).toString('hex')}`;
  for (const { name } of rows) await api.owner.query(`create table ${mark}_${name} as table ${name}`);
  return () =>
    asOwner(async (run) => {
      for (const { name, columns } of rows) {
        await run(`delete from ${name}`);
        await run(`insert into ${name} (${columns}) overriding system value select ${columns} from ${mark}_${name}`);
      }
    });
}

const fails = (exited: Promise<unknown>): Promise<never> =>
  exited.then(() => {
    throw new Error('the process has ended by itself');
  });
const said = (child: ChildProcess, word: string): Promise<void> =>
  new Promise((resolve) => child.stdout?.on('data', (bytes) => String(bytes).includes(word) && resolve()));

describe.each(STORES)('with $name as the second place', (store) => {
  let shop: Store;
  beforeAll(async () => {
    shop = await store.open();
    ({ api, anchors } = await openAnchoredApi(shop));
    ({ customer, contractor, stranger, staff } = await joinParties(api));
  }, store.patience);
  afterAll(async () => {
    for (const each of opened.splice(0)) each.remove();
    await api.close();
    await shop.close();
  });

  describe('a keeper with the rights of the owner', () => {
    it('who cuts the tail of a chain is found by the log, and by nothing else', async () => {
      const id = await posted();
      const life = `task/${id}`;
      const back = await keepCopy();
      await api.as(contractor).command(id, 'accept', { version: 1 });
      await anchors.anchor();
      expect(await problemsOf(life)).toEqual([]);
      await back();
      expect(await verify(api.lives, life)).toBeUndefined();
      expect(await problemsOf(life)).toEqual([
        expect.stringMatching(/^event 2 was anchored at 2\d{3}-.*the event is gone, and the life stands at event 1$/),
      ]);
      // The next round notices it too, appends nothing about it, and lists it for the staff.
      await anchors.anchor();
      expect((await listed()).faults).toContainEqual(
        expect.objectContaining({ subject: life, fault: 'event 2 was anchored, and the chain ends at event 1' }),
      );
    });

    it('who rewrites a whole chain, with all of its hashes, is found by the log, and by nothing else', async () => {
      const id = await acceptedTask(api, customer, contractor);
      const life = `task/${id}`;
      await anchors.anchor();
      expect(await problemsOf(life)).toEqual([]);
      const { events } = await readChain(api.lives, life);
      await asOwner(async (run) => {
        let previous = GENESIS;
        for (const { hash: _, ...event } of events) {
          // As if another session had posted the task.
          const forged = event.seq === 1 ? { ...event, actor: { ...event.actor, session: 'f'.repeat(64) } } : event;
          previous = eventHash(previous, forged);
          await run('update event set hash = $3, actor = $4 where life = $1 and seq = $2', [
            life,
            event.seq,
            previous,
            JSON.stringify(forged.actor),
          ]);
        }
        await run('update life set head = $2 where id = $1', [life, previous]);
      });
      expect(await verify(api.lives, life)).toBeUndefined();
      expect(await problemsOf(life)).toEqual([expect.stringMatching(/^event 2 was anchored at .* it has the hash [0-9a-f]{64} now$/)]);
    });

    it('who restores an older copy of a life, and lets it go on otherwise, is found by the log, and by nothing else', async () => {
      const id = await posted();
      const life = `task/${id}`;
      const back = await keepCopy();
      await api.as(contractor).command(id, 'accept', { version: 1 });
      await anchors.anchor();
      await back();
      await api.as(customer).command(id, 'withdraw');
      expect(await verify(api.lives, life)).toBeUndefined();
      expect(await problemsOf(life)).toEqual([expect.stringMatching(/^event 2 was anchored at .* it has the hash/)]);
    });

    it('who rewrites the log in the database too does not get further: the second place has the leaves', async () => {
      const id = await acceptedTask(api, customer, contractor);
      const life = `task/${id}`;
      await anchors.anchor();
      const size = await sizeNow();
      await asOwner((run) => run('update log_leaf set head = $2 where life = $1', [life, 'e'.repeat(64)]));
      const { findings } = await anchors.verify();
      expect(findings).toContainEqual({ about: `checkpoint ${size}`, problem: 'its leaves were changed in the database' });
      await asOwner((run) =>
        run('update log_leaf set head = life.head from life where life.id = log_leaf.life and log_leaf.life = $1', [life]),
      );
      await asOwner(async (run) => {
        for (const table of ['event', 'outbox', 'effect', 'life'])
          await run(`delete from ${table} where ${table === 'life' ? 'id' : 'life'} = $1`, [life]);
      });
      expect(await problemsOf(life)).toEqual([expect.stringContaining('the life is gone')]);
    });
  });

  describe('the second place', () => {
    let own: Api;
    let place: TestAnchors;
    let poster: Person;
    beforeEach(async () => {
      ({ api: own, anchors: place } = await openAnchoredApi(shop));
      poster = await own.join(['customer']);
      for (let count = 0; count < 2; count++) {
        await own.as(poster).postTask();
        await place.anchor();
      }
    });
    afterEach(() => own.close());
    const findings = async () => (await place.verify()).findings;

    it('holds every checkpoint with its leaves and its time stamp, and all of it fits', async () => {
      expect(await place.verify()).toMatchObject({ findings: [], checkpoints: 2 });
      for (const folder of ['leaves', 'checkpoints', 'stamps']) expect(readdirSync(join(place.folder, folder))).toHaveLength(2);
    });

    it('keeps an older state of the database from signing another history, and says so', async () => {
      const [{ size }] = (await own.rows<{ size: string }>('select max(size) as size from log_checkpoint')) as [{ size: string }];
      const client = await own.owner.connect();
      await client.query(`begin; set local session_replication_role = replica;
      delete from log_node where level = 0 and index >= (select min(size) from log_checkpoint);
      delete from log_leaf where index >= (select min(size) from log_checkpoint);
      delete from log_stamp where size = ${size}; delete from anchor_step where size = ${size}; delete from log_checkpoint where size = ${size}; commit`);
      client.release();
      await own.as(poster).postTask();
      await expect(anchorHeads(place.anchoring)).rejects.toThrow('the database was set back');
      expect(await own.rows('select subject, fault from log_fault')).toEqual([
        {
          subject: 'second place',
          fault: expect.stringContaining(`it has a checkpoint of ${size} leaves that the database does not have`),
        },
      ]);
      expect(await findings()).toContainEqual({
        about: `checkpoint ${size}`,
        problem: 'the database does not have it: an older state of the database was restored',
      });
    });

    it('that is away or has lost what it had stops the anchoring alone: nothing is signed, and nothing is lost', async () => {
      const back = place.takeAway();
      await own.as(poster).postTask();
      await expect(anchorHeads(place.anchoring)).rejects.toThrow(/ENOENT|404 NoSuchBucket/);
      back();
      renameSync(join(place.folder, 'checkpoints'), join(place.folder, 'lost'));
      await expect(anchorHeads(place.anchoring)).rejects.toThrow('it no longer has the checkpoint');
      renameSync(join(place.folder, 'lost'), join(place.folder, 'checkpoints'));
      await place.anchor();
      expect(await own.rows('select from log_fault')).toEqual([]);
      expect(await place.verify()).toMatchObject({ findings: [], checkpoints: 3 });
    });

    // Of a directory, root may do everything, and tests may run as root.
    if (store.name === 'a bucket')
      it('that refuses what is written leaves open steps, shows nothing new, and gets it when it is asked again', async () => {
        const refusing = { ...place.anchoring, place: openPlace(place.readOnly) };
        const shown = async () => (await fetch(`${own.url}/v1/log/checkpoint`)).text();
        const before = await shown();
        await own.as(poster).postTask();
        await anchorHeads(refusing);
        await deliverAnchors(refusing);
        const open = await own.rows<{ step: string; fault: string }>(
          'select step, fault from anchor_step where done_at is null order by step',
        );
        expect(open.map(({ step, fault }) => [step, fault.replace(/ about .*/, '')])).toEqual([
          ['copy', 'the store answers 403 AccessDenied'],
          ['stamp', 'the store answers 403 AccessDenied'],
        ]);
        expect(await shown()).toBe(before);
        // Nothing is signed before the copy is made.
        await own.as(poster).postTask();
        expect(await anchorHeads(refusing)).toBe(false);
        // This round makes the copy, and the next has the head that waited.
        await place.hurry();
        await place.anchor();
        await place.anchor();
        expect(await own.rows('select from anchor_step where done_at is null')).toEqual([]);
        expect(await place.verify()).toMatchObject({ findings: [], checkpoints: 4 });
      });

    it('in which a checkpoint, a leaf or a time stamp was changed is found out', async () => {
      const [{ size }] = (await own.rows<{ size: number }>('select max(size)::int as size from log_checkpoint')) as [{ size: number }];
      const change = async (name: string, to: string): Promise<string[]> => {
        const file = join(place.folder, name);
        const kept = readFileSync(file);
        chmodSync(file, 0o644);
        writeFileSync(file, to);
        const found = (await findings()).map(({ about, problem }) => `${about}: ${problem}`);
        writeFileSync(file, kept);
        return found;
      };
      const stranger = openSigner(signingKeyOf(settings.LOG_PUBLIC_KEYS[0]?.split('+')[0] as string, randomBytes(32)));
      const forged = stranger.sign(checkpointText({ origin: stranger.name, size, root: randomBytes(32) }));
      expect(await change(checkpointName(size), forged)).toContain(`checkpoint ${size}: no known key has signed the note`);
      expect(await change(leavesName(size), '')).toContainEqual(expect.stringContaining('do not make its root'));
      expect(await change(stampName(size), 'no stamp')).toContainEqual(expect.stringContaining(`checkpoint ${size}: `));
      const [first = ''] = readdirSync(join(place.folder, 'stamps'));
      const other = readFileSync(join(place.folder, 'stamps', first));
      const file = join(place.folder, stampName(size));
      chmodSync(file, 0o644);
      writeFileSync(file, other);
      expect(await findings()).toEqual([
        { about: `checkpoint ${size}`, problem: 'the time stamp does not hold: it is about another document' },
      ]);
    });

    it('shows that a tile was changed in the database, and such a tree is never signed', async () => {
      const client = await own.owner.connect();
      await client.query(`begin; set local session_replication_role = replica;
      update log_node set hash = sha256('another') where level = 0 and index = 0; commit`);
      client.release();
      const [{ size }] = (await own.rows<{ size: number }>('select max(size)::int as size from log_checkpoint')) as [{ size: number }];
      expect(await findings()).toEqual([{ about: `checkpoint ${size}`, problem: 'the tiles in the database do not make its root' }]);
      await own.as(poster).postTask();
      await expect(anchorHeads(place.anchoring)).rejects.toThrow(`the stored tree is not the one of the checkpoint of ${size} leaves`);
      expect(await own.rows('select subject from log_fault')).toEqual([{ subject: 'log' }]);
    });

    it('never gets other bytes under a name that it has', async () => {
      const { place: port } = place.anchoring;
      await port.keep('leaves/1', Buffer.from('one'));
      await port.keep('leaves/1', Buffer.from('one'));
      await expect(port.keep('leaves/1', Buffer.from('two'))).rejects.toThrow('with other bytes');
      expect(String(await port.read('leaves/1'))).toBe('one');
      expect(readdirSync(place.folder).filter((name) => name.startsWith('.'))).toEqual([]);
    });
  });

  describe('the time stamp authority', () => {
    it('stamps each checkpoint so that openssl can check it', async () => {
      await posted();
      await anchors.anchor();
      const size = await sizeNow();
      const folder = mkdtempSync('/tmp/akjet-stamp-');
      const reply = await fetch(`${api.url}/v1/log/timestamps/${size}`);
      expect(reply.headers.get('content-type')).toBe('application/timestamp-reply');
      writeFileSync(join(folder, 'stamp.tsr'), Buffer.from(await reply.arrayBuffer()));
      writeFileSync(join(folder, 'checkpoint'), await (await fetch(`${api.url}/v1/log/checkpoint`)).text());
      writeFileSync(join(folder, 'other'), 'another document');
      const check = (data: string) =>
        spawnSync('openssl', ['ts', '-verify', '-data', data, '-in', 'stamp.tsr', '-CAfile', settings.TIMESTAMP_ROOTS], { cwd: folder });
      expect(String(check('checkpoint').stdout)).toContain('Verification: OK');
      expect(check('other').status).not.toBe(0);
      rmSync(folder, { recursive: true });
    });

    it.each<[Fault, string]>([
      ['down', 'fetch failed'],
      ['refused', 'the authority refused: status 2 on demand'],
      ['wrong-nonce', 'it answers another request'],
      ['wrong-document', 'it is about another document'],
      ['stranger', 'No valid certificate paths found'],
      ['slow', 'timeout'],
    ])('that is %s leaves an open step for the staff, stops nothing, and is asked again', async (fault, why) => {
      const hasty = { ...anchors.anchoring, timestamps: rfc3161({ url: settings.TIMESTAMP_URL, roots, timeout: 1_000 }) };
      const id = await posted();
      await wish(fault);
      await anchorHeads(hasty);
      await deliverAnchors(hasty);
      const { checkpoint, open } = await listed();
      expect(open).toEqual([expect.objectContaining({ step: 'stamp', tries: 1, fault: expect.stringContaining(why) })]);
      // What was signed is shown without its stamp meanwhile.
      expect(checkpoint?.size).toBe(await sizeNow());
      expect((await api.as(customer).get(`/v1/tasks/${id}/proof`)).status).toBe(200);
      await anchors.hurry();
      await deliverAnchors(hasty);
      expect((await listed()).open).toEqual([]);
      expect((await anchors.verify()).findings.filter(({ about }) => about === `checkpoint ${checkpoint?.size}`)).toEqual([]);
    });
  });

  describe('a process that is killed', () => {
    const MOMENTS = [
      ...['in the transaction', 'after the commit', 'before leaves', 'before checkpoints', 'after checkpoints'],
      ...['before the stamp', 'before stamps', 'after stamps'],
    ];

    it.each(MOMENTS)('%s leaves neither a gap nor a leaf twice, and what it left is done', async (moment) => {
      const before = await sizeNow();
      const life = `task/${await posted()}`;
      const client = await api.owner.connect();
      if (moment === 'in the transaction') await client.query('begin; lock table anchor_step in share mode');
      const child = spawn(process.execPath, [fileURLToPath(new URL('../testing/probes/anchoring.ts', import.meta.url)), moment], {
        env: { ...process.env, DATABASE_URL: api.config.DATABASE_URL, ...anchors.settings },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const exited = new Promise((resolve) => child.once('exit', resolve));
      try {
        const waits = async () =>
          (await askServer(api, `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length ===
          1;
        await (moment === 'in the transaction'
          ? until(waits, 'the process is in its transaction')
          : Promise.race([said(child, 'here'), fails(exited)]));
      } finally {
        child.kill('SIGKILL');
        await exited;
        await client.query('rollback');
        client.release();
      }

      await until(async () => {
        await anchors.hurry();
        await anchors.anchor();
        return (await api.rows('select from log_leaf where life = $1', life)).length === 1;
      }, 'the life is anchored');
      const [{ count, last }] = (await api.rows<{ count: number; last: number }>(
        'select count(*)::int as count, max(index)::int + 1 as last from log_leaf',
      )) as [{ count: number; last: number }];
      expect([count, last]).toEqual([await sizeNow(), await sizeNow()]);
      expect(count).toBeGreaterThan(before);
      await anchors.hurry();
      await anchors.anchor();
      expect((await listed()).open).toEqual([]);
      expect((await anchors.verify()).findings.filter(({ about }) => about.startsWith('checkpoint') || about === life)).toEqual([]);
    });
  });

  describe('the job', () => {
    it('appends a head once, also if several workers run it at one moment', async () => {
      const lives = await Promise.all(Array.from({ length: 3 }, posted));
      await Promise.all(Array.from({ length: 5 }, () => anchorHeads(anchors.anchoring)));
      await anchors.anchor();
      const leaves = await api.rows<{ life: string }>(
        'select life from log_leaf where life = any($1)',
        lives.map((id) => `task/${id}`),
      );
      expect(leaves).toHaveLength(3);
    });

    it('anchors as often as the dated parameter says', async () => {
      await anchors.anchor();
      const size = await sizeNow();
      await posted();
      expect(await anchorWhenDue(anchors.anchoring)).toBe(false);
      expect(await sizeNow()).toBe(size);
      await api.owner.query(`update parameter set value = '0' where code = 'anchorMinutes'`);
      expect(await anchorWhenDue(anchors.anchoring)).toBe(true);
      expect(await sizeNow()).toBe(size + 1);
      await api.owner.query(`update parameter set value = '60' where code = 'anchorMinutes'`);
    });

    it('mails each checkpoint to whom the settings name; an address that is refused for good is not tried again', async () => {
      const sent: { to: string; text: string }[] = [];
      const mail = {
        send: async (letter: { to: string; text: string }) => {
          if (letter.to.startsWith('nobody')) throw new Undeliverable('550 no such user');
          sent.push(letter);
          return '250';
        },
      };
      await posted();
      const mailing = { ...anchors.anchoring, mail, emails: ['auditor@example.kz', 'nobody@example.kz'] };
      await anchorHeads(mailing);
      await deliverAnchors(mailing);
      const note = await (await fetch(`${api.url}/v1/log/checkpoint`)).text();
      expect(sent).toEqual([expect.objectContaining({ to: 'auditor@example.kz', text: expect.stringContaining(note) })]);
      const [step] = await api.rows('select done_at is not null as done, fault from anchor_step where step = $1', 'mail');
      expect(step).toEqual({ done: true, fault: '550 no such user' });
    });
  });

  test('npm run verify -- --log says what it found, and its result is an exit code', async () => {
    const { api: own, anchors: place } = await openAnchoredApi(shop);
    const person = await own.join(['customer']);
    const { id } = await own.as(person).postTask();
    await place.anchor();
    const run = () =>
      spawnSync(process.execPath, [fileURLToPath(new URL('../scripts/verify.ts', import.meta.url)), '--log'], {
        env: { ...process.env, DATABASE_URL: own.config.DATABASE_URL, ...place.readOnly },
        encoding: 'utf8',
      });
    expect(run()).toMatchObject({ status: 0, stdout: 'The log holds: 1 checkpoint, 1 leaf, 1 chain.\n' });
    const client = await own.owner.connect();
    await client.query(`begin; set local session_replication_role = replica; delete from event where life = 'task/${id}'; commit`);
    client.release();
    const { status, stdout } = run();
    expect(status).toBe(1);
    expect(stdout).toContain(`task/${id}: event 1 was anchored`);
    await own.close();
  });
});

describe('the log over HTTP', () => {
  beforeAll(async () => {
    ({ api, anchors } = await openAnchoredApi());
    ({ customer, contractor, stranger, staff } = await joinParties(api));
  });
  afterAll(async () => {
    for (const each of opened.splice(0)) each.remove();
    await api.close();
  });

  const proofOf = async (person: Person | undefined, id: string, query = '') => {
    const { status, body, problem } = await api.as(person).get<string>(`/v1/tasks/${id}/proof${query}`);
    const extra = /^extra (.*)$/m.exec(String(body))?.[1];
    return { status, code: problem?.code, leaf: extra && JSON.parse(Buffer.from(extra, 'base64').toString()), body: String(body) };
  };

  it('gives the proof of a chain to its parties and the staff, and to nobody else', async () => {
    const id = await posted();
    expect(await proofOf(customer, id)).toMatchObject({ status: 404, code: 'not-anchored' });
    await anchors.anchor();
    await api.as(contractor).command(id, 'accept', { version: 1 });
    await anchors.anchor();
    const { events } = await readChain(api.lives, `task/${id}`);
    for (const person of [customer, contractor, staff])
      expect((await proofOf(person, id)).leaf).toEqual({ life: `task/${id}`, seq: 2, head: events[1]?.hash });
    expect((await proofOf(customer, id, '?seq=1')).leaf).toMatchObject({ seq: 1, head: events[0]?.hash });
    expect(await proofOf(customer, id, '?seq=3')).toMatchObject({ code: 'not-anchored' });
    expect(await proofOf(stranger, id)).toMatchObject({ status: 404, code: 'not-found' });
    expect(await proofOf(undefined, id)).toMatchObject({ status: 401 });
  });

  it('shows who sees a review only from its first event no proof of a later one', async () => {
    const [task, parent] = [await posted(), 'task/'];
    const input = {
      ...{ parent: `${parent}${task}`, customer: customer.id, contractor: contractor.id },
      ...{ closesAt: inHours(168), terms: { reminderHours: 48, replyDays: 14 } },
    };
    await createChild(api, input.parent, { child: `review/${task}/1`, type: 'open', by: 'platform', input });
    expect((await api.as(customer).post(`/v1/reviews/${task}.1/write`, { stars: 5 })).status).toBe(200);
    await anchors.anchor();
    const asked = async (person: Person) => (await api.as(person).get<string>(`/v1/reviews/${task}.1/proof`)).problem?.code;
    expect(await asked(staff)).toBeUndefined();
    expect(await asked(contractor)).toBe('not-anchored');
  });

  it('shows neither lives nor a tile behind the newest checkpoint that is in the second place', async () => {
    const away = { ...anchors.anchoring, place: { ...anchors.anchoring.place, keep: async () => Promise.reject(new Error('away')) } };
    const shown = Number((await (await fetch(`${api.url}/v1/log/checkpoint`)).text()).split('\n')[1]);
    const id = await posted();
    await anchorHeads(away);
    await deliverAnchors(away);
    expect(await sizeNow()).toBe(shown + 1);
    expect((await (await fetch(`${api.url}/v1/log/checkpoint`)).text()).split('\n')[1]).toBe(String(shown));
    const statusOf = async (path: string) => (await fetch(`${api.url}/v1/log/${path}`)).status;
    expect(await statusOf(`tile/0/000.p/${shown}`)).toBe(200);
    expect(await statusOf(`tile/0/000.p/${shown + 1}`)).toBe(404);
    expect(await statusOf(`timestamps/${shown + 1}`)).toBe(404);
    expect(await statusOf(`tile/entries/000.p/${shown}`)).toBe(404);
    expect(await proofOf(customer, id)).toMatchObject({ code: 'not-anchored' });
    await anchors.hurry();
    await anchors.anchor();
    expect(await statusOf(`tile/0/000.p/${shown + 1}`)).toBe(200);
  });

  it('has a proof that the program in docs/chain.md checks', async () => {
    const id = await posted();
    await anchors.anchor();
    const { body } = await proofOf(customer, id);
    const document = readFileSync(new URL('../docs/chain.md', import.meta.url), 'utf8');
    const [, program = ''] = /## Checking an anchor[\s\S]*?```js\n([\s\S]*?)```/.exec(document) ?? [];
    const folder = mkdtempSync('/tmp/akjet-proof-');
    writeFileSync(join(folder, 'check.mjs'), program);
    const run = (proof: string) => {
      writeFileSync(join(folder, 'life.tlog-proof'), proof);
      return spawnSync(process.execPath, ['check.mjs', settings.LOG_PUBLIC_KEYS[0] as string], { cwd: folder, encoding: 'utf8' }).stdout;
    };
    expect(run(body)).toContain(`task/${id}`);
    expect(run(body)).toContain('is in the log');
    expect(run(body.replace(/^index \d+/m, 'index 0'))).toContain('DOES NOT FIT');
    expect(run(body.replace(/^extra .*$/m, `extra ${Buffer.from('{"seq":9}').toString('base64')}`))).toContain('DOES NOT FIT');
    rmSync(folder, { recursive: true });
  });

  (go ? it : it.skip)('is read by the library of the Go checksum database: signature, inclusion and consistency', async () => {
    const { api: own, anchors: place } = await openAnchoredApi();
    const folder = mkdtempSync('/tmp/akjet-tlog-');
    const person = await own.join(['customer']);
    const tasks: string[] = [];
    const grow = async (count: number) => {
      // Lives that were only ever counted, so that the tree gets more than one tile.
      await own.owner.query(
        `insert into life (id, kind, seq, head) select 'errand/' || gen_random_uuid(), 'errand', 1, encode(sha256(gen_random_uuid()::text::bytea), 'hex')
         from generate_series(1, $1)`,
        [count],
      );
      tasks.push((await own.as(person).postTask()).id);
      await place.anchor();
    };
    await grow(299);
    writeFileSync(join(folder, 'older'), await (await fetch(`${own.url}/v1/log/checkpoint`)).text());
    await grow(1_100);
    await grow(3);
    const proofs = await Promise.all(
      tasks.map(async (id, index) => {
        const file = join(folder, `${index}.tlog-proof`);
        writeFileSync(file, (await own.as(person).get<string>(`/v1/tasks/${id}/proof`)).body);
        return file;
      }),
    );
    const { body } = await own.as().get<{ publicKeys: string[] }>('/v1/log');
    const program = fileURLToPath(new URL('../testing/probes/tlog', import.meta.url));
    const run = (key: string, ...files: string[]) =>
      promisify(execFile)('go', ['run', '.', `${own.url}/v1/log`, key, ...files], { cwd: program, env: goEnvironment });
    const [key = ''] = body.publicKeys;
    const { stdout } = await run(key, join(folder, 'older'), ...proofs);
    const size = Number((await own.rows<{ size: string }>('select max(size) as size from log_checkpoint'))[0]?.size);
    expect(size).toBeGreaterThan(1_400);
    expect(stdout).toContain(`checkpoint ${size}\n`);
    expect(stdout).toMatch(/^continues 3\d\d$/m);
    for (const id of tasks) expect(stdout).toContain(`"life":"task/${id}"`);

    // Controls: another key, another older tree, another leaf.
    const stranger = openSigner(signingKeyOf(key.split('+')[0] as string, randomBytes(32)));
    await expect(run(stranger.publicKey)).rejects.toThrow(/no verifiable signatures/);
    const signer = openSigner(settings.LOG_SIGNING_KEY);
    writeFileSync(join(folder, 'forged'), signer.sign(checkpointText({ origin: signer.name, size: 300, root: randomBytes(32) })));
    await expect(run(key, join(folder, 'forged'))).rejects.toThrow();
    const [proof = ''] = proofs;
    writeFileSync(
      proof,
      readFileSync(proof, 'utf8').replace(/^index (\d+)$/m, (_, index) => `index ${Number(index) - 1}`),
    );
    await expect(run(key, join(folder, 'older'), proof)).rejects.toThrow();
    rmSync(folder, { recursive: true });
    await own.close();
  });
});

test('the openssl of this machine is there: CI needs it', () => {
  expect(String(execFileSync('openssl', ['version']))).toContain('SSL');
});

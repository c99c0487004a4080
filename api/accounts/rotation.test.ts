/** A change of the sealing secret over the real stack: beside users, and until the old secret is gone. */
import { randomBytes } from 'node:crypto';
import { verify } from '../../lives/verify.ts';
import { loginAs } from '../../local/postgresql.ts';
import { reseal, SEALED_COLUMNS } from '../../models/reseal.ts';
import { select } from '../../models/statement.ts';
import { isProvedElsewhere, namesakesOf } from '../../models/stores/account.ts';
import { openPlatform, openStorage } from '../../platform.ts';
import type { Registered } from '../../testing/people/accounts.ts';
import { employ } from '../../testing/people/accounts.ts';
import { anyIdentifier } from '../../testing/people/identifiers.ts';
import { liftLimits } from '../../testing/people/limits.ts';
import type { Login } from '../../testing/people/logins.ts';
import { askCode, authorise, enter, logIn, newKey, signed, withToken } from '../../testing/people/logins.ts';
import { anyNumber } from '../../testing/people/people.ts';
import { acceptance, done, registration } from '../../testing/people/registration.ts';
import { setParameter } from '../../testing/stand-ins/sms.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { codeAt } from '../auth/one-time-codes.ts';
import { makeEnrolment } from '../auth/second-factor.ts';

const NEW = randomBytes(32).toString('hex');

let old: Api;
let OLD: string;
/** Opens the API on the same database with other sealing secrets, newest first. */
const withSecrets = (...secrets: string[]): Promise<Api> =>
  openApi({ ownDatabase: false, sweeping: false, settings: { DATABASE_URL: old.config.DATABASE_URL, SEALING_SECRETS: secrets } });

beforeAll(async () => {
  old = await openApi({ sweeping: false });
  await liftLimits(old.owner);
  await setParameter(old.owner, 'registrationsPerAddress', 10_000);
  [OLD] = old.config.SEALING_SECRETS as [string];
});
afterAll(() => old.close());

interface User {
  number: string;
  identifier: string;
  id: string;
}

const asPerson = ({ token }: Pick<Login, 'token'>): Person => ({ token }) as Person;

/** Logs in with a code to a new number, registers, and accepts the offer with a statement. */
async function join(api: Api): Promise<User> {
  const [number, identifier] = [anyNumber(), anyIdentifier()];
  const login = await enter(api, number, { deviceName: 'Телефон Айгүл' });
  const account = done(
    await withToken(api, login.token).post<{ id: string }>(
      '/v1/accounts',
      await registration(api, login, { identifier, roles: ['customer'] }),
    ),
  );
  done(await withToken(api, login.token).post('/v1/offer/acceptances', await acceptance(api, asPerson(login))));
  return { number, identifier, id: account.id };
}

/** Logs in and reads what is sealed: number, IIN, name of the device, details, statement. */
async function readAll(api: Api, { number, identifier, id }: User): Promise<void> {
  const { token, person, accounts } = await enter(api, number, { deviceName: 'Ноутбук' });
  expect([person.number, accounts.map((each) => each.id)]).toEqual([number, [id]]);
  const client = withToken(api, token);
  const me = done(await client.get<{ identifier: string; email: string }>('/v1/accounts/me'));
  expect([me.identifier, me.email]).toEqual([`${identifier.slice(0, 6)}••••${identifier.slice(-2)}`, 'aigul@example.kz']);
  const sessions = done(await client.get<{ items: { device: { name: string } }[] }>('/v1/auth/sessions'));
  expect(sessions.items[0]?.device.name).toBe('Ноутбук');
  const { items } = done(await client.get<{ items: { id: string }[] }>('/v1/offer/acceptances'));
  const text = await client.get<string>(`/v1/offer/acceptances/${items[0]?.id}/statement`);
  expect(text.body).toContain(number);
}

/** Registers an IIN for a new person. Returns the account's id. */
const registerAgain = async (api: Api, identifier: string): Promise<string> => {
  const { token } = await enter(api);
  return done(
    await withToken(api, token).post<{ id: string }>(
      '/v1/accounts',
      await registration(api, { token }, { identifier, roles: ['customer'] }),
    ),
  ).id;
};
/** Registers an IIN again, and expects that the other account with it is found, whatever secret sealed it. */
const isFoundAgain = async (api: Api, { identifier, id }: User): Promise<void> => {
  const found = await namesakesOf(api.lives.database, await registerAgain(api, identifier));
  expect(found.map((each) => each.id)).toContain(id);
};

/** Proves the IIN of two accounts in two processes at once. Says of each, in order, whether the other had proved it: one of them waits for the other. */
const proveTogether = async (apis: Api[], ids: string[]): Promise<boolean[]> => {
  const answers = apis.map(({ lives: { database } }, index) =>
    database.transaction(async (transaction) => {
      const isElsewhere = await isProvedElsewhere(transaction, ids[index] as string, ['identity']);
      if (!isElsewhere)
        await database.query('update account set proof = $1 where id = $2', { bind: ['verification', ids[index]], transaction });
      return isElsewhere;
    }),
  );
  return (await Promise.all(answers)).toSorted();
};

/** The ids of the secrets that values are sealed with, by column. */
async function sealedWith(api: Api): Promise<string[]> {
  const found = await Promise.all(
    SEALED_COLUMNS.map(({ table, column }) =>
      api.owner.query(`select distinct encode(substring(${column} from 2 for 4), 'hex') as id from ${table} where ${column} is not null`),
    ),
  );
  return [...new Set(found.flatMap(({ rows }) => rows.map(({ id }) => String(id))))];
}

describe('a change of the sealing secret', () => {
  const users: User[] = [];
  let staff: Registered;
  let factor: string;
  beforeAll(async () => {
    staff = await employ(old, ['support']);
    const { secret: enrolment } = await makeEnrolment(old.lives.database, staff.person, 'a test');
    const client = withToken(old, staff.token);
    factor = done(await client.post<{ key: string }>('/v1/auth/second-factor', { enrolment })).key;
    // The code of the step before, so that the present one is left.
    done(await client.post('/v1/auth/second-factor/confirmation', { code: codeAt(factor, Date.now() - 30_000) }));
  });

  it('begins with processes that know the new secret and do not use it: both find the same values', async () => {
    for (let count = 0; count < 4; count++) users.push(await join(old));
    const [before, after] = await Promise.all([withSecrets(OLD, NEW), withSecrets(NEW, OLD)]);
    try {
      for (const api of [before, after]) {
        await readAll(api, users[0] as User);
        await isFoundAgain(api, users[1] as User);
      }
      // Two processes with different current secrets register and prove one IIN, or create one person, at the same time.
      for (let round = 0; round < 5; round++) {
        const identifier = anyIdentifier();
        const ids = await Promise.all([before, after].map((api) => registerAgain(api, identifier)));
        for (const api of [before, after])
          expect((await namesakesOf(api.lives.database, ids[0] as string)).map(({ id }) => id)).toEqual([ids[1]]);
        expect(await proveTogether([before, after], ids)).toEqual([false, true]);
        const number = anyNumber();
        const codes = [await askCode(before, number), await askCode(after, number)];
        const logins = await Promise.all([before, after].map((api, index) => logIn(api, codes[index] as object)));
        expect(new Set(logins.map(({ body }) => body.person.id)).size).toBe(1);
      }
      expect((await sealedWith(after)).length).toBe(2);
    } finally {
      await Promise.all([before.close(), after.close()]);
    }
  });

  it('control: a process without the old secret does not start while it is needed', async () => {
    const settings = { ...old.config, SEALING_SECRETS: [NEW] };
    await expect(openStorage(settings)).rejects.toThrow(/^SEALING_SECRETS lacks the secret [0-9a-f]{8}: stored values need it/);
    const platform = openPlatform(settings, {} as never, { log: { child: () => ({}) } as never, sweeping: false });
    await expect(platform).rejects.toThrow('SEALING_SECRETS lacks the secret');
  });

  it('seals everything anew while users register, log in and read; an interrupted run goes on', async () => {
    const api = await withSecrets(NEW, OLD);
    try {
      const key = newKey();
      const device = await authorise(api, await enter(api, users[3]?.number), key, 'Планшет');
      let isOver = false;
      let count = 0;
      const traffic = async (user: User): Promise<void> => {
        while (!isOver) {
          await readAll(api, user);
          users.push(await join(api));
          await isFoundAgain(api, user);
          count++;
        }
      };
      const running = Promise.all(users.slice(0, 2).map(traffic));
      // An interrupted run: its only connection ends in the middle, and no other one is opened.
      const asOwner = { ...api.config, DATABASE_URL: loginAs(api.config.DATABASE_URL, 'akjet_owner') };
      const storage = await openStorage(asOwner, { connections: 1 });
      const [row] = await select<{ pid: number }>(storage.database, 'select pg_backend_pid() as pid', []);
      const interrupted = reseal(storage.database, { batch: 1 }).then(
        () => 'finished',
        () => 'interrupted',
      );
      await new Promise((over) => setTimeout(over, 150));
      await api.owner.query('select pg_terminate_backend($1)', [row?.pid]);
      await storage.database.close();
      expect(await interrupted).toBe('interrupted');
      const again = await openStorage(asOwner, { connections: 1 });
      await reseal(again.database, { batch: 3 });
      await again.database.close();
      isOver = true;
      await running;
      expect(count).toBeGreaterThan(0);
      expect(await sealedWith(api)).toEqual([api.sealing.ids[0]]);
      expect(await api.rows('select id from secret where use = $1', 'sealing')).toEqual([{ id: api.sealing.ids[0] }]);
      // A device with a key logs in after it as before.
      const login = await logIn(api, { device, ...(await signed(api, key)) });
      expect([login.status, login.body.session?.device]).toEqual([201, device]);
    } finally {
      await api.close();
    }
  });

  it('ends without the old secret: all users log in, everything opens, and a registered IIN is found', async () => {
    const api = await withSecrets(NEW);
    try {
      for (const user of users) await readAll(api, user);
      done(await withToken(api, staff.token).post('/v1/auth/second-factor/proof', { code: codeAt(factor) }));
      for (const user of users.slice(0, 3)) await isFoundAgain(api, user);
      const [row] = await api.rows<{ count: number }>('select count(distinct number_hash)::int as count from person');
      const numbers = new Set<string>();
      const persons = await api.rows<{ id: string; number: Buffer }>('select id, number from person');
      for (const { id, number } of persons) numbers.add(api.sealing.open(number, { table: 'person', column: 'number', row: id }));
      expect([persons.length, numbers.size]).toEqual([row?.count, row?.count]);
    } finally {
      await api.close();
    }
  });

  it('control: who still has only the old secret does not start', async () => {
    await expect(openStorage({ ...old.config, SEALING_SECRETS: [OLD] })).rejects.toThrow('SEALING_SECRETS lacks the secret');
  });
});

describe('a change of the secret of the keys', () => {
  const SECOND = randomBytes(32).toString('hex');
  const withKeys = (...secrets: string[]) =>
    openApi({
      ...{ ownDatabase: false, sweeping: false },
      settings: { DATABASE_URL: old.config.DATABASE_URL, SEALING_SECRETS: [NEW], AKJET_SECRET: secrets },
    });
  let FIRST: string;
  beforeAll(() => {
    [FIRST] = old.config.AKJET_SECRET as [string];
  });

  it('control: the oldest secret stays the last, and none may be missing', async () => {
    const settings = { ...old.config, SEALING_SECRETS: [NEW] };
    const lacks = openStorage({ ...settings, AKJET_SECRET: [SECOND] });
    await expect(lacks).rejects.toThrow(/^AKJET_SECRET lacks the secret [0-9a-f]{8}/);
    const reversed = openStorage({ ...settings, AKJET_SECRET: [FIRST, SECOND] });
    await expect(reversed).rejects.toThrow(/^AKJET_SECRET must end with the secret [0-9a-f]{8}/);
  });

  it('leaves old chains verifiable, the same person recognisable, and new texts under the new secret', async () => {
    const before = await withKeys(FIRST);
    const user = await join(before);
    await before.close();
    const api = await withKeys(SECOND, FIRST);
    try {
      const life = `account/${user.id}`;
      await expect(verify(api.lives, life)).resolves.toBeUndefined();
      const { token } = await enter(api, user.number);
      done(await withToken(api, token).patch('/v1/accounts/me', { name: 'Айгүл Серікова' }));
      await expect(verify(api.lives, life)).resolves.toBeUndefined();
      const events = await api.rows<{ type: string; input: { details?: { hash: string } }; actor: { person?: string } }>(
        'select type, input, actor from event where life = $1 order by seq',
        life,
      );
      const secrets = events.flatMap(({ input }) => input.details?.hash.split('.')[0] ?? []);
      expect(secrets).toEqual(api.lives.keys.ids.toReversed());
      expect(new Set(events.map(({ actor }) => actor.person)).size).toBe(1);
    } finally {
      await api.close();
    }
    const early = openStorage({ ...old.config, SEALING_SECRETS: [NEW], AKJET_SECRET: [FIRST] });
    await expect(early).rejects.toThrow('AKJET_SECRET lacks the secret');
  });
});

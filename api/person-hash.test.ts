import type { Api, Person, Task } from '../testing/worlds/api.ts';
import { openApi } from '../testing/worlds/api.ts';
import { newToken, tokenHash } from './session.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi({ sweeping: false });
});
afterAll(() => api.close());

interface Actor {
  account: string;
  person: string;
  session: string;
  device: string;
}

/** The actors of the customer's events, as the contractor reads them in the chain. */
async function actorsSeenBy(contractor: Person, { id }: Task): Promise<Actor[]> {
  const { body } = await api.as(contractor).get<{ items: { by: string; actor: Actor | null }[] }>(`/v1/tasks/${id}/events`);
  return body.items.filter(({ by }) => by === 'customer').map(({ actor }) => actor as Actor);
}

it('two counterparties cannot link the accounts of one person, and one sees whether the same person acts again', async () => {
  const [one, other, first, second] = await Promise.all([
    api.join(['customer']),
    api.join(['customer']),
    api.join(['contractor']),
    api.join(['contractor']),
  ]);
  // The person of the first account acts for the other one too, in the same session.
  const { rows } = await api.owner.query(
    `insert into membership (account, person, roles) select $2, person, '{owner}' from membership where account = $1 returning person`,
    [one.id, other.id],
  );
  const token = newToken();
  await api.owner.query(
    `insert into session (id, token_hash, person, account, device, idle_until, expires_at)
     select gen_random_uuid(), $1, person, $2, device, idle_until, expires_at from session where person = $3`,
    [tokenHash(token), other.id, rows[0].person],
  );
  const same = { ...other, token };

  const seen: Actor[][] = [];
  for (const [customer, contractor] of [
    [one, first],
    [same, second],
  ] as const) {
    const task = await api.as(customer).postTask({ match: 'choice' });
    const { id } = await api.as(contractor).command(task.id, 'respond', { version: 1 });
    await api.as(customer).command(id, 'choose', { version: 1, contractor: contractor.id });
    await api.as(contractor).command(id, 'accept', { version: 1 });
    seen.push(await actorsSeenBy(contractor, task));
  }
  for (const actors of seen) {
    expect(actors.length).toBeGreaterThan(1);
    for (const { person, session, device } of actors) {
      expect([person, session, device]).toEqual([actors[0]?.person, actors[0]?.session, actors[0]?.device]);
      expect(person).toMatch(/^[0-9a-f]{64}$/);
    }
  }
  const hashes = seen.flatMap(([actor]) => [actor?.person, actor?.session, actor?.device]);
  expect(new Set(hashes).size).toBe(6);
});

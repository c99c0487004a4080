/** What people are owed is said each night: everybody finds their own sum in the total, and nobody can say otherwise later. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { isProved } from '../../lives/log/balance-tree.ts';
import { checkBalances, headOfDay, tellBalances } from '../../lives/log/balances.ts';
import { leafBytes } from '../../lives/log/leaf.ts';
import type { TestAnchors } from '../../testing/worlds/anchors.ts';
import { openTestAnchors } from '../../testing/worlds/anchors.ts';
import type { Api, Person } from '../../testing/worlds/api.ts';
import { openApi } from '../../testing/worlds/api.ts';
import { BOOK, CHART, writeBooked } from '../../testing/worlds/ledger.ts';
import type { BalanceProof } from './schema.ts';

type Proof = z.output<typeof BalanceProof>;
const DAY = 86_400_000;
const now = new Date();
/** Tiyn: 1 000, 2 000, … 10 000 tenge, 55 000 in all. */
const SUMS = Array.from({ length: 10 }, (_, index) => (index + 1) * 100_000);

let api: Api;
let anchors: TestAnchors;
let people: Person[];
let stranger: Person;
beforeAll(async () => {
  api = await openApi({ ownDatabase: true });
  anchors = openTestAnchors(api);
  people = await Promise.all(SUMS.map(() => api.join(['contractor'])));
  stranger = await api.join(['customer']);
  await api.owner.query(CHART);
  for (const [index, amount] of SUMS.entries()) await owe(people[index] as Person, amount);
});
afterAll(async () => {
  anchors.remove();
  await api.close();
});

const owe = (person: Person, amount: number) => {
  const there = `held/task/${randomUUID()}`;
  const move = (debit: string, credit: string) => ({ code: 'payment-captured', debit, credit, amount, phase: 'single' as const });
  return writeBooked(api.owner, BOOK, [move('provider/sandbox', there), move(there, `owed/${person.id}`)]);
};
const proofOf = async (person: Person): Promise<Proof> => (await api.as(person).get<Proof>('/v1/balance/proof')).body;
const holds = ({ day, leaf, path }: Proof): boolean => {
  if (day === null || leaf === null) return false;
  return isProved(
    { account: leaf.account, nonce: Buffer.from(leaf.nonce, 'hex'), sum: BigInt(leaf.sum) },
    path.map(({ side, hash, sum }) => ({ side, hash: Buffer.from(hash, 'hex'), sum: BigInt(sum) })),
    { hash: Buffer.from(day.root, 'hex'), sum: BigInt(day.total) },
  );
};
/** Changes the database as only its owner can, with the guards off. */
async function asOwner(sql: string): Promise<void> {
  const client = await api.owner.connect();
  try {
    await client.query(`begin; set local session_replication_role = replica; ${sql}; commit`);
  } finally {
    client.release();
  }
}

it('before the first night says nothing', async () => {
  expect(await proofOf(people[0] as Person)).toEqual({ day: null, leaf: null, path: [], log: null });
});

it('shows each of ten accounts its sum in the total, beside the money at the provider, and not whose the others are', async () => {
  expect(await tellBalances(api.worker.lives.database, now)).toBe(true);
  const proofs = await Promise.all(people.map(proofOf));
  expect(proofs.map(({ leaf }) => Number(leaf?.sum))).toEqual(SUMS);
  expect(proofs.map(holds)).toEqual(SUMS.map(() => true));
  const [proof] = proofs as [Proof];
  expect(proof.day).toMatchObject({ number: 1, leaves: 10, total: '5500000', previous: null });
  expect(proof.day?.beside).toEqual({
    ...{ held: '0', social: '0' },
    providers: [{ name: 'sandbox', booked: '5500000', comparedAt: null, differences: 0 }],
  });
  const said = JSON.stringify(proof);
  for (const other of people.slice(1)) expect(said).not.toContain(other.id);
  // A sum that is not the one in the tree is not proved, and who is owed nothing has no leaf.
  expect(holds({ ...proof, leaf: proof.leaf && { ...proof.leaf, sum: '100001' } })).toBe(false);
  expect((await proofOf(stranger)).leaf).toBeNull();
});

it('is said once a day, however often somebody asks for it', async () => {
  await owe(people[0] as Person, 1);
  const again = await Promise.all([1, 2, 3].map(() => tellBalances(api.worker.lives.database, now)));
  expect(again).toEqual([false, false, false]);
  expect((await proofOf(people[0] as Person)).leaf?.sum).toBe('100000');
});

it('stands in the log, and the next day follows from it', async () => {
  await anchors.anchor();
  const first = await proofOf(people[0] as Person);
  expect(first.log).toContain(leafBytes({ life: 'balances', seq: 1, head: first.day?.head as string }).toString('base64'));
  expect(await tellBalances(api.worker.lives.database, new Date(now.getTime() + DAY))).toBe(true);
  await anchors.anchor();
  const next = await proofOf(people[0] as Person);
  expect([next.day?.number, next.day?.previous, next.leaf?.sum, holds(next)]).toEqual([2, first.day?.head, '100001', true]);
  expect(next.log).toContain(leafBytes({ life: 'balances', seq: 2, head: next.day?.head as string }).toString('base64'));
  // What anybody can compute from the answer.
  const { day } = next as { day: NonNullable<Proof['day']> };
  expect(headOfDay({ ...day, at: new Date(day.at), root: Buffer.from(day.root, 'hex') }, day.previous)).toBe(day.head);
  expect((await anchors.verify()).findings.filter(({ about }) => about === 'balances')).toEqual([]);
  expect(await checkBalances(api.lives.database)).toEqual({ faults: [], days: 2 });
});

describe('a keeper with the rights of the owner', () => {
  it('who lowers a sum of the past is found by the tree, and who makes the day anew by the log', async () => {
    await asOwner('update balance_node set sum = sum - 1 where number = 1 and level = 0 and index = 0');
    expect((await checkBalances(api.lives.database)).faults).toEqual([expect.stringContaining('its leaves do not make its root')]);
    await asOwner('update balance_node set sum = sum + 1 where number = 1 and level = 0 and index = 0');
    await asOwner(`update balance_day set head = repeat('a', 64) where number = 2`);
    expect((await checkBalances(api.lives.database)).faults).toEqual([expect.stringContaining('does not follow')]);
    const found = (await anchors.verify()).findings.filter(({ about }) => about === 'balances');
    expect(found).toEqual([{ about: 'balances', problem: expect.stringContaining('event 2 was anchored') }]);
  });
});

it('a node that is negative, or a total of less than nothing, is refused by the database too', async () => {
  const insert = `insert into balance_node values (1, 9, 9, sha256(''), -1)`;
  await expect(api.owner.query(insert)).rejects.toMatchObject({ code: '23514' });
});

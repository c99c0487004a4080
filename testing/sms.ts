/** Numbers for accounts, and what lies in the stack's outbox of texts. */
import { randomInt, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Fault } from '../local/sms/faults.ts';

interface Shown {
  id: string;
  text: string;
  segments: number;
}

/** A number that nobody else in the tests has. */
export const anyNumber = (): string => `+7701${randomInt(10_000_000).toString().padStart(7, '0')}`;

/** Gives an account an owner with an authorised number. */
export async function giveNumber(owner: Pool, account: string): Promise<string> {
  const [person, number] = [randomUUID(), anyNumber()];
  await owner.query('insert into person (id, number) values ($1, $2)', [person, number]);
  await owner.query(`insert into membership (account, person, roles) values ($1, $2, '{owner}')`, [account, person]);
  return number;
}

/** The texts to a number, the latest first. */
export async function textsTo(number: string): Promise<Shown[]> {
  const answer = await fetch(`${process.env.SMS_OUTBOX_URL}/messages?to=${number}`);
  return (await answer.json()) as Shown[];
}

/** Something goes wrong with the next texts to a number. */
export async function troubleTexts(number: string, fault: Fault, times = 1): Promise<void> {
  const answer = await fetch(`${process.env.SMS_OUTBOX_URL}/control/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ fault, about: number, times }),
  });
  if (!answer.ok) throw new Error(`${fault}: ${answer.status}`);
}

/** Sets a dated parameter in a test's own database. */
export const setParameter = (owner: Pool, code: string, value: number): Promise<unknown> =>
  owner.query('update parameter set value = $2 where code = $1', [code, JSON.stringify(value)]);

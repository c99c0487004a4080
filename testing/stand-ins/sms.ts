/** The test stack's SMS outbox, and the numbers of accounts. */
import type { Pool } from 'pg';
import type { Fault } from '../../local/sms/faults.ts';
import { openedNumber } from '../people/sealed.ts';
import { readFrom } from './read.ts';

interface SentSms {
  id: string;
  text: string;
  segments: number;
}

/** The authorised number of an account. */
export async function numberOf(owner: Pool, account: string): Promise<string> {
  const { rows } = await owner.query('select id, number from membership join person on id = person where account = $1', [account]);
  return openedNumber(rows[0]) ?? '';
}

/** The SMS to a number, latest first. */
export const textsTo = (number: string): Promise<SentSms[]> => readFrom(`${process.env.SMS_OUTBOX_URL}/messages?to=${number}`);

/** Injects a fault into the next SMS to a number. */
export async function troubleTexts(number: string, fault: Fault, times = 1): Promise<void> {
  const response = await fetch(`${process.env.SMS_OUTBOX_URL}/control/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ fault, about: number, times }),
  });
  if (!response.ok) throw new Error(`${fault}: ${response.status}`);
}

/** Sets a dated parameter in a test's own database. */
export const setParameter = (owner: Pool, code: string, value: number): Promise<unknown> =>
  owner.query('update parameter set value = $2 where code = $1', [code, JSON.stringify(value)]);

/** Second factors of the staff, as an authenticator app has them. */
import { codeAt } from '../../api/auth/one-time-codes.ts';
import { makeEnrolment } from '../../api/auth/second-factor.ts';
import type { Api, Client } from '../worlds/api.ts';
import type { Registered } from './accounts.ts';
import { done } from './registration.ts';

/** Milliseconds for which a code of the app is shown. */
export const STEP = 30_000;

/** Sets a second factor up. Returns its key and its recovery codes. */
export async function setUpSecondFactor(
  api: Api,
  { person }: Pick<Registered, 'person'>,
  client: Client,
): Promise<{ key: string; recoveryCodes: string[] }> {
  const { secret } = await makeEnrolment(api.lives.database, person, 'a test');
  const say = async <Body>(path: string, body: object): Promise<Body> =>
    done(await client.post<Body>(`/v1/auth/second-factor${path}`, body, { key: null }));
  const { key } = await say<{ key: string }>('', { enrolment: secret });
  // The code of the step before, so that the present one is left.
  const { recoveryCodes } = await say<{ recoveryCodes: string[] }>('/confirmation', { code: codeAt(key, Date.now() - STEP) });
  return { key, recoveryCodes };
}

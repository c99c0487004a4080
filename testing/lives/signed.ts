/** Papers that their parties have signed electronically, for tests of what is made of them. */
import type { Wish } from '../../local/authority/authority.ts';
import type { Registered } from '../people/accounts.ts';
import { registerUnderOffer } from '../people/accounts.ts';
import type { SigningKeys } from '../stand-ins/signing-keys.ts';
import type { Api } from '../worlds/api.ts';
import { addressOf, drawn } from './signings.ts';
import { acceptedTask } from './tasks.ts';

export interface SignedPaper {
  signing: string;
  reference: string;
  sha256: string;
  bytes: Buffer;
}

export interface Signers {
  customer: Registered;
  contractor: Registered;
}

export const joinSigners = async (api: Api): Promise<Signers> => {
  const [customer, contractor] = await Promise.all([registerUnderOffer(api, ['customer']), registerUnderOffer(api, ['contractor'])]);
  return { customer, contractor };
};

/** The bytes of a file of the API, with its headers. */
export async function fileOf(api: Api, token: string, path: string): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const response = await fetch(api.url + path, { headers: { Authorization: `Bearer ${token}` } });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

/**
 * A completion act that the contractor signs with a key of the first kind, and the customer with one of the second, or confirms in the account. While a
 * worker runs it then becomes `signed`.
 */
export async function signedPaper(
  api: Api,
  keys: SigningKeys,
  { customer, contractor }: Signers,
  [first, second]: [Wish['kind'], Wish['kind'] | 'account'],
): Promise<SignedPaper> {
  const signing = await drawn(api, await acceptedTask(api, customer, contractor));
  const { body } = await api.as(contractor).get<{ items: { reference: string; sha256: string }[] }>('/v1/documents?limit=1');
  const [{ reference, sha256 } = { reference: '', sha256: '' }] = body.items;
  const { bytes } = await fileOf(api, contractor.token, `/v1/documents/${reference}/content`);
  for (const [person, kind] of [
    [contractor, first],
    [customer, second],
  ] as const) {
    const wish = { kind: kind === 'account' ? undefined : kind, name: person.name, iin: person.identifier };
    const sent = kind === 'account' ? { sha256 } : { sha256, cms: keys.sign(bytes, wish) };
    const { problem } = await api.as(person).post(`${addressOf(signing)}/sign`, sent);
    if (problem) throw new Error(JSON.stringify(problem));
  }
  return { signing, reference, sha256, bytes };
}

/** Signs documents in a fault test with keys of the stack's development authority. */
import { randomUUID } from 'node:crypto';
import { signDetached } from '../local/authority/cms.ts';
import { keyOf } from '../local/authority/keys.ts';
import { setIdentifier } from '../models/stores/account.ts';
import { ask } from './deal.ts';
import type { Person, Scene } from './scene.ts';

/** Gives a person an IIN. */
export const giveIin = (scene: Scene, { account }: Person, identifier: string): Promise<void> =>
  scene.lives.database.transaction((transaction) => setIdentifier(transaction, { account, identifier }));

/** Signs the document of a signing (`signing/<task>/<n>`) as this person. @throws if it is refused */
export async function signs(url: string, person: Person, iin: string, signing: string): Promise<void> {
  const address = `${url}/v1/signings/${signing.slice('signing/'.length).replace('/', '.')}`;
  const headers = { Authorization: `Bearer ${person.token}` };
  const { document } = (await (await fetch(address, { headers })).json()) as { document: { sha256: string; href: string } };
  const bytes = Buffer.from(await (await fetch(url + document.href, { headers })).arrayBuffer());
  const issued = await fetch(`${process.env.AUTHORITY_URL}/certificates`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'Примеров Пример', iin, kind: 'ecdsa' }),
  });
  const { certificate, key } = (await issued.json()) as { certificate: string; key: string };
  const signer = { certificate: Buffer.from(certificate, 'base64'), key: keyOf(Buffer.from(key, 'base64')) };
  const cms = signDetached(bytes, signer).toString('base64');
  const { status, body } = await ask(`${address}/sign`, person, { sha256: document.sha256, cms }, randomUUID());
  if (status !== 200) throw new Error(JSON.stringify(body));
}

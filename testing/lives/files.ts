/** Uploads files over HTTP. */
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { commit } from '../../lives/commit.ts';
import type { Api, Person } from '../worlds/api.ts';
import { until } from '../worlds/world.ts';

/** A small image that is like no other one. */
export const image = (): Promise<Buffer> => {
  const [r, g, b] = [Math.random() * 255, Math.random() * 255, Math.random() * 255];
  return sharp({ create: { width: 60, height: 40, channels: 3, background: { r, g, b } } })
    .withExif({ IFD0: { Artist: crypto.randomUUID() } })
    .png()
    .toBuffer();
};

/** A photo of an iPhone: 40 by 64 pixels once it is upright, blue above and red below. Its camera wrote its name into it: SecretCamera. */
export const heic = (): Buffer =>
  Buffer.from(
    [
      'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAchtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAADRpbG9jAAAAAERAAAIAAQAAAAAB7A',
      'ABAAAAAAAAAFAAAgAAAAACPAABAAAAAAAAAD4AAAA4aWluZgAAAAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVpbmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAAB',
      'AAABB2lwcnAAAADmaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAw',
      'AeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAKAAA',
      'AAEAAAAAAAAAAv///+gAAAACAAAAEHBpeGkAAAAAAwgICAAAAAlpcm90AwAAABlpcG1hAAAAAAAAAAEAAQaBAgMFhIYAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEAAQAAAJ',
      'ZtZGF0AAAATCgBrxOA9SeBP//lnUV/5SOr/mMrMSreewf/5kc4v5CWrqBmkhmbjqXkRq4rxFMQgbpHFPVrz9vl+lBLITK0+85oxPl8X49zVz78mRgAAAAGRXhpZgAATU0A',
      'KgAAAAgAAgEPAAIAAAANAAAAJgESAAMAAAABAAYAAAAAAABTZWNyZXRDYW1lcmEAAA==',
    ].join(''),
    'base64',
  );

/** Sends a file. Returns its id. */
export async function sendFile(api: Api, person: Person, bytes: Buffer): Promise<string> {
  const headers = { 'Content-Type': 'application/octet-stream' };
  const { body, problem } = await api.as(person).post<{ id: string }>('/v1/files', bytes, { headers });
  if (problem) throw new Error(JSON.stringify(problem));
  return body.id;
}

export const stateOfFile = async (api: Api, id: string): Promise<string | undefined> =>
  (await api.rows<{ state: string }>('select state from life where id = $1', `file/${id}`))[0]?.state;

/** A file that may be attached. No worker runs, so its examination is told. Returns its id. */
export async function examinedFile(api: Api, person: Person): Promise<string> {
  const id = await sendFile(api, person, await image());
  const told = await commit(api.lives, { life: `file/${id}`, idempotencyKey: randomUUID(), type: 'passed', by: 'platform', input: {} });
  if (told.outcome !== 'done') throw new Error(`passed: ${JSON.stringify(told)}`);
  return id;
}

/** A file that may be attached, while a worker runs. Returns its id. */
export async function checkedFile(api: Api, person: Person, bytes?: Buffer): Promise<string> {
  const id = await sendFile(api, person, bytes ?? (await image()));
  await until(async () => (await stateOfFile(api, id)) === 'clean', 'a checked file');
  return id;
}

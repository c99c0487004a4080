/** A real S3 server (versitygw), which checks signatures and policies and keeps each object as a file. */
import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { AwsV4Signer } from 'aws4fetch';
import type { PlaceSettings } from '../../gateways/second-place/open.ts';
import { goEnvironment } from '../probes/go.ts';
import { until } from '../worlds/world.ts';

const run = promisify(execFile);
const REGION = 'kz-1';
const ROOT = { keyId: 'root', secret: randomBytes(16).toString('hex') };
/** What who keeps the anchors, who checks them, and who keeps files may do. Files alone may go. */
const MAY = {
  writer: ['s3:GetObject', 's3:ListBucket', 's3:PutObject'],
  reader: ['s3:GetObject', 's3:ListBucket'],
  files: ['s3:GetObject', 's3:ListBucket', 's3:PutObject', 's3:DeleteObject'],
};
type Who = keyof typeof MAY;

export interface S3Server {
  url: string;
  /** The folder that holds a bucket's objects as files. */
  folderOf(bucket: string): string;
  createBucket(bucket: string, wish?: { locked: boolean }): Promise<void>;
  settings(bucket: string, prefix: string, who: Who, url?: string): { [Name in keyof PlaceSettings]-?: string };
  /** A request of the server's owner. */
  asRoot(
    method: string,
    path: string,
    body?: string,
    headers?: Record<string, string | undefined>,
  ): Promise<{ status: number; text: string }>;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Builds the server, which takes minutes where it was never built, and starts it. */
export async function openS3Server(): Promise<S3Server> {
  const source = fileURLToPath(new URL('../probes/s3', import.meta.url));
  const built = await run('go', ['tool', '-n', 'versitygw'], { cwd: source, env: goEnvironment });
  const program = built.stdout.trim();
  const folder = mkdtempSync(join(tmpdir(), 'akjet-s3-'));
  for (const name of ['buckets', 'versions', 'users']) mkdirSync(join(folder, name));
  const address = `127.0.0.1:${await freePort()}`;
  const url = `http://${address}`;
  const secrets: Record<Who, string> = {
    writer: randomBytes(16).toString('hex'),
    reader: randomBytes(16).toString('hex'),
    files: randomBytes(16).toString('hex'),
  };
  const own = ['--access', ROOT.keyId, '--secret', ROOT.secret, '--region', REGION];
  const posix = ['posix', '--versioning-dir', join(folder, 'versions'), join(folder, 'buckets')];
  const server: ChildProcess = spawn(program, ['--quiet', '--port', address, ...own, '--iam-dir', join(folder, 'users'), ...posix], {
    stdio: 'ignore',
  });
  process.once('exit', () => server.kill());

  const asRoot: S3Server['asRoot'] = async (method, path, body = '', headers = {}) => {
    const hash = createHash('sha256').update(body).digest('hex');
    const signing = { accessKeyId: ROOT.keyId, secretAccessKey: ROOT.secret, region: REGION, service: 's3' };
    const all = { 'X-Amz-Content-Sha256': hash, 'Content-MD5': createHash('md5').update(body).digest('base64'), ...headers };
    const signed = await new AwsV4Signer({ method, url: `${url}${path}`, headers: all, ...signing }).sign();
    const response = await fetch(signed.url, { method, headers: signed.headers, ...(body && { body }) });
    return { status: response.status, text: await response.text() };
  };
  const must = async (...request: Parameters<typeof asRoot>): Promise<void> => {
    const { status, text } = await asRoot(...request);
    if (status >= 300) throw new Error(`${request[0]} ${request[1]}: ${status} ${text}`);
  };

  await until(
    () =>
      asRoot('GET', '/').then(
        ({ status }) => status === 200,
        () => false,
      ),
    'the S3 server',
  );
  for (const who of Object.keys(MAY) as Who[])
    await run(program, [
      ...['admin', '-a', ROOT.keyId, '-s', ROOT.secret, '-r', REGION, '-er', url],
      ...['create-user', '-a', who, '-s', secrets[who], '-r', 'user'],
    ]);

  return {
    url,
    asRoot,
    folderOf: (bucket) => join(folder, 'buckets', bucket),
    async createBucket(bucket, { locked } = { locked: false }) {
      await must('PUT', `/${bucket}`, '', locked ? { 'x-amz-bucket-object-lock-enabled': 'true' } : {});
      const rule = '<Rule><DefaultRetention><Mode>COMPLIANCE</Mode><Days>1</Days></DefaultRetention></Rule>';
      if (locked)
        await must(
          'PUT',
          `/${bucket}?object-lock`,
          `<ObjectLockConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><ObjectLockEnabled>Enabled</ObjectLockEnabled>${rule}</ObjectLockConfiguration>`,
        );
      const Resource = [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`];
      const Statement = Object.entries(MAY).map(([who, Action]) => ({ Effect: 'Allow', Principal: { AWS: [who] }, Action, Resource }));
      await must('PUT', `/${bucket}?policy`, JSON.stringify({ Version: '2012-10-17', Statement }));
    },
    settings: (bucket, prefix, who, endpoint = url) => ({
      LOG_PLACE: `s3://${bucket}/${prefix}?${new URLSearchParams({ region: REGION, endpoint })}`,
      LOG_PLACE_KEY_ID: who,
      LOG_PLACE_SECRET: secrets[who],
    }),
    async close() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

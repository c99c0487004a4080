/** Certificates for TLS tests: an authority, a server and a client signed by it, and an unrelated authority. Valid for a day. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Paths of PEM files. */
interface Pair {
  certificate: string;
  key: string;
}

export interface Certificates {
  authority: Pair;
  /** Valid for `SERVER_NAME` only, and for no IP address. */
  server: Pair;
  client: Pair;
  /** An authority that is not trusted. */
  stranger: Pair;
  remove(): void;
}

export const SERVER_NAME = 'temporal.example.kz';

// A complete configuration, so that the machine's own openssl configuration has no influence.
const extensions = `
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[server]
basicConstraints = critical, CA:FALSE
extendedKeyUsage = serverAuth
subjectAltName = DNS:${SERVER_NAME}
[client]
basicConstraints = critical, CA:FALSE
extendedKeyUsage = clientAuth
`;

/** @throws if `openssl` is not installed */
export async function createCertificates(): Promise<Certificates> {
  const folder = mkdtempSync(join(tmpdir(), 'akjet-certificates-'));
  const file = (name: string): string => join(folder, name);
  const pair = (name: string): Pair => ({ certificate: file(`${name}.pem`), key: file(`${name}.key`) });
  const config = file('openssl.cnf');
  writeFileSync(config, extensions);

  const openssl = (...args: string[]) => promisify(execFile)('openssl', args);
  const newKey = ['-newkey', 'rsa:2048', '-nodes', '-config', config];
  const createAuthority = async (name: string): Promise<Pair> => {
    const made = pair(name);
    const output = ['-keyout', made.key, '-out', made.certificate];
    await openssl('req', '-x509', ...newKey, ...output, '-subj', `/CN=${name}`, '-days', '1', '-extensions', 'authority');
    return made;
  };
  const sign = async (name: 'server' | 'client', by: Pair): Promise<Pair> => {
    const made = pair(name);
    const request = file(`${name}.csr`);
    await openssl('req', '-new', ...newKey, '-keyout', made.key, '-out', request, '-subj', `/CN=${name}`);
    const authority = ['-CA', by.certificate, '-CAkey', by.key, '-CAserial', file(`${name}.serial`), '-CAcreateserial'];
    const profile = ['-extfile', config, '-extensions', name];
    await openssl('x509', '-req', '-in', request, '-out', made.certificate, ...authority, '-days', '1', ...profile);
    return made;
  };

  const [authority, stranger] = await Promise.all([createAuthority('authority'), createAuthority('stranger')]);
  const [server, client] = await Promise.all([sign('server', authority), sign('client', authority)]);
  return { authority, server, client, stranger, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

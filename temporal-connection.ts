import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { getCACertificates } from 'node:tls';
import type { TLSConfig } from '@temporalio/client';
import type { TemporalSettings } from './config.ts';
import { usesTls } from './config.ts';
import { messageOf } from './error-message.ts';

/** What `Connection` and `NativeConnection` both accept. */
export interface TemporalConnection {
  address: string;
  tls?: TLSConfig;
  apiKey?: string;
}

/**
 * How a process connects to Temporal. The files are read now, so a renewed certificate counts from the next start.
 * @throws an error that names the setting whose file cannot be read, is no PEM, or does not match the other.
 */
export function temporalConnection(settings: TemporalSettings): TemporalConnection {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_API_KEY: apiKey } = settings;
  if (!usesTls(settings)) return { address };
  return { address, tls: tlsOf(settings), ...(apiKey !== undefined && { apiKey }) };
}

function tlsOf({
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: authority,
  TEMPORAL_TLS_CLIENT_CERT_PATH: certificate,
  TEMPORAL_TLS_CLIENT_KEY_PATH: key,
  TEMPORAL_TLS_SERVER_NAME: serverName,
}: TemporalSettings): TLSConfig {
  return {
    serverRootCACertificate: authority === undefined ? publicAuthorities() : readAuthority(authority),
    ...(serverName !== undefined && { serverNameOverride: serverName }),
    ...(certificate !== undefined && key !== undefined && { clientCertPair: readPair(certificate, key) }),
  };
}

/** The worker's native library would ask the operating system, and the slim image has no certificates there. */
const publicAuthorities = (): Buffer => Buffer.from(getCACertificates('default').join('\n'));

const readAuthority = (path: string): Buffer => read('TEMPORAL_TLS_SERVER_CA_CERT_PATH', path, parseCertificate).pem;

function readPair(certificatePath: string, keyPath: string): { crt: Buffer; key: Buffer } {
  const certificate = read('TEMPORAL_TLS_CLIENT_CERT_PATH', certificatePath, parseCertificate);
  const key = read('TEMPORAL_TLS_CLIENT_KEY_PATH', keyPath, createPrivateKey);
  if (!certificate.parsed.checkPrivateKey(key.parsed)) {
    throw new Error(`TEMPORAL_TLS_CLIENT_KEY_PATH: ${keyPath} is not the key of the certificate ${certificatePath}`);
  }
  return { crt: certificate.pem, key: key.pem };
}

const parseCertificate = (pem: Buffer): X509Certificate => new X509Certificate(pem);

function read<Parsed>(setting: string, path: string, parse: (pem: Buffer) => Parsed): { pem: Buffer; parsed: Parsed } {
  try {
    const pem = readFileSync(path);
    return { pem, parsed: parse(pem) };
  } catch (error) {
    throw new Error(`${setting}: ${path} cannot be used: ${messageOf(error)}`, { cause: error });
  }
}

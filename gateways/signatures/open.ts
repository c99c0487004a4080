/** The check of signatures that the settings choose. */
import { readFileSync } from 'node:fs';
import { rfc3161 } from '../timestamps/rfc3161.ts';
import { localVerifier } from './local.ts';
import { ncanodeVerifier } from './ncanode.ts';
import type { SignatureVerifier } from './port.ts';
import type { SignatureSettings } from './settings.ts';

export function openSignatures(settings: SignatureSettings): SignatureVerifier {
  const { SIGNATURES_VERIFIER: verifier, SIGNATURES_NCANODE_URL: ncanode, SIGNATURES_HOSTS: hosts } = settings;
  const { SIGNATURES_ROOTS = '', SIGNATURES_TIMESTAMP_ROOTS = '', SIGNATURES_TIMESTAMP_URL: url } = settings;
  const [roots, timeStampRoots] = [SIGNATURES_ROOTS, SIGNATURES_TIMESTAMP_ROOTS].map((file) => readFileSync(file, 'utf8')) as [
    string,
    string,
  ];
  const own = localVerifier({
    ...{ roots, timeStampRoots },
    allowed: { hosts, mayBeInside: verifier === 'sandbox' },
    timestamps: url === undefined ? undefined : rfc3161({ url, roots: timeStampRoots }),
  });
  return verifier === 'ncanode' && ncanode !== undefined ? ncanodeVerifier({ url: ncanode, own }) : own;
}

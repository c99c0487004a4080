/** A development authority in this process, and checks of signatures that trust it. */
import type { LocalTrust } from '../../gateways/signatures/local.ts';
import { localVerifier } from '../../gateways/signatures/local.ts';
import type { SignatureReport, SignatureVerifier } from '../../gateways/signatures/port.ts';
import type { Timestamps } from '../../gateways/timestamps/port.ts';
import { rfc3161 } from '../../gateways/timestamps/rfc3161.ts';
import type { Wish } from '../../local/authority/authority.ts';
import type { Credential } from '../../local/authority/cms.ts';
import type { RunningAuthority } from '../../local/authority/server.ts';
import { runAuthority } from '../../local/authority/server.ts';

export interface SignatureWorld {
  authority: RunningAuthority;
  timestamps: Timestamps;
  /** Certifies a new key of a made-up person. */
  issue(wish?: Partial<Wish>): Credential;
  verifier(changes?: Partial<LocalTrust>): SignatureVerifier;
}

export async function openSignatureWorld(): Promise<SignatureWorld> {
  const authority = await runAuthority();
  const { roots, timeStampRoots, host } = authority;
  return {
    authority,
    timestamps: rfc3161({ url: `${authority.url}/tsp`, roots: timeStampRoots }),
    issue: (wish) => authority.issue({ name: 'СЕРИКОВ НУРЛАН', iin: '750912300013', ...wish }),
    verifier: (changes) =>
      localVerifier({ roots, timeStampRoots, allowed: { hosts: [host], mayBeInside: true }, timeout: 1_000, ...changes }),
  };
}

/** Which fault a report names, by its check; `null` if it holds. */
export function faultOf({ holds, checks }: SignatureReport): string | null {
  const failed = checks.filter(({ result }) => result === 'failed');
  expect(holds).toBe(failed.length === 0);
  expect(failed.length).toBeLessThan(2);
  return failed[0]?.fault ?? null;
}

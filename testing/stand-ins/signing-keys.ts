/** An authority in this process that certifies signing keys, and the verifier that trusts it. */
import { localVerifier } from '../../gateways/signatures/local.ts';
import type { SignatureVerifier } from '../../gateways/signatures/port.ts';
import { rfc3161 } from '../../gateways/timestamps/rfc3161.ts';
import type { Wish } from '../../local/authority/authority.ts';
import { signDetached } from '../../local/authority/cms.ts';
import type { RunningAuthority } from '../../local/authority/server.ts';
import { runAuthority } from '../../local/authority/server.ts';

export interface SigningKeys {
  authority: RunningAuthority;
  verifier: SignatureVerifier;
  /** A detached CMS in base64, by a new key of this owner. */
  sign(document: Uint8Array, owner: Wish): string;
}

export async function openSigningKeys(): Promise<SigningKeys> {
  const authority = await runAuthority();
  const { roots, timeStampRoots, host, url } = authority;
  return {
    authority,
    verifier: localVerifier({
      ...{ roots, timeStampRoots },
      allowed: { hosts: [host], mayBeInside: true },
      timestamps: rfc3161({ url: `${url}/tsp`, roots: timeStampRoots }),
    }),
    sign: (document, owner) => signDetached(document, authority.issue({ kind: 'ecdsa', ...owner })).toString('base64'),
  };
}

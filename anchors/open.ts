/** The anchoring of the settings' places. */
import { readFileSync } from 'node:fs';
import type { AnchorSettings } from '../config.ts';
import { openPlace } from '../gateways/second-place/open.ts';
import { rfc3161 } from '../gateways/timestamps/rfc3161.ts';
import { openSigner } from '../lives/log/note.ts';
import type { Anchoring } from './anchor.ts';

export const openAnchoring = (
  { LOG_SIGNING_KEY, LOG_PUBLIC_KEYS, TIMESTAMP_URL, TIMESTAMP_ROOTS, ANCHOR_EMAILS, ...place }: AnchorSettings,
  parts: Pick<Anchoring, 'database' | 'log' | 'mail'>,
): Anchoring => ({
  database: parts.database,
  log: parts.log,
  mail: parts.mail,
  signer: openSigner(LOG_SIGNING_KEY),
  publicKeys: LOG_PUBLIC_KEYS,
  place: openPlace(place),
  timestamps: rfc3161({ url: TIMESTAMP_URL, roots: readFileSync(TIMESTAMP_ROOTS, 'utf8') }),
  emails: ANCHOR_EMAILS,
});

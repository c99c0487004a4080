/** The anchoring of a test's own world: with the test stack's time stamp authority, and a second place of its own. */
import { readFileSync } from 'node:fs';
import type { Anchoring } from '../../anchors/anchor.ts';
import { anchorHeads, deliverAnchors } from '../../anchors/anchor.ts';
import { openAnchoring } from '../../anchors/open.ts';
import type { Checked } from '../../anchors/verify.ts';
import { verifyLog } from '../../anchors/verify.ts';
import { readAnchorSettings } from '../../config.ts';
import { openPlace } from '../../gateways/second-place/open.ts';
import { timeOf } from '../../gateways/timestamps/reply.ts';
import type { OwnPlace, Store } from './stores.ts';
import { directories, removePlace } from './stores.ts';
import type { World } from './world.ts';

export interface TestAnchors extends OwnPlace {
  anchoring: Anchoring;
  /** Appends what moved, and does everything that is open now. */
  anchor(): Promise<void>;
  verify(): Promise<Checked>;
  /** Makes everything that failed due again. */
  hurry(): Promise<void>;
  remove(): void;
}

export function openTestAnchors(
  { lives, worker, owner }: World,
  changes: Partial<Anchoring> = {},
  store: Store = directories,
): TestAnchors {
  const settings = readAnchorSettings();
  const place = store.create();
  const mail = { send: async () => '250' };
  const opened = openAnchoring({ ...settings, ...place.settings }, { ...worker.lives, mail });
  const anchoring = { ...opened, ...changes };
  const roots = readFileSync(settings.TIMESTAMP_ROOTS, 'utf8');
  return {
    ...place,
    anchoring,
    async anchor() {
      while (await anchorHeads(anchoring)) await deliverAnchors(anchoring);
      await deliverAnchors(anchoring);
    },
    verify: () =>
      verifyLog({
        lives,
        place: openPlace(place.readOnly),
        publicKeys: settings.LOG_PUBLIC_KEYS,
        timeOf: (reply, note) => timeOf(reply, note, { roots }),
      }),
    async hurry() {
      await owner.query('update anchor_step set next_try = now() where done_at is null');
    },
    remove: () => removePlace(place),
  };
}

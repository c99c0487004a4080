/** The anchoring of a test's own world: with the test stack's time stamp authority, and a second place of its own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Anchoring } from '../../anchors/anchor.ts';
import { anchorHeads, deliverAnchors } from '../../anchors/anchor.ts';
import { openAnchoring } from '../../anchors/open.ts';
import type { Checked } from '../../anchors/verify.ts';
import { verifyLog } from '../../anchors/verify.ts';
import { readAnchorSettings } from '../../config.ts';
import { timeOf } from '../../gateways/timestamps/reply.ts';
import type { World } from './world.ts';

export interface TestAnchors {
  anchoring: Anchoring;
  /** The folder of the second place. */
  folder: string;
  /** Appends what moved, and does everything that is open now. */
  anchor(): Promise<void>;
  verify(): Promise<Checked>;
  /** Makes everything that failed due again. */
  hurry(): Promise<void>;
  remove(): void;
}

/** `folder`: an existing second place. */
export function openTestAnchors({ lives, worker, owner }: World, changes: Partial<Anchoring> = {}): TestAnchors {
  const settings = readAnchorSettings();
  const folder = mkdtempSync(join(tmpdir(), 'akjet-second-place-'));
  const mail = { send: async () => '250' };
  const opened = openAnchoring({ ...settings, LOG_PLACE: pathToFileURL(folder).href }, { ...worker.lives, mail });
  const anchoring = { ...opened, ...changes };
  const roots = readFileSync(settings.TIMESTAMP_ROOTS, 'utf8');
  return {
    anchoring,
    folder,
    async anchor() {
      while (await anchorHeads(anchoring)) await deliverAnchors(anchoring);
      await deliverAnchors(anchoring);
    },
    verify: () =>
      verifyLog({
        lives,
        place: anchoring.place,
        publicKeys: settings.LOG_PUBLIC_KEYS,
        timeOf: (reply, note) => timeOf(reply, note, { roots }),
      }),
    async hurry() {
      await owner.query('update anchor_step set next_try = now() where done_at is null');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

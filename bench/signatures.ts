// Measures what checking a signature costs, beside OpenSSL: npm run bench:signatures
// The whole check is made from kept evidence (chain, OCSP, list, time stamp), so that no network is measured. Above the aims it fails.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SignatureEvidence } from '../gateways/signatures/port.ts';
import { isAbout, isByItsCertificate, readCms } from '../gateways/signatures/signed-data.ts';
import { signDetached } from '../local/authority/cms.ts';
import type { Kind } from '../local/authority/keys.ts';
import { aligned, say } from '../local/progress.ts';
import { openSignatureWorld } from '../testing/worlds/signatures.ts';

const TIMES = 200;
const WARM_UP = 50;
/** Bytes, as of an act in PDF. */
const document = Buffer.alloc(100_000, 'An act of completed works. ');
/** Milliseconds of CPU for the signature by itself. */
const AIMS: Record<Kind, number> = { rsa: 10, ecdsa: 10, gost: 150 };

const folder = mkdtempSync(join(tmpdir(), 'akjet-bench-'));
const world = await openSignatureWorld();
const verifier = world.verifier();
try {
  await bench();
} finally {
  world.authority.close();
  rmSync(folder, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const rows = [['', 'signature, ms CPU', 'whole check, ms CPU', 'openssl cms -verify, ms', 'aim']];
  const late: string[] = [];
  const kinds = Object.keys(AIMS) as Kind[];
  // All before the first measurement: OpenSSL stops this process meanwhile, and with it the authority.
  const signatures = await Promise.all(kinds.map(async (kind) => ({ kind, ...(await prepared(kind)) })));
  for (const { kind, evidence, alone } of signatures) {
    const signature = await spent(() => {
      const cms = readCms(alone);
      if (!isAbout(cms, document) || !isByItsCertificate(cms)) throw new Error('does not hold');
    });
    const whole = await spent(async () => {
      const { holds } = await verifier.recheck(document, evidence, new Date());
      if (!holds) throw new Error('does not hold');
    });
    rows.push([
      kind,
      signature.toFixed(1),
      whole.toFixed(1),
      kind === 'gost' ? 'not known to it' : openssl(alone).toFixed(1),
      `< ${AIMS[kind]}`,
    ]);
    if (signature > AIMS[kind]) late.push(kind);
  }
  say(`${TIMES} checks each of a document of ${document.length.toLocaleString('en')} bytes\n${aligned(rows)}`);
  if (late.length > 0) throw new Error(`above the aim: ${late.join(', ')}`);
}

async function prepared(kind: Kind): Promise<{ evidence: SignatureEvidence; alone: Buffer }> {
  const alone = signDetached(document, world.issue({ kind }));
  const { evidence } = await world.verifier({ timestamps: world.timestamps }).verify(document, alone, new Date());
  return { evidence, alone };
}

/** Milliseconds of CPU of one piece of work. */
async function spent(work: () => unknown): Promise<number> {
  for (let time = 0; time < WARM_UP; time++) await work();
  const before = process.cpuUsage();
  for (let time = 0; time < TIMES; time++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / TIMES;
}

/** Milliseconds of one run of OpenSSL, its start included. */
function openssl(cms: Buffer): number {
  const files = { cms, document, roots: world.authority.roots };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const options = ['-inform', 'DER', '-in', 'cms', '-content', 'document', '-CAfile', 'roots', '-purpose', 'any', '-out', '/dev/null'];
  const before = performance.now();
  for (let time = 0; time < 20; time++)
    if (spawnSync('openssl', ['cms', '-verify', '-binary', ...options], { cwd: folder }).status !== 0)
      throw new Error('OpenSSL refuses it');
  return (performance.now() - before) / 20;
}

/** The settings of the checks of electronic signatures. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isSelfIssued, ownerOf, readPem } from '../pki/certificate.ts';

/** Compose and shells pass an unset optional setting as an empty string. */
const optional = z
  .string()
  .transform((value) => value || undefined)
  .optional();

const list = optional.transform((text) => text?.split(',').map((each) => each.trim()) ?? []);

/** The roots of `npm start` and of the national authority's test stand say in their names what they are. */
const MADE_UP = /\b(TEST|DEVELOPMENT)\b|вымышленн/i;

const shape = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  /**
   * `ncanode`: a certified tool behind NCANode, and our own checks. `local`: our own checks alone. `sandbox`: our own checks with the development authority, also on this machine.
   */
  SIGNATURES_VERIFIER: z.enum(['ncanode', 'local', 'sandbox']),
  SIGNATURES_NCANODE_URL: z.preprocess((value) => value || undefined, z.url({ protocol: /^https?$/ }).optional()),
  /** PEM file: the trusted roots, also former ones, and the authorities between. */
  SIGNATURES_ROOTS: optional,
  /** The hosts that may be asked by OCSP and for lists, separated by commas, with a port if it is not the usual one. */
  SIGNATURES_HOSTS: list.pipe(
    z.array(z.string().regex(/^[\w.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/i, 'must be hosts, separated by commas')),
  ),
  /** The authority that stamps signatures without a stamp, and a PEM file with its roots. */
  SIGNATURES_TIMESTAMP_URL: z.preprocess((value) => value || undefined, z.url({ protocol: /^https?$/ }).optional()),
  SIGNATURES_TIMESTAMP_ROOTS: optional,
});

export type SignatureSettings = z.infer<typeof shape>;

export const signatureSettings = shape.superRefine((settings, context) => {
  const refuse = (name: keyof SignatureSettings, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  const { NODE_ENV, SIGNATURES_VERIFIER: verifier } = settings;
  if (NODE_ENV === 'production' && verifier === 'sandbox') refuse('SIGNATURES_VERIFIER', 'believes anybody: not in production');
  if (verifier === 'ncanode' && !settings.SIGNATURES_NCANODE_URL)
    refuse('SIGNATURES_NCANODE_URL', 'missing: SIGNATURES_VERIFIER is ncanode');
  if (settings.SIGNATURES_HOSTS.length === 0) refuse('SIGNATURES_HOSTS', 'missing: nobody could be asked whether a certificate is revoked');
  for (const name of ['SIGNATURES_ROOTS', 'SIGNATURES_TIMESTAMP_ROOTS'] as const) {
    const fault = faultOfRoots(settings[name], NODE_ENV);
    if (fault !== null) refuse(name, fault);
  }
});

function faultOfRoots(file: string | undefined, environment: SignatureSettings['NODE_ENV']): string | null {
  if (file === undefined) return 'missing: name a PEM file with the trusted roots';
  try {
    const roots = readPem(readFileSync(file, 'utf8')).filter(isSelfIssued);
    if (roots.length === 0) return 'has no root: no certificate in it has issued itself';
    const isMadeUp = roots.some((root) => MADE_UP.test(ownerOf(root).commonName));
    return environment === 'production' && isMadeUp ? 'has a root of tests or of development: not in production' : null;
  } catch {
    return 'is no PEM file with certificates that can be read';
  }
}

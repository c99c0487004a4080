import { lifeTypes } from '../../charts/index.ts';
import type { ErasableRef } from '../../charts/law.ts';
import { waysOf } from '../../charts/signing/chart.ts';
import type { Confirmation, SigningContext } from '../../charts/signing/types.ts';
import { fromText } from '../../gateways/signatures/kept.ts';
import { kindOf, localIdOf, pathOf } from '../../lives/ids.ts';
import { readTexts } from '../../models/stores/erasable-text.ts';
import type { SignatureRow } from '../../models/stores/signature.ts';
import { signaturesOf } from '../../models/stores/signature.ts';
import type { Platform } from '../../platform.ts';
import { maskedIdentifier } from '../../rules/masking.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import type { Resource } from '../resource/resource.ts';
import type { Route } from '../route.ts';
import { egovRoutes } from './egov.ts';
import { qrRoutes } from './qr-routes.ts';
import type { SignBody } from './schema.ts';
import { COMMANDS, SigningFacts } from './schema.ts';
import { documentIsWhole, proveSigning, wayOf } from './signing-proof.ts';

/** Documents that their parties sign or confirm. A task's chart orders them, so there is no POST. */
export function signingRoutes(platform: Platform): Route[] {
  const { database } = platform.lives;
  const reasonsOf = async ({ reasons }: NonNullable<SigningContext['refused']>): Promise<unknown> =>
    (await readTexts(database, [reasons.text])).get(reasons.text)?.reasons ?? null;

  const titleOf = async ({ text }: ErasableRef): Promise<string | null> =>
    ((await readTexts(database, [text])).get(text)?.title as string | undefined) ?? null;

  const signings: Resource<SigningContext> = {
    kind: 'signing',
    path: 'signings',
    listed: true,
    type: lifeTypes.signing,
    commands: COMMANDS,
    facts: SigningFacts,
    /** What proves the act stays out of the chain: a code is used up, and a signature has its own row. */
    prepare: async (name, body) => (name === 'sign' ? { sha256: body.sha256, way: wayOf(body as SignBody) } : body),
    prove: (proving) => proveSigning(platform, proving),
    conditions(name, _, { row }) {
      const { document } = (row.snapshot as { context: SigningContext }).context;
      return name === 'sign' ? [documentIsWhole(platform.lives, document.sha256)] : [];
    },
    async present(context, { id }) {
      const { parent, document, order, sideBySide, confirmations, refused, issuer, title } = context;
      const kept = confirmations.some(({ signature }) => signature) ? await signaturesOf(database, id) : new Map<string, SignatureRow>();
      return {
        task: kindOf(parent) === 'task' ? localIdOf(parent) : null,
        of: pathOf(parent),
        document: { ...document, href: `/v1/documents/${document.sha256}/content`, title: title ? await titleOf(title) : null },
        order,
        sideBySide: sideBySide === true,
        ways: { customer: [...waysOf(context, 'customer')], contractor: [...waysOf(context, 'contractor')] },
        confirmations: confirmations.map((each) => presentConfirmation(each, kept.get(each.signature?.id ?? ''))),
        refused: refused ? { ...refused, reasons: await reasonsOf(refused) } : null,
        issuer: issuer ?? null,
        qrThrough: platform.sigex === null ? null : 'SIGEX',
      };
    },
  };
  const routes = lifeRoutes(platform, signings);
  const sign = routes.find(({ operation }) => operation === 'signSigning') as Route;
  return [...routes, ...qrRoutes(platform), ...egovRoutes(platform, sign)];
}

function presentConfirmation({ party, at, way = 'account', signature }: Confirmation, row: SignatureRow | undefined) {
  if (signature === undefined) return { party, at, way, signature: null };
  const content = row?.content && row.content !== 'damaged' ? fromText(row.content).report : undefined;
  return {
    ...{ party, at, way },
    signature: {
      signer: content?.signer
        ? {
            name: content.signer.commonName,
            organisation: content.signer.organisation,
            identifier: content.signer.iin && maskedIdentifier(content.signer.iin),
          }
        : null,
      algorithm: content?.algorithm ?? null,
      at: content?.at ?? at,
      timeStampedAt: content?.timeStampedAt ?? null,
      checks: (content?.checks ?? []).map(({ check, result }) => ({ check, result })),
    },
  };
}

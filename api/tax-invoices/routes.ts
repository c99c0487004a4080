/** Tax invoices (ЭСФ) of the operator's services: the finance take the file, sign it in the State's system, and record what the system made of it. */
import { z } from 'zod';
import { lifeTypes } from '../../charts/index.ts';
import type { TaxInvoiceContext } from '../../charts/tax-invoice/types.ts';
import type { Platform } from '../../platform.ts';
import { FILE_POLICY } from '../headers.ts';
import { money } from '../resource/fields.ts';
import { lifeRoutes } from '../resource/life-routes.ts';
import { lifeId, lifeOfPublicId, publicId } from '../resource/public-id.ts';
import type { Resource } from '../resource/resource.ts';
import { look, snapshotView } from '../resource/view.ts';
import { requireRole } from '../roles.ts';
import type { Route } from '../route.ts';
import { route } from '../route.ts';
import { taxInvoiceFile } from './file.ts';
import { COMMANDS, FINANCE, TaxInvoiceFacts } from './schema.ts';

const RESOURCE: Resource<TaxInvoiceContext> = {
  kind: 'tax-invoice',
  path: 'tax-invoices',
  type: lifeTypes['tax-invoice'],
  commands: COMMANDS,
  facts: TaxInvoiceFacts,
  // The customer gets it from the State's system.
  partyIn: (_, session) => (session.roles.includes('operator') ? 'operator' : undefined),
  present: ({ parent, paper, amount, turnoverOn, dueOn, registered, annulledOn }, { id }) => ({
    ...{ invoice: publicId(parent), paper, amount: money(amount), turnoverOn, dueOn, registered, annulledOn: annulledOn ?? null },
    file: `/v1/tax-invoices/${publicId(id)}/file`,
  }),
};

export function taxInvoiceRoutes(platform: Platform): Route[] {
  const view = snapshotView(platform, RESOURCE);
  const file = route({
    method: 'get',
    reads: 'tax-invoice',
    path: '/v1/tax-invoices/{id}/file',
    operation: 'readTaxInvoiceFile',
    summary:
      "For the operator's finance: the XML to upload into the system of electronic invoices (InvoiceV2). Of a registered one, the file that corrects it",
    access: 'staff',
    params: z.strictObject({ id: lifeId }),
    answers: { 200: z.string() },
    contentType: 'application/xml; charset=utf-8',
    problems: ['role-missing', 'erased', 'rule-refused'],
    async handle({ params: { id }, session, language }) {
      const { row, party } = await look(view, lifeOfPublicId('tax-invoice', id), session);
      requireRole(session, party, FINANCE);
      const { context } = row.snapshot as { context: TaxInvoiceContext };
      const body = await taxInvoiceFile(platform, context, { session, language });
      const name = `esf-${context.paper.replace('/', '-')}.xml`;
      return { headers: { 'Content-Disposition': `attachment; filename="${name}"`, 'Content-Security-Policy': FILE_POLICY }, body };
    },
  });
  return [file, ...lifeRoutes(platform, RESOURCE)];
}

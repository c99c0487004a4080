/** What one of the staff proposes and a second person decides. */
import type { Api } from '../../../shared/client.ts';
import { dataOf } from '../../../shared/client.ts';

export const listProposals = (api: Api) => dataOf(api.client.GET('/v1/operator/proposals', { params: { query: { limit: 100 } } }));
export const readProposal = (api: Api, id: string) => dataOf(api.client.GET('/v1/operator/proposals/{id}', { params: { path: { id } } }));
export type Proposal = Awaited<ReturnType<typeof readProposal>>;

export const confirmProposal = (api: Api, id: string) =>
  dataOf(api.client.POST('/v1/operator/proposals/{id}/confirm', { params: { path: { id } } }));
export const refuseProposal = (api: Api, id: string, reasons: string) =>
  dataOf(api.client.POST('/v1/operator/proposals/{id}/refuse', { params: { path: { id } }, body: { reasons } }));

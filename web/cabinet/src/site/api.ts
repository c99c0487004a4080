/** What the site asks the API. All of it is for everybody. */
import type { Api } from '../../../shared/client.ts';
import { dataOf } from '../../../shared/client.ts';
import type { PublishedChart, Stage } from '../../../shared/way.ts';
import { wayOf } from '../../../shared/way.ts';

export const readOffer = ({ client }: Api) => dataOf(client.GET('/v1/offer'));
export const readRevisions = async ({ client }: Api) => (await dataOf(client.GET('/v1/offer/revisions'))).items;
export const readRevision = ({ client }: Api, sha256: string) =>
  dataOf(client.GET('/v1/offer/revisions/{sha256}', { params: { path: { sha256 } } }));
export const readTariffs = ({ client }: Api) => dataOf(client.GET('/v1/tariffs'));
export const readContacts = ({ client }: Api) => dataOf(client.GET('/v1/contacts'));
export const readUsualTerms = async ({ client }: Api) => (await dataOf(client.GET('/v1/usual-terms'))).items;
export async function readWay({ client }: Api, life: string): Promise<Stage[]> {
  const chart = await dataOf(client.GET('/v1/charts/{life}', { params: { path: { life } } }));
  return wayOf(chart as unknown as PublishedChart);
}

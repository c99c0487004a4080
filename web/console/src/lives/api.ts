/** A life of any type, as the pages of lives ask it. The address of a life in the API is all that is known of its type. */
import type { components } from '../../../shared/api.ts';
import type { Api, Command } from '../../../shared/client.ts';
import { dataOf } from '../../../shared/client.ts';

type Schemas = components['schemas'];

/** What every life has. Its type adds facts of its own. */
export interface Life extends Record<string, unknown> {
  id: string;
  number: number;
  stateName: string;
  waits: string;
  active: string[];
  customer: string | null;
  contractor: string | null;
  commands: Command[];
  ifNobodyActs: Schemas['IfNobodyActs'] | null;
  silence: Schemas['Silence'];
  statements?: Schemas['Statements'];
}
export type Events = Schemas['Events'];
export type Notices = Schemas['Notices'];
export type Inside = Schemas['Inside'];
export type Matter = Schemas['Matter'];

const get = <Data>(api: Api, href: string): Promise<Data> => dataOf(api.client.GET(href as never)) as Promise<Data>;

export const readLife = (api: Api, href: string): Promise<Life> => get(api, href);
export const readEvents = (api: Api, href: string): Promise<Events> => get(api, `${href}/events`);
export const readNotices = (api: Api, href: string): Promise<Notices> => get(api, `${href}/notices`);
export const readInside = (api: Api, kind: string, id: string): Promise<Inside> =>
  dataOf(api.client.GET('/v1/operator/lives/{kind}/{id}', { params: { path: { kind: kind as never, id } } }));

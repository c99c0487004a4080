/** What the pages of one's own account ask the API. */
import type { components } from '../../../shared/api.ts';
import type { Api } from '../../../shared/client.ts';
import { dataOf } from '../../../shared/client.ts';
import type { Proof } from '../../../shared/proof-field.tsx';

type Schemas = components['schemas'];
export type SavedSearch = Schemas['SavedSearch'];
export type RecordedStart = Schemas['RecordedStart'];
const keyed = (key: string) => ({ header: { 'Idempotency-Key': key } });
const at = (id: string) => ({ path: { id } });

export const changeDetails = ({ client }: Api, body: object, key: string) =>
  dataOf(client.PATCH('/v1/accounts/me', { params: keyed(key), body: body as Schemas['ChangeDetails'] }));
export const tariffs = ({ client }: Api) => dataOf(client.GET('/v1/tariffs'));

export const sessions = async ({ client }: Api) => (await dataOf(client.GET('/v1/auth/sessions'))).items;
export const endSession = ({ client }: Api, id: string) => dataOf(client.DELETE('/v1/auth/sessions/{id}', { params: at(id) }));
export const endOtherSessions = ({ client }: Api) => dataOf(client.DELETE('/v1/auth/sessions'));
export const devices = async ({ client }: Api) => (await dataOf(client.GET('/v1/auth/devices'))).items;
export const revokeDevice = ({ client }: Api, id: string) => dataOf(client.DELETE('/v1/auth/devices/{id}', { params: at(id) }));
export const setPassword = ({ client }: Api, password: string, proof: Proof) =>
  dataOf(
    client.POST('/v1/auth/password', {
      body: { password, ...('code' in proof ? proof : { present: proof.password }) } as Schemas['SetPassword'],
    }),
  );
export const readings = async ({ client }: Api) => (await dataOf(client.GET('/v1/accounts/me/readings', { params: {} }))).items;

export const notices = async ({ client }: Api, account: string) =>
  (await dataOf(client.GET('/v1/accounts/{id}/notices', { params: at(account) }))).items;

export const verification = ({ client }: Api, id: string) => dataOf(client.GET('/v1/verifications/{id}', { params: at(id) }));
export const qualifications = async ({ client }: Api) => (await dataOf(client.GET('/v1/qualifications', { params: {} }))).items;
export const qualification = ({ client }: Api, id: string) => dataOf(client.GET('/v1/qualifications/{id}', { params: at(id) }));
export const declareQualification = ({ client }: Api, body: object, key: string) =>
  dataOf(client.POST('/v1/qualifications', { params: keyed(key), body: body as Schemas['DeclareQualification'] }));

export const starts = async ({ client }: Api) => (await dataOf(client.GET('/v1/accounts/me/starts', { params: {} }))).items;
export const objection = ({ client }: Api, id: string) => dataOf(client.GET('/v1/objections/{id}', { params: at(id) }));
export const raiseObjection = ({ client }: Api, body: object, key: string) =>
  dataOf(client.POST('/v1/objections', { params: keyed(key), body: body as never }));

export const searches = async ({ client }: Api) => (await dataOf(client.GET('/v1/searches', { params: {} }))).items;
export const changeSearch = ({ client }: Api, { id, kind, name, query }: SavedSearch, alerts: SavedSearch['alerts']) =>
  dataOf(client.PUT('/v1/searches/{id}', { params: at(id), body: { kind, name, query, alerts } as never }));
export const dropSearch = ({ client }: Api, id: string) => dataOf(client.DELETE('/v1/searches/{id}', { params: at(id) }));

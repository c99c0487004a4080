/** Declares qualifications over HTTP. */
import type { Api, Person, Reply, Task } from '../worlds/api.ts';
import { examinedFile } from './files.ts';

export interface Qualification extends Pick<Task, 'id' | 'state' | 'commands'> {
  categories: { code: string; name: string }[];
  title: string | null;
  validUntil: string | null;
  documents: { file: string; sha256: string }[];
  decision: { at: string; reasons: string | null } | null;
}

/** A licence with a file that was examined. */
export const licence = async (api: Api, person: Person, given: object = {}): Promise<object> => ({
  ...{ categories: ['building'], kind: 'licence', title: 'Licence for construction works', documentNumber: 'AB-7', issuer: 'An authority' },
  issuedOn: '2026-01-15',
  files: [await examinedFile(api, person)],
  ...given,
});

export const declare = async (api: Api, person: Person, given: object = {}): Promise<Reply<Qualification>> =>
  api.as(person).post<Qualification>('/v1/qualifications', await licence(api, person, given));

/** Declared by the contractor and approved by the staff. Returns the path. */
export async function approved(api: Api, contractor: Person, staff: Person, given: object = {}): Promise<string> {
  const declared = await declare(api, contractor, given);
  if (declared.problem) throw new Error(JSON.stringify(declared.problem));
  const path = `/v1/qualifications/${declared.body.id}`;
  const { problem } = await api.as(staff).post(`${path}/approve`, {});
  if (problem) throw new Error(JSON.stringify(problem));
  return path;
}

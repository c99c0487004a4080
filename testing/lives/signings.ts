/** Documents drawn as a chart would order it, for tests of what becomes of them. */

import type { z } from 'zod';
import { issueDocument } from '../../activities/issue-document.ts';
import type { SigningFacts } from '../../api/signings/schema.ts';
import type { IssueDocument } from '../../charts/effects.ts';
import type { Api, Person, Task } from '../worlds/api.ts';

export type Signing = z.output<typeof SigningFacts> &
  Pick<Task, 'id' | 'number' | 'seq' | 'state' | 'commands' | 'ifNobodyActs' | 'receipt'>;

/** An accepted task: what a document tells of. */
export async function acceptedTask(api: Api, customer: Person, contractor: Person, given?: object): Promise<string> {
  const { id } = await api.as(customer).postTask(given);
  await api.as(contractor).command(id, 'accept', { version: 1 });
  return id;
}

/** Beyond the numbers that a task's own chart gives its signings. */
let last = 900;

/** Performs the drawing of a document of a task, ordered by the event that accepted it, so many times over. Answers the signing's id. */
export async function drawn(api: Api, task: string, given: Partial<IssueDocument> = {}, times = 1): Promise<string> {
  last += 1;
  const life = `task/${task}`;
  const child = `signing/${task}/${last}`;
  const params: IssueDocument = { child, kind: 'completion-act', order: ['contractor', 'customer'], amount: '1500000', ...given };
  const { perform } = issueDocument(api.lives, api.dispatch);
  for (let time = 1; time <= times; time++)
    await perform({ id: `${life}/2/${last}`, life, seq: 2, kind: 'issueDocument', params, tries: time });
  return child;
}

/** `signing/<task>/<n>` as the API has it. */
export const addressOf = (signing: string): string => `/v1/signings/${signing.slice('signing/'.length).replace('/', '.')}`;

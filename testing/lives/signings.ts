/** Issues documents as a task's chart would, for tests of the documents and their signings. */
import type { z } from 'zod';
import { issueDocument } from '../../activities/issue-document.ts';
import type { SigningFacts } from '../../api/signings/schema.ts';
import type { IssueDocument } from '../../charts/effects.ts';
import type { Api, Task } from '../worlds/api.ts';

export type Signing = z.output<typeof SigningFacts> &
  Pick<Task, 'id' | 'number' | 'seq' | 'state' | 'commands' | 'ifNobodyActs' | 'silence' | 'receipt'>;

/** Above the numbers that a task's chart gives its signings, so that ids do not collide. */
let lastNumber = 900;

/** Performs `issueDocument` for a task, as ordered by its acceptance, the given number of times. Returns the signing's id. */
export async function drawn(api: Api, task: string, given: Partial<IssueDocument> = {}, times = 1): Promise<string> {
  lastNumber += 1;
  const life = `task/${task}`;
  const child = `signing/${task}/${lastNumber}`;
  const params: IssueDocument = { child, kind: 'completion-act', order: ['contractor', 'customer'], amount: '1500000', ...given };
  const { perform } = issueDocument(api.worker.lives, api.worker.dispatch, 'http://localhost');
  for (let time = 1; time <= times; time++)
    await perform({ id: `${life}/2/${lastNumber}`, life, seq: 2, kind: 'issueDocument', params, tries: time });
  return child;
}

/** The API path of the life `signing/<task>/<n>`. */
export const addressOf = (signing: string): string => `/v1/signings/${signing.slice('signing/'.length).replace('/', '.')}`;

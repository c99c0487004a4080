/** What people write to each other, over HTTP. */
import type { z } from 'zod';
import type { Message, MessageList, ThreadFacts, ThreadList } from '../../api/threads/schema.ts';
import { done } from '../people/registration.ts';
import type { Api, Person, Reply } from '../worlds/api.ts';

export type Thread = z.output<typeof ThreadFacts> & { id: string; seq: number; state: string; commands: { name: string }[] };
export type Listed = z.output<typeof ThreadList>;
export type Items = z.output<typeof MessageList>;

/** Writes about a task. */
export const writeTo = (api: Api, person: Person, task: string, text: string, more: object = {}): Promise<Reply<Thread>> =>
  api.as(person).post<Thread>(`/v1/tasks/${task}/messages`, { text, ...more });

/** Gives a command to a thread. */
export const inThread = (api: Api, person: Person, thread: string, name: string, body: object): Promise<Reply<Thread>> =>
  api.as(person).post<Thread>(`/v1/threads/${thread}/${name}`, body);

/** What is read in a thread, without what happened beside it. */
export async function messagesOf(api: Api, person: Person, thread: string, query = ''): Promise<z.output<typeof Message>[]> {
  const { items } = done(await api.as(person).get<Items>(`/v1/threads/${thread}/messages${query}`));
  return items.filter((item) => item.kind === 'message');
}

/** A task to which a contractor has responded, and the thread in which the contractor asks. */
export async function askedAbout(api: Api, customer: Person, contractor: Person, text: string): Promise<{ task: string; thread: string }> {
  const { id: task } = await api.as(customer).postTask({ match: 'choice' });
  await api.as(contractor).command(task, 'respond', { version: 1 });
  const { id: thread } = done(await writeTo(api, contractor, task, text));
  return { task, thread };
}

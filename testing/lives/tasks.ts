/** Brings tasks over HTTP to the state in which a test begins. */
import type { Api, Person } from '../worlds/api.ts';

/** Creates a task that the contractor has accepted. Returns its id. */
export async function acceptedTask(api: Api, customer: Person, contractor: Person, given?: object): Promise<string> {
  const { id } = await api.as(customer).postTask(given);
  await api.as(contractor).command(id, 'accept', { version: 1 });
  return id;
}

/** Creates a task that was done, approved and paid. Returns its id. */
export async function closedTask(api: Api, customer: Person, contractor: Person): Promise<string> {
  const id = await acceptedTask(api, customer, contractor);
  await api.as(contractor).command(id, 'start');
  await api.as(contractor).command(id, 'submit');
  await api.as(customer).command(id, 'approve');
  await api.as(contractor).command(id, 'confirm');
  return id;
}

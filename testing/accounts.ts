/** Accounts that are registered as people do it, over HTTP: lives of their own, unlike those that `createPerson` sets down. */
import { randomInt } from 'node:crypto';
import { CHECKBOX } from '../api/offer/acceptances.ts';
import { checkDigit } from '../rules/identifiers.ts';
import type { Api } from './api.ts';
import type { Person } from './people.ts';
import { createNewcomer } from './people.ts';

export interface Account {
  id: string;
  state: string;
  name: string;
  identifier: string | null;
  offer: { inForce: string; accepted: { acceptance: string; form: string } | null; next: string | null };
  commands: { name: string }[];
  mayAct: boolean;
  mayBegin: boolean;
  paused: boolean;
  members: { person: string; number: string; roles: string[] }[];
  sanction: { ground: string | null; reasons: string | null } | null;
}

/** An IIN or a BIN that no other test has. */
export function anyIdentifier(kind: 'natural' | 'company'): string {
  for (;;) {
    const eleven = `${kind === 'company' ? '240140' : '900101300'}${String(randomInt(kind === 'company' ? 100_000 : 100)).padStart(kind === 'company' ? 5 : 2, '0')}`;
    const last = checkDigit(eleven);
    if (last !== undefined) return `${eleven}${last}`;
  }
}

/** Registers an account, of a contractor where nothing else is said. It has not accepted the offer yet. */
export async function register(api: Api, given: object = {}): Promise<{ person: Person & { person: string }; account: Account }> {
  const person = await createNewcomer(api.owner);
  const consents = (await api.as().get<{ items: { sha256: string }[] }>('/v1/personal-data/consent')).body.items;
  const { body, problem } = await api.as(person).post<Account>('/v1/accounts', {
    kind: 'natural',
    roles: ['contractor'],
    name: 'Айгүл',
    email: 'aigul@example.kz',
    identifier: anyIdentifier('natural'),
    consent: consents[0]?.sha256,
    ...given,
  });
  if (problem) throw new Error(JSON.stringify(problem));
  return { person: { ...person, id: body.id }, account: body };
}

/** Accepts the offer in force: a contractor ticks the box, a customer confirms the statement. */
export async function acceptOffer(api: Api, person: Person, form: { checkbox?: boolean; statement?: boolean }): Promise<void> {
  const { sha256: revision } = (await api.as().get<{ sha256: string }>('/v1/offer')).body;
  const statement = form.statement ? (await api.as(person).get<{ sha256: string }>('/v1/offer/statement')).body.sha256 : undefined;
  const { problem } = await api.as(person).post('/v1/offer/acceptances', {
    act: 'accept',
    revision,
    ...(form.checkbox && { checkbox: CHECKBOX }),
    ...(statement && { statement }),
  });
  if (problem) throw new Error(JSON.stringify(problem));
}

/** An account of one role that stands under the offer. */
export async function member(api: Api, role: 'customer' | 'contractor'): Promise<Person> {
  const { person } = await register(api, { roles: [role] });
  await acceptOffer(api, person, role === 'customer' ? { statement: true } : { checkbox: true });
  return person;
}

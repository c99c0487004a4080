import { Sequelize } from 'sequelize';
import { v5 as uuid } from 'uuid';
import { newToken, tokenHash } from '../api/session.ts';

export interface SampleUser {
  name: string;
  roles: string[];
  token: string;
  id: string;
}

const NAMESPACE = '0d8a7e53-6f0b-4c0e-9a44-2f6f3a0a5a11';
const LASTS = '30 days';

const USERS = [
  { name: 'Aigerim', roles: ['customer'], language: 'kk' },
  { name: 'TOO Stroy Servis', roles: ['customer'], language: 'ru' },
  { name: 'Daniyar', roles: ['contractor'], language: 'ru' },
  { name: 'Saule', roles: ['contractor'], language: 'kk' },
  { name: 'Marat', roles: ['contractor'], language: 'en' },
  { name: 'Operator', roles: ['operator'], language: 'ru' },
];

/** Opens a new session for each sample user, making those that are not there yet. Needs the rights of the database's owner. */
export async function openSampleSessions(databaseUrl: string): Promise<SampleUser[]> {
  const owner = new Sequelize(databaseUrl, { logging: false, pool: { max: 1 } });
  const users: SampleUser[] = [];
  for (const { name, roles, language } of USERS) {
    const id = uuid(name, NAMESPACE);
    const token = newToken();
    await owner.query('insert into account (id, name, email, language, roles) values ($1, $2, $3, $4, $5) on conflict (id) do nothing', {
      bind: [id, name, `${name.toLowerCase().replaceAll(' ', '.')}@example.kz`, language, roles],
    });
    await owner.query(
      `insert into session (token_hash, account, device, expires_at) values ($1, $2, 'sample', now() + interval '${LASTS}')`,
      {
        bind: [tokenHash(token), id],
      },
    );
    users.push({ name, roles, token, id });
  }
  await owner.close();
  return users;
}

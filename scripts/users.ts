// Opens a session for each sample user and prints them as JSON. Only on a developer's machine.
import { Sequelize } from 'sequelize';
import { v5 as uuid } from 'uuid';
import { newToken, tokenHash } from '../api/session.ts';
import { developmentEnvironment } from '../local/environment.ts';

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

const { NODE_ENV, DATABASE_URL } = developmentEnvironment();
if (NODE_ENV !== 'development' || !DATABASE_URL) {
  console.error('Sample users exist in development only: start the stack with npm start, then ask again.');
  process.exit(1);
}

const owner = new Sequelize(DATABASE_URL, { logging: false, pool: { max: 1 } });
const sessions = [];
for (const { name, roles, language } of USERS) {
  const id = uuid(name, NAMESPACE);
  const token = newToken();
  await owner.query('insert into account (id, name, email, language, roles) values ($1, $2, $3, $4, $5) on conflict (id) do nothing', {
    bind: [id, name, `${name.toLowerCase().replaceAll(' ', '.')}@example.kz`, language, roles],
  });
  await owner.query(`insert into session (token_hash, account, device, expires_at) values ($1, $2, 'sample', now() + interval '${LASTS}')`, {
    bind: [tokenHash(token), id],
  });
  sessions.push({ name, roles, token, id });
}
await owner.close();
console.log(JSON.stringify(sessions, null, 2));

import { randomUUID } from 'node:crypto';
import { Sequelize } from 'sequelize';

/** An account of a test's own, with the rights of the database's owner: the application cannot make one yet. */
export async function createAccount(databaseUrl: string, roles: string[]): Promise<string> {
  const id = randomUUID();
  const owner = new Sequelize(databaseUrl, { logging: false, pool: { max: 1 } });
  await owner.query('insert into account (id, name, email, language, roles) values ($1, $2, $3, $4, $5)', {
    bind: [id, `Person ${id.slice(0, 8)}`, `${id}@example.kz`, 'en', roles],
  });
  await owner.close();
  return id;
}

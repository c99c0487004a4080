// Migrates the database and gives each login its rights. DATABASE_OWNER_URL has the login of the database's owner.
import { migrate } from '../models/database.ts';

const { DATABASE_OWNER_URL } = process.env;
if (!DATABASE_OWNER_URL) throw new Error('DATABASE_OWNER_URL names no database');
await migrate(DATABASE_OWNER_URL);
console.log('The database is up to date.');

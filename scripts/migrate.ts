// Migrates the database at DATABASE_URL. Needs the rights of its owner.
import { migrate } from '../models/database.ts';

const { DATABASE_URL } = process.env;
if (!DATABASE_URL) throw new Error('DATABASE_URL names no database');
await migrate(DATABASE_URL);
console.log('The database is up to date.');

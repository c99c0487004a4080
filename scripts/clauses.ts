/** Writes docs/clauses.md. */
import { writeFileSync } from 'node:fs';
import { currentTable } from './clause-table.ts';

writeFileSync(new URL('../docs/clauses.md', import.meta.url), currentTable());

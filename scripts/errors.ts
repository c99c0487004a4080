/** Writes docs/errors.md. */
import { writeFileSync } from 'node:fs';
import { errorTable } from './error-table.ts';

writeFileSync(new URL('../docs/errors.md', import.meta.url), errorTable());

/** Writes docs/silence.md. */
import { writeFileSync } from 'node:fs';
import { silenceTable } from './silence-table.ts';

writeFileSync(new URL('../docs/silence.md', import.meta.url), silenceTable());

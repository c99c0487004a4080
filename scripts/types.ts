/** Writes web/shared/api.ts. */
import { writeFileSync } from 'node:fs';
import { apiTypes } from '../web/api-types.ts';
import { apiDocument } from './api-document.ts';

writeFileSync(new URL('../web/shared/api.ts', import.meta.url), apiTypes(apiDocument()));

/** Writes web/shared/api.ts from the OpenAPI document of the platform that `npm start` runs here. */
import { writeFileSync } from 'node:fs';
import { developmentEnvironment } from '../local/environment.ts';
import type { ApiDocument } from '../web/api-types.ts';
import { apiTypes } from '../web/api-types.ts';

const { PUBLIC_URL: api } = developmentEnvironment();
if (api === undefined) throw new Error('Start the platform first, with npm start: its API is asked for its OpenAPI document.');
const response = await fetch(`${api}/openapi.json`);
writeFileSync(new URL('../web/shared/api.ts', import.meta.url), apiTypes((await response.json()) as ApiDocument));

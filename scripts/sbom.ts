// Writes sbom.cdx.json, the list of the production packages by CycloneDX: npm run sbom
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listOfPackages } from './supply/sbom.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const list = await listOfPackages(root);
writeFileSync(`${root}sbom.cdx.json`, `${JSON.stringify(list, null, 2)}\n`);
console.log(`sbom.cdx.json: ${list.components.length} production packages`);

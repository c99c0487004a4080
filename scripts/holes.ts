// Looks for known holes in the production packages, and for licences that nobody has allowed: npm run holes
// Ends with 1 if it finds one. Without data about holes it says so loudly and ends with 0.
import { fileURLToPath } from 'node:url';
import accepted from './supply/accepted.json' with { type: 'json' };
import { findHoles } from './supply/known-holes.ts';
import { findLicences } from './supply/licences.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const today = new Date().toISOString().slice(0, 10);
const verdicts = [await findHoles(root, process.env.OSV_DATA || undefined, accepted, today), findLicences(root)];
for (const { lines } of verdicts) console.log(lines.join('\n'));
process.exitCode = verdicts.some(({ failed }) => failed) ? 1 : 0;

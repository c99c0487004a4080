// Signs a file as a sample user, with a new key of the development authority: npm run sign -- FILE --as USER [--gost]
// Writes the detached signature (CMS in DER) beside the file, and key and certificate into .local/signing, for openssl.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { toPem } from '../local/authority/certificates.ts';
import { signDetached } from '../local/authority/cms.ts';
import { keyOf } from '../local/authority/keys.ts';
import { developmentEnvironment } from '../local/environment.ts';
import { HEAD } from '../local/fictitious-requisites.ts';
import { SAMPLES } from '../local/sample-users.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { as: { type: 'string' }, gost: { type: 'boolean', default: false } },
});
const [file] = positionals;
const signers = SAMPLES.filter(({ identifier }) => identifier !== undefined);
const user = signers.find(({ name }) => name.toLowerCase() === values.as?.toLowerCase());
if (file === undefined || user?.identifier === undefined)
  fail(`Usage: npm run sign -- FILE --as "${signers.map(({ name }) => name).join('" | "')}" [--gost]`);
const { AUTHORITY_URL: authority } = developmentEnvironment();
if (authority === undefined) fail('The development authority does not run: start the stack with npm start, then ask again.');

const { name, kind, identifier } = user;
const owner = kind === 'company' ? { ...HEAD, company: { name, bin: identifier, role: 'head' } } : { name, iin: identifier };
const response = await fetch(`${authority}/certificates`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ ...owner, kind: values.gost ? 'gost' : 'rsa' }),
});
if (!response.ok) fail(`The development authority answers ${response.status}.`);
const issued = (await response.json()) as { certificate: string; key: string };
const [certificate, pkcs8] = [issued.certificate, issued.key].map((text) => Buffer.from(text, 'base64')) as [Buffer, Buffer];

const signature = `${file}.p7s`;
writeFileSync(signature, signDetached(readFileSync(file), { certificate, key: keyOf(pkcs8) }));
const folder = new URL('../.local/signing/', import.meta.url);
mkdirSync(folder, { recursive: true });
const pem = new URL(`${name.toLowerCase().replaceAll(' ', '-')}${values.gost ? '-gost' : ''}.pem`, folder);
writeFileSync(pem, toPem(pkcs8, 'PRIVATE KEY') + toPem(certificate), { mode: 0o600 });
console.log(`Signature:            ${signature}\nKey and certificate:  ${pem.pathname}`);

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

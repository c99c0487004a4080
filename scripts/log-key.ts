// Makes the key that signs the log's checkpoints: npm run log-key -- ORIGIN
import { createSigningKey, openSigner } from '../lives/log/note.ts';

const [origin = ''] = process.argv.slice(2);
if (!/^[^\s+]+$/.test(origin)) {
  console.error('npm run log-key -- ORIGIN, the address of the log without its scheme, such as api.akjet.kz/v1/log');
  process.exit(2);
}
const key = createSigningKey(origin);
console.log(`LOG_SIGNING_KEY=${key}\nLOG_PUBLIC_KEYS=${openSigner(key).publicKey}`);

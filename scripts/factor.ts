// Prints the current code of the second factor of the sample staff, as an authenticator app would show it: npm run factor
// With a key in base32 it prints the code of that key: npm run factor -- KEY
import { codeAt } from '../api/auth/one-time-codes.ts';
import { SAMPLE_FACTOR_KEY } from '../local/sample-users.ts';

const [key = SAMPLE_FACTOR_KEY] = process.argv.slice(2);
console.log(codeAt(key));

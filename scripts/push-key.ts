// Makes the key with which notices to browsers are signed: npm run push-key
import { createVapidKeys } from '../gateways/push/vapid.ts';

const { publicKey, privateKey } = createVapidKeys();
console.log(`PUSH_PUBLIC_KEY=${publicKey}\nPUSH_PRIVATE_KEY=${privateKey}`);

import { createECDH } from 'node:crypto';
import { opened } from '../../testing/stand-ins/push-service.ts';
import { isBrowserKey, sealForBrowser } from './encrypt.ts';
import { isOfService, PUSH_SERVICES } from './services.ts';
import { createVapidKeys, publicKeyOf } from './vapid.ts';

const pairOf = (privateKey: string) => {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(Buffer.from(privateKey, 'base64url'));
  return pair;
};

/** RFC 8291, section 5 and appendix A. */
const EXAMPLE = {
  plain: 'When I grow up, I want to be a watermelon',
  sender: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  browser: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  sealed:
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};

it('seals the example of RFC 8291 to the letter, and its browser opens it', () => {
  const { plain, sender, browser, p256dh, auth, salt, sealed } = EXAMPLE;
  const body = sealForBrowser(plain, { p256dh, auth }, Buffer.from(salt, 'base64url'), pairOf(sender));
  expect(body.toString('base64url')).toBe(sealed);
  expect(opened(body, pairOf(browser), Buffer.from(auth, 'base64url'))).toBe(plain);
});

it('seals anew each time, and nobody else opens it', () => {
  const { plain, p256dh, auth } = EXAMPLE;
  const [one, other] = [sealForBrowser(plain, { p256dh, auth }), sealForBrowser(plain, { p256dh, auth })];
  expect(one.equals(other)).toBe(false);
  expect(() => opened(one, pairOf(EXAMPLE.sender), Buffer.from(auth, 'base64url'))).toThrow();
});

it('knows a key of a browser from what is none', () => {
  expect(isBrowserKey(EXAMPLE.p256dh)).toBe(true);
  for (const none of ['', 'A'.repeat(87), `BB${EXAMPLE.p256dh.slice(2)}`]) expect(isBrowserKey(none)).toBe(false);
});

it('finds the public half of a key', () => {
  const { publicKey, privateKey } = createVapidKeys();
  expect([publicKey.length, privateKey.length, publicKeyOf(privateKey)]).toEqual([87, 43, publicKey]);
  expect(() => publicKeyOf('')).toThrow();
});

it.each([
  ['https://fcm.googleapis.com/fcm/send/abc', true],
  ['https://web.push.apple.com/abc', true],
  ['https://wns2-by3p.notify.windows.com/w/?token=abc', true],
  ['http://fcm.googleapis.com/fcm/send/abc', false],
  ['https://fcm.googleapis.com:8443/abc', false],
  ['https://fcm.googleapis.com.example.kz/abc', false],
  ['https://fcm.googleapis.com@10.0.0.1/abc', false],
  ['https://evilpush.apple.com/abc', false],
  ['https://10.0.0.1/abc', false],
  ['file:///etc/passwd', false],
  ['no address', false],
])('of %s it says that it is a push service: %p', (endpoint, is) => expect(isOfService(endpoint, PUSH_SERVICES)).toBe(is));

import { truncatedAddress } from './log-names.ts';

it.each([
  ['203.0.113.7', '203.0.113.0/24'],
  ['::ffff:203.0.113.7', '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
  ['2001:db8::1', '2001:db8:0::/48'],
  ['::1', '0:0:0::/48'],
  ['', ''],
  ['no address', ''],
])('of the address %s the log shows %s', (address, shown) => {
  expect(truncatedAddress(address)).toBe(shown);
});

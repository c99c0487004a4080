import { addressOf, networkOf, wideNetworkOf } from './address.ts';

describe('the network by which limits are counted', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7', undefined],
    ['::ffff:203.0.113.7', '203.0.113.7', undefined],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', '2001:db8:1/48'],
    ['2001:db8:1:2::9', '2001:db8:1:2', '2001:db8:1/48'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2', '2001:db8:1/48'],
    ['2001:db8::1', '2001:db8:0:0', '2001:db8:0/48'],
    ['1::2:3:4:5:6:7', '1:0:2:3', '1:0:2/48'],
    ['fe80::1%eth0', 'fe80:0:0:0', 'fe80:0:0/48'],
    ['::1', '0:0:0:0', '0:0:0/48'],
  ])('of %s is %s, and the wide one %s', (address, network, wide) => {
    expect(networkOf(address)).toBe(network);
    expect(wideNetworkOf(address)).toBe(wide);
  });
});

describe('the address of a caller', () => {
  const socket = { remoteAddress: '10.0.0.1' };
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:54321', '203.0.113.7'],
    ['[2001:db8::9]:54321', '2001:db8::9'],
    ['[2001:db8::9]', '2001:db8::9'],
    ['2001:db8::9', '2001:db8::9'],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
    ['unknown', '10.0.0.1'],
    ['203.0.113.700', '10.0.0.1'],
    ['', '10.0.0.1'],
    [undefined, '10.0.0.1'],
  ])('named as %s is %s', (ip, address) => {
    expect(addressOf({ ip, socket })).toBe(address);
  });
});

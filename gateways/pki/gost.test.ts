/** The published examples of ГОСТ 34.11-2015 (RFC 6986, 10) and ГОСТ 34.10-2015 (RFC 7091, 7), and the curve of RFC 7836. */
import type { Curve } from './gost3410.ts';
import { CURVE_512_A, combine, isOnCurve, verifies } from './gost3410.ts';
import { streebog512 } from './streebog.ts';

/** RFC 6986 prints messages and digests with the last byte first. */
const reversed = (hex: string): Buffer => Buffer.from(hex, 'hex').reverse();

describe('Streebog', () => {
  it('gives the digest of the first message', () => {
    const message = Buffer.from('012345678901234567890123456789012345678901234567890123456789012');
    const printed =
      '486f64c1917879417fef082b3381a4e211c324f074654c38823a7b76f830ad00fa1fbae42b1285c0352f227524bc9ab16254288dd6863dccd5b9f54a1ad0541b';
    expect(streebog512(message)).toEqual(reversed(printed));
  });

  it('gives the digest of the second message, which is longer than a block', () => {
    const message = reversed(
      'fbe2e5f0eee3c820fbeafaebef20fffbf0e1e0f0f520e0ed20e8ece0ebe5f0f2f120fff0eeec20f120faf2fee5e2202ce8f6f3ede220e8e6eee1e8f0f2d1202ce8f0f2e5e220e5d1',
    );
    const printed =
      '28fbc9bada033b1460642bdcddb90c3fb3e56c497ccd0f62b8a2ad4935e85f037613966de4ee00531ae60f3b5a47f8dae06915d5f2f194996fcabf2622e6881e';
    expect(streebog512(message)).toEqual(reversed(printed));
  });

  it('pads messages around the length of a block', () => {
    const digests = [0, 1, 63, 64, 65, 127, 128].map((length) => streebog512(Buffer.alloc(length)).toString('hex'));
    expect(new Set(digests).size).toBe(digests.length);
    expect(digests[0]).toBe(
      '8e945da209aa869f0455928529bcae4679e9873ab707b55315f56ceb98bef0a7362f715528356ee83cda5f2aac4c6ad2ba3a715c1bcd81cb8e9f90bf4c1c1a8a',
    );
  });
});

interface Example {
  curve: Curve;
  secret: bigint;
  key: { x: bigint; y: bigint };
  digest: bigint;
  random: bigint;
  r: bigint;
  s: bigint;
}

/** RFC 7091, 7.1 and 7.2. */
const EXAMPLES: Record<string, Example> = {
  '256 bits': {
    curve: {
      p: 0x8000000000000000000000000000000000000000000000000000000000000431n,
      a: 7n,
      b: 0x5fbff498aa938ce739b8e022fbafef40563f6e6a3472fc2a514c0ce9dae23b7en,
      q: 0x8000000000000000000000000000000150fe8a1892976154c59cfc193accf5b3n,
      base: { x: 2n, y: 0x8e2a8a0e65147d4bd6316030e16d19c85c97f0a9ca267122b96abbcea7e8fc8n },
    },
    secret: 0x7a929ade789bb9be10ed359dd39a72c11b60961f49397eee1d19ce9891ec3b28n,
    key: {
      x: 0x7f2b49e270db6d90d8595bec458b50c58585ba1d4e9b788f6689dbd8e56fd80bn,
      y: 0x26f1b489d6701dd185c8413a977b3cbbaf64d1c593d26627dffb101a87ff77dan,
    },
    digest: 0x2dfbc1b372d89a1188c09c52e0eec61fce52032ab1022e8e67ece6672b043ee5n,
    random: 0x77105c9b20bcd3122823c8cf6fcc7b956de33814e95b7fe64fed924594dceab3n,
    r: 0x41aa28d2f1ab148280cd9ed56feda41974053554a42767b83ad043fd39dc0493n,
    s: 0x1456c64ba4642a1653c235a98a60249bcd6d3f746b631df928014f6c5bf9c40n,
  },
  '512 bits': {
    curve: {
      p: 0x4531acd1fe0023c7550d267b6b2fee80922b14b2ffb90f04d4eb7c09b5d2d15df1d852741af4704a0458047e80e4546d35b8336fac224dd81664bbf528be6373n,
      a: 7n,
      b: 0x1cff0806a31116da29d8cfa54e57eb748bc5f377e49400fdd788b649eca1ac4361834013b2ad7322480a89ca58e0cf74bc9e540c2add6897fad0a3084f302adcn,
      q: 0x4531acd1fe0023c7550d267b6b2fee80922b14b2ffb90f04d4eb7c09b5d2d15da82f2d7ecb1dbac719905c5eecc423f1d86e25edbe23c595d644aaf187e6e6dfn,
      base: {
        x: 0x24d19cc64572ee30f396bf6ebbfd7a6c5213b3b3d7057cc825f91093a68cd762fd60611262cd838dc6b60aa7eee804e28bc849977fac33b4b530f1b120248a9an,
        y: 0x2bb312a43bd2ce6e0d020613c857acddcfbf061e91e5f2c3f32447c259f39b2c83ab156d77f1496bf7eb3351e1ee4e43dc1a18b91b24640b6dbb92cb1add371en,
      },
    },
    secret:
      0xba6048aadae241ba40936d47756d7c93091a0e8514669700ee7508e508b102072e8123b2200a0563322dad2827e2714a2636b7bfd18aadfc62967821fa18dd4n,
    key: {
      x: 0x115dc5bc96760c7b48598d8ab9e740d4c4a85a65be33c1815b5c320c854621dd5a515856d13314af69bc5b924c8b4ddff75c45415c1d9dd9dd33612cd530efe1n,
      y: 0x37c7c90cd40b0f5621dc3ac1b751cfa0e2634fa0503b3d52639f5d7fb72afd61ea199441d943ffe7f0c70a2759a3cdb84c114e1f9339fdf27f35eca93677beecn,
    },
    digest:
      0x3754f3cfacc9e0615c4f4a7c4d8dab531b09b6f9c170c533a71d147035b0c5917184ee536593f4414339976c647c5d5a407adedb1d560c4fc6777d2972075b8cn,
    random:
      0x359e7f4b1410feacc570456c6801496946312120b39d019d455986e364f365886748ed7a44b3e794434006011842286212273a6d14cf70ea3af71bb1ae679f1n,
    r: 0x2f86fa60a081091a23dd795e1e3c689ee512a3c82ee0dcc2643c78eea8fcacd35492558486b20f1c9ec197c90699850260c93bcbcd9c5c3317e19344e173ae36n,
    s: 0x1081b394696ffe8e6585e7a9362d26b6325f56778aadbc081c0bfbe933d52ff5823ce288e8c4f362526080df7f70ce406a6eeb1f56919cb92a9853bde73e5b4an,
  },
};

describe.each(Object.entries(EXAMPLES))('the example of %s', (_, { curve, secret, key, digest, random, r, s }) => {
  it('has the key and the first half of the signature as multiples of the base point', () => {
    expect(combine(secret, 0n, curve.base, curve)).toEqual(key);
    expect(combine(random, 0n, curve.base, curve)?.x).toBe(r);
  });

  it('holds, and not for another digest, half or key', () => {
    expect(verifies(digest, { r, s }, key, curve)).toBe(true);
    expect(verifies(digest + 1n, { r, s }, key, curve)).toBe(false);
    expect(verifies(digest, { r: r + 1n, s }, key, curve)).toBe(false);
    expect(verifies(digest, { r, s: s + 1n }, key, curve)).toBe(false);
    expect(verifies(digest, { r, s }, curve.base, curve)).toBe(false);
  });

  it('refuses halves out of range and keys that are no point', () => {
    for (const wrong of [0n, curve.q, -r, r + curve.q]) {
      expect(verifies(digest, { r: wrong, s }, key, curve)).toBe(false);
      expect(verifies(digest, { r, s: wrong }, key, curve)).toBe(false);
    }
    expect(verifies(digest, { r, s }, { x: key.x, y: key.y + 1n }, curve)).toBe(false);
    expect(verifies(digest, { r, s }, { x: key.x + curve.p, y: key.y }, curve)).toBe(false);
  });
});

it('the curve of Kazakhstan has its base point, whose order is q', () => {
  expect(isOnCurve(CURVE_512_A.base, CURVE_512_A)).toBe(true);
  expect(combine(CURVE_512_A.q, 0n, CURVE_512_A.base, CURVE_512_A)).toBeNull();
  expect(combine(1n, CURVE_512_A.q - 1n, CURVE_512_A.base, CURVE_512_A)).toBeNull();
  expect(combine(CURVE_512_A.q - 2n, 3n, CURVE_512_A.base, CURVE_512_A)).toEqual(CURVE_512_A.base);
});

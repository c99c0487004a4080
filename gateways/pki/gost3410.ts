/** Checking signatures by ГОСТ 34.10-2015, that is GOST R 34.10-2012 (RFC 7091): arithmetic of its curves. Public values only, so time tells nothing. */

export interface Point {
  x: bigint;
  y: bigint;
}

/** y² = x³ + ax + b over the integers modulo p; the base point has the prime order q. */
export interface Curve {
  p: bigint;
  a: bigint;
  b: bigint;
  q: bigint;
  base: Point;
}

const P = 2n ** 512n - 569n;

/** id-tc26-gost-3410-12-512-paramSetA (RFC 7836, A.2), the curve of Kazakhstan's keys of 512 bits. */
export const CURVE_512_A: Curve = {
  p: P,
  a: P - 3n,
  b: 0xe8c2505dedfc86ddc1bd0b2b6667f1da34b82574761cb0e879bd081cfd0b6265ee3cb090f30d27614cb4574010da90dd862ef9d4ebee4761503190785a71c760n,
  q: 0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff27e69532f48d89116ff22b8d4e0560609b4b38abfad2b85dcacdb1411f10b275n,
  base: {
    x: 3n,
    y: 0x7503cfe87a836ae3a61b8816e25450e6ce5e1c93acf1abc1778064fdcbefa921df1626be4fd036e93d75e6a50e3a41e98028fe5fc235f5b889a589cb5215f2a4n,
  },
};

/** The remainder, never negative. */
export const mod = (value: bigint, modulus: bigint): bigint => {
  const remainder = value % modulus;
  return remainder < 0n ? remainder + modulus : remainder;
};

/** The inverse modulo a prime. */
export function inverse(value: bigint, prime: bigint): bigint {
  let [left, right, x, next] = [mod(value, prime), prime, 1n, 0n];
  while (right !== 0n) {
    const quotient = left / right;
    [left, right] = [right, left - quotient * right];
    [x, next] = [next, x - quotient * next];
  }
  return mod(x, prime);
}

export function isOnCurve({ x, y }: Point, { p, a, b }: Curve): boolean {
  return x >= 0n && x < p && y >= 0n && y < p && mod(y * y - ((x * x + a) * x + b), p) === 0n;
}

/** x = X/Z², y = Y/Z³: so adding needs no inverse. Infinity has Z = 0. */
interface Jacobian {
  X: bigint;
  Y: bigint;
  Z: bigint;
}

const INFINITY: Jacobian = { X: 1n, Y: 1n, Z: 0n };

function double({ X, Y, Z }: Jacobian, { p, a }: Curve): Jacobian {
  if (Z === 0n || Y === 0n) return INFINITY;
  const squareOfY = mod(Y * Y, p);
  const S = mod(4n * X * squareOfY, p);
  const squareOfZ = mod(Z * Z, p);
  const M = mod(3n * X * X + a * mod(squareOfZ * squareOfZ, p), p);
  const sumX = mod(M * M - 2n * S, p);
  return { X: sumX, Y: mod(M * (S - sumX) - 8n * squareOfY * squareOfY, p), Z: mod(2n * Y * Z, p) };
}

/** The sum with a point in the usual coordinates. */
function add(one: Jacobian, other: Point, curve: Curve): Jacobian {
  if (one.Z === 0n) return { X: other.x, Y: other.y, Z: 1n };
  const { p } = curve;
  const squareOfZ = mod(one.Z * one.Z, p);
  const H = mod(other.x * squareOfZ - one.X, p);
  const R = mod(other.y * mod(squareOfZ * one.Z, p) - one.Y, p);
  if (H === 0n) return R === 0n ? double(one, curve) : INFINITY;
  const squareOfH = mod(H * H, p);
  const cubeOfH = mod(squareOfH * H, p);
  const V = mod(one.X * squareOfH, p);
  const X = mod(R * R - cubeOfH - 2n * V, p);
  return { X, Y: mod(R * (V - X) - one.Y * cubeOfH, p), Z: mod(one.Z * H, p) };
}

function toPoint({ X, Y, Z }: Jacobian, { p }: Curve): Point | null {
  if (Z === 0n) return null;
  const ofZ = inverse(Z, p);
  const squared = mod(ofZ * ofZ, p);
  return { x: mod(X * squared, p), y: mod(Y * squared * ofZ, p) };
}

/** k times the base point plus l times another one, both in one walk over the bits (Shamir). `null` is infinity. */
export function combine(k: bigint, l: bigint, other: Point, curve: Curve): Point | null {
  const both = toPoint(add({ X: other.x, Y: other.y, Z: 1n }, curve.base, curve), curve);
  let sum = INFINITY;
  for (let bit = BigInt(Math.max(k.toString(2).length, l.toString(2).length) - 1); bit >= 0n; bit--) {
    sum = double(sum, curve);
    const [ofK, ofL] = [(k >> bit) & 1n, (l >> bit) & 1n];
    if (ofK && ofL) sum = both ? add(sum, both, curve) : sum;
    else if (ofK) sum = add(sum, curve.base, curve);
    else if (ofL) sum = add(sum, other, curve);
  }
  return toPoint(sum, curve);
}

/** Does (r, s) sign the digest, read as a number, by the key (RFC 7091, 6.2)? */
export function verifies(digest: bigint, { r, s }: { r: bigint; s: bigint }, key: Point, curve: Curve): boolean {
  const { q } = curve;
  if (r <= 0n || r >= q || s <= 0n || s >= q || !isOnCurve(key, curve)) return false;
  const v = inverse(mod(digest, q) || 1n, q);
  const sum = combine(mod(s * v, q), mod(-r * v, q), key, curve);
  return sum !== null && mod(sum.x, q) === r;
}

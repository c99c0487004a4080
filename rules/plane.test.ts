import fc from 'fast-check';
import type { Point } from './plane.ts';
import { coarse, distanceKm, isInCountry, onPlane } from './plane.ts';

const ALMATY = { latitude: 43.24, longitude: 76.92 };
const ASTANA = { latitude: 51.17, longitude: 71.43 };
const AKTAU = { latitude: 43.65, longitude: 51.17 };

const flat = (from: Point, to: Point): number => {
  const [one, other] = [onPlane(from), onPlane(to)];
  return Math.hypot(one.x - other.x, one.y - other.y);
};

const point = fc.record({
  latitude: fc.double({ min: 40.5, max: 55.5, noNaN: true }),
  longitude: fc.double({ min: 46.4, max: 87.4, noNaN: true }),
});

describe('points of the country', () => {
  test.each([
    // One degree of a meridian is 6371 × π / 180.
    [{ latitude: 45, longitude: 70 }, { latitude: 46, longitude: 70 }, 111.19],
    [ALMATY, ALMATY, 0],
    [ALMATY, ASTANA, 972],
    [ALMATY, AKTAU, 2_067],
  ])('%j and %j are %d km apart', (from, to, km) => {
    expect(Math.abs(distanceKm(from, to) - km)).toBeLessThan(Math.max(0.01, km / 200));
  });

  test('keep their distances on the plane', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const km = distanceKm(from, to);
        expect(Math.abs(flat(from, to) - km)).toBeLessThanOrEqual(km * 0.02 + 1e-6);
      }),
    );
  });

  test('are rounded to a hundred metres, and lie in the country', () => {
    expect(coarse({ latitude: 43.238_949, longitude: 76.889_709 })).toEqual({ latitude: 43.239, longitude: 76.89 });
    expect(isInCountry(ALMATY)).toBe(true);
    for (const far of [
      { latitude: 90, longitude: 0 },
      { latitude: 0, longitude: 0 },
      { latitude: 55.75, longitude: 37.62 },
    ])
      expect(isInCountry(far)).toBe(false);
  });
});

/** Points of Kazakhstan on a plane, where an index knows what is near. */

export interface Point {
  latitude: number;
  longitude: number;
}

/** The country's bounds, with some kilometres around. */
const BOUNDS = { latitude: [40.5, 55.5], longitude: [46.4, 87.4] } as const;

export const isInCountry = ({ latitude, longitude }: Point): boolean =>
  latitude >= BOUNDS.latitude[0] && latitude <= BOUNDS.latitude[1] && longitude >= BOUNDS.longitude[0] && longitude <= BOUNDS.longitude[1];

/** To about a hundred metres, so that a point does not tell a private address. */
export const coarse = ({ latitude, longitude }: Point): Point => ({
  latitude: Math.round(latitude * 1_000) / 1_000,
  longitude: Math.round(longitude * 1_000) / 1_000,
});

const EARTH_KM = 6_371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Along the surface, in kilometres (haversine). */
export function distanceKm(from: Point, to: Point): number {
  const [one, other] = [radians(from.latitude), radians(to.latitude)];
  const half = (difference: number): number => Math.sin(difference / 2) ** 2;
  const chord = half(other - one) + Math.cos(one) * Math.cos(other) * half(radians(to.longitude - from.longitude));
  return 2 * EARTH_KM * Math.asin(Math.sqrt(chord));
}

// Lambert's conformal conic projection of a sphere, true to scale on two parallels (Snyder, Map Projections, 1987, 15-1 to 15-4).
const [SOUTH, NORTH] = [radians(43), radians(53)] as const;
const MIDDLE = radians(67);
const slope = (latitude: number): number => Math.tan(Math.PI / 4 + latitude / 2);
const CONE = Math.log(Math.cos(SOUTH) / Math.cos(NORTH)) / Math.log(slope(NORTH) / slope(SOUTH));
const SCALE = (EARTH_KM * Math.cos(SOUTH) * slope(SOUTH) ** CONE) / CONE;

/** In kilometres. Between two points of the country a straight line on this plane differs from the distance by less than two per cent. */
export function onPlane({ latitude, longitude }: Point): { x: number; y: number } {
  const radius = SCALE / slope(radians(latitude)) ** CONE;
  const angle = CONE * (radians(longitude) - MIDDLE);
  return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
}

/** The path of a tile, as C2SP tlog-tiles writes it. */
import { TILE_WIDTH } from './merkle.ts';

export interface TilePlace {
  level: number;
  tile: number;
  /** How many hashes it has. */
  width: number;
}

const LEVEL = /^([0-9]|[1-5][0-9]|6[0-3])$/;
/** Groups of three digits, all but the last after an x; a partial tile names its width. */
const PATH = /^(?!x000)((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** `1` and `x001/x234/067.p/5` are tile 1234067 of level 1 with five hashes. Undefined for what names no tile. */
export function parseTilePath(level: string, path: string): TilePlace | undefined {
  const [, tile, width] = PATH.exec(path) ?? [];
  if (!LEVEL.test(level) || tile === undefined) return undefined;
  const place = { level: Number(level), tile: Number(tile.replaceAll(/[x/]/g, '')), width: Number(width ?? TILE_WIDTH) };
  return width !== undefined && place.width >= TILE_WIDTH ? undefined : place;
}

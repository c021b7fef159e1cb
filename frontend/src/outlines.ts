/** The outlines file as shapes: whole hundredths of a degree, each point as its step from the one before. */
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Position } from "geojson";

export type Sheet = { land: number[][]; countries: number[][]; divisions: number[][] };
export type Outlines = {
  format: "dateline-outlines/1";
  scale: number;
  credit: string;
  coarse: Sheet;
  fine: Sheet;
  names: [text: string, lon: number, lat: number, rank: number, span: number][];
};

/** The `span` of what is named from the whole world on; at half of it a name waits for the next zoom. */
const WHOLE = 160;

/** `land` has its shores as its own edge; `cut` was cut at 180 degrees, and its shores are lines of their own. */
export type Ground = {
  land: Feature<MultiPolygon>;
  cut: Feature<MultiPolygon>;
  shores: Feature<MultiLineString>;
  countries: Feature<MultiLineString>;
  divisions: Feature<MultiLineString>;
};

export function ground(sheet: Sheet, scale: number): Ground {
  const rings = sheet.land.map((steps) => line(steps, scale));
  const whole = polygons(rings.filter((ring) => !ring.some(onSeam)));
  const cut = rings.filter((ring) => ring.some(onSeam));
  const lines = (all: number[][]): Feature<MultiLineString> =>
    feature({ type: "MultiLineString", coordinates: all.map((steps) => line(steps, scale)) });
  return {
    land: feature({ type: "MultiPolygon", coordinates: whole }),
    cut: feature({ type: "MultiPolygon", coordinates: polygons(cut) }),
    shores: feature({ type: "MultiLineString", coordinates: cut.flatMap(shores) }),
    countries: lines(sheet.countries),
    divisions: lines(sheet.divisions),
  };
}

export function names(file: Outlines): FeatureCollection {
  return { type: "FeatureCollection", features: file.names.map((name) => named(name, file.scale)) };
}

export function line(steps: number[], scale: number): Position[] {
  const points: Position[] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at + 1 < steps.length; at += 2) {
    x += steps[at] ?? 0;
    y += steps[at + 1] ?? 0;
    points.push([x / scale, y / scale]);
  }
  return points;
}

/** Rings by their turn: those clockwise are land, the others the lakes and seas that they hold. */
function polygons(rings: Position[][]): Position[][][] {
  const lands = rings.filter((ring) => area(ring) < 0).map((ring) => [closed(ring)]);
  for (const hole of rings.filter((ring) => area(ring) > 0)) {
    const around = lands.find(([outer]) => outer && holds(outer, hole[0] ?? [0, 0]));
    around?.push(closed(hole));
  }
  return lands;
}

const closed = (ring: Position[]): Position[] => {
  const [first, last] = [ring[0], ring.at(-1)];
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
};

/** Twice the area in square degrees; negative for rings that turn clockwise. */
function area(ring: Position[]): number {
  return ring.reduce((sum, [x = 0, y = 0], at) => {
    const [toX = 0, toY = 0] = ring[(at + 1) % ring.length] ?? [];
    return sum + x * toY - toX * y;
  }, 0);
}

/** Whether the point lies within the ring: a line to the east crosses it an odd number of times. */
function holds(ring: Position[], [x = 0, y = 0]: Position): boolean {
  let inside = false;
  for (let at = 1; at < ring.length; at++) {
    const [fromX = 0, fromY = 0] = ring[at - 1] ?? [];
    const [toX = 0, toY = 0] = ring[at] ?? [];
    if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) inside = !inside;
  }
  return inside;
}

const onSeam = ([lon = 0]: Position): boolean => Math.abs(lon) % 360 === 180;

/** The edge of land without the seam at 180 degrees along which the outlines were cut. */
function shores(ring: Position[]): Position[][] {
  const runs: Position[][] = [[]];
  closed(ring).forEach((point, at, all) => {
    const before = all[at - 1];
    if (before && onSeam(before) && onSeam(point)) runs.push([]);
    runs.at(-1)?.push(point);
  });
  return runs.filter((run) => run.length > 1);
}

function named([text, lon, lat, rank, span]: Outlines["names"][number], scale: number): Feature {
  const geometry = { type: "Point" as const, coordinates: [lon / scale, lat / scale] };
  return { type: "Feature", geometry, properties: { text, rank, from: Math.log2(WHOLE / span) } };
}

function feature<G extends MultiPolygon | MultiLineString>(geometry: G): Feature<G> {
  return { type: "Feature", geometry, properties: {} };
}

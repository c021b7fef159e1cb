/** The points of the page's question, as the server shows them: one for each spot, with all that is told of it. */
import type { Feature, FeatureCollection, Point, Polygon, Position } from "geojson";

/** What the server says of a place in one way: `count` events of one status; `sector` where it lies by distance and direction. */
export type Told = {
  name: string;
  status: string;
  note: string;
  href: string;
  reach: number;
  count: number;
  sector?: Position[];
};
/** What the map draws: `count` events of one name on one spot; `reach` in pixels at zoom 0. */
export type Spot = Told & { kinds: string };
export type Events = FeatureCollection<Point, Told>;
export type Spots = FeatureCollection<Point, Spot>;
export type Sectors = FeatureCollection<Polygon, { status: string }>;

/** Metres that one pixel of a 512-pixel world tile stands for at the equator. */
const METRES_A_PIXEL = 78271.517;

export async function fetched<T>(address: string): Promise<T> {
  const answer = await fetch(address, { credentials: "same-origin", headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as T;
}

/** Events of one name on one spot put together; `place` gives the address of all that is told of a place. */
export function spotsOf(events: Events, place: (name: string) => string): Spots {
  const groups = new Map<string, Feature<Point, Told>[]>();
  for (const one of events.features) {
    const key = `${one.geometry.coordinates.join(" ")} ${one.properties.name}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return { type: "FeatureCollection", features: Array.from(groups.values(), (group) => spot(group, place)) };
}

/** Where places may lie that are told by distance and direction: once for each spot, in the colour of its mark. */
export function sectorsOf(spots: Spots): Sectors {
  const features = spots.features.flatMap(
    ({ properties: { sector, status } }): Feature<Polygon, { status: string }>[] =>
      sector ? [{ type: "Feature", geometry: { type: "Polygon", coordinates: [sector] }, properties: { status } }] : [],
  );
  return { type: "FeatureCollection", features };
}

function spot(group: Feature<Point, Told>[], place: (name: string) => string): Feature<Point, Spot> {
  const told = group.map((one) => one.properties);
  const [first] = group as [Feature<Point, Told>];
  const kinds = counted(told);
  const reach = Math.max(...told.map((one) => one.reach)) / METRES_A_PIXEL / shrinking(first.geometry);
  return {
    type: "Feature",
    geometry: first.geometry,
    properties: {
      ...first.properties,
      count: told.reduce((sum, one) => sum + one.count, 0),
      status: kinds.size === 1 ? first.properties.status : "several",
      kinds: Array.from(kinds, ([status, count]) => `${count} ${status.replaceAll("_", " ")}`).join(", "),
      href: told.length === 1 ? first.properties.href : place(first.properties.name),
      reach,
    },
  };
}

function counted(told: Told[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { status, count } of told) found.set(status, (found.get(status) ?? 0) + count);
  return found;
}

/** How much narrower the sheet's metres are at that latitude than at the equator. */
const shrinking = (point: Point): number => Math.max(0.05, Math.cos(((point.coordinates[1] ?? 0) * Math.PI) / 180));

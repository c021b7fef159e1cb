/** The points of the page's question, all pages of it, as the server shows them. */
import type { Feature, FeatureCollection, Point } from "geojson";

export type Told = { id: string; name: string; status: string; note: string; href: string; reach: number };
export type Points = FeatureCollection<Point, Told>;

/** Metres that one pixel of a 512-pixel world tile stands for at the equator. */
const METRES_A_PIXEL = 78271.517;

export async function fetched<T>(address: string): Promise<T> {
  const answer = await fetch(address, { credentials: "same-origin", headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as T;
}

/** The same with the radius of doubt in pixels at zoom 0, which a style can double from zoom to zoom. */
export function withReach(points: Points): Points {
  return { ...points, features: points.features.map(reaching) };
}

function reaching(one: Feature<Point, Told>): Feature<Point, Told> {
  const lat = one.geometry.coordinates[1] ?? 0;
  const shrink = Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  return { ...one, properties: { ...one.properties, reach: one.properties.reach / METRES_A_PIXEL / shrink } };
}

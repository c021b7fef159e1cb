/** Keeps the list beside the map true: every name in view, how often, and a link. */
import type { LngLatBounds } from "maplibre-gl";
import type { Points, Told } from "./points";

const MOST = 400;

export function listNames(list: HTMLElement | null, points: Points, box: LngLatBounds): void {
  if (!list) return;
  const told = inView(points, box);
  const page = list.ownerDocument;
  const summary = list.querySelector("summary");
  if (summary) summary.textContent = `Every name on the map (${told.size})`;
  const items = Array.from(told, ([name, those]) => item(page, name, those)).slice(0, MOST);
  list.querySelector("ul")?.replaceChildren(...items);
  list.querySelector(".map-ground")?.remove();
}

function inView(points: Points, box: LngLatBounds): Map<string, Told[]> {
  const found = new Map<string, Told[]>();
  for (const { geometry, properties } of points.features) {
    const [lon = 0, lat = 0] = geometry.coordinates;
    const turned = [lon - 360, lon, lon + 360].some((one) => box.contains([one, lat]));
    if (turned) found.set(properties.name, [...(found.get(properties.name) ?? []), properties]);
  }
  return new Map(Array.from(found).sort(([, one], [, other]) => other.length - one.length));
}

function item(page: Document, name: string, those: Told[]): HTMLLIElement {
  const link = page.createElement("a");
  link.href = those[0]?.href ?? "#list";
  link.textContent = name;
  const count = page.createElement("span");
  count.textContent = statusCounts(those);
  const line = page.createElement("li");
  line.append(link, " ", count);
  return line;
}

function statusCounts(those: Told[]): string {
  const counts = new Map<string, number>();
  for (const { status } of those) counts.set(status, (counts.get(status) ?? 0) + 1);
  return Array.from(counts, ([status, count]) => `${count} ${status.replaceAll("_", " ")}`).join(", ");
}

/** Keeps the list beside the map true: every name in view, how often, and a link. */
import type { LngLatBounds } from "maplibre-gl";
import type { Spot, Spots } from "./points";

const MOST = 400;

export function listNames(list: HTMLElement | null, spots: Spots, box: LngLatBounds): void {
  if (!list) return;
  const shown = inView(spots, box);
  const summary = list.querySelector("summary");
  if (summary) summary.textContent = `Every name on the map (${shown.length})`;
  list.querySelector("ul")?.replaceChildren(...shown.slice(0, MOST).map((one) => item(list.ownerDocument, one)));
}

function inView(spots: Spots, box: LngLatBounds): Spot[] {
  const within = spots.features.filter(({ geometry }) => {
    const [lon = 0, lat = 0] = geometry.coordinates;
    return [lon - 360, lon, lon + 360].some((one) => box.contains([one, lat]));
  });
  return within.map((one) => one.properties).sort((one, other) => other.count - one.count);
}

function item(page: Document, { name, href, kinds }: Spot): HTMLLIElement {
  const link = page.createElement("a");
  link.href = href;
  link.textContent = name;
  const counts = page.createElement("span");
  counts.textContent = kinds;
  const line = page.createElement("li");
  line.append(link, " ", counts);
  return line;
}

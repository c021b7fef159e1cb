/** The live map: MapLibre on the same outlines and points as the drawn one, which stays underneath for whoever prints. */
import {
  Map as Live,
  type LngLatBounds,
  type MapGeoJSONFeature,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import type { DrawnBy } from "./drawn-by";
import { follower } from "./follow";
import { dragAsPicture, isDragged } from "./map-drag";
import { listNames } from "./names";
import { ground, names, type Outlines } from "./outlines";
import { type Events, fetched, type Spots, spotsOf } from "./points";
import { addShapes, colours } from "./shapes";
import { type Drawing, mapStyle } from "./style";

/** Pixels of the world at zoom 0. */
const WORLD = 512;
const MARKS = ["clusters", "points"];
const still = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Puts the live map into the figure; on any fault the drawing stays, and nothing else changes. */
export async function livenUp(figure: HTMLElement, drawn: DrawnBy): Promise<void> {
  const { points: at, outlines: drawing, bounds } = figure.dataset;
  if (!at || !drawing || !bounds) return;
  try {
    const [file, told] = await Promise.all([fetched<Outlines>(drawing), fetched<Events>(at)]);
    await shown(
      figure,
      { bounds, drawn },
      {
        coarse: ground(file.coarse, file.scale),
        fine: ground(file.fine, file.scale),
        names: names(file),
        points: spotsOf(told, addressOf(figure.ownerDocument)),
      },
    );
  } catch (fault) {
    figure.classList.remove("is-live", "is-waking");
    figure.querySelector(".map-live")?.remove();
    console.warn("The drawn map stays", fault);
  }
}

type Way = { bounds: string; drawn: DrawnBy };

/** Until the live map has drawn itself, the drawn one stays in sight: on a slow machine that takes seconds. */
async function shown(figure: HTMLElement, way: Way, drawing: Drawing): Promise<void> {
  const page = figure.ownerDocument;
  const place = page.createElement("div");
  place.className = "map-live";
  const sheet = page.createElement("div");
  sheet.className = "map-live-sheet";
  place.append(sheet);
  figure.querySelector("svg.map-sheet")?.before(place);
  figure.classList.add("is-waking");
  setWorkerUrl(new URL(workerUrl, page.baseURI).href);
  const map = live(sheet, way, mapStyle(drawing, colours(page)), figure);
  if (way.drawn === "processor") dragAsPicture(map, place);
  map.on("resize", () => map.setMinZoom(farthest(place)));
  addShapes(map, colours(page));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    map.setStyle(mapStyle(drawing, colours(page)), { diff: true });
    addShapes(map, colours(page));
  });
  await new Promise<void>((done, fail) => {
    map.once("load", () => done());
    map.once("error", ({ error }) => fail(error));
  });
  figure.classList.replace("is-waking", "is-live");
  hear(map, figure, drawing.points);
}

function live(sheet: HTMLElement, way: Way, style: ReturnType<typeof mapStyle>, figure: HTMLElement): Live {
  const map = new Live({
    container: sheet,
    style,
    bounds: boxOf(way.bounds),
    fitBoundsOptions: { padding: 12 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    rollEnabled: false,
    minZoom: farthest(sheet),
    maxZoom: 14,
    fadeDuration: still() || way.drawn === "processor" ? 0 : 300,
    cooperativeGestures: true,
    locale: { "Map.Title": figure.querySelector("svg.map-sheet title")?.textContent ?? "Map" },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ maxWidth: 140 }), "bottom-left");
  return map;
}

/** The zoom at which the world fills the frame: further out it would be shown twice. */
const farthest = (frame: HTMLElement): number => Math.log2(Math.max(256, frame.clientWidth) / WORLD);

/** Clicks open what is pointed at; moves by a person take the address and the lists along. */
function hear(map: Live, figure: HTMLElement, points: Spots): void {
  const follow = follower(figure.ownerDocument);
  const list = figure.querySelector<HTMLElement>(".map-names");
  map.on("click", (event) => {
    const [hit] = map.queryRenderedFeatures(event.point, { layers: MARKS });
    if (hit) void open(map, hit);
  });
  map.on("mousemove", ({ point, originalEvent }) => {
    if (originalEvent.buttons > 0) return;
    map.getCanvas().classList.toggle("on-mark", map.queryRenderedFeatures(point, { layers: MARKS }).length > 0);
  });
  map.on("moveend", (event) => {
    if (isDragged(map)) return;
    listNames(list, points, map.getBounds());
    if (event.originalEvent || map.getCanvasContainer().contains(document.activeElement))
      follow(words(map.getBounds()));
  });
  listNames(list, points, map.getBounds());
  const projection = figure.querySelector(".map-projection");
  if (projection) projection.textContent = "Mercator projection: far from the equator, areas look too large.";
  figure.dataset.live = "ready";
  figure.dispatchEvent(new CustomEvent("dateline:live", { detail: map, bubbles: true }));
}

async function open(map: Live, hit: MapGeoJSONFeature): Promise<void> {
  if (hit.geometry.type !== "Point") return;
  const cluster = hit.properties.cluster_id as number | undefined;
  if (cluster === undefined) {
    location.assign(String(hit.properties.href));
    return;
  }
  const source = map.getSource("points") as unknown as { getClusterExpansionZoom(id: number): Promise<number> };
  const zoom = await source.getClusterExpansionZoom(cluster);
  const [lon = 0, lat = 0] = hit.geometry.coordinates;
  map.easeTo({ center: [lon, lat], zoom: zoom + 0.2, animate: !still() }, { originalEvent: new Event("click") });
}

function boxOf(bounds: string): [number, number, number, number] {
  const [west = -180, south = -58, east = 180, north = 84] = bounds.split(",").map(Number);
  return [west, Math.max(-85, south), east < west ? east + 360 : east, Math.min(85, north)];
}

/** The box as the address writes it, each longitude in [-180, 180]. */
function words(box: LngLatBounds): string {
  const wrapped = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) - 180;
  const whole = box.getEast() - box.getWest() >= 360;
  const [west, east] = whole ? [-180, 180] : [wrapped(box.getWest()), wrapped(box.getEast())];
  return [west, box.getSouth(), east, box.getNorth()].map((edge) => Number(edge.toFixed(4))).join(",");
}

/** The same page for one place alone, wherever it lies. */
function addressOf(page: Document): (name: string) => string {
  return (name) => {
    const address = new URL(page.location.href);
    address.searchParams.set("place", name);
    for (const key of ["bbox", "cursor"]) address.searchParams.delete(key);
    return address.href;
  };
}

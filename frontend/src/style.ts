/** The live map's style: the sea, land and lines of the drawn one; nothing in it is fetched from anywhere. */
import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { Ground } from "./outlines";
import { type Spots, sectorsOf } from "./points";
import { type Colour, statusColours } from "./shapes";

const SERIF = ["Palatino, Noto Serif, Liberation Serif, Georgia, serif"];
const SANS = ["system-ui, Segoe UI, Noto Sans, Liberation Sans, Arial, sans-serif"];
const ALONE: ExpressionSpecification = ["!", ["has", "point_count"]];
/** From a thousand on in thousands, so that the number stays within its shape. */
const SHORT: ExpressionSpecification = [
  "case",
  ["<", ["get", "told"], 1000],
  ["to-string", ["get", "told"]],
  ["<", ["get", "told"], 10_000],
  ["concat", ["to-string", ["/", ["round", ["/", ["get", "told"], 100]], 10]], "k"],
  ["concat", ["to-string", ["round", ["/", ["get", "told"], 1000]]], "k"],
];
/** Radius in pixels of that many at zoom 0: it doubles with every zoom. */
const REACH: ExpressionSpecification = [
  "interpolate",
  ["exponential", 2],
  ["zoom"],
  0,
  ["get", "reach"],
  22,
  ["*", ["get", "reach"], 2 ** 22],
];

/** Zoom from which the fine outlines are drawn: before, their details fall into one pixel. */
const FINE = 3;
const DIVISIONS = 4.5;

export type Drawing = { coarse: Ground; fine: Ground; names: FeatureCollection; points: Spots };

export function mapStyle({ coarse, fine, names, points }: Drawing, colour: Colour): StyleSpecification {
  return {
    version: 8,
    sources: {
      ...sources("coarse", coarse, 4),
      ...sources("fine", fine, 12),
      names: { type: "geojson", data: names },
      sectors: { type: "geojson", data: sectorsOf(points) },
      points: {
        type: "geojson",
        data: points,
        cluster: true,
        clusterRadius: 50,
        clusterMaxZoom: 12,
        clusterProperties: { told: ["+", ["get", "count"]] },
      },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("--sea") } },
      ...groundLayers("coarse", colour, { maxzoom: FINE }),
      ...groundLayers("fine", colour, { minzoom: FINE }),
      nameLayer(colour),
      ...pointLayers(colour),
    ],
  };
}

/** The outlines of one level; beyond `maxzoom` its tiles are cut no smaller. */
function sources(level: string, ground: Ground, maxzoom: number): StyleSpecification["sources"] {
  const all = Object.entries(ground) as [keyof Ground, Ground[keyof Ground]][];
  return Object.fromEntries(
    all.map(([name, data]) => [`${level}-${name}`, { type: "geojson", data, maxzoom, tolerance: 0.5, buffer: 16 }]),
  );
}

function groundLayers(
  level: string,
  colour: Colour,
  zooms: { minzoom?: number; maxzoom?: number },
): LayerSpecification[] {
  const fill = (name: keyof Ground): LayerSpecification => ({
    id: `${level}-${name}`,
    source: `${level}-${name}`,
    type: "fill",
    paint: { "fill-color": colour("--land"), "fill-antialias": false },
    ...zooms,
  });
  const stroke = (name: keyof Ground, hue: string, width: number): LayerSpecification => ({
    id: `${level}-${name}-line`,
    source: `${level}-${name}`,
    type: "line",
    layout: { "line-join": "bevel" },
    paint: { "line-color": colour(hue), "line-width": width },
    ...zooms,
  });
  const divisions = { ...stroke("divisions", "--division", 0.7), minzoom: DIVISIONS } as LayerSpecification;
  return [
    fill("land"),
    fill("cut"),
    stroke("land", "--shore", 0.9),
    stroke("shores", "--shore", 0.9),
    ...(level === "fine" ? [divisions] : []),
    stroke("countries", "--border", 1),
  ];
}

function nameLayer(colour: Colour): LayerSpecification {
  return {
    id: "names",
    source: "names",
    type: "symbol",
    filter: ["<=", ["get", "from"], ["zoom"]],
    layout: {
      "text-field": ["get", "text"],
      "text-font": SERIF,
      "text-size": 13,
      "text-letter-spacing": 0.06,
      "symbol-sort-key": ["get", "rank"],
    },
    paint: { "text-color": colour("--ground-name"), "text-halo-color": colour("--land"), "text-halo-width": 1.5 },
  };
}

function pointLayers(colour: Colour): LayerSpecification[] {
  const byStatus = ["match", ["get", "status"], ...statusColours(colour).flat(), colour("--soft")];
  const tint = byStatus as unknown as ExpressionSpecification;
  const words = { "text-color": colour("--ink"), "text-halo-color": colour("--land"), "text-halo-width": 1.5 };
  return [
    { id: "sectors", source: "sectors", type: "fill", paint: { "fill-color": tint, "fill-opacity": 0.1 } },
    {
      id: "sectors-line",
      source: "sectors",
      type: "line",
      paint: { "line-color": tint, "line-width": 1, "line-opacity": 0.7 },
    },
    {
      id: "doubt",
      source: "points",
      type: "circle",
      filter: ["all", ALONE, [">", ["get", "reach"], 0]],
      paint: {
        "circle-radius": REACH,
        "circle-color": tint,
        "circle-opacity": 0.1,
        "circle-stroke-color": tint,
        "circle-stroke-width": 1,
        "circle-stroke-opacity": 0.7,
      },
    },
    {
      id: "clusters",
      source: "points",
      type: "symbol",
      filter: ["has", "point_count"],
      layout: {
        "icon-image": "several",
        "icon-size": ["interpolate", ["linear"], ["get", "told"], 2, 0.8, 100, 1.2, 1000, 1.5],
        "icon-allow-overlap": true,
        "text-field": SHORT,
        "text-font": SANS,
        "text-size": 11,
        "text-allow-overlap": true,
      },
      paint: { "text-color": colour("--ink") },
    },
    {
      id: "points",
      source: "points",
      type: "symbol",
      filter: ALONE,
      layout: {
        "icon-image": ["get", "status"],
        "icon-allow-overlap": true,
        "text-field": [
          "case",
          [">", ["get", "count"], 1],
          ["concat", ["get", "name"], " · ", ["to-string", ["get", "count"]]],
          ["get", "name"],
        ],
        "text-font": SANS,
        "text-size": 12,
        "text-variable-anchor": ["left", "right", "bottom", "top"],
        "text-radial-offset": 0.9,
        "text-justify": "auto",
        "text-optional": true,
      },
      paint: words,
    },
  ];
}

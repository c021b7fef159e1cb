/** The live map's style: the sea, land and lines of the drawn one; nothing in it is fetched from anywhere. */
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { Ground } from "./outlines";
import type { Spots } from "./points";
import { type Colour, statusColours } from "./shapes";

const SERIF = ["Palatino, Noto Serif, Liberation Serif, Georgia, serif"];
const SANS = ["system-ui, Segoe UI, Noto Sans, Liberation Sans, Arial, sans-serif"];
const ALONE: ExpressionSpecification = ["!", ["has", "point_count"]];
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

export function mapStyle(ground: Ground, points: Spots, colour: Colour): StyleSpecification {
  const shape = (data: Ground[keyof Ground]) => ({ type: "geojson" as const, data, tolerance: 0.5, buffer: 16 });
  return {
    version: 8,
    sources: {
      land: shape(ground.land),
      shores: shape(ground.shores),
      countries: shape(ground.countries),
      divisions: shape(ground.divisions),
      names: shape(ground.names),
      points: {
        type: "geojson",
        data: points,
        cluster: true,
        clusterRadius: 34,
        clusterMaxZoom: 12,
        clusterProperties: { told: ["+", ["get", "count"]] },
      },
    },
    layers: [...groundLayers(colour), ...pointLayers(colour)],
  };
}

function groundLayers(colour: Colour): LayerSpecification[] {
  const stroke = (id: string, source: string, name: string, width: number): LayerSpecification => ({
    id,
    source,
    type: "line",
    layout: { "line-join": "round" },
    paint: { "line-color": colour(name), "line-width": width },
  });
  return [
    { id: "sea", type: "background", paint: { "background-color": colour("--sea") } },
    { id: "land", source: "land", type: "fill", paint: { "fill-color": colour("--land"), "fill-antialias": false } },
    stroke("shores", "shores", "--shore", 0.9),
    { ...stroke("divisions", "divisions", "--division", 0.7), minzoom: 4.5 } as LayerSpecification,
    stroke("countries", "countries", "--border", 1),
    {
      id: "names",
      source: "names",
      type: "symbol",
      layout: {
        "text-field": ["get", "text"],
        "text-font": SERIF,
        "text-size": 13,
        "text-letter-spacing": 0.06,
        "symbol-sort-key": ["get", "rank"],
      },
      paint: { "text-color": colour("--ground-name"), "text-halo-color": colour("--land"), "text-halo-width": 1.5 },
    },
  ];
}

function pointLayers(colour: Colour): LayerSpecification[] {
  const byStatus = ["match", ["get", "status"], ...statusColours(colour).flat(), colour("--soft")];
  const tint = byStatus as unknown as ExpressionSpecification;
  const words = { "text-color": colour("--ink"), "text-halo-color": colour("--land"), "text-halo-width": 1.5 };
  return [
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
        "icon-size": ["interpolate", ["linear"], ["get", "told"], 2, 0.8, 100, 1.2],
        "icon-allow-overlap": true,
        "text-field": ["to-string", ["get", "told"]],
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

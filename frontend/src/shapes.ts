/** The shapes of statuses as small pictures in the colours of the page: the same as on the drawn map. */
import type { Map as Live } from "maplibre-gl";

type Shape = { status: string; colour: string; corners: number; first?: number; hollow?: boolean };

const SHAPES: Shape[] = [
  { status: "unknown", colour: "--unknown", corners: 0, hollow: true },
  { status: "uncontradicted", colour: "--uncontradicted", corners: 0 },
  { status: "agreed", colour: "--agreed", corners: 4, first: 45 },
  { status: "one_sided", colour: "--one-sided", corners: 3 },
  { status: "disputed", colour: "--disputed", corners: 4 },
  { status: "reported", colour: "--uncontradicted", corners: 0 },
  { status: "reported_as_fact", colour: "--uncontradicted", corners: 6 },
  { status: "claimed", colour: "--one-sided", corners: 3 },
  { status: "admitted", colour: "--uncontradicted", corners: 4, first: 45 },
  { status: "retracted", colour: "--retracted", corners: 4, first: 45, hollow: true },
  { status: "several", colour: "--soft", corners: 8, first: 22.5, hollow: true },
];
const SIZE = 44;
const RATIO = 2;

export type Colour = (name: string) => string;

/** Reads the page's own colours, so that both maps and the words beside them agree in light and in dark. */
export function colours(page: Document): Colour {
  const style = getComputedStyle(page.documentElement);
  return (name) => style.getPropertyValue(name).trim() || "#777";
}

export function addShapes(map: Live, colour: Colour): void {
  for (const shape of SHAPES) {
    const picture = picturedShape(shape, colour);
    if (map.hasImage(shape.status)) map.updateImage(shape.status, picture);
    else map.addImage(shape.status, picture, { pixelRatio: RATIO });
  }
}

/** A colour for each status, for the discs of doubt. */
export function statusColours(colour: Colour): [string, string][] {
  return SHAPES.map(({ status, colour: name }) => [status, colour(name)]);
}

function picturedShape(shape: Shape, colour: Colour): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIZE;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas to draw shapes on");
  trace(pen, shape);
  pen.fillStyle = shape.hollow ? colour("--sheet") : colour(shape.colour);
  pen.strokeStyle = shape.hollow ? colour(shape.colour) : colour("--paper");
  pen.lineWidth = shape.hollow ? 3.5 : 2.5;
  pen.fill();
  pen.stroke();
  return pen.getImageData(0, 0, SIZE, SIZE);
}

function trace(pen: CanvasRenderingContext2D, { corners, first = 0, status }: Shape): void {
  const middle = SIZE / 2;
  const radius = status === "several" ? 19 : corners > 0 && corners < 5 ? 14 : 12;
  pen.beginPath();
  if (corners === 0) pen.arc(middle, middle, radius, 0, 2 * Math.PI);
  for (let at = 0; at < corners; at++) {
    const turn = ((first + (360 * at) / corners) * Math.PI) / 180;
    pen.lineTo(middle + radius * Math.sin(turn), middle - radius * Math.cos(turn));
  }
  pen.closePath();
}

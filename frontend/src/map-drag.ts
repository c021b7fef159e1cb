/**
 * Dragging where the processor draws the map: what is drawn already moves with the pointer, as a picture does, and is
 * drawn anew when its spare edge comes into view and when the pointer lets go. A graphics card needs none of this.
 */
import { type Map as Live, type LngLat, type MapMouseEvent, MercatorCoordinate } from "maplibre-gl";

/** While it has this class, the drawing is wider than its frame by the spare edge of map.css. */
const DRAGGED = "is-dragged";
const SPARE = 128;
/** Pixels that a hand trembles in a click. */
const TREMBLE = 3;
const WORLD = 512;

type Offset = [x: number, y: number];

export const isDragged = (map: Live): boolean => map.getContainer().classList.contains(DRAGGED);

/** Takes the dragging with the mouse over from MapLibre; `frame` is what of the map can be seen. */
export function dragAsPicture(map: Live, frame: HTMLElement): void {
  map.on("mousedown", (event: MapMouseEvent) => {
    const { button, ctrlKey, shiftKey } = event.originalEvent;
    if (button !== 0 || ctrlKey || shiftKey) return;
    event.preventDefault();
    drag(map, frame, event.originalEvent);
  });
}

function drag(map: Live, frame: HTMLElement, start: MouseEvent): void {
  const [up, down] = heights(map, frame);
  let now: Offset = [0, 0];
  let drawn: Offset = [0, 0];
  const follow = (event: MouseEvent): void => {
    if (event.buttons === 0) {
      rest(event);
      return;
    }
    now = [event.clientX - start.clientX, Math.min(down, Math.max(up, event.clientY - start.clientY))];
    if (!isDragged(map) && Math.hypot(...now) < TREMBLE) return;
    if (!isDragged(map)) widen(map);
    if (now.some((at, axis) => Math.abs(at - (drawn[axis] ?? 0)) > SPARE)) drawn = redrawn(map, drawn, now);
    shift(map, [now[0] - drawn[0], now[1] - drawn[1]]);
  };
  const rest = (event: MouseEvent): void => {
    removeEventListener("mousemove", follow);
    removeEventListener("mouseup", rest);
    if (isDragged(map)) settle(map, drawn, now, event);
  };
  addEventListener("mousemove", follow);
  addEventListener("mouseup", rest);
}

/** How far up and down the sheet may go until the world's edge comes into view. */
function heights(map: Live, frame: HTMLElement): Offset {
  const world = WORLD * 2 ** map.getZoom();
  const middle = MercatorCoordinate.fromLngLat(map.getCenter()).y * world;
  const half = frame.clientHeight / 2;
  return [Math.min(0, middle - world + half), Math.max(0, middle - half)];
}

function widen(map: Live): void {
  map.getContainer().classList.add(DRAGGED);
  map.setTransformConstrain(asAsked);
  map.resize();
  map.redraw();
}

/** The spare edge may lie beyond the poles: MapLibre would draw the world larger to keep it out. */
const asAsked = (center: LngLat, zoom: number): { center: LngLat; zoom: number } => ({ center, zoom });

function redrawn(map: Live, drawn: Offset, now: Offset): Offset {
  map.panBy([drawn[0] - now[0], drawn[1] - now[1]], { animate: false });
  map.redraw();
  return now;
}

function shift(map: Live, [x, y]: Offset): void {
  map.getCanvasContainer().style.transform = x === 0 && y === 0 ? "" : `translate(${x}px, ${y}px)`;
}

/** The map as it is at rest, where the pointer has left it; only now it is told that it was moved. */
function settle(map: Live, drawn: Offset, now: Offset, event: MouseEvent): void {
  map.panBy([drawn[0] - now[0], drawn[1] - now[1]], { animate: false });
  map.getContainer().classList.remove(DRAGGED);
  shift(map, [0, 0]);
  map.resize({ originalEvent: event });
  map.setTransformConstrain(null);
}

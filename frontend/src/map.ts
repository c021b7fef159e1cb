/** Puts a map that can be dragged in the place of the drawn one, where the machine can draw it; else nothing changes. */

import { drawnBy } from "./drawn-by";

/** Told by whoever puts new parts into the page, so that maps among them come to life. */
export const SWAPPED = "dateline:swapped";

export function liveMaps(page: Document): void {
  page.addEventListener(SWAPPED, () => start(page));
  start(page);
}

function start(page: Document): void {
  const figures = page.querySelectorAll<HTMLElement>(
    "figure.map[data-points][data-outlines]:not(.is-live, .is-waking)",
  );
  const drawn = figures.length === 0 ? "nobody" : drawnBy(page);
  if (drawn === "nobody") return;
  import("./sheet")
    .then(({ livenUp }) => Promise.all(Array.from(figures, (figure) => livenUp(figure, drawn))))
    .catch((fault: unknown) => console.warn("The drawn map stays", fault));
}

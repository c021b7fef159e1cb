/** Puts a map that can be dragged in the place of the drawn one, where the machine can draw it; else nothing changes. */

export function liveMaps(page: Document): void {
  const figures = page.querySelectorAll<HTMLElement>("figure.map[data-points][data-outlines]");
  if (figures.length === 0 || !canDraw(page)) return;
  void import("./sheet").then(({ livenUp }) => Promise.all(Array.from(figures, livenUp)));
}

/** WebGL 2, which MapLibre needs; a machine without it keeps the drawing. */
function canDraw(page: Document): boolean {
  const canvas = page.createElement("canvas");
  return canvas.getContext("webgl2", { failIfMajorPerformanceCaveat: false }) !== null;
}

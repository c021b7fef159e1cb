/** Who would draw a live map in this browser. */

/** WebGL 2, which MapLibre needs, by a graphics card, by the processor in its place, or by nobody. */
export type DrawnBy = "card" | "processor" | "nobody";

/** How drawing by the processor calls itself: Chromium's, Mesa's two, macOS's, Windows'. */
const PROCESSOR = /swiftshader|llvmpipe|softpipe|software|basic render/i;

export function drawnBy(page: Document): DrawnBy {
  const pen = page.createElement("canvas").getContext("webgl2");
  if (pen === null) return "nobody";
  const unmasked = pen.getExtension("WEBGL_debug_renderer_info");
  const name = String(pen.getParameter(unmasked?.UNMASKED_RENDERER_WEBGL ?? pen.RENDERER));
  pen.getExtension("WEBGL_lose_context")?.loseContext();
  return PROCESSOR.test(name) ? "processor" : "card";
}

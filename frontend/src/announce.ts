/** Says something to those who do not see the page change. */
export function announce(page: Document, words: string): void {
  let region = page.getElementById("announcer");
  if (region === null) {
    region = page.createElement("p");
    region.id = "announcer";
    region.className = "visually-hidden";
    region.setAttribute("aria-live", "polite");
    page.body.append(region);
  }
  const live = region;
  live.textContent = "";
  // A region is read when its words change after it is there, not when it comes with them.
  requestAnimationFrame(() => requestAnimationFrame(() => (live.textContent = words)));
}

/** A list of moments is also a slider: it says where it stands while it moves, and asks once it rests. */

/** Puts a slider under every list that asks for one; the list stays, and both tell the same. */
export function sliders(page: Document): void {
  for (const list of page.querySelectorAll<HTMLSelectElement>("select[data-slider]")) {
    if (list.options.length > 1 && page.getElementById(idOf(list)) === null) list.after(...slider(page, list));
  }
}

function slider(page: Document, list: HTMLSelectElement): HTMLElement[] {
  const stops = inTime(list);
  const range = page.createElement("input");
  range.type = "range";
  range.id = idOf(list);
  range.max = String(stops.length - 1);
  range.setAttribute("aria-label", list.labels[0]?.textContent ?? "");
  const told = page.createElement("output");
  told.className = "small";
  told.htmlFor.add(range.id);
  const tell = (): void => {
    const words = stops[range.valueAsNumber]?.text ?? "";
    range.setAttribute("aria-valuetext", words);
    told.value = words;
  };
  const follow = (): void => {
    range.value = String(stops.findIndex((stop) => stop.selected));
    tell();
  };
  range.addEventListener("input", tell);
  range.addEventListener("change", () => {
    list.value = stops[range.valueAsNumber]?.value ?? "";
    list.dispatchEvent(new Event("change", { bubbles: true }));
  });
  list.addEventListener("change", follow);
  follow();
  return [range, told];
}

/** The stops from the earliest to the latest; the one without a value is now. */
function inTime(list: HTMLSelectElement): HTMLOptionElement[] {
  return Array.from(list.options).sort((one, other) => {
    if (one.value === "" || other.value === "") return one.value === "" ? 1 : -1;
    return one.value < other.value ? -1 : 1;
  });
}

function idOf(list: HTMLSelectElement): string {
  return `${list.id}-slider`;
}

/** Picking the quote by selecting words in the paragraph; the two lists of words do the same without a pointer. */
import { announce } from "./announce";

/** Fills the two lists from a selection, in code points of the report, widened to whole words. */
export function pickSpans(page: Document): void {
  const passage = page.getElementById("passage");
  const begin = page.querySelector<HTMLSelectElement>('[data-span="start"]');
  const end = page.querySelector<HTMLSelectElement>('[data-span="end"]');
  const hint = page.querySelector<HTMLElement>("[data-span-hint]");
  if (passage === null || begin === null || end === null) return;
  if (hint !== null)
    hint.textContent = "Select the words in the paragraph above, or choose the first and the last here.";
  const show = (): void => tell(page, hint, passage, begin, end);
  passage.addEventListener("pointerup", () => {
    const picked = selected(page, passage);
    if (picked === null) return;
    choose(begin, (at) => at <= picked[0], true);
    choose(end, (at) => at >= picked[1], false);
    show();
  });
  begin.addEventListener("change", show);
  end.addEventListener("change", show);
}

/** The selection's ends as offsets in the report; null where nothing of the passage is selected. */
export function selected(page: Document, passage: HTMLElement): readonly [number, number] | null {
  const selection = page.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!passage.contains(range.startContainer) || !passage.contains(range.endContainer)) return null;
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  return start !== null && end !== null && start < end ? [start, end] : null;
}

/** JavaScript counts UTF-16 units, the ledger code points: a word in another plane is one shorter than it looks. */
function offset(node: Node, units: number): number | null {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-at]");
  if (piece === null || piece === undefined) return null;
  const inside = node instanceof Element ? "" : (node.textContent ?? "").slice(0, units);
  return Number(piece.dataset.at) + Array.from(inside).length;
}

/** The last option that fits, or the first. */
function choose(list: HTMLSelectElement, fits: (at: number) => boolean, last: boolean): void {
  const options = Array.from(list.options).filter((option) => option.value !== "" && fits(Number(option.value)));
  const option = last ? options.at(-1) : options.at(0);
  if (option !== undefined) list.value = option.value;
}

function tell(
  page: Document,
  hint: HTMLElement | null,
  passage: HTMLElement,
  begin: HTMLSelectElement,
  end: HTMLSelectElement,
): void {
  if (hint === null || begin.value === "" || end.value === "") return;
  const words = between(passage, Number(begin.value), Number(end.value));
  hint.textContent = words === "" ? "The last word stands before the first." : `The quote: “${words}”`;
  announce(page, hint.textContent);
}

function between(passage: HTMLElement, start: number, end: number): string {
  const pieces = Array.from(passage.querySelectorAll<HTMLElement>("[data-at]"));
  return pieces
    .map((piece) => {
      const from = Number(piece.dataset.at);
      return Array.from(piece.textContent ?? "")
        .slice(Math.max(0, start - from), Math.max(0, end - from))
        .join("");
    })
    .join("");
}

/** Voices, sliders and filters that answer at once; without scripts the same forms do it by reloading. */
import { announce } from "./announce";
import { SWAPPED } from "./map";
import { sliders } from "./sliders";

/** The parts of a page that follow its state; the frame around them stays. */
const PARTS = ["nav.sections", "aside.notices", "main"] as const;

export function controls(page: Document): void {
  const turn = new Turn(page);
  page.addEventListener("change", (event) => {
    const form = formOf(event.target);
    if (form !== null) void turn.to(addressOf(form), "push");
  });
  page.addEventListener("submit", (event) => {
    const form = formOf(event.target);
    if (form === null) return;
    event.preventDefault();
    void turn.to(addressOf(form), "push");
  });
  window.addEventListener("popstate", () => turn.back());
  sliders(page);
  addCopyLink(page);
}

/** Filters of the screens; the review has its own, other forms write, and a slider speaks through its list. */
function formOf(target: EventTarget | null): HTMLFormElement | null {
  if (target instanceof HTMLInputElement && target.name === "") return null;
  const form = target instanceof Element ? target.closest("form") : null;
  if (form === null || form.method !== "get" || form.closest(".review") !== null || form.closest("main") === null)
    return null;
  return form;
}

/** The address to which the form would go; fields left empty stay out of it. */
function addressOf(form: HTMLFormElement): string {
  const address = new URL(form.action);
  const given = Array.from(new FormData(form)).filter((field): field is [string, string] => field[1] !== "");
  address.search = new URLSearchParams(given).toString();
  return address.href;
}

/** Puts what an address shows in the place of what is shown; a later turn overtakes an earlier one. */
class Turn {
  private readonly page: Document;
  private under: AbortController | null = null;
  private shown: string;

  constructor(page: Document) {
    this.page = page;
    this.shown = withoutPlace(page.location.href);
  }

  /** Back and forward; a jump within the page is none. */
  back(): void {
    if (withoutPlace(this.page.location.href) !== this.shown) void this.to(this.page.location.href, "stay");
  }

  async to(address: string, history: "push" | "stay"): Promise<void> {
    this.under?.abort();
    const under = new AbortController();
    this.under = under;
    const main = this.page.querySelector("main");
    main?.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { headers: { accept: "text/html" }, signal: under.signal });
      const next = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || next.querySelector("main") === null) return this.page.location.assign(address);
      if (history === "push") window.history.pushState(null, "", address);
      this.shown = withoutPlace(address);
      swap(this.page, next);
    } catch {
      if (!under.signal.aborted) this.page.location.assign(address);
    }
  }
}

function withoutPlace(address: string): string {
  return address.split("#", 1)[0] ?? "";
}

function swap(page: Document, next: Document): void {
  const focus = marker(page.activeElement);
  const open = Array.from(page.querySelectorAll<HTMLDetailsElement>("main details"), (details) => details.open);
  for (const part of PARTS) {
    const [old, fresh] = [page.querySelector(part), next.querySelector(part)];
    if (old !== null && fresh !== null) old.replaceWith(page.adoptNode(fresh));
    else if (old !== null) old.remove();
    else if (fresh !== null) page.querySelector("main")?.before(page.adoptNode(fresh));
  }
  page.title = next.title;
  page.querySelectorAll<HTMLDetailsElement>("main details").forEach((details, n) => {
    if (open[n] === true) details.open = true;
  });
  sliders(page);
  if (focus !== null) page.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true });
  page.dispatchEvent(new Event(SWAPPED));
  announce(page, page.querySelector("#counters, main .count, main h1")?.textContent?.replace(/\s+/g, " ").trim() ?? "");
}

/** A selector by which the control that has the focus is found again. */
function marker(active: Element | null): string | null {
  if (!(active instanceof HTMLElement) || active.closest("main") === null) return null;
  if (active.id !== "") return `#${CSS.escape(active.id)}`;
  if (!(active instanceof HTMLInputElement || active instanceof HTMLSelectElement)) return null;
  const value = active.type === "checkbox" || active.type === "radio" ? `[value="${CSS.escape(active.value)}"]` : "";
  return `main [name="${CSS.escape(active.name)}"]${value}`;
}

/** Every state has an address; here is the button that takes it along. */
function addCopyLink(page: Document): void {
  const line = page.querySelector(".colophon-line");
  if (line === null || navigator.clipboard === undefined) return;
  const button = page.createElement("button");
  button.type = "button";
  button.className = "copy-link";
  button.textContent = "Copy a link to this view";
  const tell = (words: string): void => {
    button.textContent = words;
    announce(page, words);
  };
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(page.location.href).then(
      () => tell("Link copied"),
      () => tell("The browser does not let us copy"),
    );
  });
  line.append(button);
}

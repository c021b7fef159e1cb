/** Keys, span picking and announcements on the review screen; without scripts its forms do the same. */
import { announce } from "./announce";
import { keySettings } from "./key-settings";
import { ACTIONS, type Action, chosenKeys, type Keys, keepKeys, LABELS, wanted } from "./keys";
import { pickSpans } from "./spans";

export function review(page: Document): void {
  countTicks(page);
  if (page.querySelector("[data-review]") === null) return;
  const store = storage();
  let keys = chosenKeys(store);
  const change = (next: Keys): void => {
    keys = next;
    keepKeys(store, next);
    showKeys(page, next);
  };
  const settings = (): void => keySettings(page, keys, change);
  page.addEventListener("keydown", (event) => {
    const action = page.querySelector("dialog[open]") === null ? wanted(event, keys) : null;
    if (action === null) return;
    event.preventDefault();
    if (action === "help") settings();
    else press(page, action);
  });
  addSettings(page, settings);
  showKeys(page, keys);
  arrive(page);
  pickSpans(page);
}

function press(page: Document, action: Action): void {
  const target = page.querySelector<HTMLElement>(`[data-do="${action}"]`);
  if (target === null) announce(page, `${LABELS[action]}: not possible here.`);
  else target.click();
}

/** The key of each button beside its name, and for assistive technology; none while keys are off. */
function showKeys(page: Document, keys: Keys): void {
  for (const action of ACTIONS) {
    for (const target of page.querySelectorAll<HTMLElement>(`[data-do="${action}"]`)) {
      target.querySelector("kbd")?.remove();
      target.removeAttribute("aria-keyshortcuts");
      if (!keys.on || keys.of[action] === "") continue;
      target.setAttribute("aria-keyshortcuts", keys.of[action]);
      const hint = page.createElement("kbd");
      hint.setAttribute("aria-hidden", "true");
      hint.textContent = keys.of[action];
      target.append(hint);
    }
  }
}

function addSettings(page: Document, settings: () => void): void {
  const place = page.querySelector("[data-keys-table]") ?? page.querySelector("[data-help]");
  const moves = page.querySelector(".moves");
  for (const [where, words] of [
    [place, "Look up and change the keys"],
    [moves, "Keys"],
  ] as const) {
    if (where === null) continue;
    const button = page.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = words;
    if (where === moves) button.dataset.do = "help";
    button.addEventListener("click", settings);
    where.append(button);
  }
}

/** After a judgement or a move: the reader's place is the coding, and what happened is said aloud. */
function arrive(page: Document): void {
  const state = new URLSearchParams(page.location.search);
  const done = page.getElementById("banner")?.querySelector("p")?.textContent?.trim() ?? "";
  const here = page.getElementById("coding");
  if (!state.has("done") && !state.has("claim")) return;
  const first = page.querySelector<HTMLElement>('[role="alert"]') ? null : (page.getElementById("edit-title") ?? here);
  first?.focus({ preventScroll: first === here });
  announce(page, [done, page.querySelector(".queue-line .count")?.textContent ?? ""].filter(Boolean).join(" "));
}

/** On the list: how many are ticked, while they are being ticked. */
function countTicks(page: Document): void {
  const told = page.querySelector<HTMLElement>("[data-ticked]");
  const usual = told?.textContent ?? "";
  page.addEventListener("change", (event) => {
    if (told === null || !(event.target instanceof HTMLInputElement) || event.target.name !== "tick") return;
    const ticked = page.querySelectorAll("input[name=tick]:checked").length;
    told.textContent = ticked === 0 ? usual : `${ticked} ticked. The next page asks once more.`;
  });
}

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

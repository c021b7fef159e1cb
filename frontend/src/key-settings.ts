/** The dialog in which keys are looked up, changed and switched off. */
import { ACTIONS, type Action, clash, type Keys, LABELS, USUAL } from "./keys";

/** Shows the dialog; `changed` is told of every choice that can be kept. */
export function keySettings(page: Document, keys: Keys, changed: (keys: Keys) => void): void {
  const dialog = element(page, "dialog", { className: "keys" });
  dialog.setAttribute("aria-labelledby", "keys-title");
  const form = element(page, "form", { method: "dialog" });
  const wrong = element(page, "p", { className: "small" });
  wrong.setAttribute("role", "status");
  const on = element(page, "input", { type: "checkbox", checked: keys.on });
  const fields = new Map(ACTIONS.map((action) => [action, keyField(page, keys.of[action])] as const));
  form.append(
    element(page, "h2", { id: "keys-title", textContent: "Keys" }),
    labelled(page, "checks", on, "single keys judge and move"),
    ...ACTIONS.map((action) => keyRow(page, action, fields.get(action))),
    element(page, "p", { className: "small", textContent: "Empty: no key. Kept in this browser only." }),
    wrong,
    buttons(page, () => {
      for (const action of ACTIONS) (fields.get(action) as HTMLInputElement).value = USUAL.of[action];
      on.checked = true;
      form.dispatchEvent(new Event("input"));
    }),
  );
  form.addEventListener("input", () => {
    const of = Object.fromEntries(ACTIONS.map((a) => [a, fields.get(a)?.value.toLowerCase() ?? ""])) as Keys["of"];
    const both = clash(of);
    wrong.textContent = both ? `${LABELS[both[0]]} and ${LABELS[both[1]]} share a key: not kept.` : "";
    if (!both) changed({ on: on.checked, of });
  });
  dialog.append(form);
  dialog.addEventListener("close", () => dialog.remove());
  page.body.append(dialog);
  dialog.showModal();
}

function keyField(page: Document, key: string): HTMLInputElement {
  return element(page, "input", { type: "text", value: key, maxLength: 1, autocomplete: "off", spellcheck: false });
}

function keyRow(page: Document, action: Action, field: HTMLInputElement | undefined): HTMLElement {
  const row = element(page, "label", { className: "key-row" });
  row.append(element(page, "span", { textContent: LABELS[action] }), field ?? "");
  return row;
}

function labelled(page: Document, className: string, field: HTMLElement, words: string): HTMLElement {
  const label = element(page, "label", {});
  label.append(field, ` ${words}`);
  const box = element(page, "div", { className });
  box.append(label);
  return box;
}

function buttons(page: Document, reset: () => void): HTMLElement {
  const box = element(page, "div", { className: "buttons" });
  const usual = element(page, "button", { type: "button", textContent: "Usual keys" });
  usual.addEventListener("click", reset);
  box.append(element(page, "button", { className: "primary", textContent: "Done" }), usual);
  return box;
}

function element<K extends keyof HTMLElementTagNameMap>(
  page: Document,
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  return Object.assign(page.createElement(name), properties);
}

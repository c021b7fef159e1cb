/** Which key does what on the review screen: one's own choice, kept in this browser; all can be switched off (WCAG 2.1.4). */

export const ACTIONS = ["accept", "reject", "edit", "unsure", "next", "previous", "undo", "help"] as const;
export type Action = (typeof ACTIONS)[number];

export interface Keys {
  readonly on: boolean;
  readonly of: Readonly<Record<Action, string>>;
}

export const LABELS: Readonly<Record<Action, string>> = {
  accept: "Accept",
  reject: "Reject",
  edit: "Edit",
  unsure: "Unsure",
  next: "Next coding",
  previous: "Previous coding",
  undo: "Undo my last judgement",
  help: "Keys and help",
};

export const USUAL: Keys = {
  on: true,
  of: { accept: "a", reject: "r", edit: "e", unsure: "u", next: "j", previous: "k", undo: "z", help: "?" },
};

const KEPT = "dateline.keys";

/** The keys as chosen; the usual ones where nothing was chosen, or what is kept is none of ours. */
export function chosenKeys(store: Storage | null): Keys {
  try {
    return readKeys(JSON.parse(store?.getItem(KEPT) ?? "null"));
  } catch {
    return USUAL;
  }
}

/** Keeps a choice; a browser that keeps nothing forgets it with the page. */
export function keepKeys(store: Storage | null, keys: Keys): void {
  try {
    store?.setItem(KEPT, JSON.stringify(keys));
  } catch {
    // Private windows and full disks: the keys still work on this page.
  }
}

/** Two actions that share a key, if any do. */
export function clash(of: Readonly<Record<Action, string>>): readonly [Action, Action] | null {
  for (const one of ACTIONS) {
    const other = ACTIONS.find((action) => action !== one && of[action] !== "" && of[action] === of[one]);
    if (other !== undefined) return [one, other];
  }
  return null;
}

/** What an event asks for, while nobody types and no other key is held. */
export function wanted(event: KeyboardEvent, keys: Keys): Action | null {
  if (!keys.on || event.defaultPrevented || event.isComposing || event.repeat) return null;
  if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return null;
  const key = event.key.toLowerCase();
  return ACTIONS.find((action) => keys.of[action] !== "" && keys.of[action] === key) ?? null;
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.closest("input, textarea, select") !== null)
  );
}

function readKeys(kept: unknown): Keys {
  if (typeof kept !== "object" || kept === null || !("of" in kept)) return USUAL;
  const given = kept.of as Partial<Record<Action, unknown>> | null;
  const of = { ...USUAL.of };
  for (const action of ACTIONS) {
    const key = given?.[action];
    if (typeof key === "string" && [...key].length <= 1) of[action] = key.toLowerCase();
  }
  return clash(of) === null ? { on: !("on" in kept) || kept.on !== false, of } : USUAL;
}

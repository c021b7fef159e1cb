/** Lets the rest of the page follow the map: the address keeps the box in view, counters and lists are fetched anew. */

/** The parts of a page that depend on the box in view. */
const PARTS = ["counters", "list", "timeline", "downloads"];
const PATIENCE_MS = 350;

export type Following = (box: string) => void;

/** Waits until the map rests, then follows; an answer that a later move has overtaken is thrown away. */
export function follower(page: Document): Following {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;
  return (box) => {
    clearTimeout(waiting);
    asked?.abort();
    waiting = setTimeout(() => {
      asked = new AbortController();
      follow(page, box, asked.signal).catch((fault: unknown) => {
        if (!(fault instanceof DOMException && fault.name === "AbortError"))
          console.warn("The list did not follow", fault);
      });
    }, PATIENCE_MS);
  };
}

async function follow(page: Document, box: string, signal: AbortSignal): Promise<void> {
  const address = new URL(page.location.href);
  address.searchParams.set("bbox", box);
  address.searchParams.delete("cursor");
  history.replaceState(history.state, "", address);
  const answer = await fetch(address, { signal, credentials: "same-origin", headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status}`);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of PARTS) swap(page, fresh, id);
  keepInForm(page, box);
}

function swap(page: Document, fresh: Document, id: string): void {
  const [old, next] = [page.getElementById(id), fresh.getElementById(id)];
  if (old && next && !old.contains(page.activeElement)) old.replaceWith(page.adoptNode(next));
}

/** The filters' form sends the box along, so that a filter does not move the map. */
function keepInForm(page: Document, box: string): void {
  const form = page.querySelector<HTMLFormElement>("#filter-form");
  if (!form) return;
  let field = form.querySelector<HTMLInputElement>('input[name="bbox"]');
  if (!field) {
    field = page.createElement("input");
    field.type = "hidden";
    field.name = "bbox";
    form.append(field);
  }
  field.value = box;
}

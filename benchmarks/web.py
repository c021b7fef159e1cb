"""How the pages and the API behave on a large ledger, everything in one run on this machine.

python -m benchmarks.web --claims 100000

The browser is headless Chromium whose WebGL is drawn by software (SwiftShader): a graphics card draws more frames.
Without Chromium or the built front end the browser's figures are left out, with the reason.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Browser, Page, Request, sync_playwright

from benchmarks.ledger_data import World, point
from benchmarks.web_data import Served, bare_copy, filled, served
from dateline.web.assets import STATIC, built

ROUNDS = 200
"""Boxes asked for."""
VISITS = 5
"""Loads of the overview, each in a fresh profile; the median is told."""
PAGE = 100
CLUSTERED = 5_000
"""Points on the map that is panned."""
PAN_STEPS = 120
LIVE_MS = 120_000
FLAGS = (
    "--headless", "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-gpu", "--enable-unsafe-swiftshader",
)  # fmt: skip
MAP_PARTS = ("/sheet-", "/maplibre-gl-worker", "/outlines.json", "/map.json", "/map-")
"""What only the live map asks for."""
FIGURE = re.compile(r'<figure class="map".*?</figure>', re.DOTALL)
FRAMES = """async ({steps, reach}) => {
  const canvas = document.querySelector('.map-live canvas');
  const box = document.querySelector('.map-live').getBoundingClientRect();
  const at = (kind, x) => canvas.dispatchEvent(new MouseEvent(kind, {bubbles: true, cancelable: true, view: window,
    button: 0, buttons: kind === 'mouseup' ? 0 : 1, clientX: x, clientY: box.top + box.height / 2}));
  const frame = () => new Promise(requestAnimationFrame);
  const middle = box.left + box.width / 2;
  at('mousedown', middle);
  const began = performance.now();
  for (let step = 0; step < steps; step++) {
    at('mousemove', middle + reach * Math.sin(step * 10 / reach));
    await frame();
  }
  const seconds = (performance.now() - began) / 1000;
  at('mouseup', middle);
  return steps / seconds;
}"""
"""Drags the map to and fro, ten pixels and one step a frame, and counts the frames that were drawn in a second."""
REACHES = {"map_pan_frames_per_s": 120, "map_wide_pan_frames_per_s": 250}
"""Pixels from the middle to either side, by figure: about what a hand does, and almost all of the map's frame."""


def percentile(times: list[float], share: float) -> float:
    """The nearest-rank percentile."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def timed(ask: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    began = time.perf_counter()
    ask()
    return (time.perf_counter() - began) * 1000


def boxes(world: World, *, turn: int = 0) -> list[tuple[float, float, float, float]]:
    """Boxes of ten degrees around places of the ledger, others every turn."""
    dice = random.Random(world.seed + turn)
    spots = (point(dice.randrange(world.places), world) for _ in range(ROUNDS))
    return [(max(-180, lon - 5), lat - 5, min(180, lon + 5), lat + 5) for lat, lon in spots]


def asked_api(server: Served, bare: sqlite3.Connection, world: World) -> dict[str, Any]:
    """A page of the events in a box, by HTTP and as bare SQL in this process, in turn: other load slows both.

    It slows ours more, which waits for the server's process to have its turn: so processor time is told, too.
    """
    ours: list[float] = []
    theirs: list[float] = []
    floor: list[float] = []
    with httpx.Client(base_url=server.address, timeout=60) as client:
        for box in boxes(world):
            ours.append(timed(partial(client.get, page_of_box(box))))
            theirs.append(timed(partial(bare_box, bare, box)))
            floor.append(timed(partial(client.get, "/static/map.css")))
        others = boxes(world, turn=1)
        before, began = server.busy_s(), time.process_time()
        for box in others:
            bare_box(bare, box)
        busy = time.process_time() - began
        for box in others:
            client.get(page_of_box(box))
    return {
        "box_processor_time_beside_bare_sql": round((server.busy_s() - before) / busy, 1),
        "box_p50_ms": round(statistics.median(ours), 2),
        "box_p95_ms": round(percentile(ours, 0.95), 2),
        "bare_sql_p95_ms": round(percentile(theirs, 0.95), 2),
        "http_alone_p95_ms": round(percentile(floor, 0.95), 2),
        "box_p95_beside_bare_sql": round(percentile(ours, 0.95) / percentile(theirs, 0.95), 1),
        "box_p95_beside_bare_sql_and_http": round(
            percentile(ours, 0.95) / (percentile(theirs, 0.95) + percentile(floor, 0.95)), 1
        ),
    }


def page_of_box(box: tuple[float, float, float, float]) -> str:
    """What is asked over HTTP."""
    return f"/v1/events.json?bbox={','.join(f'{edge:.4f}' for edge in box)}&limit={PAGE}"


def bare_box(bare: sqlite3.Connection, box: tuple[float, float, float, float]) -> bytes:
    """The same page from the bare table: a hundred in the box by day, and how many there are."""
    west, south, east, north = box
    where = "lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?"
    edges = (south, north, west, east)
    found = bare.execute(f"SELECT body FROM events WHERE {where} ORDER BY day, id LIMIT {PAGE}", edges).fetchall()
    [total] = bare.execute(f"SELECT count(*) FROM events WHERE {where}", edges).fetchone()
    return json.dumps({"items": [json.loads(body) for (body,) in found], "total": total}).encode()


def overview_over_http(address: str) -> dict[str, Any]:
    """The overview as bytes: how soon, and how heavy without its map."""
    times = [timed(lambda: httpx.get(address, timeout=60).content) for _ in range(VISITS)]
    page = httpx.get(address, timeout=60).text
    return {
        "overview_html_ms": round(statistics.median(times)),
        "overview_html_gzip_kb": round(len(gzip.compress(page.encode(), 6)) / 1000, 1),
        "overview_html_gzip_kb_without_map": round(len(gzip.compress(FIGURE.sub("", page).encode(), 6)) / 1000, 1),
    }


def in_browser(address: str) -> dict[str, Any]:
    """The overview in a browser: when it can be used, what it weighs, how the map moves, whom it asks."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None or not built():
        return {"browser": "left out: " + ("Chromium is absent" if path is None else "the front end is not built")}
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path, args=list(FLAGS)) as browser:
        visits = [visited(browser, address) for _ in range(VISITS)]
        found = {key: round(statistics.median(visit[key] for visit in visits)) for key in visits[0]}
        return {"browser": f"Chromium {browser.version}, software GL", **found, **panned(browser, address)}


def visited(browser: Browser, address: str) -> dict[str, float]:
    """One load in a fresh profile."""
    requests: list[Request] = []
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.on("request", lambda request: requests.append(request))
    page.goto(address)
    page.wait_for_function("performance.getEntriesByType('navigation')[0].loadEventEnd > 0")
    timing = page.evaluate("performance.getEntriesByType('navigation')[0].toJSON()")
    live = page.locator("figure.map[data-live=ready]")
    live.wait_for(timeout=LIVE_MS)
    until_live = page.evaluate("performance.now()")
    weight = page.evaluate("performance.getEntriesByType('resource').map(one => [one.name, one.encodedBodySize])")
    page_kb = timing["encodedBodySize"] + sum(
        size for name, size in weight if not any(part in name for part in MAP_PARTS)
    )
    context.close()
    return {
        "overview_interactive_ms": timing["domInteractive"],
        "overview_loaded_ms": timing["loadEventEnd"],
        "live_map_ms": until_live,
        "page_kb_without_live_map": page_kb / 1000,
        "off_host_requests": sum(not one.url.startswith((address, "data:", "blob:")) for one in requests),
    }


def panned(browser: Browser, address: str) -> dict[str, Any]:
    """Frames in a second while the map is dragged, with about that many points on it, drawn in clusters."""
    query = question_for(address, CLUSTERED)
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{address}?{query}")
    page.locator("figure.map[data-live=ready]").wait_for(timeout=LIVE_MS)
    points = page.evaluate(f"fetch('/map.json?{query}').then(told => told.json()).then(told => told.features.length)")
    size = page.evaluate("(({width, height}) => `${width} x ${height}`)(document.querySelector('.map-live canvas'))")
    frames = {figure: frames_of(page, reach) for figure, reach in REACHES.items()}
    context.close()
    return {"map_points": points, "map_pixels": size, "cores": len(os.sched_getaffinity(0)), **frames}


def frames_of(page: Page, reach: int) -> float:
    """Frames in a second of a drag to and fro; the median of five."""
    drags = [float(page.evaluate(FRAMES, {"steps": PAN_STEPS, "reach": reach})) for _ in range(5)]
    return round(statistics.median(drags), 1)


def question_for(address: str, points: int) -> str:
    """The filter whose map has about that many points: all days up to one that is found by halving."""
    first, last = 0, 1200
    for _ in range(8):
        middle = (first + last) // 2
        told = httpx.get(f"{address}map.json?{until(middle)}", timeout=60).json()
        first, last = (middle, last) if len(told["features"]) < points else (first, middle)
    return until(last)


def until(day: int) -> str:
    """The interval that ends so many days after the first."""
    end = time.strftime("%Y-%m-%d", time.gmtime(1640995200 + day * 86400))
    return f"datetime=../{end}"


def measure(*, claims: int = 100_000, seed: int = 5) -> dict[str, Any]:
    """All figures, on a ledger made from the seed."""
    world = World(seed=seed)
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "web.ledger"
        derived_s = filled(ledger, claims=claims, world=world)
        with served(ledger) as server, closing(bare_copy(server.address, Path(folder) / "bare.db")) as bare:
            [events] = bare.execute("SELECT count(*) FROM events").fetchone()
            return {
                "claims": claims,
                "events": events,
                "derived_s": round(derived_s, 1),
                "listening_s": round(server.listening_s, 1),
                "first_overview_s": round(server.first_overview_s, 1),
                "ready_s": round(server.ready_s, 1),
                "memory_mb": server.held_mb,
                **overview_over_http(server.address),
                **asked_api(server, bare, world),
                **in_browser(server.address),
                "dist_kb": {one.name: round(one.stat().st_size / 1000) for one in sorted((STATIC / "dist").glob("*"))},
            }


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=5)
    given = parser.parse_args()
    print(json.dumps(measure(claims=given.claims, seed=given.seed), indent=1))


if __name__ == "__main__":
    main()

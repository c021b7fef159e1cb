"""The map: drawn without scripts, live with them, the drawing again where the machine cannot; the page follows it."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.conftest import Visit

SMALL = {"width": 640, "height": 600}
"""Software draws a small map soon."""
NO_WEBGL = """HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
  apply: (draw, canvas, [kind, ...rest]) => kind.startsWith('webgl') ? null : draw.call(canvas, kind, ...rest)
})"""

CARD = """WebGL2RenderingContext.prototype.getParameter = new Proxy(WebGL2RenderingContext.prototype.getParameter, {
  apply: (read, pen, [key]) => key === 0x9246 ? 'A graphics card' : read.call(pen, key)
})"""
"""The unmasked renderer of a machine that has one."""

FORM_FOLLOWS = """() => {
  const form = document.querySelector('#filter-form input[name=bbox]')?.value.split(',') ?? []
  const address = (new URLSearchParams(location.search).get('bbox') ?? '').split(',')
  return form.length === 4 && form.every((edge, at) => Number(edge) === Number(address[at]))
}"""
"""The form and the address say one box; while the map still moves they take turns."""


def box(page: Page) -> list[float]:
    """West, south, east, north of the address."""
    [given] = parse_qs(urlsplit(page.url).query)["bbox"]
    return [float(edge) for edge in given.split(",")]


def live(page: Page) -> Page:
    """The page once its map can be dragged."""
    page.locator("figure.map[data-live=ready]").wait_for()
    return page


def test_the_drawing_moves_by_links_and_keeps_the_filters(visit: Visit) -> None:
    page = visit("/?status=disputed", java_script_enabled=False)
    expect(page.locator("svg.map-sheet")).to_be_visible()
    page.get_by_role("navigation", name="Move the map").get_by_role("link", name="Closer").click()
    west, south, east, north = box(page)
    assert west < east
    assert south < north
    assert "status=disputed" in page.url


def test_every_name_on_the_drawing_stands_in_the_list(visit: Visit) -> None:
    page = visit("/", java_script_enabled=False)
    drawn = page.locator("svg.map-sheet text.name").all_text_contents()
    page.locator(".map-names summary").click()
    listed = page.locator(".map-names").inner_text()
    assert drawn
    assert [name for name in drawn if name.partition(" +")[0].rstrip("…") not in listed] == []


def test_the_live_map_shows_the_same_places_and_fetches_nothing_from_elsewhere(visit: Visit) -> None:
    page = live(visit("/", viewport=SMALL))
    expect(page.locator(".map-live canvas")).to_be_visible()
    expect(page.locator("svg.map-sheet")).to_be_hidden()
    expect(page.locator(".map-names summary")).to_contain_text("Every name on the map (")


def test_keys_move_the_map_and_the_address_and_the_list_follow(visit: Visit) -> None:
    page = live(visit("/", viewport=SMALL))
    shown = page.locator("#counters").inner_text()
    page.locator(".map-live canvas").focus()
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    page.wait_for_url("**bbox=**")
    expect(page.locator("#counters")).not_to_have_text(shown)
    page.wait_for_function(FORM_FOLLOWS)
    page.reload(wait_until="commit")
    drawn = page.locator("figure.map").get_attribute("data-bounds") or ""
    assert [float(edge) for edge in drawn.split(",")] == pytest.approx(box(page), abs=0.01)


@pytest.mark.parametrize("script", ["", CARD], ids=["processor", "card"])
def test_the_map_goes_with_the_pointer_and_the_address_follows(visit: Visit, script: str) -> None:
    page = live(visit("/?bbox=-10,0,10,20", viewport=SMALL, script=script))
    frame = page.locator(".map-live").bounding_box()
    assert frame
    x, y = frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 11):
        page.mouse.move(x - 20 * step, y)
    picture = page.locator(".map-live canvas").bounding_box()
    page.mouse.up()
    assert picture
    assert picture["x"] <= frame["x"] + 1
    assert picture["x"] + picture["width"] >= frame["x"] + frame["width"] - 1
    page.wait_for_url(lambda url: "bbox=-10,0,10,20" not in url and "bbox=" in url)
    west, south, east, north = box(page)
    assert (west + east) / 2 == pytest.approx(200 * (east - west) / frame["width"], rel=0.2)
    assert (south + north) / 2 == pytest.approx(10, abs=1)
    rested = page.locator(".map-live canvas").bounding_box()
    assert rested
    assert rested["width"] == pytest.approx(frame["width"], abs=3)


def test_a_drag_stops_where_the_world_ends(visit: Visit) -> None:
    page = live(visit("/?bbox=-180,-80,180,80", viewport=SMALL))
    frame = page.locator(".map-live").bounding_box()
    assert frame
    x, y = frame["x"] + frame["width"] / 2, frame["y"] + 20
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 16):
        page.mouse.move(x, y + 20 * step)
    page.mouse.up()
    page.wait_for_url(lambda url: "bbox=-180,-80,180,80" not in url and "bbox=" in url)
    _, south, _, north = box(page)
    assert north == pytest.approx(85.05, abs=0.1)
    assert south < 0


def test_a_mark_opens_what_it_stands_for(visit: Visit) -> None:
    page = visit("/", java_script_enabled=False)
    mark = page.locator("svg.map-sheet a.mark").first
    target = mark.get_attribute("href")
    mark.click()
    assert target
    assert page.url.endswith(target)


def test_without_webgl_the_drawing_stays(visit: Visit) -> None:
    page = visit("/", script=NO_WEBGL)
    page.wait_for_load_state("networkidle")
    expect(page.locator("svg.map-sheet")).to_be_visible()
    assert page.locator(".map-live").count() == 0

"""Every screen at three widths, in light and dark: it fits, axe finds nothing, and without scripts it still is complete."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.pipeline import Engine
from dateline.store import append, open_ledger
from dateline.web.views.frame import SCREENS
from tests.web.browser.conftest import WIDTHS, Served, Visit, serving
from tests.web.browser.judge import overflow, violations
from tests.web.browser.screens import NAMES, addresses
from tests.web.conftest import INGESTED
from tests.web.screens.conftest import entry


@pytest.fixture(scope="package")
def paths(served: Served) -> dict[str, str]:
    return addresses(served)


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_and_nothing_sticks_out(name: str, visit: Visit, paths: dict[str, str], axe: str) -> None:
    page = visit(paths[name])
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert overflow(page) == [], width
        for scheme in ("light", "dark") if width != 768 else ():
            page.emulate_media(color_scheme=scheme)
            assert violations(page, axe) == [], (width, scheme)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serves a ledger that holds nothing yet."""
    ledger = tmp_path_factory.mktemp("empty") / "empty.ledger"
    open_ledger(ledger, write=True).close()
    with serving(ledger) as server:
        yield server


class TestEmpty:
    """The same screens over a ledger that holds nothing yet."""

    @pytest.fixture
    def served(self, empty: Served) -> Served:
        return empty

    @pytest.mark.parametrize("path", [path for path, _ in SCREENS])
    def test_it_says_what_to_type_and_axe_finds_nothing(self, path: str, visit: Visit, axe: str) -> None:
        page = visit(path)
        assert "dateline ingest --ledger" in page.locator("main pre").first.inner_text()
        for width in (1440, 320):
            page.set_viewport_size({"width": width, "height": 900})
            assert overflow(page) == [], width
            assert violations(page, axe) == [], width


LONG = "Xk" * 90
"""A word without a place to break it."""


@pytest.fixture(scope="module")
def long_named(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serves reports whose publisher, title, address and voices are words without end."""
    ledger = tmp_path_factory.mktemp("long") / "long.ledger"
    text = f"The army captured Goma on Monday, 5 February 2024, {LONG} said. Rebels denied that they had lost Goma."
    told = f"M23 rebels still hold Goma, General {LONG} said on Tuesday, 6 February 2024."
    about = {"source": LONG, "title": LONG, "url": f"https://example.org/{LONG}"}
    entries = [entry(one, engine=engine, day="2024-02-07", **about) for one in (text, told)]
    with open_ledger(ledger, write=True) as opened:
        append(opened, entries, by=LONG, at=INGESTED)
    with serving(ledger) as server:
        yield server


class TestLong:
    """The same screens over words without end."""

    @pytest.fixture
    def served(self, long_named: Served) -> Served:
        return long_named

    @pytest.mark.parametrize("path", [path for path, _ in SCREENS])
    def test_nothing_sticks_out(self, path: str, visit: Visit) -> None:
        page = visit(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert overflow(page) == [], width


@pytest.mark.parametrize("name", NAMES)
def test_without_scripts_the_screen_has_its_heading_and_its_links(
    name: str, visit: Visit, paths: dict[str, str]
) -> None:
    page = visit(paths[name], java_script_enabled=False, viewport={"width": 320, "height": 800})
    assert page.locator("h1").count() == 1
    assert page.locator("main").inner_text().strip()
    assert page.locator("nav[aria-label=Screens] a").count() == 8

"""Every screen at three widths, in light and dark: it fits, axe finds nothing, and without scripts it still is complete."""

from __future__ import annotations

import pytest

from tests.web.browser.conftest import WIDTHS, Served, Visit
from tests.web.browser.judge import overflow, violations
from tests.web.browser.screens import NAMES, addresses


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


@pytest.mark.parametrize("name", NAMES)
def test_without_scripts_the_screen_has_its_heading_and_its_links(
    name: str, visit: Visit, paths: dict[str, str]
) -> None:
    page = visit(paths[name], java_script_enabled=False, viewport={"width": 320, "height": 800})
    assert page.locator("h1").count() == 1
    assert page.locator("main").inner_text().strip()
    assert page.locator("nav[aria-label=Screens] a").count() == 8

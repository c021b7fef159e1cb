"""Every screen on every ledger: valid, structured, labelled, and without a script or style of its own."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.web.conftest import TestClient
from tests.web.screens.pages import Page, walk

LEDGERS = ("none", "one", "many", "hostile")


@pytest.fixture(params=LEDGERS)
def client(request: pytest.FixtureRequest) -> TestClient:
    found: TestClient = request.getfixturevalue(request.param)
    return found


def test_every_screen_is_a_sound_page(client: TestClient) -> None:
    pages = list(walk(client))
    assert len(pages) >= 7
    for page in pages:
        for check in CHECKS:
            assert not (wrong := check(page)), f"{page.path}: {check.__name__}: {wrong}"


def is_not_html(page: Page) -> list[str]:
    return [str(error) for error in page.parsed.errors]


def lacks_landmarks(page: Page) -> list[str]:
    wanted = {"main": 1, "header.masthead": 1, "footer": 1, "nav.sections": 1, "h1": 1, "head > title": 1, "a.skip": 1}
    return [name for name, number in wanted.items() if len(page.all(name)) != number]


def skips_heading_levels(page: Page) -> list[str]:
    levels = [int(node.name[1]) for node in page.all("*") if re.fullmatch("h[1-6]", node.name or "")]
    return [f"h{a} then h{b}" for a, b in pairwise(levels) if b > a + 1] + [f"h{n} first" for n in levels[:1] if n != 1]


def has_scripts_or_styles_of_its_own(page: Page) -> list[str]:
    found = [node.name for node in page.all("style, iframe, object, embed, base")]
    found += ["script" for node in page.all("script") if not str(node.attrs.get("src", "")).startswith("/static/")]
    for node in page.all("*"):
        found += [f"{node.name} {name}" for name in node.attrs or {} if name == "style" or name.startswith("on")]
    return found


def leads_astray(page: Page) -> list[str]:
    names = ("href", "src", "action", "xlink:href", "data", "formaction")
    found = [str(node.attrs[name]) for node in page.all("*") for name in names if name in (node.attrs or {})]
    return [link for link in found if not re.match(r"(?:/(?!/)|#|https?://|data:,$)", link)]


def has_one_id_twice(page: Page) -> list[str]:
    ids = [node.attrs["id"] for node in page.all("[id]")]
    return sorted({one for one in ids if ids.count(one) > 1})


def points_to_nothing(page: Page) -> list[str]:
    ids = {node.attrs["id"] for node in page.all("[id]")}
    told = ("aria-labelledby", "aria-describedby", "for", "list")
    wanted = [key for node in page.all("*") for name in told for key in (node.attrs or {}).get(name, "").split()]
    wanted += [node.attrs["href"][1:] for node in page.all("a[href]") if node.attrs["href"].startswith("#")]
    return sorted(set(wanted) - ids)


def has_fields_without_labels(page: Page) -> list[str]:
    labelled = {node.attrs["for"] for node in page.all("label[for]")}
    inside = {id(node) for node in page.all("label input")}
    fields = (node for node in page.all("input, select, textarea") if node.attrs.get("type") != "hidden")
    return [str(node.attrs) for node in fields if node.attrs.get("id") not in labelled and id(node) not in inside]


def has_tables_without_heads(page: Page) -> list[str]:
    tables = len(page.all("table")) - len(page.all("table > caption"))
    return ["caption"] * tables + ["scope" for node in page.all("th") if "scope" not in node.attrs]


def has_links_without_names(page: Page) -> list[str]:
    return [
        str(node.attrs)
        for node in page.all("a[href], button")
        if not (node.to_text().strip() or node.attrs.get("aria-label") or page_title(node))
    ]


def page_title(node: object) -> bool:
    return "<title>" in str(getattr(node, "to_html", str)())


def quotes_without_language(page: Page) -> list[str]:
    return [str(node.attrs) for node in page.all("q, .words") if {"lang", "dir"} - set(node.attrs)]


def scrolls_out_of_reach(page: Page) -> list[str]:
    return [str(node.attrs) for node in page.all(".scroll") if node.attrs.get("tabindex") != "0"]


CHECKS = (
    is_not_html, lacks_landmarks, skips_heading_levels, has_scripts_or_styles_of_its_own, leads_astray, has_one_id_twice,
    points_to_nothing, has_fields_without_labels, has_tables_without_heads, has_links_without_names,
    quotes_without_language, scrolls_out_of_reach,
)  # fmt: skip

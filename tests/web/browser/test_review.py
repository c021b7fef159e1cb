"""A whole review by keyboard alone, with scripts and without; words that mean harm stay words in a real browser, too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from dateline.desk.judging import claim_of
from dateline.model.ledger import Judgement
from dateline.pipeline import Engine
from dateline.store import Entry, append, open_ledger
from dateline.store.judged import judgements_of, text_of
from tests.web import hostile
from tests.web.browser.conftest import WIDTHS, Served, Visit, serving
from tests.web.browser.judge import overflow, violations
from tests.web.conftest import INGESTED, TOKEN


@pytest.fixture
def ledger(entries: tuple[Entry, ...], tmp_path: Path) -> Path:
    """A ledger that is this test's own: it is judged."""
    path = tmp_path / "review.ledger"
    with open_ledger(path, write=True) as opened:
        append(opened, entries, by="test", at=INGESTED)
    return path


@pytest.fixture
def served(ledger: Path) -> Iterator[Served]:
    """That ledger, served for judging."""
    with serving(ledger) as served:
        yield served


def judged(ledger: Path) -> list[Judgement]:
    with open_ledger(ledger) as opened:
        return list(judgements_of(opened))


def focus_on(page: Page, words: str) -> None:
    """Tab until the focus is on what bears these words, as somebody without a pointer does."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if words in _said_of_focus(page):
            return
    raise AssertionError(f"no tab stop says {words!r}")


def _said_of_focus(page: Page) -> str:
    """The name of the focused control: its label, else its own words; none where the focus is nowhere."""
    found = page.evaluate(
        """() => { const one = document.activeElement;
        if (one === document.body) return '';
        return one.ariaLabel || [...(one.labels ?? [])].map(label => label.textContent).join(' ') || one.textContent }"""
    )
    return str(found)


def sign_in(page: Page) -> None:
    focus_on(page, "Sign in to judge")
    press(page, "Enter")
    focus_on(page, "Name")
    page.keyboard.type("Ana")
    page.keyboard.press("Tab")
    page.keyboard.type(TOKEN)
    press(page, "Enter")
    assert "/sign-in" not in page.url


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def sentence(page: Page) -> str:
    return page.locator("#coding").inner_text()


def test_a_review_by_single_keys(visit: Visit, ledger: Path) -> None:
    page = visit("/review")
    sign_in(page)
    first = sentence(page)
    assert first.startswith("According to")
    press(page, "j")
    second = sentence(page)
    assert second != first
    press(page, "k")
    assert sentence(page) == first
    assert page.evaluate("document.activeElement.id") == "coding"

    press(page, "a")
    page.locator("#announcer", has_text="Accepted.").wait_for(state="attached")
    press(page, "r")
    press(page, "u")
    assert [one.verdict for one in judged(ledger)] == ["positive", "negative", "unsure"]
    press(page, "z")
    assert "Taken back" in page.locator("#banner").inner_text()
    assert judged(ledger)[-1].undoes == judged(ledger)[-2].id

    press(page, "e")
    assert page.evaluate("document.activeElement.id") == "edit-title"
    focus_on(page, "Act")
    page.keyboard.type("Recapture")
    focus_on(page, "Why is it wrong")
    page.keyboard.type("the a, r and z of a reason are letters, not keys")
    press(page, "Enter")
    made = judged(ledger)[-1]
    assert (made.action, made.by) == ("edit", "Ana")
    assert made.value["fields"] == {"act": "retake"}
    assert made.reason.startswith("the a, r and z")


def test_keys_can_be_changed_and_switched_off(visit: Visit, ledger: Path) -> None:
    page = visit("/review")
    sign_in(page)
    page.keyboard.press("?")
    dialog = page.locator("dialog[open]")
    dialog.wait_for()
    focus_on(page, "Accept")
    page.keyboard.press("Control+a")
    page.keyboard.type("x")
    page.keyboard.press("Escape")
    assert dialog.count() == 0
    assert page.locator("[data-do=accept]").get_attribute("aria-keyshortcuts") == "x"
    page.reload()
    press(page, "x")
    assert [one.verdict for one in judged(ledger)] == ["positive"]

    page.keyboard.press("?")
    focus_on(page, "single keys")
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    assert page.locator("kbd").count() == 0
    here = page.url
    for key in ("x", "a", "r", "j", "?"):
        page.keyboard.press(key)
    assert page.url == here
    assert page.locator("dialog[open]").count() == 0
    assert len(judged(ledger)) == 1


def test_two_keys_for_one_action_are_not_kept(visit: Visit) -> None:
    page = visit("/review")
    sign_in(page)
    page.keyboard.press("?")
    focus_on(page, "Accept")
    page.keyboard.press("Control+a")
    page.keyboard.type("r")
    assert "share a key" in page.locator("dialog [role=status]").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("[data-do=accept]").get_attribute("aria-keyshortcuts") == "a"


def test_a_review_without_scripts(visit: Visit, ledger: Path) -> None:
    page = visit("/review", java_script_enabled=False)
    page.locator("a", has_text="Sign in to judge").press("Enter")
    page.locator("#name").type("Ana")
    page.locator("#token").type(TOKEN)
    page.locator("#token").press("Enter")
    for name in ("Accept", "Reject", "Unsure"):
        page.locator(".verdicts button", has_text=name).press("Enter")
    page.locator("#banner button").press("Enter")
    page.locator(".verdicts a", has_text="Edit").press("Enter")
    page.locator("#edit select[name=polarity]").select_option("negative")
    first, last = (page.locator(f"#edit select[name=span_{end}]") for end in ("start", "end"))
    first.select_option(index=2)
    last.select_option(index=3)
    page.locator("#e-reason").type("it says that it did not happen")
    page.locator("#e-reason").press("Enter")
    verdicts = [(one.action, one.verdict) for one in judged(ledger)]
    assert verdicts == [
        ("verdict", "positive"), ("verdict", "negative"), ("verdict", "unsure"), ("undo", "none"), ("edit", "positive"),
    ]  # fmt: skip
    assert set(judged(ledger)[-1].value["fields"]) == {"polarity", "spans"}


def test_the_quote_is_picked_by_selecting_it(visit: Visit, ledger: Path) -> None:
    page = visit("/review")
    sign_in(page)
    press(page, "e")
    page.locator("#passage").scroll_into_view_if_needed()
    words = page.locator("#passage [data-at]").nth(2).bounding_box()
    assert words is not None
    page.mouse.move(words["x"] + 1, words["y"] + words["height"] / 2)
    page.mouse.down()
    page.mouse.move(words["x"] + words["width"] - 1, words["y"] + words["height"] / 2, steps=5)
    page.mouse.up()
    told = page.locator("[data-span-hint]").inner_text()
    assert told.startswith("The quote: “")
    page.locator("#e-reason").fill("only these words say so")
    page.locator("#e-reason").press("Enter")
    page.wait_for_url("**done=**")
    (made,) = judged(ledger)
    ((start, end),) = made.value["fields"]["spans"]
    with open_ledger(ledger) as opened:
        text = text_of(opened, claim_of(opened, made.subject).report) or ""
    assert told == f"The quote: “{text[start:end]}”"


@pytest.mark.parametrize("path", ["/review", "/review?edit=true", "/review?shape=list", "/sign-in"])
def test_axe_finds_nothing_and_nothing_sticks_out(visit: Visit, axe: str, path: str) -> None:
    page = visit("/review")
    sign_in(page)
    page.goto(page.url.split("/review")[0] + path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert overflow(page) == [], width
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert violations(page, axe) == [], (width, scheme)


def test_axe_finds_nothing_in_the_dialog_of_keys(visit: Visit, axe: str) -> None:
    page = visit("/review")
    sign_in(page)
    page.keyboard.press("?")
    page.locator("dialog[open]").wait_for()
    assert violations(page, axe) == []


def test_a_voice_is_switched_on_at_once_and_keeps_the_focus(visit: Visit) -> None:
    page = visit("/")
    box = page.locator("input[name=speaker]").first
    value = box.get_attribute("value")
    with page.expect_response("**speaker=**"):
        box.press("Space")
    page.locator("main:not([aria-busy])").wait_for()
    assert "speaker=" in page.url
    assert page.evaluate("document.activeElement.value") == value
    page.go_back()
    page.locator("input[name=speaker]:not(:checked)").first.wait_for(state="attached")
    assert "speaker=" not in page.url


@pytest.fixture(scope="module")
def poisoned(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of those who mean harm."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.ledger"
    with open_ledger(path, write=True) as opened:
        append(opened, hostile.entries(engine), by=f"test {hostile.MARKUP}", at=INGESTED)
    return path


class TestHostile:
    """The same server over a ledger of reports that mean harm."""

    @pytest.fixture
    def ledger(self, poisoned: Path) -> Path:
        return poisoned

    def test_no_script_of_a_report_runs_on_any_screen(self, visit: Visit, served: Served) -> None:
        page = visit("/review")
        sign_in(page)
        paths = ["/", "/reports", "/places", "/disagreements", "/findings", "/changes", "/brief", "/review?shape=list"]
        seen: set[str] = set()
        for path in paths:
            page.goto(served.at(path))
            seen.update(page.locator("main a").evaluate_all("links => links.map(a => a.getAttribute('href'))"))
            assert page.evaluate("window.pwned") is None, path
        for path in sorted(one for one in seen if re.match(r"/(?:events|reports|places)/", one))[:12]:
            page.goto(served.at(path))
            assert page.evaluate("window.pwned") is None, path
            assert page.locator("main").count() == 1

"""What stands on the screens: voices first, words as they were, nothing that means harm, and what to do where nothing is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from dateline.export.visible import in_sight
from dateline.store import Entry
from tests.web.conftest import HIDDEN, TOKEN, TestClient
from tests.web.screens.conftest import HOSTILE
from tests.web.screens.pages import SCREENS, Page, get, walk


@pytest.mark.parametrize("path", SCREENS)
def test_an_empty_ledger_says_what_to_do_next(none: TestClient, path: str) -> None:
    page = get(none, path)
    assert "dateline ingest" in " ".join(page.text("main"))


def test_filters_that_leave_nothing_say_how_to_go_on(many: TestClient) -> None:
    page = get(many, "/?q=nobodysaysthis")
    assert "No event fits" in page.text("#nothing")
    assert "start again without filters" in " ".join(page.text("main"))


def test_every_event_of_a_list_begins_with_its_voice(many: TestClient) -> None:
    lines = get(many, "/").text("#list .lead")
    assert lines
    assert all(line.startswith(("According to ", "Denied by ")) for line in lines)


def test_every_name_on_the_map_stands_in_the_list_beside_it(many: TestClient) -> None:
    page = get(many, "/")
    listed = " ".join(page.text(".map-names"))
    names = [re.sub(r" \+\d+$", "", name) for name in page.text(".map-sheet text.name")]
    assert names
    assert [name for name in names if name not in listed] == []


def test_words_of_a_report_are_the_reports_letter_for_letter(hostile: TestClient) -> None:
    page = report_of(hostile)
    shown = "".join(words(node) for node in page.all(".words"))
    assert shown == in_sight(HOSTILE)


def words(node: object) -> str:
    """The text of a line without the signs, which are no part of it."""
    children = getattr(node, "children", None) or []
    if getattr(node, "name", "") == "#text":
        return str(node.data)  # type: ignore[attr-defined]
    if "sign" in str((getattr(node, "attrs", None) or {}).get("class", "")).split():
        return ""
    return "".join(words(child) for child in children)


def report_of(client: TestClient) -> Page:
    rows = get(client, "/reports").all("tbody th a")
    link = next(node.attrs["href"] for node in rows if "svg onload" in node.to_text())
    return get(client, link)


def test_hostile_words_are_shown_and_do_nothing(hostile: TestClient) -> None:
    page = report_of(hostile)
    assert "<script>alert" not in page.html
    assert "<img" not in page.html
    assert "{{ 7 * 7 }}" in page.html
    assert "javascript:" not in page.html
    assert "⟨U+202E⟩" in page.html


def test_nothing_hidden_is_on_a_screen_that_may_leave_the_room(many: TestClient) -> None:
    for page in walk(many):
        if not page.path.startswith("/reports/"):
            assert [word for word in HIDDEN if word in page.html] == [], page.path


def test_the_report_screen_says_that_it_stays_in_the_room(many: TestClient) -> None:
    link = get(many, "/reports").all("tbody th a")[0].attrs["href"]
    assert "part of no download" in get(many, link).text(".room")[0]


def test_a_report_on_another_machine_takes_the_token(
    served: Callable[..., TestClient], more: tuple[Entry, ...]
) -> None:
    far = served(more[0], host="10.0.0.1", token=TOKEN)
    rows = far.get("/reports", headers={"Accept": "text/html", "Authorization": f"Bearer {TOKEN}"})
    link = Page(path="/reports", html=rows.text).all("tbody th a")[0].attrs["href"]
    assert far.get(link, headers={"Accept": "text/html"}).status_code in (303, 401)
    assert far.get(link, headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200


def test_a_claim_leads_to_its_event_and_back_to_its_words(many: TestClient) -> None:
    link = get(many, "/reports").all("tbody th a")[0].attrs["href"]
    report = get(many, link)
    claim, event = next(
        (card.attrs["id"], node.attrs["href"])
        for card in report.all(".cards > li")
        for node in card.query("a")
        if node.attrs["href"].startswith("/events/")
    )
    back = [node.attrs["href"] for node in get(many, event).all("main a[href]")]
    anchor = f"w-{claim}"
    assert any(href.endswith(f"#{anchor}") for href in back)
    assert anchor in {node.attrs["id"] for node in report.all("a.sign[id]")}


def test_the_matrix_has_a_column_for_each_voice_and_marks_by_word(many: TestClient) -> None:
    matrices = [page for page in walk(many) if page.path.endswith("/matrix")]
    assert matrices
    told = [text for page in matrices for text in page.text("table.matrix .status")]
    assert "differs" in told
    for page in matrices:
        heads = len(page.all("table.matrix thead th"))
        assert {len(row.query("th, td")) for row in page.all("table.matrix tbody tr")} == {heads}


def test_the_ledger_of_a_place_has_a_lane_and_a_row_for_each_voice(many: TestClient) -> None:
    places = [page for page in walk(many, of_each=12) if page.path.startswith("/places/") and page.all("svg.lanes")]
    assert places
    for page in places:
        lanes = set(page.text("svg.lanes text.voice"))
        rows = set(page.text("table tbody th"))
        assert lanes <= rows


def test_the_brief_is_kept_as_one_file_that_asks_for_nothing(many: TestClient) -> None:
    answer = many.get("/brief/file")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "According to" in answer.text
    assert "/static/" not in answer.text

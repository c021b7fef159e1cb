"""The state is in the address: links keep it, forms hand it on, lists go on to their end."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from tests.web.conftest import TestClient
from tests.web.screens.pages import SCREENS, get, is_screen

KEPT = "speaker=residents&known_at=2026-12-31"


def query_of(link: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(link).query)


@pytest.mark.parametrize("path", SCREENS)
def test_the_navigation_keeps_voices_and_recorded_time(many: TestClient, path: str) -> None:
    page = get(many, f"{path}?{KEPT}")
    ways = [node.attrs["href"] for node in page.all("nav.sections a")]
    assert len(ways) == 8
    for way in ways:
        assert query_of(way) == {"speaker": ["residents"], "known_at": ["2026-12-31"]}, way


@pytest.mark.parametrize("path", SCREENS)
def test_every_link_into_a_screen_keeps_the_voices(many: TestClient, path: str) -> None:
    page = get(many, f"{path}?{KEPT}")
    inward = [link for link in page.links if is_screen(link) and link.count("/") > 1]
    lost = [link for link in inward if query_of(link).get("speaker") != ["residents"]]
    assert not lost


def test_voices_switch_the_map_the_counters_and_the_list(many: TestClient) -> None:
    whole, part = get(many, "/"), get(many, "/?speaker=residents")
    numbers = [int(re.findall(r"\d+", page.text("#counters a")[0])[0]) for page in (whole, part)]
    assert 0 < numbers[1] < numbers[0]
    assert [len(page.all("#list .event-line")) for page in (whole, part)] == numbers
    assert all("esident" in line for line in part.text("#list .lead"))
    checked = [node.attrs["value"].lower() for node in part.all("#voices input[checked]")]
    assert checked == ["residents"]
    assert len(part.all("#voices input")) == len(whole.all("#voices input"))
    assert len(part.all(".map .mark")) <= len(whole.all(".map .mark"))


def test_two_date_fields_become_one_interval_in_every_link(many: TestClient) -> None:
    page = get(many, "/?from=2024-02-08&to=2024-02-08&q=&place=&speaker=")
    links = [link for link in page.links if link.startswith("/events/")]
    assert links
    assert {tuple(query_of(link)["datetime"]) for link in links} == {("2024-02-08/2024-02-08",)}
    values = {node.attrs["name"]: node.attrs["value"] for node in page.all("input[type=date]")}
    assert values == {"from": "2024-02-08", "to": "2024-02-08"}
    assert [line.split()[0] for line in page.text("#list .when")] == ["2024-02-08"] * len(page.all("#list .when"))


def test_pages_of_a_list_show_every_event_once(many: TestClient) -> None:
    whole = [node.attrs["id"] for node in get(many, "/").all("#list .event-line")]
    shown: list[str] = []
    path = "/?limit=3"
    while path:
        page = get(many, path)
        shown += [node.attrs["id"] for node in page.all("#list .event-line")]
        onward = [node.attrs["href"] for node in page.all("#list a[rel=next]")]
        path = onward[0] if onward else ""
    assert shown == whole
    assert len(whole) > 3


def test_the_recorded_time_takes_back_what_came_in_later(many: TestClient) -> None:
    now, then = get(many, "/reports"), get(many, "/reports?known_at=2026-03-01T12:00:30Z")
    assert len(now.all("tbody tr")) == 7
    assert len(then.all("tbody tr")) == 1
    assert "2026-03-01T12:00:30Z" in then.text(".notices")[0]


def test_what_is_in_view_can_be_downloaded_with_the_same_query(many: TestClient) -> None:
    page = get(many, "/?status=disputed")
    links = [node.attrs["href"] for node in page.all(".tools a") if node.attrs["href"].startswith("/v1/events.")]
    assert len(links) == 4
    for link in links:
        assert query_of(link) == {"status": ["disputed"]}
        assert many.get(link).status_code == 200


def test_a_named_view_prints_its_rule_and_without_one_nobody_is_picked(many: TestClient) -> None:
    place = next(link for link in get(many, "/places").links if link.startswith("/places/"))
    assert not get(many, place).all(".view-rule")
    picked = get(many, f"{place}?view=majority_of_origins")
    assert "more than half of the independent origins" in picked.text(".view-rule")[0]
    assert [node.attrs["value"] for node in picked.all("#pick option[selected]")] == ["majority_of_origins"]


@pytest.mark.parametrize("path", ["/events/nothing", "/reports/nothing", "/places/nothing", "/events/x/matrix"])
def test_what_is_not_there_says_so_on_a_page(many: TestClient, path: str) -> None:
    answer = many.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "<h1>" in answer.text


@pytest.mark.parametrize("query", ["bbox=1", "datetime=yesterday", "limit=0", "cursor=!", "nothing=1", "status=true"])
@pytest.mark.parametrize("path", SCREENS)
def test_a_question_that_cannot_be_meant_is_refused(many: TestClient, path: str, query: str) -> None:
    assert many.get(f"{path}?{query}", headers={"Accept": "text/html"}).status_code in (400, 422)


@pytest.mark.parametrize("field", ["status", "act", "modality"])
def test_a_filter_that_holds_can_be_changed_to_another_value(many: TestClient, field: str) -> None:
    def offered(path: str, chosen: str = "") -> list[str]:
        return [node.attrs["value"] for node in get(many, path).all(f"#f-{field} option{chosen}")]

    every = offered("/")
    held = offered(f"/?{field}={every[1]}")
    assert sorted(held) == sorted(every)
    assert offered(f"/?{field}={every[1]}", "[selected]") == [every[1]]


def test_what_only_one_screen_asks_is_not_handed_to_others(many: TestClient) -> None:
    place = next(link for link in get(many, "/places").links if link.startswith("/places/"))
    for path in (f"{place}?view=majority_of_origins&as_of=2024-02-10", "/changes?before=4&limit=2"):
        for link in get(many, path).links:
            if is_screen(link):
                assert many.get(link, headers={"Accept": "text/html"}).status_code == 200, f"{path} leads to {link}"


def test_voices_switch_the_lanes_and_the_table_of_a_place_without_scripts(many: TestClient) -> None:
    places = dict.fromkeys(link for link in get(many, "/places").links if link.startswith("/places/"))
    whole = next(page for link in places if len((page := get(many, link)).all(".voices input")) > 1)
    names = [node.attrs["value"] for node in whole.all(".voices input")]
    part = get(many, f"{whole.path}?{urlencode({'speaker': names[0]})}")
    assert [node.attrs["value"] for node in part.all(".voices input[checked]")] == names[:1]
    assert sorted(node.attrs["value"] for node in part.all(".voices input")) == sorted(names)
    told = {line.casefold() for line in part.text("svg.lanes text.voice")}
    assert told
    assert all(names[0].casefold() in line for line in told)
    assert len(part.all("table tbody tr")) < len(whole.all("table tbody tr"))

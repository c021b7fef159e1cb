"""Every route of the API, on both databases."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as Xml

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import HIDDEN

LISTS = ("events", "claims", "reports", "places", "actors", "control", "findings", "judgements")
FORMATS = ("acled", "ged", "hxl", "geojson", "jsonl", "annotations", "stix", "atom", "geoparquet", "events-parquet",
           "claims-parquet")  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_pages_and_an_etag(client: TestClient, name: str) -> None:
    answer = client.get(f"/v1/{name}")
    assert answer.status_code == 200
    page = answer.json()
    assert page["total"] == len(page["items"])
    assert page["next"] is None
    again = client.get(f"/v1/{name}", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"/v1/{name}", headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_ledger_has_empty_lists(empty: TestClient, name: str) -> None:
    page = empty.get(f"/v1/{name}").json()
    assert (page["items"], page["total"], page["seq"]) == ([], 0, 0)
    assert empty.get(f"/v1/{name}.csv").text.count("\n") == 1


@pytest.mark.parametrize("name", ["events", "claims", "reports", "places", "actors", "findings"])
def test_one_of_a_list_can_be_had_alone(client: TestClient, name: str) -> None:
    for row in client.get(f"/v1/{name}").json()["items"]:
        one = client.get(f"/v1/{name}/{row['id']}")
        assert one.status_code == 200, row["id"]
        assert {**one.json(), **row} == one.json()
    assert client.get(f"/v1/{name}/nothing").status_code == 404


def test_leafing_finds_every_event_once(client: TestClient) -> None:
    every = [row["id"] for row in client.get("/v1/events").json()["items"]]
    found, cursor = [], None
    while True:
        page = client.get("/v1/events", params={"limit": 1, **({"cursor": cursor} if cursor else {})}).json()
        found += [row["id"] for row in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert found == every
    assert len(every) > 3


def test_a_cursor_belongs_to_its_question(client: TestClient) -> None:
    cursor = client.get("/v1/events?limit=1").json()["next"]
    other = client.get("/v1/events", params={"act": "capture", "cursor": cursor})
    assert other.status_code == 422
    changed = cursor[:-3] + ("AAA" if cursor[-3:] != "AAA" else "BBB")
    assert client.get("/v1/events", params={"cursor": changed}).status_code == 422


def test_a_report_comes_with_what_was_read_from_it(client: TestClient) -> None:
    (line,) = [r for r in client.get("/v1/reports").json()["items"] if r["publisher"] == "Lake Wire"]
    whole = client.get(f"/v1/reports/{line['id']}").json()
    assert len(whole["told"]) == line["claims"]
    assert len(whole["tells_of"]) == line["events"]
    assert whole["control"]
    assert {claim["report"]["id"] for claim in whole["told"]} == {line["id"]}


def test_filters_narrow(client: TestClient) -> None:
    def acts(query: str) -> set[str]:
        return {row["act"] for row in client.get(f"/v1/events?{query}").json()["items"]}

    everything = acts("")
    assert acts("act=capture") == {"capture"}
    assert acts("place=goma") < everything
    assert acts("datetime=2024-02-05") == acts("as_of=2024-02-05") < everything
    assert acts("datetime=2030-01-01/..") == set()
    assert acts("q=STRIKE air") == {"air_strike"}
    assert acts("bbox=179,-10,-179,10") == set()
    assert "capture" in acts("bbox=29,-2,30,-1")
    assert acts("speaker=Hill Radio&speaker=nobody") <= everything
    assert acts("known_at=2020-01-01") == set()


def test_forms_by_suffix_and_by_header(client: TestClient) -> None:
    table = list(csv.DictReader(io.StringIO(client.get("/v1/events.csv").text)))
    lines = [json.loads(line) for line in client.get("/v1/events.jsonl").text.splitlines()]
    assert [row["id"] for row in table] == [row["id"] for row in lines]
    accepted = client.get("/v1/events", headers={"Accept": "text/csv;q=0.9, application/geo+json"})
    assert accepted.headers["content-type"] == "application/geo+json"
    assert accepted.json()["type"] == "FeatureCollection"
    assert Xml.fromstring(client.get("/v1/events.atom").content).tag.endswith("feed")  # noqa: S314 - our own
    screen = client.get("/v1/events?act=capture", headers={"Accept": "text/html"})
    assert (screen.status_code, screen.headers["location"]) == (307, "/?act=capture")
    assert client.get("/v1/events", headers={"Accept": "image/png"}).status_code == 406
    assert client.get("/v1/judgements.atom").status_code == 404


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_selected_can_be_had_in_every_format(client: TestClient, name: str) -> None:
    answer = client.get(f"/v1/export/{name}?place=Goma")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]
    meta = client.get(f"/v1/export/{name}/meta")
    assert meta.status_code in (200, 404)
    assert b"Sake" not in answer.content or name == "jsonl"


def test_changes_go_on_where_they_ended(client: TestClient) -> None:
    first = client.get("/v1/changes?limit=1").json()
    rest = client.get("/v1/changes", params={"since": first["next"]}).json()
    every = client.get("/v1/changes").json()
    assert first["items"] + rest["items"] == every["items"]
    assert client.get("/v1/changes", params={"since": every["next"]}).json()["items"] == []
    assert Xml.fromstring(client.get("/v1/changes.atom").content).tag.endswith("feed")  # noqa: S314 - our own


@pytest.mark.parametrize("path", ["events.csv", "claims.jsonl", "places", "actors", "control", "findings", "changes",
                                  "changes.atom", "events.atom", *(f"export/{name}" for name in FORMATS[:8])])  # fmt: skip
def test_nothing_hidden_leaves(client: TestClient, path: str) -> None:
    content = client.get(f"/v1/{path}").text
    assert [word for word in HIDDEN if word in content] == []
    assert "Bukavu" not in "".join(line for line in content.splitlines() if "shell" in line)


def test_questions_tell_nothing_hidden_either(client: TestClient) -> None:
    def found(query: str) -> int:
        total: int = client.get(f"/v1/claims?{query}").json()["total"]
        return total

    assert found("q=Odile") == found("q=Kalume") == found("place=Sainte Odile hospital") == 0
    assert found("speaker=Amina Kalume") == found("speaker=Somebody Else") == 0
    guarded = [row for row in client.get("/v1/claims").json()["items"] if (row["place"] or {}).get("coarsened")]
    assert guarded
    near_the_town = client.get("/v1/claims?bbox=28.8,-2.55,28.9,-2.45").json()["items"]
    assert {row["id"] for row in near_the_town} & {row["id"] for row in guarded} == set()


def test_methods(client: TestClient) -> None:
    head = client.head("/v1/events")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == "application/json"
    options = client.options("/v1/events")
    assert (options.status_code, options.headers["allow"]) == (204, "GET, HEAD, OPTIONS")
    assert "access-control-allow-origin" not in options.headers
    assert client.delete("/v1/events").status_code == 405

"""What is served follows the ledger: it grows, it is asked for as it was, it is reached from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.desk import changes
from dateline.desk.sharing import Shelf, share
from dateline.errors import LedgerMissing
from dateline.export.shared import Terms
from dateline.store import Entry, append, open_ledger
from dateline.web import ServeOptions, create_app, view
from dateline.web.asked import Query
from dateline.web.room import Room
from dateline.web.shown import Shown
from tests.web.conftest import INGESTED, TOKEN

Serve = Callable[..., TestClient]
LATER = INGESTED + timedelta(days=1)


@pytest.fixture
def growing(ledger_url: str, entries: tuple[Entry, ...]) -> str:
    with open_ledger(ledger_url, write=True) as ledger:
        append(ledger, entries[:2], by="test", at=INGESTED)
    return ledger_url


def grow(where: str, entries: tuple[Entry, ...]) -> None:
    with open_ledger(where, write=True) as ledger:
        append(ledger, entries[2:], by="test", at=LATER)


def test_a_ledger_that_grows_is_noticed(growing: str, entries: tuple[Entry, ...], serve: Serve) -> None:
    client = serve(growing)
    before = client.get("/v1/reports")
    grow(growing, entries)
    after = client.get("/v1/reports", headers={"If-None-Match": before.headers["etag"]})
    assert (before.json()["total"], after.status_code, after.json()["total"]) == (2, 200, 4)
    earlier = client.get("/v1/reports", params={"known_at": INGESTED.isoformat().replace("+00:00", "Z")})
    assert earlier.json()["items"] == before.json()["items"]


def test_a_cursor_outlives_growth_and_a_restart(growing: str, entries: tuple[Entry, ...], serve: Serve) -> None:
    client = serve(growing)
    first = client.get("/v1/claims?limit=2").json()
    rest = client.get("/v1/claims", params={"cursor": first["next"]}).json()
    grow(growing, entries)
    again = serve(growing).get("/v1/claims", params={"cursor": first["next"]}).json()
    ids = [row["id"] for row in again["items"]]
    assert ids[: len(rest["items"])] == [row["id"] for row in rest["items"]]
    assert len(ids) > len(rest["items"])
    assert not {row["id"] for row in first["items"]} & set(ids)


def test_a_large_ledger_is_shown_as_it_was_until_it_is_ready(
    growing: str, entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "PATIENCE_CLAIMS", 1)
    room = Room(ServeOptions(ledger=growing))
    room.warm()
    room.settle()
    before = room.view()
    grow(growing, entries)
    assert room.view() is before
    room.settle()
    assert room.view().seq > before.seq
    assert room.view().reports(Query()).total == 4
    room.close()


def test_a_part_is_shared_as_it_is_of_the_whole(filled: str) -> None:
    room = Room(ServeOptions(ledger=filled))
    dossier = room.view().dossier
    terms = Terms(at=INGESTED)
    whole, shelf = share(dossier, terms), Shelf.of(dossier, terms)
    assert any(event.place is not None and event.place.coarsened for event in whole.events)
    rows = shelf.sieve.gathered
    for number, event in enumerate(rows.events):
        assert shelf.part((event,)).events == whole.events[number : number + 1]
    assert tuple(shelf.sieve.claim(claim) for claim in rows.claims) == whole.claims
    assert tuple(shelf.sieve.hold(hold) for hold in rows.holds) == whole.holds
    for row, event in zip(room.view().shown.event_rows, room.view().shown.events, strict=True):
        shown = (row.id, row.label, row.place, row.status, row.act)
        assert shown == (event.id, event.label, event.place, event.status, event.act)
        assert {one.voice for one in row.told} == {claim.believer.name for claim in event.claims}
    for told, claim in zip(room.view().shown.claim_rows, room.view().shown.claims, strict=True):
        assert (told.id, told.place, told.act) == (claim.id, claim.place, claim.act)
    room.close()


def test_what_is_held_back_is_held_back_from_a_part(filled: str) -> None:
    room = Room(ServeOptions(ledger=filled))
    clear = Terms(at=INGESTED.replace(year=2024, month=2, day=9, hour=1), tlp="CLEAR")
    whole, shelf = share(room.view().dossier, clear), Shelf.of(room.view().dossier, clear)
    parts = [shelf.part((event,)).events for event in shelf.sieve.gathered.events]
    assert [event for part in parts for event in part] == list(whole.events)
    assert whole.left_out
    assert replace(shelf.part(()), left_out={}).events == ()
    room.close()


def test_there_must_be_a_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerMissing):
        create_app(ServeOptions(ledger=tmp_path / "none.ledger"))


def test_other_names_are_refused(client: TestClient) -> None:
    assert client.get("/v1/events", headers={"Host": "rebound.example"}).status_code == 421
    assert client.get("/v1/events", headers={"Host": "localhost:8000"}).status_code == 200


def test_where_others_can_reach_it_everything_needs_the_token(filled: str, serve: Serve) -> None:
    client = serve(filled, host="192.0.2.7", token=TOKEN)
    named = {"Host": "192.0.2.7:8000"}
    refused = client.get("/v1/events", headers=named)
    assert (refused.status_code, refused.headers["content-type"]) == (401, "application/problem+json")
    assert client.get("/", headers=named).headers["location"] == "/sign-in"
    assert client.get("/v1/events", headers={**named, "Authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert client.get("/v1/events", headers={**named, "Authorization": "Bearer other"}).status_code == 401
    assert client.get("/v1/health", headers=named).status_code == 200
    assert client.get("/v1/health", headers={"Host": "rebound.example"}).status_code == 421


def test_defects_show_no_trace(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret words")

    monkeypatch.setattr(Room, "view", broken)
    answer = client.get("/v1/events")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert "secret" not in answer.text


def test_a_question_is_answered_once_for_all_its_pages(
    filled: str, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = serve(filled)
    first = client.get("/v1/events?limit=1").json()
    monkeypatch.setattr(Shown, "events_that_fit", lambda *_: pytest.fail("looked for again"))
    after = client.get("/v1/events", params={"limit": 1, "cursor": first["next"]}).json()
    assert (after["total"], after["disputed"]) == (first["total"], first["disputed"])
    assert after["items"][0]["id"] != first["items"][0]["id"]


def test_changes_asked_for_from_a_line_on_are_those_of_the_whole_log(filled: str) -> None:
    with open_ledger(filled) as ledger:
        told = list(changes(ledger))
        for line in range(told[-1].seq + 1):
            assert list(changes(ledger, since=line)) == [change for change in told if change.seq > line]

"""Blind second coding: until a coder has judged, nothing that the server says tells what another made of the coding."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from starlette.testclient import TestClient

from dateline.model.ledger import Judgement
from dateline.store import judge, open_ledger
from dateline.web.judged import Judged, Judgements
from tests.web.conftest import TOKEN
from tests.web.reviewing import Coder

Serve = Callable[..., TestClient]
REASON = "the words are a headline and no claim"
PLACES = ("/v1/judgements", "/v1/judgements.csv", "/v1/judgements.jsonl", "/v1/changes", "/v1/changes.csv", "/v1/changes.atom",
          "/changes", "/review?show=second", "/review?show=all", "/review?show=all&shape=list")  # fmt: skip
TELLING = (REASON, "negative", "rejected", "Rejected", "edited")
BEARER = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def desk(filled: str, serve: Serve) -> TestClient:
    """Serves the filled ledger for judging."""
    return serve(filled, write=True, token=TOKEN)


@pytest.fixture
def rejected(desk: TestClient) -> str:
    """A coding that Ana has rejected."""
    ana = Coder(desk, "Ana")
    page = ana.see()
    ana.judge(page, "reject", REASON)
    return ana.claim(page)


def told(coder: Coder | None, desk: TestClient, path: str, claim: str) -> list[str]:
    """What an answer says of the verdict."""
    desk.cookies.clear()
    asked = f"{path}&claim={claim}" if path.startswith("/review?show=all") else path
    answer = desk.get(asked, headers=coder.headers if coder else {})
    assert answer.status_code == 200, answer.text
    shown = answer.text.partition('id="help"')[0]
    return [word for word in TELLING if word in shown]


def test_a_second_coder_is_told_of_no_verdict_before_judging(desk: TestClient, rejected: str) -> None:
    ben = Coder(desk, "Ben")
    assert {path: found for path in PLACES if (found := told(ben, desk, path, rejected))} == {}


def test_somebody_who_is_not_signed_in_may_be_the_second_coder(desk: TestClient, rejected: str) -> None:
    paths = [path for path in PLACES if "review" not in path]
    assert {path: found for path in paths if (found := told(None, desk, path, rejected))} == {}


def test_one_judgement_by_its_id_is_kept_back_and_an_old_answer_does_not_stand_for_it(
    desk: TestClient, rejected: str
) -> None:
    (row,) = desk.get("/v1/judgements", headers=BEARER).json()["items"]
    path = f"/v1/judgements/{row['id']}"
    assert row["verdict"] == "negative"
    open_answer = desk.get(path, headers=BEARER)
    desk.cookies.clear()
    ben = Coder(desk, "Ben")
    closed = desk.get(path, headers={**ben.headers, "if-none-match": open_answer.headers["etag"]})
    assert closed.status_code == 200
    assert (closed.json()["verdict"], closed.json()["reason"], closed.json()["action"]) == (None, None, None)
    assert closed.json()["subject"] == rejected


def test_who_has_judged_sees_what_the_other_said(desk: TestClient, rejected: str) -> None:
    ben = Coder(desk, "Ben")
    ben.judge(ben.see(f"/review?show=all&claim={rejected}"), "accept")
    for path in ("/v1/judgements", "/v1/changes", "/changes"):
        assert REASON in told(ben, desk, path, rejected), path
        assert REASON in told(None, desk, path, rejected), path
    cem = Coder(desk, "Cem")
    assert told(cem, desk, "/v1/judgements", rejected) == []


def test_an_undo_hides_again_what_was_shown_for_it(desk: TestClient, rejected: str) -> None:
    ben = Coder(desk, "Ben")
    page = ben.judge(ben.see(f"/review?show=all&claim={rejected}"), "accept")
    form = ben.form(page, "/review/undo")
    assert ben.send(form.action, form.fields).status_code == 303
    assert told(ben, desk, "/v1/judgements", rejected) == []


def test_ones_own_verdicts_and_a_ledger_served_for_reading_hide_nothing(
    desk: TestClient, filled: str, serve: Serve, rejected: str
) -> None:
    assert REASON in told(Coder(desk, "Ana"), desk, "/v1/judgements", rejected)
    assert REASON in serve(filled).get("/v1/judgements").text


def test_the_report_does_not_tell_by_a_missing_event_that_a_coding_was_rejected(
    desk: TestClient, rejected: str
) -> None:
    report = desk.get(f"/v1/claims/{rejected}", headers=BEARER).json()["report"]["id"]
    desk.cookies.clear()
    ben = Coder(desk, "Ben")
    card = ben.see(f"/reports/{report}").partition(f'<li id="{rejected}">')[2].partition("</li>")[0]
    assert "review" in card
    assert "its event" not in card


def made(number: int, by: str, verdict: str, **more: str) -> Judgement:
    at = datetime(2026, 3, 2, 12, tzinfo=UTC) + timedelta(minutes=number)
    return Judgement(id=f"j{number}", subject="c1", verdict=verdict, by=by, at=at, reason="", **more)  # type: ignore[arg-type]


def test_what_comes_in_piece_by_piece_is_what_is_read_at_once(filled: str) -> None:
    rows = [
        made(1, "Ana", "negative"),
        made(2, "Ben", "positive"),
        made(3, "Ana", "none", action="undo", undoes="j1"),
        made(4, "Ana", "none", action="undo", undoes="j3"),
    ]
    kept = Judgements()
    with open_ledger(filled, write=True) as ledger:
        for row in rows:
            judge(ledger, row)
            seen = kept.now(ledger)
            whole = Judgements().now(ledger)
            assert (seen.last, dict(seen.opinions), seen.about) == (whole.last, dict(whole.opinions), whole.about)
            assert seen.last_of("Ana") == whole.last_of("Ana")
        assert kept.now(ledger) is seen
    assert {by: one.verdict for by, one in seen.of("c1").items()} == {"Ana": "negative", "Ben": "positive"}
    assert Judged().last_of("Ana") is None

"""Judging by program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.testclient import TestClient

from dateline.store import ClaimQuery, Entry, append, find_claims, open_ledger
from dateline.store.judged import judgements_of
from tests.web.conftest import INGESTED, TOKEN
from tests.web.reviewing import Coder

Serve = Callable[..., TestClient]
BEARER = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def filled(entries: tuple[Entry, ...], tmp_path: Path) -> str:
    """The reports in one file; that two databases keep the same is tested with two reviewers."""
    path = tmp_path / "desk.ledger"
    with open_ledger(path, write=True) as ledger:
        append(ledger, entries, by="test", at=INGESTED)
    return str(path)


@pytest.fixture
def desk(filled: str, serve: Serve) -> TestClient:
    return serve(filled, write=True, token=TOKEN, reviewer="Desk")


@pytest.fixture
def claim(filled: str) -> str:
    with open_ledger(filled) as ledger:
        return next(iter(find_claims(ledger, ClaimQuery(act="capture", limit=1)))).id


def give(desk: TestClient, body: dict[str, Any], **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    answer: httpx.Response = desk.post("/v1/judgements", json=body, headers={**BEARER, **named})
    return answer


def test_a_judgement_is_kept_and_found(desk: TestClient, claim: str) -> None:
    answer = give(desk, {"subject": claim, "verdict": "negative", "reason": "a headline"})
    assert answer.status_code == 201
    made = answer.json()
    assert (made["by"], made["verdict"], made["reason"]) == ("Desk", "negative", "a headline")
    assert desk.get(answer.headers["location"]).json()["id"] == made["id"]
    assert made["id"] in [one["id"] for one in desk.get("/v1/judgements").json()["items"]]


def test_corrections_and_undos_are_judgements(desk: TestClient, claim: str, filled: str) -> None:
    made = give(desk, {"subject": claim, "action": "edit", "fields": {"act": "retake"}, "reason": "again"}).json()
    undone = give(desk, {"subject": made["id"], "action": "undo", "by": "Ana"}).json()
    assert (undone["undoes"], undone["by"]) == (made["id"], "Ana")
    with open_ledger(filled) as ledger:
        assert [one.action for one in judgements_of(ledger)] == ["edit", "undo"]


def test_the_same_key_keeps_one(desk: TestClient, claim: str, filled: str) -> None:
    body = {"subject": claim, "verdict": "positive"}
    first, again = (give(desk, body, idempotency_key="k-1", if_match='"none"') for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    other = give(desk, {**body, "verdict": "negative"}, idempotency_key="k-1")
    assert other.status_code == 422
    with open_ledger(filled) as ledger:
        assert len(judgements_of(ledger)) == 1


def test_who_knows_less_than_the_ledger_is_told(desk: TestClient, claim: str) -> None:
    body = {"subject": claim, "verdict": "positive"}
    first = give(desk, body, if_match='"none"')
    stale = give(desk, body, if_match='"none"')
    assert stale.status_code == 412
    assert stale.json()["current"] == first.json()["id"]
    assert give(desk, body, if_match=first.headers["etag"]).status_code == 201


@pytest.mark.parametrize(
    "body",
    [
        {"subject": "c404", "verdict": "positive"},
        {"subject": "j404", "action": "undo"},
        {"subject": "", "verdict": "positive"},
        {"subject": "c1", "verdict": "certainly"},
        {"subject": "c1", "action": "merge"},
        {"subject": "c1", "verdict": "positive", "reason": "x" * 2_001},
        {"subject": "c1", "verdict": "positive", "by": " "},
    ],
)
def test_what_cannot_be_judged_is_a_problem(desk: TestClient, body: dict[str, Any], filled: str) -> None:
    answer = give(desk, body)
    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"
    with open_ledger(filled) as ledger:
        assert judgements_of(ledger) == ()


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"act": "fly"},
        {"nothing": 1},
        {"days": "never"},
        {"spans": [[0, 10**9]]},
        {"counts": [{"low": 1}]},
        {"roles": []},
    ],
)
def test_a_correction_that_cannot_be_is_a_problem(desk: TestClient, claim: str, fields: dict[str, Any]) -> None:
    answer = give(desk, {"subject": claim, "action": "edit", "fields": fields, "reason": "x"})
    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_a_session_judges_under_its_own_name(desk: TestClient, claim: str) -> None:
    ana = Coder(desk, "Ana")
    desk.cookies.clear()
    body = {"subject": claim, "verdict": "positive"}
    assert desk.post("/v1/judgements", json={**body, "by": "Ben"}, headers=ana.headers).status_code == 403
    assert desk.post("/v1/judgements", json=body, headers=ana.headers).json()["by"] == "Ana"

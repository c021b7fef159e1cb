"""Reports that mean harm: on every screen and in every format they are words, never markup, code or commands."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from dateline.pipeline import Engine
from dateline.store import append, holdings, open_ledger
from dateline.web import ServeOptions, create_app
from tests.web.conftest import BASE, TOKEN
from tests.web.hostile import MARKUP, PAYLOAD, STEERING, Harm, entries
from tests.web.reviewing import Coder

KINDS = ("reports", "claims", "events", "places", "actors", "control", "findings", "judgements", "changes")
SCREENS = (
    "/", "/?act=capture", "/reports", "/places", "/disagreements", "/findings", "/changes", "/brief", "/review",
    "/review?edit=true", "/review?shape=list", "/review?show=all&shape=list", "/sign-in",
)  # fmt: skip
REFLECTED = (
    "q",
    "place",
    "speaker",
    "source",
    "act",
    "known_at",
    "as_of",
    "bbox",
    "datetime",
    "cursor",
    "claim",
    "next",
)


@pytest.fixture(scope="module")
def poisoned(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger full of them, with judgements that mean harm as well."""
    path = tmp_path_factory.mktemp("hostile") / "desk.ledger"
    with open_ledger(path, write=True) as ledger:
        append(ledger, entries(engine), by=f"test {MARKUP}")
    return path


@pytest.fixture(scope="module")
def desk(poisoned: Path) -> Iterator[TestClient]:
    """Served once: what is derived from the ledger is derived once."""
    app = create_app(ServeOptions(ledger=poisoned, write=True, token=TOKEN, title=f"Desk {MARKUP}"))
    with TestClient(app, base_url=BASE, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client


def expect_harmless(answer_text: str, where: str) -> None:
    assert Harm(answer_text).found == [], where
    assert "<script>window" not in answer_text, where


@pytest.mark.parametrize("screen", SCREENS)
def test_screens_show_words(desk: TestClient, screen: str) -> None:
    answer = desk.get(screen, headers=Coder(desk, f"Ana {MARKUP}{STEERING}").headers)
    assert answer.status_code == 200, answer.text[:500]
    expect_harmless(answer.text, screen)


def test_screens_of_one_thing_show_words(desk: TestClient, poisoned: Path) -> None:
    with open_ledger(poisoned) as ledger:
        held = holdings(ledger)
    events = [event["id"] for event in desk.get("/v1/events.json?limit=50").json()["items"]]
    places = [place["id"] for place in desk.get("/v1/places.json?limit=50").json()["items"]]
    assert events
    assert places
    paths = [f"/reports/{quote(report.id)}" for report in held.reports]
    paths += [f"/events/{quote(event)}{tail}" for event in events[:8] for tail in ("", "/matrix")]
    paths += [f"/places/{quote(place, safe='')}" for place in places[:8]]
    paths += [f"/review?claim={quote(claim.id)}" for claim in held.claims[:12]]
    for path in paths:
        answer = desk.get(path)
        assert answer.status_code == 200, (path, answer.text[:300])
        expect_harmless(answer.text, path)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["json", "geojson", "jsonl", "csv", "atom"])
def test_formats_carry_words(desk: TestClient, kind: str, form: str) -> None:
    answer = desk.get(f"/v1/{kind}.{form}")
    if answer.status_code == 404:
        assert answer.json()["status"] == 404
        return
    assert answer.status_code == 200, answer.text[:300]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not answer.headers["content-type"].startswith("text/html")
    content = answer.content.decode("utf-8")
    if form in ("json", "geojson"):
        json.loads(content)
    elif form == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in content.splitlines())
    elif form == "csv":
        cells = [cell for row in csv.reader(io.StringIO(content, newline="")) for cell in row]
        assert not [cell for cell in cells if cell[:1] in ("=", "@") or (cell[:1] in ("+", "-") and not _number(cell))]
    else:
        root = ElementTree.fromstring(content)  # noqa: S314 - our own output
        assert not [one for one in root.iter() if one.get("href", "").lower().startswith(("javascript", "data"))]


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    "screen", ["/", "/reports", "/places", "/findings", "/changes", "/review", "/sign-in", "/brief"]
)
def test_what_an_address_brings_is_shown_as_words(desk: TestClient, screen: str) -> None:
    sent = PAYLOAD.encode("utf-8", "replace").decode()[:190]
    for name in REFLECTED:
        answer = desk.get(screen, params={name: sent})
        assert answer.status_code in (200, 303, 400, 404, 422), f"{screen}?{name}"
        expect_harmless(answer.text, f"{screen}?{name}")


def test_what_a_coder_brings_is_shown_as_words(desk: TestClient) -> None:
    coder = Coder(desk, f"{MARKUP[:40]}<b>{STEERING}")
    page = coder.judge(coder.see(), "reject", reason=f"{MARKUP}{STEERING}\r\nX-Evil: 1")
    expect_harmless(page, "after a judgement")
    for screen in ("/changes", "/review?show=mine", "/review?show=mine&shape=list"):
        expect_harmless(coder.see(screen), screen)


def test_no_answer_lets_a_browser_run_what_is_not_ours(desk: TestClient) -> None:
    for path in (*SCREENS, "/v1/events.json", "/static/style.css", "/nowhere", "/static/../app.py"):
        policy = desk.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy

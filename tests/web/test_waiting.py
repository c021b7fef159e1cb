"""While a large ledger is opened, nobody waits in silence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from dateline.web import layers

Serve = Callable[..., TestClient]
HTML = {"accept": "text/html"}


@pytest.fixture
def opening(filled: str, serve: Serve) -> TestClient:
    """A server whose first view is being made."""
    client = serve(filled)
    client.app.state.room.begun.clear()  # type: ignore[attr-defined]
    client.app.state.room.opened.clear()  # type: ignore[attr-defined]
    return client


def test_a_page_says_what_is_being_done(opening: TestClient) -> None:
    opening.app.state.room.doing = "reading what the reports claim"  # type: ignore[attr-defined]
    answer = opening.get("/", headers=HTML)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, str(layers.RETRY_S))
    assert "reading what the reports claim" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(("path", "headers"), [("/v1/events", HTML), ("/map.json", {"accept": "application/json"})])
def test_programs_get_a_problem(opening: TestClient, path: str, headers: dict[str, str]) -> None:
    answer = opening.get(path, headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
    assert "try again" in answer.json()["detail"]


@pytest.mark.parametrize("path", ["/v1/health", "/v1/openapi.json", "/static/style.css"])
def test_what_needs_no_view_is_answered(opening: TestClient, path: str) -> None:
    assert opening.get(path).status_code == 200


@pytest.mark.parametrize(
    ("path", "status"), [("/", 200), ("/v1/events.csv", 200), ("/places", 503), ("/v1/claims", 503)]
)
def test_what_needs_the_events_alone_is_answered_before_the_rest(opening: TestClient, path: str, status: int) -> None:
    opening.app.state.room.opened.set()  # type: ignore[attr-defined]
    assert opening.get(path).status_code == status


def test_afterwards_all_is_answered(opening: TestClient) -> None:
    room = opening.app.state.room  # type: ignore[attr-defined]
    room.warm()
    room.settle()
    assert room.begun.is_set()
    assert opening.get("/", headers=HTML).status_code == 200

"""What was redacted is on no page and in no answer, and pages of redacted reports still open."""

from __future__ import annotations

from collections.abc import Callable

from fastapi.testclient import TestClient

from dateline.store import Entry, holdings, open_ledger
from dateline.store.redaction import redact


def test_pages_of_a_redacted_report_say_so(
    filled: str, serve: Callable[..., TestClient], entries: tuple[Entry, ...]
) -> None:
    one = entries[0].report
    with open_ledger(filled, write=True) as ledger:
        words = next(c.quote for c in holdings(ledger).claims if c.report == one.id and " … " not in c.quote)
        start = one.text.index(words)
        redact(ledger, one.id, [(start, start + len(words))], by="ada", reason="asked for")
    client = serve(filled)
    for path in (
        f"/reports/{one.id}",
        "/",
        "/changes",
        "/v1/claims",
        "/v1/reports",
        f"/v1/reports/{one.id}",
    ):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert words not in answer.text, path
    assert (
        "[redacted]" in client.get(f"/v1/claims?report={one.id}&limit=100").text + client.get(f"/reports/{one.id}").text
    )

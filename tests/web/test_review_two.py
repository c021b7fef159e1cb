"""Two who review at once: each judgement is a row of its own, on both databases, and none is lost."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from starlette.testclient import TestClient

from dateline.store import open_ledger, verify
from dateline.store.judged import judgements_of
from tests.web.conftest import TOKEN
from tests.web.reviewing import Coder

Serve = Callable[..., TestClient]


@pytest.fixture
def desk(filled: str, serve: Serve) -> TestClient:
    """Serves the filled ledger for judging."""
    return serve(filled, write=True, token=TOKEN)


def kept(filled: str) -> list[tuple[str, str, str]]:
    with open_ledger(filled) as ledger:
        return [(one.by, one.action, one.verdict) for one in judgements_of(ledger)]


def test_two_who_judge_in_turns_lose_nothing_and_hear_of_each_other(desk: TestClient, filled: str) -> None:
    ana, ben = Coder(desk, "Ana"), Coder(desk, "Ben")
    pages = {ana.name: ana.see(), ben.name: ben.see()}
    assert ana.claim(pages["Ana"]) == ben.claim(pages["Ben"])
    pages["Ana"] = ana.judge(pages["Ana"], "accept")
    pages["Ben"] = ben.judge(pages["Ben"], "reject")
    assert "Ana accepted it" in pages["Ben"]
    assert kept(filled) == [("Ana", "verdict", "positive"), ("Ben", "verdict", "negative")]


def test_two_who_judge_at_the_same_instant_lose_nothing(desk: TestClient, filled: str) -> None:
    coders = [Coder(desk, name) for name in ("Ana", "Ben", "Cem")]
    forms = [coder.form(coder.see(), "/review/judge") for coder in coders]
    together = Barrier(len(coders))
    statuses: list[int] = []

    def send(coder: Coder, number: int) -> None:
        together.wait()
        for turn in range(4):
            fields = [(n, f"{turn}{v}" if n == "key" else v) for n, v in forms[number].fields]
            statuses.append(coder.send(forms[number].action, [*fields, ("verdict", "accept")]).status_code)

    threads = [Thread(target=send, args=(coder, number)) for number, coder in enumerate(coders)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [303] * 12
    assert sorted(by for by, _, _ in kept(filled)) == ["Ana"] * 4 + ["Ben"] * 4 + ["Cem"] * 4
    with open_ledger(filled) as ledger:
        assert verify(ledger).ok

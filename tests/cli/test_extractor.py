from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.propose.conftest import Recorded, endpoint

__all__ = ["endpoint"]

Call = Callable[..., Result]
TEXT = "Rebels burned the mill near Gao on Monday, residents said."


@pytest.fixture(autouse=True)
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def proposal(quote: str) -> str:
    row = {"sentence": 1, "quote": quote, "act": "burn", "modality": "asserted", "polarity": "positive"}
    return json.dumps({"claims": [{**row, "temporal_status": "current", "roles": {}}]})


def test_a_proposal_that_the_text_holds_is_noted(call: Call, endpoint: Recorded) -> None:
    endpoint.say(proposal("Rebels burned the mill near Gao on Monday"))
    result = call("read", "-", "--extractor", f"openai:m@{endpoint.url}", input=TEXT)
    assert result.exit_code == 0
    record = json.loads(result.stdout)
    assert record["extractor"] == "rules+openai:m"
    assert [claim["extractor"] for claim in record["claims"]] == ["rules+openai:m"]


def test_one_that_it_does_not_hold_is_told_of(call: Call, endpoint: Recorded) -> None:
    endpoint.say(proposal("Rebels burned the church"))
    result = call("read", "-", "--extractor", f"openai:m@{endpoint.url}", input=TEXT)
    assert result.exit_code == 0
    assert "1 proposal rejected (not_in_text)" in result.stderr


def test_an_endpoint_in_trouble_leaves_the_rules_claims(call: Call, endpoint: Recorded) -> None:
    endpoint.fail(401, b"no key")
    result = call("read", "-", "--extractor", f"openai:m@{endpoint.url}", input=TEXT)
    assert result.exit_code == 0
    assert "the rules' claims stand alone" in result.stderr
    assert json.loads(result.stdout)["claims"]


def test_a_wrong_address_is_a_usage_error(call: Call) -> None:
    result = call("read", "-", "--extractor", "gpt", input=TEXT)
    assert result.exit_code == 2
    assert "openai:MODEL@URL" in result.stderr

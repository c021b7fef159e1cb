from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.mark import mark
from dateline.model.proposal import Proposed
from dateline.model.record import Resolution
from dateline.model.text import Parse, Report
from dateline.parse import parse
from dateline.pipeline import Engine
from dateline.propose import Transport, parse_endpoint, propose
from dateline.propose.endpoint import api_key
from dateline.propose.grounding import ground
from dateline.resolve import resolve
from tests.propose.conftest import Recorded, Waits

TEXT = "Rebels burned the mill near Gao on Monday, residents said. The army said the army knew that the army had left."
ACTS = ("burn", "withdraw", "attack")
GOOD: dict[str, Any] = {
    "sentence": 1,
    "quote": "Rebels burned the mill near Gao on Monday",
    "act": "burn",
    "modality": "attributed",
    "polarity": "positive",
    "temporal_status": "current",
    "roles": {"agent": "Rebels", "place": "Gao", "patient": "the church", "time": "Monday"},
}


@pytest.fixture(scope="module")
def read(engine: Engine) -> tuple[Parse, Resolution]:
    parsed = parse(Report.of(TEXT), parser=engine.parser)
    mentions = mark(parsed, reference=engine.reference)
    return parsed, resolve(parsed, mentions, reference=engine.reference)


def grounded(read: tuple[Parse, Resolution], *rows: object) -> Proposed:
    return ground(json.dumps({"claims": rows}), *read, acts=ACTS, extractor="openai:test")


def test_exact_words_become_a_proposal(read: tuple[Parse, Resolution]) -> None:
    found = grounded(read, GOOD)
    assert not found.rejections
    (proposal,) = found.proposals
    assert [span.quote for span in proposal.spans] == [GOOD["quote"]]
    quotes = {role: [read[1].mention(m).span.quote for m in ids] for role, ids in proposal.roles.items()}
    assert quotes["agent"] == ["Rebels"]
    assert quotes["place"] == ["Gao"]
    assert "patient" not in quotes


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quote": "Rebels burnt the mill"}, "not_in_text"),
        ({"quote": "rebels burned the mill"}, "not_in_text"),
        ({"quote": "he mill near"}, "not_in_text"),
        ({"quote": "the army", "sentence": 2}, "ambiguous"),
        ({"quote": ""}, "no_quote"),
        ({"quote": ["Rebels"]}, "no_quote"),
        ({"sentence": 3}, "no_such_sentence"),
        ({"sentence": True}, "no_such_sentence"),
        ({"sentence": "1"}, "no_such_sentence"),
        ({"act": "arson"}, "unknown_act"),
        ({"modality": "certain"}, "unknown_modality"),
        ({"polarity": None}, "unknown_polarity"),
        ({"temporal_status": {}}, "unknown_temporal_status"),
    ],
)
def test_anything_else_is_rejected_with_its_reason(
    read: tuple[Parse, Resolution], change: dict[str, object], reason: str
) -> None:
    found = grounded(read, {**GOOD, **change}, GOOD)
    assert [rejection.reason for rejection in found.rejections] == [reason]
    assert len(found.proposals) == 1


@pytest.mark.parametrize(
    "answer", ["", "no json", "[]", '{"claims": 3}', '{"claim": []}', "[" * 100_000, '{"claims": [{"a"']
)
def test_an_answer_that_is_no_answer_is_trouble(read: tuple[Parse, Resolution], answer: str) -> None:
    found = ground(answer, *read, acts=ACTS, extractor="openai:test")
    assert found.trouble
    assert not found.proposals


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.sampled_from([TEXT, "Rebels", "Gao"]),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(sorted(GOOD)), inner, max_size=7),
        max_leaves=12,
    )
)
def test_any_json_is_grounded_or_rejected(read: tuple[Parse, Resolution], value: object) -> None:
    found = grounded(read, value)
    assert len(found.proposals) + len(found.rejections) == 1
    for proposal in found.proposals:
        for span in proposal.spans:
            assert TEXT[span.start : span.end] == span.quote


def test_the_endpoint_gets_numbered_sentences_and_a_schema(
    read: tuple[Parse, Resolution], endpoint: Recorded, transport: Transport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_API_KEY", "secret-key")
    endpoint.say(json.dumps({"claims": [GOOD]}))
    found = propose(*read, transport=transport, acts=ACTS)
    assert len(found.proposals) == 1
    (asked,) = endpoint.asked
    assert asked["messages"][1]["content"].splitlines()[1].startswith("2\tThe army said")
    assert asked["response_format"]["type"] == "json_schema"
    assert endpoint.keys == ["Bearer secret-key"]
    assert "secret-key" not in json.dumps(asked)


def test_busy_servers_are_asked_again_and_waited_for(
    read: tuple[Parse, Resolution], endpoint: Recorded, transport: Transport, waits: Waits
) -> None:
    endpoint.fail(429, Retry_After="7")
    endpoint.fail(503)
    endpoint.say(json.dumps({"claims": [GOOD]}))
    assert len(propose(*read, transport=transport, acts=ACTS).proposals) == 1
    assert transport.calls == 3
    assert 7.0 in waits.seconds


@pytest.mark.parametrize(
    ("status", "body", "trouble"),
    [
        (500, b"", "did not answer after 3 attempts: HTTP 500"),
        (401, b"no key", "HTTP 401: no key"),
        (200, b"<html>", "no JSON"),
        (200, b"[1]", "no object"),
        (200, b"{}", "no choices"),
        (200, b'{"choices": [{"message": {"content": null}}]}', "no text"),
        (302, b"", "HTTP 302"),
        (200, b" " * 3_000_000, "larger than"),
    ],
)
def test_an_endpoint_in_trouble_is_said_and_never_raises(
    read: tuple[Parse, Resolution], endpoint: Recorded, transport: Transport, status: int, body: bytes, trouble: str
) -> None:
    endpoint.fail(status, body)
    found = propose(*read, transport=transport, acts=ACTS)
    assert found.trouble is not None
    assert trouble in found.trouble


def test_a_truncated_answer_is_not_half_used(
    read: tuple[Parse, Resolution], endpoint: Recorded, transport: Transport
) -> None:
    endpoint.say(json.dumps({"claims": [GOOD]})[:-5], finish="length")
    found = propose(*read, transport=transport, acts=ACTS)
    assert found.trouble is not None
    assert "cut off" in found.trouble


def test_a_server_that_is_not_there_is_trouble(read: tuple[Parse, Resolution], transport: Transport) -> None:
    transport.endpoint = replace(transport.endpoint, url="http://127.0.0.1:9/v1", retries=0)
    assert "ConnectError" in (propose(*read, transport=transport, acts=ACTS).trouble or "")


def test_the_budget_ends_the_asking(read: tuple[Parse, Resolution], endpoint: Recorded, transport: Transport) -> None:
    transport.endpoint = replace(transport.endpoint, token_budget=15)
    endpoint.say(json.dumps({"claims": []}), tokens=20)
    assert propose(*read, transport=transport, acts=ACTS).trouble is None
    assert "budget" in (propose(*read, transport=transport, acts=ACTS).trouble or "")
    assert transport.calls == 1


def test_the_same_question_is_asked_once(
    read: tuple[Parse, Resolution], endpoint: Recorded, transport: Transport, tmp_path: Path
) -> None:
    transport.endpoint = replace(transport.endpoint, cache=tmp_path / "answers")
    endpoint.say(json.dumps({"claims": [GOOD]}))
    first = propose(*read, transport=transport, acts=ACTS)
    assert propose(*read, transport=transport, acts=ACTS) == first
    assert transport.calls == 1


def test_calls_keep_the_pace(
    read: tuple[Parse, Resolution], endpoint: Recorded, transport: Transport, waits: Waits
) -> None:
    transport.endpoint = replace(transport.endpoint, requests_per_minute=6)
    transport.clock = lambda: 100.0
    endpoint.say(json.dumps({"claims": []}))
    propose(*read, transport=transport, acts=ACTS)
    propose(*read, transport=transport, acts=ACTS)
    assert waits.seconds == [10.0]


@pytest.mark.parametrize(
    "spec", ["", "gpt", "openai:m", "openai:@http://x", "openai:m@ftp://x", "openai:m@http://u:p@x/v1"]
)
def test_a_wrong_endpoint_says_what_to_write(spec: str) -> None:
    with pytest.raises(UsageError, match=r"openai:MODEL@URL|DATELINE_API_KEY"):
        parse_endpoint(spec)


def test_a_key_may_come_from_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_API_KEY", raising=False)
    assert api_key() is None
    file = tmp_path / "key"
    file.write_text("from-file\n")
    monkeypatch.setenv("DATELINE_API_KEY_FILE", str(file))
    assert api_key() == "from-file"
    monkeypatch.setenv("DATELINE_API_KEY_FILE", str(tmp_path / "missing"))
    with pytest.raises(UsageError, match="cannot be read"):
        api_key()

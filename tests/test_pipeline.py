"""The invariants of design.md, over the whole pipeline."""

from __future__ import annotations

import hashlib
import json
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dateline.export import page
from dateline.export.record import record_json
from dateline.model.record import Record
from dateline.model.text import Report
from dateline.model.vocabulary import NEVER_CODEABLE
from dateline.pipeline import Engine, run

DISPATCH = """XNA – Niamey (Niger) – Government troops entered the rebel-held town of Ayorou on Tuesday, May 7, 2024, \
according to the army.
The rebels denied that they had lost the town. “We hold every street,” their spokesman told XNA. At least 12 soldiers \
were killed and dozens wounded, a hospital source said.
The army plans to retake two more villages. In March 2019 militants killed 30 people in the same region.
ab/cd/XNA"""

LAYERS = ("mentions", "times", "quantities", "claims", "events", "control", "findings", "unknowns", "not_events")


def spans_of(value: Any) -> list[dict[str, Any]]:
    """Every object with start, end and quote, wherever it stands."""
    if isinstance(value, list):
        return [span for item in value for span in spans_of(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if {"start", "end", "quote"} <= value.keys() else []
    return own + [span for item in value.values() for span in spans_of(item)]


def check_record(record: Record) -> dict[str, Any]:
    """Assert what holds for every record, whatever the text."""
    text = record.report.text
    out: dict[str, Any] = json.loads(json.dumps(record_json(record)))
    for span in spans_of(out):
        assert text[span["start"] : span["end"]] == span["quote"]
    mentions = sorted(out["mentions"], key=lambda m: m["start"])
    assert all(a["end"] <= b["start"] for a, b in pairwise(mentions))
    publisher = out["report"]["publisher"]["entity"]
    for claim in out["claims"]:
        assert claim["attribution"][0]["holder"] == publisher
        assert set(claim["factuality"]) <= {voice["holder"] for voice in claim["attribution"]}
        assert claim["codeable"] != bool(claim["why"])
        if claim["codeable"]:
            assert claim["polarity"] == "positive"
            assert claim["modality"] not in NEVER_CODEABLE
            assert claim["event"] is not None
    ids = [row["id"] for layer in LAYERS for row in out[layer]]
    assert len(ids) == len(set(ids))
    return out


def test_a_dispatch_becomes_a_record(engine: Engine) -> None:
    out = check_record(run(Report.of(DISPATCH), engine=engine))
    assert out["report"]["dateline"]["place"]["quote"] == "Niamey"
    assert out["doc"]["sha256"] == hashlib.sha256(DISPATCH.encode()).hexdigest()
    acts = {claim["act"] for claim in out["claims"] if claim["codeable"]}
    assert {"enter", "kill"} <= acts
    historical = [c for c in out["claims"] if "In March 2019" in c["spans"][0]["quote"]]
    assert historical
    assert not any(claim["codeable"] for claim in historical)
    assert not any("plans to retake" in c["spans"][0]["quote"] and c["codeable"] for c in out["claims"])


def test_a_second_run_gives_the_same_record(engine: Engine) -> None:
    first = record_json(run(Report.of(DISPATCH), engine=engine))
    second = record_json(run(Report.of(DISPATCH), engine=engine))
    assert json.dumps(first) == json.dumps(second)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120))
def test_any_text_survives(engine: Engine, text: str) -> None:
    check_record(run(Report.of(text), engine=engine))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(0, len(DISPATCH)),
    st.sampled_from(["\u202e", "\u00a0", "😀", "e\u0301", "“", '"', "\u2028", "\x00", "\n\n", "Ω", "(", "İ"]),
)
def test_a_dispatch_with_a_stray_character_survives(engine: Engine, at: int, stray: str) -> None:
    check_record(run(Report.of(DISPATCH[:at] + stray + DISPATCH[at:]), engine=engine))


def test_half_a_character_is_read_and_shown(engine: Engine) -> None:
    text = "Rebels captured Gao \ud800 on Monday, the army said. \udfff Then they left\udc00 it."
    record = run(Report.of(text), engine=engine)
    assert record.claims
    assert all(text[span.start : span.end] == span.quote for claim in record.claims for span in claim.spans)
    assert page([record], version="0").encode()


SCRAPS = (
    "In Homs fell dc\U000e9b86 rebels said was and killed , ; : 12 wounded the taken being shelling who “ ” - of by to left A has been"
    " striking attack . that army Army his"
)
RING, EDGE, LAST = "In Homs 000=1\x1eDC", "by : left", ": his 12 striking his left was taken said killed : said to"


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(SCRAPS.split()), min_size=1, max_size=14))
@example(words=RING.split(" "))
@example(words=EDGE.split(" "))
@example(words=LAST.split(" "))
def test_any_words_of_a_report_in_any_order_survive(engine: Engine, words: list[str]) -> None:
    check_record(run(Report.of(" ".join(words)), engine=engine))

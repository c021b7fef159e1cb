"""`dateline read --gate`: what is turned away is told of, what is read is read as ever."""

from __future__ import annotations

import json

from dateline.model.text import Report
from dateline.pipeline import Engine, run
from tests.cli.conftest import Call
from tests.gate.test_relevant import CONFLICT, ORDINARY


def test_a_text_that_is_turned_away_still_gives_a_record_that_says_so(call: Call) -> None:
    record = json.loads(call("read", "--gate", "--published", "2024-05-07", "-", input=ORDINARY[1]).stdout)
    assert record["schema"] == "dateline-record/0.1"
    assert record["doc"]["chars"] == len(ORDINARY[1])
    assert record["report"]["publication_date"]["stated"] == "2024-05-07"
    assert (record["gate"]["read"], record["gate"]["decision"]) == (False, "nothing_found")
    assert record["sentences"] == record["claims"] == record["findings"] == record["unknowns"] == []


def test_a_text_that_passes_is_read_as_without_the_gate(call: Call) -> None:
    gated = json.loads(call("read", "--gate", "-", input=CONFLICT[0]).stdout)
    plain = json.loads(call("read", "-", input=CONFLICT[0]).stdout)
    assert plain.pop("gate") is None
    words = gated.pop("gate")["words"]
    assert gated == plain
    assert all(CONFLICT[0][w["span"]["start"] : w["span"]["end"]] == w["span"]["quote"] for w in words)


def test_without_the_option_nothing_is_turned_away(engine: Engine) -> None:
    assert run(Report.of(ORDINARY[2]), engine=engine).case.parse.sentences
    assert not run(Report.of(ORDINARY[2]), engine=engine, gate=True).case.parse.sentences


def test_people_are_told_that_a_text_was_not_read(call: Call) -> None:
    shown = call("read", "--gate", "--format", "table", "-", input=ORDINARY[0]).stdout
    assert "not read: the gate found no conflict report" in shown
    assert "CLAIMS" not in shown
    assert "not read: the gate" in call("read", "--gate", "--format", "html", "-", input=ORDINARY[0]).stdout
    assert "not read" not in call("read", "--gate", "--format", "table", "-", input=CONFLICT[0]).stdout

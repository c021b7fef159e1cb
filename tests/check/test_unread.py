"""What was left unread is told with its lines and with few of its words."""

from __future__ import annotations

from dataclasses import replace

from dateline.check.unread import layout_not_read
from dateline.model.frame import Frame
from dateline.pipeline import Engine
from tests.cases import CaseOf


def test_a_line_without_end_is_quoted_from_its_beginning_only(engine: Engine) -> None:
    """The number of its line tells the rest."""
    told = CaseOf("Rebels left. " + "Gao | 4 " * 5_000)
    case = told.case()
    unread = case.report.span(13, len(case.report.text))
    case = replace(case, parse=replace(case.parse, frame=Frame(unread=(unread,))))
    (finding,) = layout_not_read(case, engine.reference)
    assert len(finding.spans[0].quote) == 1_000
    assert "line 1 " in finding.explanation

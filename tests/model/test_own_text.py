"""What a publisher calls its own text, and what it calls others'."""

from __future__ import annotations

import pytest

from dateline.model.own_text import is_own_text, opens_with_own_text
from dateline.model.text import Report
from dateline.pipeline import Engine, run


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("Our report of Tuesday", True),
        ("our earlier story", True),
        ("An earlier version of this article", True),
        ("the report", False),
        ("our correspondent", False),
        ("a report by the ministry", False),
        ("an earlier version", False),
    ],
)
def test_only_the_publishers_own_texts_are_its_own(words: str, own: bool) -> None:
    assert is_own_text(words) is own


def test_words_that_may_be_of_others_count_beside_a_correction_only() -> None:
    assert opens_with_own_text("an earlier version said", beside="This text was corrected.")
    assert not opens_with_own_text("an earlier version said", beside="The bill changed.")


def test_an_outlets_own_report_is_no_anonymous_source(engine: Engine) -> None:
    text = "Our report of Monday said that the army had taken Kidal. The report also said that five soldiers had died."
    record = run(Report.of(text, source="Vesna Wire"), engine=engine)
    assert not [finding for finding in record.findings if finding.type == "anonymous_source"]
    assert not [unknown for unknown in record.unknowns if unknown.status == "explicitly_anonymous"]

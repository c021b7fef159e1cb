"""The words of a claim begin and end with words."""

from __future__ import annotations

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def test_line_breaks_around_a_title_are_no_words_of_its_claim(engine: Engine) -> None:
    text = (
        'The "Lions" held the hill.\n----\n\nSenior Rebel Commander Captured in Bor by Ruritanian Force\n\nHe is held.'
    )
    quotes = [span.quote for claim in run(Report.of(text), engine=engine).claims for span in claim.spans]
    assert "Senior Rebel Commander Captured in Bor by Ruritanian Force" in quotes
    assert [quote for quote in quotes if quote != quote.strip()] == []


def test_one_word_for_who_did_it_stands_before_an_apposition(engine: Engine) -> None:
    text = "Rebels attacked the bridge. Adaro, the capital of the eastern province, fell on Friday."
    found = [[span.quote for span in claim.spans] for claim in run(Report.of(text), engine=engine).claims]
    assert ["Adaro", "fell on Friday"] in found

"""Sentences without end are read in pieces, and a finding says so."""

from __future__ import annotations

from dateline.model.text import Report
from dateline.parse.spacy_parser import LONGEST, parse
from dateline.pipeline import Engine, run

ENDLESS = "Gunmen attacked Kaya on Monday, " + "and the army shelled a camp near Gao " * 120 + "."


def test_no_sentence_is_longer_than_the_limit_and_no_word_is_lost(engine: Engine) -> None:
    report = Report.of("Rebels left Ber. " + ENDLESS + " The army came.")
    parsed = parse(report, parser=engine.parser)
    assert max(one.last - one.first + 1 for one in parsed.sentences) <= LONGEST
    assert "".join(token.text for token in parsed.tokens if not token.text.isspace()) == report.text.replace(" ", "")
    assert [span.quote for span in parsed.cut] == [ENDLESS]
    assert parsed.sentences[0].span.quote == "Rebels left Ber."


def test_a_cut_sentence_is_a_finding_with_its_length(engine: Engine) -> None:
    record = run(Report.of(ENDLESS), engine=engine)
    (found,) = [finding for finding in record.findings if finding.code == "M107"]
    assert found.severity == "info"
    assert f"{len(ENDLESS.split()):,} words" in found.explanation
    assert len(found.spans[0].quote) <= 200
    assert any(claim.act == "attack" for claim in record.claims)


def test_what_people_write_is_read_whole(engine: Engine) -> None:
    text = "The council demanded that the parties " + ", ".join(["end the fighting in the town"] * 40) + "."
    assert parse(Report.of(text), parser=engine.parser).cut == ()

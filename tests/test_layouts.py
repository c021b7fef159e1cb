"""Other layouts than prose through the whole pipeline: whose word, when, where, how many; what says that it was not read."""

from __future__ import annotations

import pytest

from dateline.model.record import Claim, Record
from dateline.model.text import Report
from dateline.pipeline import Engine, run

TABLE = (
    "Weekly return, 9 May 2024\n\nDate | Town | Incident | Killed | Injured | Source\n"
    "3 May | Gao | Gunmen attacked a police post | 3 | - | provincial governor\n"
    "4 May | Timbuktu | Rockets hit the airport | 0 | 12 | residents\n"
)


def record_of(engine: Engine, text: str) -> Record:
    return run(Report.of(text), engine=engine)


def told(record: Record, claim: Claim) -> tuple[str, str | None, str | None, str]:
    """The act, the words of time and place, and the name of the innermost voice."""
    resolution = record.case.resolution
    time, place = (resolution.mention(name).span.quote if name else None for name in (claim.time, claim.place))
    return claim.act, time, place, record.case.actors[claim.believer].name


def test_every_row_is_the_word_of_its_source_on_its_day_in_its_town(engine: Engine) -> None:
    record = record_of(engine, TABLE)
    coded = [told(record, claim) for claim in record.claims if claim.codeable]
    assert ("attack", "3 May", "Gao", "provincial governor") in coded
    assert ("kill", "3 May", "Gao", "provincial governor") in coded
    assert ("wound", "4 May", "Timbuktu", "residents") in coded
    assert [row[0] for row in coded].count("kill") == 1, "a nought tells of nobody"


def test_a_number_quotes_its_heading(engine: Engine) -> None:
    record = record_of(engine, TABLE)
    killed = next(claim for claim in record.claims if claim.act == "kill")
    assert [span.quote for span in killed.spans] == ["3", "Killed"]
    quantity = record.case.resolution.quantity(killed.roles["quantity"][0])
    assert quantity is not None
    assert (quantity.measure, quantity.unit, quantity.exact) == ("killed", "people", 3.0)


def test_every_quote_is_the_text(engine: Engine) -> None:
    record = record_of(engine, TABLE)
    for claim in record.claims:
        for span in claim.spans:
            assert record.report.text[span.start : span.end] == span.quote


def test_a_block_that_is_not_read_is_a_finding_with_its_lines(engine: Engine) -> None:
    record = record_of(engine, "Rebels left Gao.\n\nA | B | C\nGao | 4 | 7\nBer | 1 | 0\n")
    (found,) = [finding for finding in record.findings if finding.code == "M106"]
    assert found.severity == "info"
    assert "lines 3–5" in found.explanation
    assert found.spans[0].quote == "A | B | C\nGao | 4 | 7\nBer | 1 | 0"


def test_the_day_of_a_report_says_which_line_it_came_from(engine: Engine) -> None:
    publication = record_of(engine, "Source: Sahel Post\nPublished: 12 March 2024\n\nRebels left Gao.").case.resolution
    (evidence,) = publication.publication.evidence
    assert publication.publisher.name == "Sahel Post"
    assert evidence.span is not None
    assert (evidence.span.quote, evidence.why) == ("12 March 2024", "the line “Published: 12 March 2024” at the head")


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("two days ago", "does not name one day"),
        ("03/04/24", "two days"),
        ("March 2024", "names no day"),
        ("as soon as cleared", "no date that can be read"),
    ],
)
def test_a_line_that_cannot_date_the_report_is_named_with_the_reason(engine: Engine, value: str, reason: str) -> None:
    record = record_of(engine, f"Source: Sahel Post\nPublished: {value}\n\nRebels left Gao.")
    (found,) = [finding for finding in record.findings if finding.code == "W104"]
    assert f"Published: {value}" in found.explanation
    assert reason in found.explanation
    assert [span.quote for span in found.spans] == [f"Published: {value}"]


def test_the_entries_of_a_log(engine: Engine) -> None:
    text = (
        "SUMMARY 14 JUN 2011\n\n14 JUN 0210L: IED strike on ANA convoy vic Sangin. 2x KIA 3x WIA.\n"
        "14 JUN 1340L: Insurgents attacked an ANP post at Gereshk with RPG and SAF. CIV KIA: 5. KIA (ANP): 0\n"
    )
    record = record_of(engine, text)
    coded = {(told(record, claim)[:3], claim.spans[0].quote) for claim in record.claims if claim.codeable}
    assert (("kill", "14 JUN", "Sangin"), "2x KIA") in coded
    assert (("wound", "14 JUN", "Sangin"), "3x WIA") in coded
    assert (("kill", "14 JUN", "Gereshk"), "CIV KIA: 5") in coded
    names = {actor.name for actor in record.case.actors.values()}
    assert not names & {"Kachin Independence Army", "Sudanese Armed Forces"}
    assert record.case.resolution.publication.stated


def test_letters_that_armies_share_stay_armies_in_prose(engine: Engine) -> None:
    record = record_of(
        engine, "The KIA attacked a police post in Kachin State on Monday, and SAF jets bombed Khartoum."
    )
    names = {actor.name for actor in record.case.actors.values()}
    assert names >= {"Kachin Independence Army", "Sudanese Armed Forces"}


def test_a_passed_on_post_is_the_word_of_its_writer(engine: Engine) -> None:
    record = record_of(engine, "RT @sahel_watch: Rebels entered Gao this morning.\n\n#Mali #Sahel")
    (claim,) = [claim for claim in record.claims if claim.codeable]
    assert told(record, claim)[3] == "@sahel_watch"


def test_an_archive_picture_is_no_news(engine: Engine) -> None:
    record = record_of(engine, "FILE PHOTO: Rebels attack Gao, 2012. Sahel Post/File\n\nTroops left Gao on Monday.")
    assert [row.reason for row in record.case.not_events] == ["caption"]
    assert not [claim for claim in record.claims if claim.act == "attack"]

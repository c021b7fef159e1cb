"""Labels before the lines of a list: where, when and on what they are."""

from __future__ import annotations

from dateline.model.text import Report
from dateline.pipeline import Engine, run
from tests.claim.reading import only

LIST = (
    "WEEKLY LIST\n\n5 March, Monywa: Two gunmen shot an official.\n9 March, Shwebo: Soldiers detained five villagers.\n"
)
SITREP = (
    "Situation report – North Kivu – 9 February 2024\n\nSake: The army held the town on Thursday.\n"
    "Goma: Rebels took three hills north of it.\nAccess: The road to Minova has been cut since 3 February.\n"
)


def test_a_day_and_a_place_before_a_line_are_those_of_its_claims(engine: Engine) -> None:
    case = run(Report.of(LIST), engine=engine).case
    detained = next(claim for claim in case.claims if "detained" in claim.spans[0].quote)
    place = case.resolution.place(detained.place)
    assert place is not None
    assert place.name == "Shwebo"
    assert detained.spans[0].quote.startswith("Soldiers")
    assert detained.time is not None


def test_a_town_before_a_line_of_a_situation_report_is_the_town(engine: Engine) -> None:
    case = run(Report.of(SITREP), engine=engine).case
    assert {case.places[row.place].name for row in case.control} >= {"Sake"}
    assert "Goma" not in {case.places[row.place].name for row in case.control}


def test_a_name_that_labels_a_line_is_a_place_in_the_lines_too(engine: Engine) -> None:
    case = run(Report.of(SITREP + "Displacement: Some 400 households have left Sake.\n"), engine=engine).case
    flight = next(claim for claim in case.claims if claim.act == "displace")
    assert case.places[next(event.place for event in case.events if flight.id in event.claims) or ""].name == "Sake"


def test_a_heading_is_no_word_of_a_claim(engine: Engine) -> None:
    assert only(engine, SITREP, "has been cut").spans[0].quote.startswith("The road")


def test_who_speaks_before_a_colon_stays_in_the_text(engine: Engine) -> None:
    frame = run(Report.of("Minister: We captured Goma.\n\nJournalist: When?\n"), engine=engine).case.parse.frame
    assert frame.labels == ()

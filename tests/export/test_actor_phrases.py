"""What readers call an actor besides its name."""

from __future__ import annotations

from dateline.export.actor_phrases import bare
from dateline.export.record import record_json
from dateline.model.text import Report
from dateline.pipeline import Engine, run


def names(text: str, engine: Engine) -> list[set[str]]:
    entities = record_json(run(Report.of(text, name="t"), engine=engine))["entities"]
    return [{entity["canonical"], *entity["aliases"]} for entity in entities]


def test_a_name_is_known_without_its_article_and_what_stands_behind_a_comma() -> None:
    assert list(bare(["the Ember web site, the rebels' voice"]))[-1] == "Ember web site"

    assert list(bare(["the press office", "Theo", "an officer"])) == [
        "the press office",
        "press office",
        "Theo",
        "an officer",
        "officer",
    ]


def test_the_noun_of_its_men_makes_another_name(engine: Engine) -> None:
    found = names(
        "LNA forces took Sirte on Friday. Fighters loyal to the Government of National Accord shelled the town.", engine
    )
    assert any({"LNA", "LNA forces"} <= one for one in found)
    assert any("Fighters loyal to the Government of National Accord" in one for one in found)


def test_a_noun_of_other_people_makes_none(engine: Engine) -> None:
    found = names("An LNA spokesman and LNA prisoners spoke to reporters in Sirte on Friday.", engine)
    assert not any(name in ("LNA prisoners", "LNA spokesman") for one in found for name in one if "LNA" in one)


def test_an_outlet_has_the_article_that_the_report_writes_in_its_name(engine: Engine) -> None:
    text = "Shells on the market\nBy Ada Lind for The Harbour, ADEN, 3 October\nTwo shells hit the market on Friday."
    assert any({"Harbour", "The Harbour"} <= found for found in names(text, engine))
    assert not any("The Taliban" in found for found in names("The Taliban took Kunduz on Friday.", engine))


def test_somebody_whom_no_register_knows_is_called_by_the_noun_and_by_its_phrase(engine: Engine) -> None:
    found = names("A trader from the river port told Radio Gok on Friday that soldiers burned two boats.", engine)
    assert any({"trader", "A trader", "trader from the river port"} <= one for one in found)


def test_what_a_clause_adds_is_no_name(engine: Engine) -> None:
    found = names("A nurse at the clinic that was shelled in Kaya said nine people died.", engine)
    assert not any("shelled" in name for one in found for name in one)

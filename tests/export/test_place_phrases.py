"""What readers call a place that no register has."""

from __future__ import annotations

from dateline.export.record import record_json
from dateline.model.text import Report
from dateline.pipeline import Engine, run


def aliases(text: str, engine: Engine) -> dict[str, list[str]]:
    places = record_json(run(Report.of(text, name="t"), engine=engine))["places"]
    return {place["name"]: place["aliases"] for place in places}


def test_a_site_is_called_by_its_town_and_by_the_words_behind_it(engine: Engine) -> None:
    found = aliases("Rebels overran a federal police post in the market town of Debark, residents said.", engine)
    assert {"federal police post in the market town of Debark", "federal police post of Debark"} <= set(
        found["federal police post"]
    )


def test_a_town_of_the_register_has_no_phrases(engine: Engine) -> None:
    assert not any(" in " in name for name in aliases("Rebels took Kidal in Mali on Friday.", engine)["Kidal"])

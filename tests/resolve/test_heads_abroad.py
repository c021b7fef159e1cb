"""The day and the outlet of heads that are written in French, Spanish, Portuguese or German."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Agence Kora d'Information – Bamako, 9 août 2021 (translated)\n\n", date(2021, 8, 9)),
        ("Niamey, le 1er mars 2022 – ", date(2022, 3, 1)),
        ("Agencia Sabana – Bogotá, 3 de mayo de 2019\n\n", date(2019, 5, 3)),
        ("Agência Savana, Pemba, 5 de Fevereiro de 2022\n\n", date(2022, 2, 5)),
        ("Berlin, 7. März 2022\n\n", date(2022, 3, 7)),
        ("BAMAKO, 3 février 2022 (AKI) – ", date(2022, 2, 3)),
    ],
)
def test_the_day_of_a_head_in_another_language(engine: Engine, head: str, day: date) -> None:
    found = run(Report.of(head + "Gunmen killed nine people in a market."), engine=engine).case.resolution.publication
    assert found.stated
    assert found.range.first_day == day


@pytest.mark.parametrize("head", ["Agence Kora d'Information – Bamako, 9 août 2021 (translated from French)\n\n"])
def test_an_outlet_whose_name_has_a_small_article(engine: Engine, head: str) -> None:
    case = run(Report.of(head + "Gunmen killed nine people in a market."), engine=engine).case
    assert case.parse.frame.agency is not None
    assert case.parse.frame.agency.quote == "Agence Kora d'Information"


def test_a_name_like_a_month_abroad_is_no_day(engine: Engine) -> None:
    case = run(Report.of("Gunmen killed 20 Mai Mai fighters near Mayo."), engine=engine).case
    assert [m for m in case.resolution.mentions if m.kind == "time"] == []

"""Datelines that end in a colon, in a dash without blanks or in the bracket of the agency."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine, run


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("HANGU: Gunmen killed two drivers on Monday.", "HANGU"),
        ("HANGU, Sept 7: Gunmen killed two drivers on Monday.", "HANGU"),
        ("TANK CITY, Pakistan: Gunmen killed two drivers.", "TANK CITY"),
        ("DAVAO, Philippines—Gunmen killed two drivers.", "DAVAO"),
        ("Davao, 3 July (PNA) Gunmen killed two drivers.", "Davao"),
    ],
)
def test_a_dateline_may_end_without_a_dash(engine: Engine, text: str, place: str) -> None:
    found = parse(Report.of(text), parser=engine.parser).frame.place
    assert found is not None
    assert found.quote == place


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING: Two drivers were killed in Hangu.",
        "POLICE: Two drivers were killed in Hangu.",
        "MARIA SANTOS: I saw two men.\nJUAN CRUZ: They were armed.",
        "Hangu: Two drivers were killed.",
        "The army – which lost two men – left.",
    ],
)
def test_headings_and_speakers_before_a_colon_are_no_places(engine: Engine, text: str) -> None:
    assert parse(Report.of(text), parser=engine.parser).frame.place is None


def test_neither_the_country_nor_the_agency_of_a_dateline_did_it(engine: Engine) -> None:
    for head in ("DAVAO, Philippines—", "Davao, 3 July (PNA) "):
        case = run(Report.of(f"{head}Rebels killed two soldiers near Mati on Monday."), engine=engine).case
        (claim,) = (claim for claim in case.claims if claim.act == "kill")
        doers = [case.resolution.mention(mention).span.quote for mention in claim.roles["agent"]]
        assert doers == ["Rebels"]

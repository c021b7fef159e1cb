"""A headline and its lead tell of one event, unless they tell of two places, counts or incidents."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run


def _events(headline: str, lead: str, engine: Engine) -> list[set[bool]]:
    """Of every event whether the headline and whether the lead tells of it: True for a claim of the headline."""
    case = run(Report.of(f"{headline}\n\n{lead}\n", name="t"), engine=engine).case
    starts = {claim.id: claim.spans[0].start < len(headline) for claim in case.claims}
    return [{starts[claim] for claim in event.claims} for event in case.events]


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        (
            "Three dead in strike on van near Homs – SANA",
            "A drone hit a van on the road between Homs and Palmyra, killing three people, SANA reports.",
        ),
        (
            "Rebels seize Congo army post",
            "Fighters of the M23 overran an army post at Walikale on Monday night, residents said.",
        ),
        (
            "Six killed in market bombing in Baidoa",
            "A bomb tore through a crowded livestock market in Baidoa on Monday, killing six people, police said.",
        ),
        (
            "Gunmen kill 14 in Nigerian village",
            "Attackers on motorcycles stormed Gidan Dan Zaria before dawn on Sunday, shooting dead 14 people, residents said.",
        ),
        (
            "Army recaptures northern Syrian town",
            "Government troops retook Saraqib on Thursday after a week of fighting, state television said.",
        ),
        (
            "Drone strike kills three in Sudan's El Fasher",
            "A drone hit a kitchen in El Fasher on Friday, killing three people, volunteers said.",
        ),
        (
            "Jihadists ambush convoy in Mali, 11 soldiers dead",
            "Eleven soldiers died when militants ambushed a convoy near Menaka on Saturday, the army said.",
        ),
        ("Rebels take Congolese town", "M23 fighters entered Walikale late on Wednesday, residents said."),
        (
            "Russian missile hits Kharkiv flats, killing five",
            "A missile slammed into a block of flats in Kharkiv overnight, killing five people, the governor said.",
        ),
        (
            "Shelling kills four in Donetsk",
            "Four civilians were killed by shelling in the city of Donetsk on Tuesday, its mayor said.",
        ),
        (
            "Clashes kill nine in Yemen's Marib",
            "Fighting between Houthi fighters and government troops killed nine people in Marib on Monday, medics said.",
        ),
        (
            "Suicide bomber kills 12 at Kabul mosque",
            "A suicide bomber blew himself up in a mosque in Kabul on Friday, killing 12 worshippers, police said.",
        ),
        (
            "Militia attack on Ituri camp leaves 30 dead",
            "CODECO fighters attacked a camp for displaced people in Ituri on Thursday night, killing 30, a local chief said.",
        ),
        (
            "Bandits burn houses in Zamfara village",
            "Armed men set fire to houses in Kaura Namoda on Tuesday, residents said.",
        ),
        ("Army withdraws from Sudanese city", "Sudan's army pulled out of Wad Madani on Monday, witnesses said."),
        (
            "Thousands flee fighting in Goma",
            "Thousands of people fled Goma on Sunday as fighting raged, aid workers said.",
        ),
        (
            "Blast kills policeman in Quetta",
            "A roadside bomb killed a policeman in Quetta on Thursday, officials said.",
        ),
        (
            "Three soldiers killed in Burkina ambush",
            "An army patrol was ambushed near Djibo on Monday and three soldiers were killed, the army said.",
        ),
    ],
)
def test_a_lead_tells_what_its_headline_tells(headline: str, lead: str, engine: Engine) -> None:
    assert _events(headline, lead, engine) == [{True, False}]


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Two killed in strike near Tyre", "A drone killed three people in Nabatieh on Sunday, the ministry said."),
        ("Gunmen kill five in Goma", "Gunmen killed five people in Beni on Monday, police said."),
        ("Rebels seize Congo border post", "The army retook Walikale on Monday, a spokesman said."),
        ("Car bomb kills eight in Mogadishu", "Meanwhile, a bomb killed two people in Kismayo on Sunday, police said."),
        ("Strike kills four in Gaza City", "Separately, a strike killed four people in Rafah on Friday, medics said."),
        (
            "Shelling kills two in Donetsk",
            "A second strike killed six people in the city of Donetsk on Tuesday, its mayor said.",
        ),
        (
            "Militants kill 11 soldiers in Mali",
            "Militants killed three traders near Djibo in Burkina Faso on Monday, residents said.",
        ),
        ("Taliban capture Kunduz", "Islamic State fighters seized Jalalabad on Thursday, officials said."),
        ("Bomb kills 12 in Kabul", "A bomb killed nine people in Herat on Friday, police said."),
        (
            "Gunmen abduct 20 in Zamfara",
            "Another group of gunmen abducted seven people in Sokoto on Friday, police said.",
        ),
    ],
)
def test_other_places_counts_and_incidents_are_other_events(headline: str, lead: str, engine: Engine) -> None:
    assert {True, False} not in _events(headline, lead, engine)

"""Voices that are called by their work stay; the places that they work in do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.export.masks import PROTECTED_PLACE
from dateline.export.professions import name_people_alone, without_sites
from dateline.export.protection import names_protected_place
from dateline.export.safety import filtered
from dateline.export.screen import screen_of
from dateline.export.shared import Terms
from tests.export.formats.holdings import NOW, sample


@pytest.mark.parametrize(
    "name",
    [
        "aid workers", "an aid worker", "a senior humanitarian worker", "relief officials", "medical staff", "paramedics",
        "two hospital officials", "Medical teams", "UN aid workers", "Red Cross aid workers", "food aid agencies",
        "medical sources", "hospital sources", "a clinic nurse", "ambulance crews", "displaced people",
        "shelter residents", "a doctor", "aid workers in the region",
    ],
)  # fmt: skip
def test_who_is_called_by_work_alone_keeps_the_name(name: str) -> None:
    assert name_people_alone(name)
    assert screen_of(()).coarse(name) == name


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("Quennel hospital", PROTECTED_PLACE),
        ("the displacement camp", PROTECTED_PLACE),
        ("Quennel hospital staff", PROTECTED_PLACE),
        ("staff of Old Quennel hospital", f"staff of {PROTECTED_PLACE}"),
        ("a nurse at the Quennel clinic", f"a nurse at {PROTECTED_PLACE}"),
        ("the director of a field hospital", f"the director of {PROTECTED_PLACE}"),
        ("aid workers at the Quennel feeding centre", f"aid workers at {PROTECTED_PLACE}"),
        ("an aid convoy", PROTECTED_PLACE),
    ],
)
def test_a_site_in_the_name_of_people_is_masked(name: str, left: str) -> None:
    assert names_protected_place(name)
    assert without_sites(name) == left
    assert screen_of(()).coarse(name) == left


def test_a_claim_is_not_coarsened_for_the_profession_of_its_voice() -> None:
    gathered = sample()
    claim = next(c for c in filtered(gathered, Terms(at=NOW)).claims if c.quote is not None and c.place is not None)
    own = next(c for c in gathered.claims if c.id == claim.id)
    told = replace(own, voices=(*own.voices[:-1], replace(own.voices[-1], id="anon:aid@r01", name="aid workers")))
    named = replace(own, voices=(*own.voices[:-1], replace(own.voices[-1], id="anon:h@r01", name="Quennel hospital")))
    for voiced, coarsened in ((told, False), (named, True)):
        shared = filtered(replace(gathered, events=(), holds=(), claims=(voiced,)), Terms(at=NOW))
        (shown,) = shared.claims
        assert shown.place is not None
        assert shown.place.coarsened is coarsened
        assert (shown.voices[-1].name == "aid workers") is not coarsened

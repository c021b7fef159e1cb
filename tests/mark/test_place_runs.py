"""Names in no register that a noun, their owner or an earlier line makes places: lists of villages, "Shan's X"."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.model.world import Place
from dateline.pipeline import Engine, run


def places_in(engine: Engine, text: str) -> dict[str, Place | None]:
    resolution = run(Report.of(text), engine=engine).case.resolution
    return {m.span.quote: resolution.place(m.id) for m in resolution.mentions if m.kind == "place"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Troops torched Kyar Ohn, Nga Pyin and Hta Lone Gyi villages on Friday.", {"Kyar Ohn", "Nga Pyin", "Hta Lone Gyi"}),
        ("Shells fell between Sarkol and Bomde villages, soldiers said.", {"Sarkol", "Bomde"}),
        ("Rebels raided Dagwe village at dawn. A column left Dagwe on Friday.", {"Dagwe village", "Dagwe"}),
        ("Gunmen killed two men in Pinlaung township's Saung Pwe.", {"Pinlaung township", "Saung Pwe"}),
        ("KROUS THMEI, Cambodia (AP) - Guerrillas burned boats. They shot up Krous Thmei at dawn.", {"Krous Thmei"}),
        ("Six men died at Ban Wern, 20 km north of Mae Sot.", {"Ban Wern"}),
        ("Fighting began west of Ta Krovey in the Dangkor Mountains.", {"Ta Krovey", "Dangkor Mountains"}),
        ("The provincial capital, Sarkol, was shelled on Friday.", {"Sarkol"}),
        ("Gunmen ambushed a patrol on the Sarkol–Bomde road.", {"Sarkol–Bomde road"}),
        ("Two men were shot on the Tampico-Mante federal highway.", {"Tampico-Mante federal highway"}),
    ],
)  # fmt: skip
def test_what_stands_with_places_is_one(engine: Engine, text: str, names: set[str]) -> None:
    assert names <= places_in(engine, text).keys()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels fired on Goma. Uganda's Kassim Walusi said so.", "Kassim Walusi"),
        ("Soldiers of the Red Fist and Iron Wall brigades fought.", "Iron Wall"),
        ("Militants raided Dagwe village. Colonel Dagwe said so.", "Dagwe"),
        ("The army shelled a base of Sudan's Third Wave Movement.", "Third Wave"),
        ("The group lost its capital. Kassim Walusi, 42, was killed.", "Kassim Walusi"),
    ],
)
def test_what_stands_with_people_is_none(engine: Engine, text: str, name: str) -> None:
    assert name not in places_in(engine, text)


def test_listed_villages_lie_where_one_of_them_does(engine: Engine) -> None:
    found = places_in(engine, "Jets bombed Taungoo township's Htarlin, Zebwin and Kwarsin villages in Myanmar.")
    inside = {place.part_of for name in ("Htarlin", "Zebwin", "Kwarsin") if (place := found[name])}
    around = found["Taungoo township"]
    assert around is not None
    assert inside == {around.id}


def test_the_village_is_the_one_that_got_a_name_since(engine: Engine) -> None:
    text = "MANAGUA, Nicaragua (AP) - Rebels attacked a farming village.\nThey entered San Tirso at dawn. The village was burned."
    found = places_in(engine, text)
    called = found["The village"]
    unnamed = found["a farming village"]
    assert called is not None
    assert unnamed is not None
    assert (called.name, unnamed.part_of) == ("San Tirso", None)

"""Where a claim plays whose words name no place: the event above it, the scene that the story is in."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.pipeline import Engine, run
from tests.claim.reading import words_of


def place_of(engine: Engine, text: str, part: str) -> tuple[str | None, str | None]:
    """The name of the place of the shortest claim that has these words, and what the place rests on."""
    case = run(Report.of(text), engine=engine).case
    claim = min((c for c in case.claims if part in words_of(c)), key=lambda c: len(words_of(c)))
    place = case.resolution.place(claim.place)
    return place.name if place else None, claim.bases.get("place")


@pytest.mark.parametrize(
    ("text", "part", "place"),
    [
        ("Gunmen attacked Minova on Monday. Nine people were killed and four were wounded.", "four", "Minova"),
        (
            "Rebels shelled Rutshuru at dawn. The mayor said a school burned down. Two pupils died.",
            "pupils",
            "Rutshuru",
        ),
        ("The army bombed Minova. A nurse in Goma said three children were killed.", "children", "Minova"),
        ("Militiamen raided Walikale. They abducted six miners.", "abducted", "Walikale"),
        ("Gunmen attacked Minova on Monday. About 400 people fled to Goma.", "fled", "Minova"),
        ("Gunmen burned Minova. Families escaped into Rwanda. Six men were killed.", "Six", "Minova"),
        ("Rebels attacked Minova. They had come from Beni, elders said. Nine people were killed.", "Nine", "Minova"),
        ("A blast hit Beni in DR Congo. In DR Congo such blasts are rare. Five men died.", "Five", "Beni"),
    ],
)
def test_who_died_without_a_place_died_at_the_scene(engine: Engine, text: str, part: str, place: str) -> None:
    assert place_of(engine, text, part) == (place, "scene")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Gunmen attacked Minova on Monday. Elsewhere, nine people were killed.", "nine people"),
        ("Gunmen attacked Minova on Monday. Separately, two soldiers were killed by a mine.", "two soldiers"),
        ("Gunmen attacked Minova on 4 May 2017. Three traders were shot dead on 11 May 2017.", "Three traders"),
        ("Gunmen attacked Minova on Monday. After talks on the road to Beni, three men were killed.", "three men"),
        (
            "Gunmen shot a trader in Minova. A bomb went off while it was being carried through Beni. Two women were wounded.",
            "Two women",
        ),
        ("Gunmen shot traders from Bukavu who were working abroad.", "shot traders"),
        ("A priest in Goma said that nine people were killed.", "nine people"),
        ("GOMA, DR Congo, May 3, 2017 (AP) - Nine people were killed on Tuesday, the army said.", "Nine people"),
    ],
)
def test_no_scene_where_the_text_moves_on_or_has_told_none(engine: Engine, text: str, part: str) -> None:
    assert place_of(engine, text, part) == (None, None)


@pytest.mark.parametrize(
    ("text", "part", "place"),
    [
        ("A mortar attack on a market in Minova killed nine people.", "killed nine", "market"),
        ("Air raids near Rutshuru wounded twelve villagers.", "wounded twelve", "Rutshuru"),
        ("Eleven soldiers died in a gun battle with rebels who ambushed them near Beni.", "Eleven", "Beni"),
        ("Soldiers from Goma burned six houses in Minova.", "burned six", "Minova"),
        ("Rebels abducted nine villagers from Minova.", "abducted nine", "Minova"),
        ("Rebels attacked Minova, 40 km south of Goma, and abducted six nurses.", "abducted six", "Minova"),
        ("As the convoy passed near Walikale, gunmen opened fire.", "opened fire", "Walikale"),
        ("Ten people were killed and six were wounded in Beni.", "Ten", "Beni"),
        ("Rebels raided Minova, a town in South Kivu. Troops shelled the area.", "shelled", "Minova"),
        ("Rebels of the country's biggest movement shot four men in Beni.", "shot four", "Beni"),
        ("Troops killed four men in Minova in the Democratic Republic of Congo.", "killed four", "Minova"),
    ],
)
def test_a_place_is_where_it_happened(engine: Engine, text: str, part: str, place: str) -> None:
    assert place_of(engine, text, part)[0] == place


@pytest.mark.parametrize(
    ("text", "part", "place"),
    [
        ("Troops from Burundi clashed with herders in Masisi.", "clashed", "Masisi"),
        ("Militias allied to Bamako clashed with rebels near Anefis.", "clashed", "Anefis"),
        ("US-led raids killed nine men in Raqqa.", "killed", "Raqqa"),
        ("The bridge linking Goma with Sake was bombed.", "bombed", "bridge"),
        ("Gunmen in Goma killed a trader.", "killed", "Goma"),
    ],
)
def test_where_those_are_from_who_act_is_not_where_it_was(engine: Engine, text: str, part: str, place: str) -> None:
    assert place_of(engine, text, part)[0] == place


@pytest.mark.parametrize(
    ("text", "part", "place"),
    [
        ("Rebels attacked the market in Djibo, where six traders were killed.", "six", "Djibo"),
        ("Rebels shelled the edge of Minova, where thousands have sought refuge.", "refuge", None),
    ],
)
def test_where_tells_more_of_the_place_before_it(engine: Engine, text: str, part: str, place: str | None) -> None:
    assert place_of(engine, text, part)[0] == place

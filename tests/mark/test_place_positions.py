"""Names that no register has are places where a sentence puts them in a place's position."""

from __future__ import annotations

import pytest

from dateline.mark import mark
from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine


def names(text: str, engine: Engine) -> list[str]:
    mentions = mark(parse(Report.of(text), parser=engine.parser), reference=engine.reference)
    return [m.span.quote for m in mentions if m.kind == "place" and m.form == "name"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The militia attacked Tchouroukam and Ngoumbaya on Friday.", ["Tchouroukam", "Ngoumbaya"]),
        ("Soldiers shelled Kuthabbar for three hours before dawn.", ["Kuthabbar"]),
        ("Residents fled Bindisa-Kaswa after gunmen came.", ["Bindisa-Kaswa"]),
        ("Troops retook Sarmbuda, Telkhadra and Khan al-Mawrid from the rebels.", ["Sarmbuda", "Telkhadra", "Khan al-Mawrid"]),
        ("Daffolo was shelled on Monday.", ["Daffolo"]),
        ("Nyabimwe fell to the rebels on Wednesday.", ["Nyabimwe"]),
        ("Zurkanda remains under the control of militiamen.", ["Zurkanda"]),
        ("The siege of Goubadia has lasted a year.", ["Goubadia"]),
        ("The army advanced on Ras al-Harf and Tell Rumeila.", ["Ras al-Harf", "Tell Rumeila"]),
        ("Tribal fighters drove the militia out of Wadi Sharqan.", ["Wadi Sharqan"]),
        ("Artillery hit Stanychnivka's outskirts.", ["Stanychnivka"]),
        ("Fighting raged on the Stanychnivka axis.", ["Stanychnivka"]),
        ("Guerrillas attacked Filomenar, a mining village in the hills.", ["Filomenar"]),
        ("In Nyabimwe, two people were killed.", ["Nyabimwe"]),
        ("Soldiers said that Nyabimwe had fallen.", ["Nyabimwe"]),
        ("Zurkanda was calm after the raid, a soldier said.", ["Zurkanda"]),
    ],
)  # fmt: skip
def test_position_makes_a_place_of_an_unknown_name(engine: Engine, text: str, places: list[str]) -> None:
    assert names(text, engine) == places


@pytest.mark.parametrize(
    "text",
    [
        "The army captured Leopard tanks and Bradley vehicles.",
        "The army attacked Zarbokure fighters, and the Zarbokure fighters fled.",
        "Soldiers targeted Zarbo. Zarbo said that his men had left.",
        "Troops hit Iskander launchers with a Shahed drone.",
        "Fighters captured General Sowore and Colonel Ndimubanzi.",
        "Militants attacked Muslims.",
        "Apple hit Samsung with a lawsuit, and Netflix left Warner.",
        "The officer spoke in Amharic.",
        "The rebels said that Mumbere fell ill.",
        "Rebels killed Mumbere Kasereka at home.",
    ],
)
def test_persons_peoples_and_things_are_no_places(engine: Engine, text: str) -> None:
    assert names(text, engine) == []


def test_who_does_what_is_told_next_is_not_listed_with_places(engine: Engine) -> None:
    assert names("In Goma, Kabuyo and Mbusa met army officers.", engine) == ["Goma"]


def test_villages_that_are_counted_are_named_behind_a_colon(engine: Engine) -> None:
    text = "Troops burned down two hamlets near the dam: Myin Tar and Thone Gyi."
    assert {"Myin Tar", "Thone Gyi"} <= set(names(text, engine))


def test_a_number_that_opens_a_sentence_is_no_place(engine: Engine) -> None:
    assert "Thirteen" not in names("Thirteen of Ywar Taung's 80 houses were burned down by soldiers.", engine)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Guerrillas blew up the bridge at La Gabarrona.", "La Gabarrona"),
        ("Chaitela is where the rebels fired the first shots.", "Chaitela"),
        ("Soldiers fled from Anamorona to Lislique.", "Lislique"),
        ("Insurgents wrested Sarmbuda from the army.", "Sarmbuda"),
        ("Jets bombed Tell Melha and Al-Habita, rebels said.", "Al-Habita"),
    ],
)
def test_where_something_is_or_went_is_a_place(engine: Engine, text: str, place: str) -> None:
    assert place in names(text, engine)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("At Auasse the police post withstood an attack.", "the police post"),
        ("The health post at Litamanda was burned down.", "The health post"),
        ("Militiamen looted its base in Bouca.", "base"),
    ],
)
def test_posts_and_bases_that_somebody_has_are_places(engine: Engine, text: str, place: str) -> None:
    mentions = mark(parse(Report.of(text), parser=engine.parser), reference=engine.reference)
    assert place in [m.span.quote for m in mentions if m.kind == "place"]


@pytest.mark.parametrize("text", ["He left his post as minister.", "A post on Telegram showed gunmen."])
def test_offices_and_messages_are_no_posts(engine: Engine, text: str) -> None:
    mentions = mark(parse(Report.of(text), parser=engine.parser), reference=engine.reference)
    assert not [m for m in mentions if m.kind == "place" and "post" in m.span.quote]

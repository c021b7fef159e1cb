"""Whose words a claim's are, publisher first: turns of phrase in which the parse, or the words between, mislead."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import only


def _sources(engine: Engine, text: str, part: str) -> list[str]:
    """The words for each voice behind the publisher's; an ellipsis for one that is not named."""
    voices = only(engine, text, part).voices[1:]
    return [voice.source.quote if voice.source else "…" for voice in voices]


@pytest.mark.parametrize(
    ("text", "part", "sources"),
    [
        ("Two barns were shelled at dawn but without causing any deaths said the prefect of Tolu.", "causing", ["the prefect of Tolu"]),
        ("A mine exploded on the track killing two herders but the patrol drove on said Captain Amara.", "exploded", ["Captain Amara"]),
        ("The ferry was hit by rockets although nobody was aboard said an officer and two sailors.", "hit by rockets", ["an officer"]),
        ("The sappers who fled said the same thing.", "fled", []),
        ("Those who came home said the prefect had fled.", "had fled", ["Those who came home"]),
    ],
)  # fmt: skip
def test_a_source_behind_said_ends_a_sentence_without_commas(
    engine: Engine, text: str, part: str, sources: list[str]
) -> None:
    assert _sources(engine, text, part) == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Bandits burned the mill, a miller told the community radio Bukid.", ["Bukid", "a miller"]),
        ("A nurse told the private broadcaster Hill Nine that bandits had burned the mill.", ["Hill Nine", "A nurse"]),
        ("According to the coast guard, quoted by the agency Nordwire, bandits burned the mill.", ["the agency Nordwire", "the coast guard"]),
        ("Bandits burned the mill, a sailor tells the news site Tolu Today.", ["Tolu Today", "a sailor"]),
        ("An officer told the intelligence agency KLM that bandits had burned the mill.", ["An officer"]),
        ("An officer told the station commander Amara that bandits had burned the mill.", ["An officer"]),
    ],
)  # fmt: skip
def test_an_outlet_that_is_called_one_relays_whoever_told_it(engine: Engine, text: str, sources: list[str]) -> None:
    assert _sources(engine, text, "burned") == sources


def test_the_publisher_that_was_told_is_no_voice_besides(engine: Engine) -> None:
    text = "TOLU, 4 June (Nordwire) - A nurse told the agency Nordwire that bandits had burned the mill."
    assert _sources(engine, text, "burned") == ["A nurse"]


@pytest.mark.parametrize(
    ("text", "part", "sources"),
    [
        ("Abu Selim, who speaks for the brigade, admitted by text message a loss of four men.", "a loss", ["Abu Selim"]),
        ("Five sailors were killed, Captain Amara added, not nine as this agency reported on Monday.", "killed", ["Captain Amara"]),
        ("The traces lead one to think that the herders were shot, the prefect said.", "were shot", ["the prefect"]),
        ("Police hunted a man in the raids identified as Omar Selim, who had lived in Tolu until the spring.", "had lived", []),
        ("He warned of those who insist that the militia shelled the port.", "shelled", ["He", "those"]),
        ("The brigade maintains that it was moved as planned and puts its dead at nine.", "its dead", ["The brigade"]),
        ("The colonel bragged of having burned the mill.", "burned", ["The colonel"]),
        ("The clinic said 30 people hurt in the raid were being treated in tents and two had died.", "two had died", ["The clinic"]),
    ],
)  # fmt: skip
def test_what_names_no_speaker_is_none(engine: Engine, text: str, part: str, sources: list[str]) -> None:
    """What words came over, what is set right, "one", and what somebody is identified in, say nothing."""
    assert _sources(engine, text, part) == sources


def test_the_statement_that_follows_is_its_issuers(engine: Engine) -> None:
    """Not of whoever spoke last before it."""
    text = (
        "TOLU, 4 May 2021 (Nordwire) - Nordwire received on Friday the following statement of the Hill Front. “It is a"
        " trick,” the ministry says.\n\n“To the people of Tolu:\n1. On May 1 our units stormed the mill at Saro and"
        " the guards fled.\n2. We left at noon.”\n\nA priest confirmed the raid."
    )
    voices = only(engine, text, "stormed the mill").voices
    assert [voice.source.quote for voice in voices if voice.source] == ["the Hill Front"]


@pytest.mark.parametrize(
    ("text", "part", "sources"),
    [
        ("Bandits burned the mill, according to Captain Adam Sule, a commander in the west, who put the number of dead at five.", "at five", ["Captain Adam Sule"]),
        ("Bandits burned the mill, according to Captain Adam Sule, a commander in the west.", "burned", ["Captain Adam Sule"]),
        ("The spokesman of the command, Captain Adam Sule, who disclosed this on Monday, said that bandits had burned the mill.", "burned", ["The spokesman of the command, Captain Adam Sule"]),
        ("The port was calm, according to a cook, who had seen no gunmen.", "seen no", ["a cook"]),
        ("The port was calm, according to a cook, who fled to Tolu.", "fled", []),
        ("Colonel Sule put the number of rebels killed in the raid at seven.", "at seven", ["Colonel Sule"]),
        ("According to a first inquiry by Oxfam and the UN Joint Relief Office, 40 men, 12 women and 9 children were shot with rifles.", "shot", ["a first inquiry by Oxfam and the UN Joint Relief Office"]),
    ],
)  # fmt: skip
def test_a_source_ends_before_what_commas_add(engine: Engine, text: str, part: str, sources: list[str]) -> None:
    """What he saw or counted is his as well; where he went is the narrator's."""
    assert _sources(engine, text, part) == sources


@pytest.mark.parametrize(
    ("text", "part", "sources", "modality"),
    [
        ("The brigade is preparing a raid on Tolu, a diplomat fears.", "raid on Tolu", ["a diplomat"], "feared"),
        ("Guards had burned the mill in May, a miller alleged to our reporter, but nobody else had heard of it.", "burned", ["a miller"], "claimed"),
        ("Guards hold the mill, the prefect believes, but no one has seen them.", "hold", ["the prefect"], "attributed"),
        ("Guards searched the house of Omar Sule, a man suspected of spying.", "searched", [], "asserted"),
        ("Our reporter Omar Sule writes from Tolu: Two shells hit the mill this morning.", "hit the mill", ["Our reporter Omar Sule"], "attributed"),
    ],
)  # fmt: skip
def test_more_verbs_close_or_open_what_somebody_tells(
    engine: Engine, text: str, part: str, sources: list[str], modality: str
) -> None:
    assert _sources(engine, text, part) == sources
    assert only(engine, text, part).modality == modality


@pytest.mark.parametrize(
    ("text", "part", "sources"),
    [
        ("TOLU, 4 June (Nordwire) - A priest told AFP that bandits had burned the mill, adding that four men had died.", "had died", ["AFP", "A priest"]),
        ("TOLU, 4 June (Nordwire) - Bandits burned the mill, a priest told AFP, adding that four men had died.", "had died", ["AFP", "a priest"]),
        ("Herders pointed the finger at the brigade for the raid on the mill.", "the raid", ["Herders"]),
        ("The prefect laid the blame on smugglers for the raid on the mill.", "the raid", ["The prefect"]),
        ("A second lorry blew up without causing any deaths said Barsani.", "blew up", ["Barsani"]),
    ],
)  # fmt: skip
def test_what_is_added_is_told_to_the_same_outlet_and_fingers_point(
    engine: Engine, text: str, part: str, sources: list[str]
) -> None:
    assert _sources(engine, text, part) == sources


@pytest.mark.parametrize(
    ("text", "part", "sources"),
    [
        ("Bandits claim to have burned the mill and freed nine men, which the prefect denies.", "denies", ["the prefect"]),
        ("Bandits claim to have burned the mill and freed nine men, which the prefect denies.", "freed", ["Bandits"]),
    ],
)  # fmt: skip
def test_who_denies_it_stands_beside_who_claims_it(engine: Engine, text: str, part: str, sources: list[str]) -> None:
    assert _sources(engine, text, part) == sources

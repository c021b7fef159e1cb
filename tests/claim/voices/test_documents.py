"""Statements that speak, and outlets that carry them."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.voices.reading import Reading, read, words


def _holders(reading: Reading, verb: str) -> list[str | None]:
    found = [one for one in reading.attributions if one.verb == verb and one.mode != "relayed"]
    actors = [reading.resolution.actor(one.mention) for one in found]
    return [actor.name if actor else None for actor in actors]


@pytest.mark.parametrize(
    "text",
    [
        "A statement from Hezbollah said its fighters had shelled the barracks.",
        "A statement issued by Hezbollah said its fighters had shelled the barracks.",
        "Hezbollah's statement said its fighters had shelled the barracks.",
        "A Hezbollah statement said its fighters had shelled the barracks.",
    ],
)
def test_a_statement_speaks_for_whoever_issued_it(text: str, engine: Engine) -> None:
    """Beside the statement he may stand as owner, behind "by" or "from", or before it."""
    assert _holders(read(text, engine), "say") == ["Hezbollah"]


@pytest.mark.parametrize(
    "text",
    [
        "A statement by Hezbollah, carried by Al Jazeera, said nine soldiers were killed.",
        "In a statement carried by Al Jazeera, Hezbollah said nine soldiers were killed.",
        "Nine soldiers were killed, according to a Hezbollah statement broadcast by Al Jazeera.",
    ],
)
def test_the_outlet_that_carries_a_statement_is_an_outer_voice(text: str, engine: Engine) -> None:
    """Two links, outlet first."""
    by_id = {one.id: one for one in read(text, engine).attributions}
    inner = next(one for one in by_id.values() if one.inside is not None)
    assert words(by_id[inner.inside or ""])[0] == "Al Jazeera"
    assert by_id[inner.inside or ""].mode == "relayed"


def test_a_channel_run_by_a_party_is_not_the_party(engine: Engine) -> None:
    """A name within a compound adjective says whose channel it is."""
    assert _holders(read("The Hezbollah-run station said nine soldiers were killed.", engine), "say") == [None]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The radio said, citing hospital sources, that nine had died.", "hospital sources"),
        ("The radio said nine had died, citing figures from the health ministry.", "figures from the health ministry"),
    ],
)
def test_what_is_cited_is_an_inner_voice(text: str, source: str, engine: Engine) -> None:
    """Its words are those of the host, without the words that name it."""
    (cited,) = [one for one in read(text, engine).attributions if one.mode == "relayed"]
    assert words(cited)[0] == source
    assert words(cited)[2].removeprefix("that ") == "nine had died"


def test_a_reason_that_is_cited_is_no_voice(engine: Engine) -> None:
    """Poor visibility says nothing."""
    reading = read("The flight was diverted, the airline said, citing poor visibility.", engine)
    assert not [one for one in reading.attributions if one.mode == "relayed"]


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (
            "The mayor told a Lahore television channel that the mill had burned.",
            "a Lahore television channel",
            "The mayor",
        ),
        (
            "A councillor quoted by a coastal newspaper said that the mill had burned.",
            "a coastal newspaper",
            "A councillor quoted by a coastal newspaper",
        ),
        (
            "The mill had burned, the agency said on the authority of a customs source.",
            "the agency",
            "a customs source",
        ),
        ("A chief, relaying what millers had told him, says the mill had burned.", "A chief", "millers"),
        (
            "The gazette, citing a Telegram user, wrote that the mill had burned.",
            "The gazette",
            "a Telegram user",
        ),
    ],
)
def test_who_rests_on_another_s_word_is_the_outer_voice(text: str, outer: str, inner: str, engine: Engine) -> None:
    """Two links, whoever passes it on first."""
    by_id = {one.id: one for one in read(text, engine).attributions}
    told = next(one for one in by_id.values() if one.inside is not None)
    assert words(by_id[told.inside or ""])[0] == outer
    assert words(told)[0] == inner


@pytest.mark.parametrize(
    "text",
    [
        "The mayor told the channel that the mill had burned.",
        "The mayor told parliament that the mill had burned.",
        "The mayor told a friend that the mill had burned.",
        "A miller interviewed by police said that the mill had burned.",
        "The mayor, repeating what he had said, warned that the mill would burn.",
    ],
)
def test_whoever_only_listens_passes_nothing_on(text: str, engine: Engine) -> None:
    """One link."""
    assert not [one for one in read(text, engine).attributions if one.mode == "relayed"]

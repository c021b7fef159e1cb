"""One wording for every closed word, the same on every screen and on the map; each with what it means."""

from __future__ import annotations

from typing import get_args

import pytest

from dateline.export.vocabulary import (
    FLUENTS,
    KINDS,
    MANNERS,
    POLARITIES,
    STATUS_WORDS,
    TIMES,
    act_word,
    chapters,
    manner_word,
    status_word,
    why_words,
)
from dateline.export.wording import MANNERS as SAID
from dateline.model.vocabulary import ClaimKind, Fluent, Modality, Polarity, TemporalStatus
from dateline.reference.acts import load_acts
from dateline.web.map.shapes import SHAPES


@pytest.mark.parametrize(
    ("wording", "closed"),
    [(MANNERS, Modality), (TIMES, TemporalStatus), (KINDS, ClaimKind), (POLARITIES, Polarity), (FLUENTS, Fluent)],
)
def test_every_closed_word_has_a_wording_and_a_meaning(wording: dict[str, tuple[str, str]], closed: object) -> None:
    assert set(wording) == set(get_args(closed))
    assert all(word and meaning for word, meaning in wording.values())


def test_the_map_and_the_lists_use_the_same_words() -> None:
    shapes = {shape.status: shape.word for shape in SHAPES if shape.status in STATUS_WORDS}
    assert shapes == {status: status_word(status) for status in STATUS_WORDS}


def test_how_a_voice_says_it_and_how_an_event_is_told_share_their_words() -> None:
    assert manner_word("asserted") == status_word("reported_as_fact")
    assert manner_word("attributed") == status_word("reported")
    assert manner_word("claimed") == status_word("claimed")
    assert set(SAID) == set(get_args(Modality))


def test_no_word_of_the_record_is_shown_raw() -> None:
    shown = [term.word for chapter in chapters() for term in chapter.terms]
    assert not [word for word in shown if "_" in word or "characteris" in word]
    assert not [act for act in load_acts().acts() if "_" in act_word(act)]


def test_every_word_of_the_list_can_be_linked_to() -> None:
    anchors = [term.anchor for chapter in chapters() for term in chapter.terms]
    assert len(anchors) == len(set(anchors))
    assert {"general-origin", "general-coarsened", "why-no-separable-act"} <= set(anchors)


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (None, ""),
        ("negated", "the words say that it did not happen"),
        ("characterisation, not an event", "it tells no act, but: description"),
        ("background", "it is background, not the news of this report"),
        ("threatened", "it is threatened, not told to have happened"),
        ("denial of c11", "it speaks against another claim of the report"),
        ("a reason of later versions", "a reason of later versions"),
    ],
)
def test_why_a_claim_counts_as_no_event_is_a_clause(why: str | None, said: str) -> None:
    assert why_words(why) == said

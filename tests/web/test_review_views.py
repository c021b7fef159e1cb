"""What the review screen makes of a claim: a sentence, a paragraph cut into pieces, a form."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.desk import Names
from dateline.errors import UsageError
from dateline.export.act_words import ACTS, words_of
from dateline.model.ledger import Count, LedgerClaim, LedgerEntity, Stamp
from dateline.model.time import TimeRange
from dateline.model.vocabulary import Modality
from dateline.reference.acts import load_acts
from dateline.web.doubts import doubts, least_sure_first
from dateline.web.views.changes_made import changes_made
from dateline.web.views.coding import coding_sentence, plain
from dateline.web.views.edit_form import Cast, Choice, edit_groups, refilled
from dateline.web.views.edit_read import edited
from dateline.web.views.passage import AROUND, Stretch, passage

ENTITIES = {
    key: LedgerEntity(id=key, name=name, kind="rebel")
    for key, name in {
        "src:wire": "Example Wire",
        "act:army": "the army",
        "act:north": "Northern Front",
        "geonames:1": "Ayorou",
        "geonames:2": "Tillabéri",
    }.items()
}
NAMES = Names(entities=ENTITIES)
CAST = Cast(
    actors=tuple(Choice(value=key, label=ENTITIES[key].name) for key in ("src:wire", "act:army", "act:north")),
    places=tuple(Choice(value=key, label=ENTITIES[key].name) for key in ("geonames:1", "geonames:2")),
)
TEXT = "The army took Ayorou on Tuesday."
CLAIM = LedgerClaim(
    id="c1",
    report="r1",
    local="c1",
    spans=((4, 31),),
    quote="army took Ayorou on Tuesday",
    act="capture",
    predicate="capture",
    kind="event",
    chain=("src:wire", "act:army"),
    modes=("narrator", "indirect"),
    modality="attributed",
    polarity="positive",
    temporal_status="current",
    factuality={},
    interest="self_serving",
    codeable=True,
    why=None,
    event=None,
    roles={"agent": ("act:army",), "place": ("geonames:1",)},
    counts=(),
    place="geonames:1",
    lat=14.7,
    lon=0.9,
    uncertainty_m=None,
    country="NE",
    admin1=None,
    days=TimeRange.day(date(2024, 5, 7)),
    recorded=Stamp(seq=1, at=datetime(2024, 5, 8, tzinfo=UTC), by="test"),
)
BY = "According to the army (via Example Wire)"
MISSILES = Count(measure="missile", unit="missiles", words="5 missiles", low=5, high=5)
KILLED = Count(measure="killed", unit="people", words="at least 12", low=12, high=None)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "the army captured Ayorou, on 2024-05-07."),
        ({"modality": "denied", "polarity": "negative"}, "it is denied that the army captured Ayorou, on 2024-05-07."),
        ({"polarity": "negative"}, "it is not so that the army captured Ayorou, on 2024-05-07."),
        ({"modality": "planned"}, "it is planned that the army will capture Ayorou, on 2024-05-07."),
        ({"roles": {}, "days": None}, "somebody not named captured Ayorou, on a day not stated."),
        (
            {"act": "kill", "roles": {"patient": ("act:north",)}, "counts": (KILLED,), "days": None},
            "somebody not named killed Northern Front (“at least 12”) in Ayorou, on a day not stated.",
        ),
        ({"act": "kill", "roles": {}, "counts": (KILLED,)}, "somebody not named killed “at least 12” in Ayorou, on 2024-05-07."),
        ({"act": "shelling", "counts": (MISSILES,)}, "the army shelled Ayorou (“5 missiles”), on 2024-05-07."),
        ({"act": "clash", "counts": (MISSILES,)}, "the army fought in Ayorou (“5 missiles”), on 2024-05-07."),
        ({"act": "withdraw"}, "the army withdrew from Ayorou, on 2024-05-07."),
        ({"act": "say", "place": None}, "the army spoke, on 2024-05-07."),
        (
            {"roles": {**CLAIM.roles, "from_": ("act:north",)}},
            "the army captured Ayorou from Northern Front, on 2024-05-07.",
        ),
        (
            {"act": "advance", "roles": {"agent": ("act:army",), "destination": ("geonames:2",)}},
            "the army advanced at Ayorou to Tillabéri, on 2024-05-07.",
        ),
    ],
)  # fmt: skip
def test_a_coding_reads_as_a_sentence(changes: dict[str, object], said: str) -> None:
    assert plain(coding_sentence(replace(CLAIM, **changes), NAMES)) == f"{BY}, {said}"  # type: ignore[arg-type]


def test_every_act_and_modality_has_words() -> None:
    assert {words.act for words in ACTS} >= set(load_acts().acts())
    for modality in get_args(Modality):
        assert plain(coding_sentence(replace(CLAIM, modality=modality), NAMES)).startswith(BY)
    assert words_of("walk_away").label == "Walk away"


@given(st.text(min_size=1, max_size=300), st.data())
def test_pieces_are_the_text_code_point_for_code_point(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text) - 1)
    spans = [(start, data.draw(st.integers(start + 1, len(text)))) for start in data.draw(st.lists(ends, max_size=4))]
    shown = passage(text, tuple(spans[:2]), [Stretch(start=a, end=b, kind="actor") for a, b in spans])
    assert shown.start <= min((start for start, _ in spans[:2]), default=0)
    assert sum(len(piece.words) for piece in shown.pieces) == shown.end - shown.start
    assert [piece.start for piece in shown.pieces[1:]] == [piece.end for piece in shown.pieces[:-1]]
    for piece in shown.pieces:
        marked = any(start <= piece.start and piece.end <= end for start, end in spans[:2])
        assert ("quote" in piece.kinds) == (marked and piece.start < piece.end)
    assert all(text[word.start : word.end].split() for word in shown.words)


def test_a_passage_is_the_paragraph_and_no_more() -> None:
    text = "First paragraph.\n\nThe army took the town. Others fled.\n\nThird."
    start = text.index("took")
    shown = passage(text, ((start, start + 4),), ())
    assert text[shown.start : shown.end] == "The army took the town. Others fled."
    assert (shown.before, shown.after) == (False, False)


def test_a_long_paragraph_is_cut_at_words() -> None:
    text = "word " * 2_000 + "captured " + "word " * 2_000
    start = text.index("captured")
    shown = passage(text, ((start, start + 8),), ())
    assert shown.end - shown.start <= 2 * AROUND + 20
    assert (shown.before, shown.after) == (True, True)
    assert {word.words for word in shown.words} == {"word", "captured"}


def sent(claim: LedgerClaim) -> dict[str, str]:
    """The form as a browser sends it when nothing was touched."""
    fields = (field for group in edit_groups(claim, CAST) for field in group.fields)
    return {
        field.name: next((choice.value for choice in field.choices if choice.chosen), "") if field.choices else field.value
        for field in fields
    }  # fmt: skip


def test_an_untouched_form_changes_nothing() -> None:
    vague = Count(measure="wounded", unit="people", words="dozens\n of  them", low=None, high=None)
    for claim in (CLAIM, replace(CLAIM, counts=(KILLED, vague), days=None, place=None, roles={"agent": ("act:x@r1",)})):
        assert edited(claim, {**sent(claim), "span_start": "", "span_end": ""}, text=TEXT, cast=CAST) == {}


def test_a_form_that_comes_back_holds_what_was_sent() -> None:
    groups = refilled(edit_groups(CLAIM, CAST), {"act": "retake", "first": "yesterday"})
    filled = {field.name: field for group in groups for field in group.fields}
    assert [choice.value for choice in filled["act"].choices if choice.chosen] == ["retake"]
    assert filled["first"].value == "yesterday"
    assert [choice.value for choice in filled["place"].choices if choice.chosen] == ["geonames:1"]


def test_whether_it_counts_and_what_kind_it_is_can_be_corrected() -> None:
    form = {**sent(CLAIM), "codeable": "no", "kind": "state"}
    assert edited(CLAIM, form, text=TEXT, cast=CAST) == {"kind": "state", "codeable": False}
    changes = changes_made(CLAIM, {"kind": "state", "codeable": False}, NAMES)
    assert [(one.field, one.before, one.after) for one in changes] == [
        ("what kind of thing", "act", "state of things"),
        ("counts as an event", "yes", "no"),
    ]
    with pytest.raises(UsageError, match="yes or no"):
        edited(CLAIM, {**form, "codeable": "perhaps"}, text=TEXT, cast=CAST)


def test_the_least_sure_come_first_and_say_why() -> None:
    sure, bare = CLAIM, replace(CLAIM, id="c2", days=None, place=None, lat=None, roles={})
    set_aside = replace(CLAIM, id="c3", codeable=False, why="no separable act")
    found = least_sure_first(("c1", "c2", "c3"), {claim.id: claim for claim in (sure, bare, set_aside)})
    assert found == ("c2", "c3", "c1")
    assert [doubt.why for doubt in doubts(bare)] == ["no place was read", "no day was read", "nobody is named for it"]
    assert doubts(sure) == ()

"""Quotation marks: pairs, apostrophes, paragraphs, and marks that nobody closes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.claim.voices.quotations import find_quotations
from dateline.pipeline import Engine
from tests.claim.voices.reading import read, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We hold the bridge," he said. "It is quiet."', ['"We hold the bridge,"', '"It is quiet."']),
        ("He spoke of “a difficult night”.", ["“a difficult night”"]),
        ("''Go,'' she said, ''now.''", ["''Go,''", "''now.''"]),
        ("The rebels' camp and 'the liberators' won; it's over.", ["'the liberators'"]),
        ("‘The rebels’ position’ fell.", ["‘The rebels’ position’"]),
        ('A 5" gun stood there.', []),
        ('"""The hill is ours,"" he said. ""We stay."""', ['"""The hill is ours,""', '""We stay."""']),
    ],
)
def test_quotations_with_their_marks(text: str, expected: list[str]) -> None:
    """Straight, curly, doubled and single marks; apostrophes and inch signs are none."""
    assert [text[q.start : q.end] for q in find_quotations(text)] == expected


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_complete() -> None:
    """A long quotation opens every paragraph and closes the last."""
    found = find_quotations("“They came at dawn.\n\n“They left at noon,” he said.")
    assert [q.complete for q in found] == [True, True]


def test_an_unclosed_quotation_ends_with_its_paragraph_and_is_incomplete() -> None:
    """What never closes is kept, and marked."""
    text = "He said “it is over.\n\nNobody answered."
    (found,) = find_quotations(text)
    assert (text[found.first : found.last], found.complete) == ("it is over.", False)


@given(st.text(alphabet=st.characters() | st.sampled_from("\"“”„«»‘’'`\n "), max_size=80))
def test_any_text_gives_quotations_in_order_within_it(text: str) -> None:
    """Arbitrary Unicode and unbalanced marks survive."""
    found = find_quotations(text)
    assert list(found) == sorted(found, key=lambda q: (q.start, -q.end))
    for q in found:
        assert 0 <= q.start < q.first < q.last <= q.end <= len(text)


def test_the_words_for_a_source_begin_behind_the_quotation_mark(engine: Engine) -> None:
    text = '"We left our positions in the night; nobody drove us out," a spokesman for the front, who gave no name, told us.'
    found = [span.quote for a in read(text, engine).attributions for span in a.source]
    assert found
    assert not [words for words in found if words[0] in '"”, ']


@pytest.mark.parametrize(
    "text",
    [
        "In a statement, the army said: “We hold the bridge.”",
        "The army said in a statement on Friday:\n\n“We hold the bridge.”",
    ],
)
def test_a_quotation_behind_a_colon_is_of_whom_the_words_before_it_name(engine: Engine, text: str) -> None:
    reading = read(text, engine)
    assert [quote.attribution for quote in reading.quotes] == [reading.told("say").id]


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("The Interior Ministry, which asked not to be named, said four men died.", False),
        ("An officer who asked not to be named said four men died.", True),
    ],
)
def test_an_institution_is_never_unnamed(engine: Engine, text: str, *, anonymous: bool) -> None:
    assert (read(text, engine).told("say").mode == "anonymous") is anonymous


def test_whole_sentences_without_a_cue_are_those_of_the_one_quoted_last(engine: Engine) -> None:
    """Though the narrator says something between them."""
    text = (
        "“Nobody is safe here,” said Mona Haddad, a surgeon. The clinic has been hit four times. "
        "“The last shell fell into the ward where children slept.”"
    )
    attributions = read(text, engine).attributions
    (told,) = [one for one in attributions if one.verb == "say"]
    assert "children slept" in words(told)[2]
    label = text.replace("“The last shell fell into the ward where children slept.”", "It was the “ward of wards”.")
    assert "ward of wards" not in " ".join(words(one)[2] for one in read(label, engine).attributions)


def test_paragraphs_that_are_opened_and_not_closed_are_of_whoever_closes_the_last(engine: Engine) -> None:
    """Every one of them opens anew."""
    text = (
        "Marib\n\n“They came before dawn and burned the first houses.\n\n"
        "“My brother was shot at the gate and nobody could reach him.\n\n“Then they left,” Salem Nasser said."
    )
    (told,) = [one for one in read(text, engine).attributions if one.verb == "say"]
    assert words(told)[0] == "Salem Nasser"
    assert len(told.contents) == 3


def test_a_paragraph_in_quotation_marks_is_of_whoever_tells_something_before_it(engine: Engine) -> None:
    """He is introduced with what he tells."""
    text = "Hala Mansour, a teacher in Tyre, recounts how the night went.\n\n“Shells hit the bakery and killed four people.”"
    (told,) = read(text, engine).attributions
    assert words(told)[0].startswith("Hala Mansour")
    assert "killed four people" in words(told)[2]


def test_whole_sentences_in_quotation_marks_are_never_the_narrators(engine: Engine) -> None:
    """Somebody unnamed speaks where nobody is to be found; names in marks are nobody's."""
    text = "Villagers fled on Monday.\n\n“Gunmen shot two farmers on the road and took their goats.”\n\nRain fell."
    (told,) = read(text, engine).attributions
    assert (told.mode, told.source) == ("anonymous", ())
    assert not read("Villagers fled.\n\n“Operation Storm” began on Monday.", engine).attributions


@pytest.mark.parametrize(
    "text",
    [
        "“Rockets fell and one hit my cousin in the yard,” killing him, Ali Hamad, a local farmer, told Reuters.",
        "″Rockets fell and one hit my cousin in the yard,″ Ali Hamad said.",
    ],
)
def test_a_quotation_that_opens_a_sentence_is_of_its_tag(text: str, engine: Engine) -> None:
    """Also with the writer's words behind it, and between double primes."""
    (told,) = read(text, engine).attributions
    assert words(told)[0].startswith("Ali Hamad")

"""The gate: what it lets through, what it turns away, and that it says why."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.gate import relevant
from dateline.model.relevance import Relevance
from dateline.model.text import Report
from dateline.reference.relevance import RelevanceLexicon, WeighedWord, load_relevance

SHIPPED = load_relevance()

CONFLICT = (
    "Residents of the valley said they woke to the sound of mortars before dawn. By noon the governor's office had counted nine "
    "dead and about thirty wounded, most of them market traders, and blamed rebels who left the peace talks in spring.",
    "THE NATIONAL POLICE REPORTED TODAY THAT UNIDENTIFIED MEN KIDNAPPED THE MAYOR OF A SMALL TOWN IN THE NORTH AS HE LEFT HIS "
    "OFFICE LAST NIGHT. NO GROUP HAS COME FORWARD, AND HIS FAMILY HAS ASKED FOR PROOF THAT HE IS WELL.",
    "The village changed hands twice in a week. Ukrainian units retook its southern edge on Friday, a brigade said on its channel, "
    "while the ministry in Moscow said that the attempt had been beaten off with losses. Neither could be checked.",
    "Students marched to the ministry for a third day. Riot police fired tear gas when some of the protesters tried to climb the "
    "fence; a nurse at the nearby clinic said that she had treated eleven people, two of them for broken arms.",
)
ORDINARY = (
    "The central bank left its main rate where it was on Thursday and said that prices would go on rising more slowly. Analysts "
    "had expected as much; the currency hardly moved, and shares closed a little higher in thin trading before the holiday.",
    "The striker came off the bench to turn the match in the last ten minutes. The defence had held until then, but two crosses "
    "from the left were all that the visitors needed, and the coach spoke of a season that his team will want to forget.",
    "Soak the beans overnight, drain them and cover them with fresh water. Fry the onions until they are soft, stir in the spices "
    "and the tomatoes, then add the beans and let the pot simmer for an hour and a half until everything is tender.",
    "The senator opened his campaign in a packed gymnasium with a promise of lower fees for students. His opponent replied within "
    "the hour that the figures did not add up, and both sides bought time on television for the last week before the vote.",
)


def look(text: str, lexicon: RelevanceLexicon = SHIPPED) -> Relevance:
    return relevant(Report.of(text), lexicon)


def lexicon(*entries: tuple[str, str, float]) -> RelevanceLexicon:
    words = [WeighedWord(words=tuple(w.split(" ")), lemma=lemma, weight=weight) for w, lemma, weight in entries]
    table = {entry.words[0]: tuple(w for w in words if w.words[0] == entry.words[0]) for entry in words}
    return RelevanceLexicon(by_first_word=MappingProxyType(table), threshold=4.0, typical=9, window=5, shortest=3)


SMALL = lexicon(
    ("air strike", "air strike", 4.0), ("air", "air", 1.0), ("shells", "shell", 2.0), ("shelled", "shell", 3.0)
)


@pytest.mark.parametrize("text", CONFLICT)
def test_reports_of_conflict_pass(text: str) -> None:
    assert look(text).decision == "conflict"


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_news_is_turned_away(text: str) -> None:
    assert look(text).decision == "nothing_found"


def test_a_paragraph_of_war_in_a_long_article_is_found() -> None:
    long = "\n\n".join([*ORDINARY * 10, CONFLICT[0], *ORDINARY * 10])
    assert look(long).relevant
    assert {word.lemma for word in look(long).words} >= {"mortar", "wound"}


def test_a_text_too_short_to_tell_is_read() -> None:
    assert look("Nothing new from the capital.").decision == "too_short_to_tell"
    assert look("").relevant


def test_a_long_text_must_say_more() -> None:
    assert look("shelled shells air " + "word " * 6, SMALL).threshold == 4.0
    assert look("shelled shells air " + "word " * 60, SMALL).threshold > 6.0


def test_words_too_far_apart_do_not_add_up() -> None:
    assert look("shelled air one two three", SMALL).score == 4.0
    assert look("shelled one two three four air", SMALL).score == 3.0


def test_a_lemma_counts_once_in_its_heaviest_form() -> None:
    found = look("shells shelled shells here", SMALL)
    assert found.score == 3.0
    assert [word.span.quote for word in found.words] == ["shelled"]


def test_the_longest_phrase_goes_first() -> None:
    assert [word.lemma for word in look("An Air\nStrike hit it", SMALL).words] == ["air strike"]
    assert [word.lemma for word in look("in the air today", SMALL).words] == ["air"]


def test_capitals_count_as_small_letters() -> None:
    assert look(CONFLICT[0].upper()).score == look(CONFLICT[0]).score


@given(
    st.text() | st.lists(st.sampled_from(["shells", "Shelled", "air", "strike", "İx", "a", ",", "\n"])).map(" ".join)
)
def test_what_spoke_adds_up_and_quotes_the_text(text: str) -> None:
    found = look(text, SMALL)
    assert found.score == pytest.approx(sum(word.weight for word in found.words))
    assert all(text[word.span.start : word.span.end] == word.span.quote for word in found.words)
    assert found.relevant or found.score < found.threshold


@given(st.lists(st.sampled_from(["shells", "air", "word", "air strike"]), min_size=1, max_size=30))
def test_more_text_never_takes_a_passage_away(words: list[str]) -> None:
    text = " ".join(words)
    assert look(text + " and more", SMALL).score >= look(text, SMALL).score

"""Verbs that the model hung in the wrong place or took for nouns."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.parse.spacy_parser import parse
from dateline.pipeline import Engine


@pytest.mark.parametrize(
    ("text", "verb", "dep", "over"),
    [
        ("Gunmen storm Kebbi community, kill 14", "storm", "ROOT", "storm"),
        ("They left the valley, where the borders of Chad, Niger and Burkina Faso meet, on Friday.", "meet", "relcl", "valley"),
        ("A girl in her teens was badly hurt by shrapnel and several shops were damaged.", "shops", "nsubjpass", "damaged"),
        ("The gunmen, who had come by boat, fired at random, killed two and fled.", "fired", "conj", "killed"),
        ("Falling wreckage caused a fire at a depot.", "wreckage", "nsubj", "caused"),
        ("Fighters of the Ras Jebel alliance of gangs fired on a guard post in Tabarre and burned six cars.", "fired", "ROOT", "fired"),
        ("They stormed the town there and looted shops.", "shops", "dobj", "looted"),
        ("Local media report that a nurse and two nuns were kidnapped on Road 8.", "media", "nsubj", "report"),
        ("Nine herders have been confirmed killed by gunmen in Zamfara.", "killed", "xcomp", "confirmed"),
        ("The army hit depots and bases and was advancing on Kobo.", "bases", "conj", "depots"),
        ("Myanmar junta airstrikes on Kutkai Township in northern Shan State wounded six farmers.", "junta", "compound", "airstrikes"),
        ("Soldiers arrested Omar Diop, 34 and Ali Sow, 29, in Goma.", "Sow", "conj", "Diop"),
        ("The mayor put the toll at 11, while a guard reached by phone spoke of nine bodies.", "spoke", "advcl", "put"),
        ("He was struck by bullets and glass and was taken to the clinic.", "glass", "conj", "bullets"),
    ],
)  # fmt: skip
def test_a_word_hangs_where_the_tree_shows_that_it_must(
    engine: Engine, text: str, verb: str, dep: str, over: str
) -> None:
    parsed = parse(Report.of(text), parser=engine.parser)
    token = next(token for token in parsed.tokens if token.text == verb)
    assert (token.dep, parsed.head(token).text) == (dep, over)
    assert all(kid.left >= parsed.head(kid).left and kid.right <= parsed.head(kid).right for kid in parsed.tokens)

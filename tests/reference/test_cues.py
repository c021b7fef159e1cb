"""The lexicon of words that hand a statement to a voice."""

from __future__ import annotations

import pytest

from dateline.reference.cues import CueLexicon, load_cues


@pytest.fixture(scope="module")
def cues() -> CueLexicon:
    """The lexicon that ships with the package."""
    return load_cues()


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("said", "say"), ("denies", "deny"), ("denied", "deny"), ("admitted", "admit"), ("blaming", "blame")],
)
def test_inflected_forms_lead_to_their_lemma(cues: CueLexicon, form: str, lemma: str) -> None:
    """Upper-case wires lose the tagger's lemma, so forms are spelled out."""
    assert cues.verb_forms[form] == lemma


def test_a_verb_of_several_groups_keeps_every_construction(cues: CueLexicon) -> None:
    """To call something a farce is not to call for talks."""
    assert [cue.stance for cue in cues.verbs["call"]] == ["characterise", "call_for"]


def test_every_verb_takes_its_content_somehow(cues: CueLexicon) -> None:
    """A cue without a construction could never be heard."""
    for constructions in cues.verbs.values():
        for cue in constructions:
            assert cue.clause or cue.infinitive or cue.object or cue.pair or cue.prepositions

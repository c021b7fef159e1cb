"""Before whose eyes and ears things happen, so that they are the voice of what they saw."""

from __future__ import annotations

from dateline.claim.voices.scene import Scene, sentence_of
from dateline.claim.voices.sources import passive, subject_of
from dateline.claim.voices.telling import PEOPLE
from dateline.claim.words import words
from dateline.model.text import Token

EYES = PEOPLE | words(
    "driver photographer reporter correspondent journalist cameraman fisherman farmer herder herdsman shepherd shopkeeper"
    " trader merchant neighbour neighbor passer-by bystander passenger pilgrim woman man boy girl brother sister father"
    " mother son daughter wife widow pupil student priest pastor imam nun monk observer carpenter baker tailor guard"
)
"""People before whose eyes and ears things happen; of years, wars and towns it is only said that they see something."""
RANKS = words(
    "sergeant corporal private soldier captain lieutenant major colonel conscript policeman constable militiaman survivor"
)
"""Soldiers and police who tell what they saw."""
SERVICE = words("action service combat war danger benefit need reason future opportunity doctor improvement progress")
"""What somebody sees in his life or his mind."""


def bears_witness(scene: Scene, verb: Token) -> bool:
    """Whether somebody saw or heard a thing, of which he is then the voice: "a lorry driver saw soldiers on the bridge"."""
    if scene.wide or verb.lemma == "watch" or verb.dep == "relcl" or passive(scene.parse, verb):
        return False
    subject = subject_of(scene.parse, verb)
    if subject is not None and subject.lower in ("he", "she"):
        return _told_just_before(scene, verb) and not any(
            kid.lemma in SERVICE for kid in scene.parse.kids(verb, "dobj")
        )
    return subject is not None and subject.lemma in EYES


def _told_just_before(scene: Scene, verb: Token) -> bool:
    """Whether the sentence before, in the same paragraph, tells what one of those said who see things: "He saw them fall" goes on with it."""
    parse = scene.parse
    here = sentence_of(parse, verb)
    if not here.index or verb.dep != "ROOT":
        return False
    before = parse.sentences[here.index - 1]
    if "\n" in parse.report.text[before.span.end - 1 : here.span.start + 1]:
        return False
    tellers = (token for token in parse.tokens[before.first : before.last + 1] if token.lemma in ("say", "tell"))
    subjects = (subject_of(parse, token) for token in tellers)
    return any(one is not None and (one.lemma in EYES | RANKS or one.tag == "NNP") for one in subjects)

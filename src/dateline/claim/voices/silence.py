"""What somebody keeps back without a verb of refusing: "gave no casualty figures", "did not provide a toll"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.voices.scene import Draft, Scene
from dateline.claim.voices.sources import conjuncts, noun_phrase, passive, subject_of
from dateline.claim.words import words
from dateline.model.text import Parse, Token

HANDING = words("give provide offer release issue publish disclose share supply furnish divulge reveal volunteer")
"""Verbs with which one hands information on."""
INFORMATION = words(
    "figure number toll detail information breakdown explanation reason specific estimate comment account evidence"
    " data tally timeline timetable motive confirmation elaboration"
)


def silence_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every such verb in the negative; a voice that keeps back, never one that denies."""
    for verb in scene.parse.tokens:
        if verb.sentence < 0 or verb.pos != "VERB" or verb.lemma not in HANDING or passive(scene.parse, verb):
            continue
        told = next((kid for kid in scene.parse.kids(verb, "dobj") if kid.lemma in INFORMATION), None)
        subject = subject_of(scene.parse, verb)
        if told is None or subject is None or not _negative(scene.parse, verb, told):
            continue
        for speaker in conjuncts(scene.parse, subject):
            source = noun_phrase(scene.parse, speaker, stop=verb.index)
            yield Draft(
                head=verb.index,
                shape="verb",
                stance="withhold",
                verb=verb.lemma,
                cue=(scene.parse.tokens[_start(scene.parse, verb)].start, verb.end),
                contents=(),
                source=(source,) if source else (),
                speaker=speaker.index,
            )


def _negative(parse: Parse, verb: Token, told: Token) -> bool:
    return bool(parse.kids(verb, "neg")) or any(kid.lower in ("no", "neither") for kid in parse.kids(told, "det"))


def _start(parse: Parse, verb: Token) -> int:
    helpers = [kid.index for kid in parse.kids(verb, "aux", "neg") if kid.index < verb.index]
    return min(helpers, default=verb.index)

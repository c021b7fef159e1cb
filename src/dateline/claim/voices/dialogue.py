"""Speakers of an interview or debate: lines that open with a name in capitals, or with "A", and a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dateline.claim.voices.scene import Draft, Scene
from dateline.claim.words import words

_LABEL = re.compile(r"^[\"“ \t]{0,3}(?P<label>[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{0,30}?)[ \t]*:(?=\s)", re.MULTILINE)
FEWEST = 3
"""Lines with a label that make a dialogue; one label must come back, else they are headings."""
ASKING = words("q question presenter host anchor moderator interviewer announcer newsreader")
"""Labels of those who ask for the outlet: their words are its own."""


def dialogue_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every turn of a dialogue but those of the outlet's own people."""
    text = scene.parse.report.text
    found = list(_LABEL.finditer(text))
    if len(found) < FEWEST or max(Counter(one["label"] for one in found).values()) < 2:
        return
    for one, after in zip(found, [*found[1:], None], strict=True):
        said = scene.parse.report.trimmed(one.end(), after.start() if after else len(text))
        colon = scene.parse.tokens_in(one.end() - 1, one.end())
        if one["label"].strip(".").lower() in ASKING or said is None or not colon or colon[0].index == 0:
            continue
        speaker = scene.parse.tokens_in(*one.span("label"))
        yield Draft(
            head=colon[0].index,
            shape="dialogue",
            stance="say",
            verb=":",
            cue=(one.end() - 1, one.end()),
            contents=((said.start, said.end),),
            source=(one.span("label"),),
            speaker=speaker[-1].index,
        )

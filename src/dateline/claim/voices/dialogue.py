"""Speakers of an interview or debate: lines that open with a name in capitals, or with "A", and a colon.

Where one of the lines opens with who asks ("Question:"), names and offices may be written as everywhere else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dateline.claim.voices.scene import Draft, Scene
from dateline.claim.words import words

_LABEL = re.compile(r"^[\"“ \t]{0,3}(?P<label>[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{0,30}?)[ \t]*:(?=\s)", re.MULTILINE)
_TITLED = re.compile(
    r"^[\"“ \t]{0,3}(?P<label>(?:[A-ZÀ-Þ][\w.’'-]*)(?:[ \t](?:of|for|the|de|al|el|[A-ZÀ-Þ][\w.’'-]*)){0,4})(?:[ \t]*\([^()\n]{1,40}\))?[ \t]*:(?=\s)",
    re.MULTILINE,
)
FEWEST = 3
"""Lines with a label that make a dialogue; one label must come back, else they are headings."""
ASKING = words("q question presenter host anchor moderator interviewer announcer newsreader")
"""Labels of those who ask for the outlet: their words are its own."""


def dialogue_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every turn of a dialogue but those of the outlet's own people."""
    text = scene.parse.report.text
    found = _labels(text)
    for one, after in zip(found, [*found[1:], None], strict=False):
        said = scene.parse.report.trimmed(one.end(), after.start() if after else len(text))
        colon = scene.parse.tokens_in(one.end() - 1, one.end())
        if _asks(one) or said is None or not colon or colon[0].index == 0:
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


def _labels(text: str) -> list[re.Match[str]]:
    """The labels of all turns; none where too few lines have one, or none comes again."""
    for pattern in (_LABEL, _TITLED) if "estion" in text or "ntervie" in text or "ATOR" in text else (_LABEL,):
        found = list(pattern.finditer(text))
        counts = Counter(one["label"] for one in found)
        again = len(found) >= FEWEST and max(counts.values()) > 1
        if again and (pattern is _LABEL or any(_asks(one) for one in found)):
            return [one for one in found if pattern is _LABEL or counts[one["label"]] > 1 or _asks(one)]
    return []


def _asks(label: re.Match[str]) -> bool:
    return label["label"].strip(".").lower() in ASKING

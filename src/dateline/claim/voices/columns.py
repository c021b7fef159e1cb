"""Voices beside a passage: the cell under "Source" of its row, the account whose post is passed on."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.voices.scene import Draft, Scene
from dateline.model.text import Token


def column_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every passage with a source of its own, which answers for all that the passage tells."""
    for passage in scene.parse.frame.passages:
        source, cue = passage.source, passage.cue or passage.source
        told = (*passage.contents, *(tally.number for tally in passage.tallies))
        speaker = _speaker(scene, source.start, source.end) if source else None
        if source is None or cue is None or speaker is None or not told:
            continue
        yield Draft(
            head=speaker.index,
            shape="adjunct",
            stance="say",
            verb=cue.quote.lower(),
            cue=(cue.start, cue.end),
            contents=tuple((span.start, span.end) for span in told),
            source=((source.start, source.end),),
            speaker=speaker.index,
        )


def _speaker(scene: Scene, start: int, end: int) -> Token | None:
    """The word on which the others of the source hang."""
    inside = [token for token in scene.parse.tokens_in(start, end) if any(map(str.isalnum, token.text))]
    return next((token for token in inside if token.head == token.index), inside[-1] if inside else None)

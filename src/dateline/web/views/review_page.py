"""What the review screen says of what was just done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.export.visible import one_line
from dateline.model.ledger import Judgement
from dateline.web.views.review import VERDICT_WORDS, opinion_key

_BULK = {"accept": "accept", "reject": "reject", "unsure": "mark as unsure"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner:
    """A line on the judgement that was just made; `others` are what other coders say of the same coding."""

    words: str
    judgement: str
    claim: str
    others: tuple[str, ...]
    differs: bool
    undone: bool


def told_banner(made: Judgement, every: Iterable[Judgement], opinions: Mapping[str, Judgement]) -> Banner:
    """What to say of a judgement; what others said is told now, since its maker has judged."""
    others = [opinion for opinion in opinions.values() if opinion.by != made.by]
    mine = opinions.get(made.by)
    shown = others if mine is not None else []
    return Banner(
        words=_words(made, every),
        judgement=made.id,
        claim=made.subject,
        others=tuple(f"{one_line(one.by)} {_verb(one)} it, {one.at:%Y-%m-%d %H:%M} UTC" for one in shown),
        differs=mine is not None and any(opinion_key(one) != opinion_key(mine) for one in shown),
        undone=made.action == "undo",
    )


def bulk_words(verdict: str, number: int) -> str:
    """The question before codings are judged alike."""
    return f"{_BULK[verdict].capitalize()} {'this coding' if number == 1 else f'these {number} codings'}?"


def _words(made: Judgement, every: Iterable[Judgement]) -> str:
    if made.action == "undo":
        taken = next((one for one in every if one.id == made.undoes), None)
        return (
            "The undo was undone." if taken and taken.action == "undo" else "Taken back: the judgement counts no more."
        )
    if made.action == "edit":
        return "Corrected."
    return {"positive": "Accepted.", "negative": "Rejected.", "unsure": "Marked as unsure."}.get(made.verdict, "Noted.")


def _verb(opinion: Judgement) -> str:
    if opinion.action == "edit":
        return "corrected"
    return "is unsure about" if opinion.verdict == "unsure" else VERDICT_WORDS[opinion.verdict]

"""Exports of chats: every message is told by its sender, at its own time; lines of the program are nobody's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.frame import Passage
from dateline.model.span import Span
from dateline.model.text import Report
from dateline.parse.tables import Tabled, outside_of

_STAMP = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?[ \u202f]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u202f]?[APap]\.?[Mm]\.?)?"
_MESSAGE = re.compile(
    rf"(?m)^\u200e?(?:\[(?P<bracketed>{_STAMP})\][ \t]*|(?P<bare>{_STAMP})[ \t]*[-–][ \t]+)"
    r"(?:[\u200e~ ]*(?P<sender>[^:\n]{1,60}?)(?P<cue>:)(?:[ \t]+|(?=\n)))?"
)
_FEWEST = 3
_OF_THE_PROGRAM = re.compile(
    r"[\u200e\s]*(?:<[^<>\n]{3,40}>|(?:image|video|audio|sticker|GIF|document|contact card|voice message|poll)[ ]omitted"
    r"|(?:This message was|You) deleted(?: this message)?\.?|Missed (?:group )?(?:voice|video) call|null|\[[A-Z][a-z ]{2,20}\])[\u200e\s]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message: its stamp, who sent it under which sign (None: the program says so), and where its words lie."""

    whole: tuple[int, int]
    stamp: tuple[int, int]
    sender: tuple[int, int] | None
    cue: tuple[int, int]
    body: tuple[int, int]


def find_chats(report: Report) -> Tabled:
    """The messages of a text in which three lines or more open with day, hour and sender."""
    messages = list(_messages(report.text))
    if sum(message.sender is not None for message in messages) < _FEWEST:
        return Tabled()
    passages: list[Passage] = []
    walls: list[Span] = []
    for message in messages:
        told = report.trimmed(*message.body)
        sender = report.trimmed(*message.sender) if message.sender else None
        if told is None or sender is None or _OF_THE_PROGRAM.fullmatch(told.quote):
            walls.append(report.span(*message.whole))
            continue
        named = sender if any(map(str.isalpha, sender.quote)) else None
        cue = report.span(*message.cue) if named else None
        passages.append(Passage(contents=(told,), setting=(report.span(*message.stamp),), source=named, cue=cue))
        kept = [(sender.start, sender.end)] if named else []
        walls.extend(outside_of(report, (message.whole[0], told.start), kept))
    return Tabled(passages=tuple(passages), walls=tuple(walls))


def _messages(text: str) -> Iterator[Message]:
    heads = list(_MESSAGE.finditer(text))
    for head, end in zip(heads, (*(head.start() for head in heads[1:]), len(text)), strict=False):
        stamp = "bracketed" if head["bracketed"] else "bare"
        yield Message(
            whole=(head.start(), end),
            stamp=head.span(stamp),
            sender=head.span("sender") if head["sender"] else None,
            cue=head.span("cue"),
            body=(head.end(), end),
        )

"""Mails within mails: the lines that a reply quotes, and messages passed on below their heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.frame import Passage
from dateline.model.span import Span
from dateline.model.text import Report
from dateline.parse.tables import Tabled, outside_of

_WROTE = re.compile(
    r"(?m)^(?P<level>(?:>[ \t]?)*)[ \t]*(?:On[ \t][^\n]{6,120}?(?:,|(?<=[AP]M)|(?<=\d))[ \t]+(?![AP]M\b))?"
    r"(?P<source>[^\W\d_][^\n<>:,\"]{1,60}?)[ \t]*(?:<[^>\n]{3,80}>)?[ \t]*(?:\n[> \t]*)?"
    r"(?P<cue>wrote|writes|replied|answered)[ \t]*:[ \t]*\n(?:[ \t]*\n)?(?=(?P=level)[ \t]*>)"
)
"""What mail programs put before the lines that they quote: "On Tue, 4 May 2021 at 10:12, Ada Roe <ada@…> wrote:"."""
_PASSED_ON = re.compile(
    r"(?mi)^[> \t]*(?:-{2,}[ \t]*(?:original message|forwarded message)[ \t]*-{2,}|begin forwarded message:)[ \t]*\n\s*"
    r"(?:[> \t*]*(?:from|sent|date|to|cc|bcc|subject|reply-to)[ \t]*:[^\n]*(?:\n|\Z))+"
)
_FROM = re.compile(
    r"(?mi)^[> \t*]*(?P<cue>from)[ \t]*:[ \t*]*\"?(?P<source>[^\n<>\"@]{2,60}?)\"?[ \t]*(?:<[^>\n]*>|\[[^\]\n]*\])?[ \t]*$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail inside the text: its head, the name of who wrote it, the word that says so, and its words.

    A reply may stand between the words that it quotes.
    """

    head: tuple[int, int]
    source: tuple[int, int]
    cue: tuple[int, int]
    bodies: tuple[tuple[int, int], ...]


def find_mails(report: Report) -> Tabled:
    """The mails that a text quotes or passes on; their heads are walls but for the names."""
    passages: list[Passage] = []
    walls: list[Span] = []
    for mail in (*_quoted(report.text), *_passed_on(report.text)):
        told = tuple(span for body in mail.bodies if (span := report.trimmed(*body)) is not None)
        if not told:
            continue
        source = report.span(*mail.source)
        passages.append(Passage(contents=told, source=source, cue=report.span(*mail.cue)))
        walls.extend(outside_of(report, mail.head, [mail.source]))
    return Tabled(passages=tuple(passages), walls=tuple(walls))


def _quoted(text: str) -> Iterator[Mail]:
    """The mails of which lines are quoted: all lines with as many strokes up to the next head are one writer's."""
    heads = list(_WROTE.finditer(text)) if "\n>" in text else []
    for match, end in zip(heads, (*(head.start() for head in heads[1:]), len(text)), strict=False):
        level = match["level"].count(">") + 1
        lines = re.compile(rf"(?:^[ \t]*(?:>[ \t]*){{{level},}}[^\n]*(?:\n|\Z)|^[ \t]*\n)+", re.MULTILINE)
        told = tuple(
            (body.end() - len(body.group().lstrip("> \t\n")), body.end())
            for body in lines.finditer(text, match.end(), end)
            if body.group().strip("> \t\n")
        )
        yield Mail(head=match.span(), source=match.span("source"), cue=match.span("cue"), bodies=told)


def _passed_on(text: str) -> Iterator[Mail]:
    heads = list(_PASSED_ON.finditer(text)) if "--" in text or "forwarded" in text else []
    for head, end in zip(heads, (*(head.start() for head in heads[1:]), len(text)), strict=False):
        source = _FROM.search(text, head.start(), head.end())
        if source is not None:
            yield Mail(
                head=head.span(), source=source.span("source"), cue=source.span("cue"), bodies=((head.end(), end),)
            )

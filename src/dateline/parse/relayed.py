"""Whose words a monitoring service passes on, by the brackets of its head: "(VALLEY RADIO) -- [COMMUNIQUE] [VALLEY FRONT] [TEXT] …"."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.model.frame import Frame, Passage
from dateline.model.text import Report

_RELAYED = re.compile(
    r"\s*(?:\[(?P<cue>COMMUNIQUE|STATEMENT|SPEECH|ADDRESS|DECLARATION|MESSAGE|LETTER)\]\s*)\[(?P<source>[^\[\]]{2,90})\]\s*"
    r"(?:\[(?:TEXT|EXCERPTS?|RECORDED|LIVE|READ BY ANNOUNCER)\]\s*)*"
)
"""What kind of words, whose, and in which form: the station only passes them on."""
_KINDS = re.compile(r"TEXT|EXCERPTS?|RECORDED|LIVE|REPORT|READ BY .*")
_BESIDE = re.compile(r",\s*(?:IN PROGRESS|RECORDED|LIVE)\b.*|\s*\([A-Z]{2,8}\)\s*$|,\s*[A-Z]{2,8}\s*$", re.DOTALL)
"""What stands behind the name: its letters, or that it is still speaking."""


def with_relayed(report: Report, frame: Frame) -> Frame:
    """The frame with all behind the brackets as the words of those whom they name; the brackets are no content."""
    if not frame.slugs:
        return frame
    slug = frame.slugs[-1]
    at = report.text.find("[", slug.start, slug.end)
    head = _RELAYED.match(report.text, at if at >= 0 else slug.end)
    if head is None or _KINDS.fullmatch(head["source"]):
        return frame
    first = head.start("source") + (4 if head["source"].upper().startswith("THE ") else 0)
    beside = _BESIDE.search(head["source"])
    source = report.trimmed(first, head.start("source") + beside.start() if beside else head.end("source"))
    rest, bracket = report.trimmed(head.end(), len(report.text)), report.trimmed(slug.end, head.end())
    if source is None or rest is None:
        return frame
    told = Passage(contents=(rest,), source=source, cue=report.span(*head.span("cue")), section=True)
    headers = frame.headers if bracket is None else tuple(sorted((*frame.headers, bracket)))
    return replace(frame, headers=headers, passages=(*frame.passages, told))

"""Plain text: one file, one report."""

from __future__ import annotations

import hashlib

from dateline.model.text import Report
from dateline.read.decode import accept, decode
from dateline.read.given import Document, Given
from dateline.read.markup import NOTICE, holds_markup, without_markup


def read_plain(raw: bytes, *, where: str, given: Given) -> Document:
    """The report of a whole file of plain text; raises an InputError that says what is wrong with it."""
    text, notices = decode(raw, where=where)
    if holds_markup(text):
        text, notices = without_markup(text), (*notices, NOTICE)
    report = Report(
        text=accept(text, where=where, limits=given.limits),
        name=where,
        source=given.source,
        published=given.published,
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        raw_bytes=len(raw),
    )
    return Document(report=report, notices=notices)

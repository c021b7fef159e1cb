"""Mails as files (`.eml`) → Reports: who wrote, when and of what above the words, decoded as a mail program shows them.

The text of such a report is the decoded one: its offsets count in that text, and `raw_sha256` is the file's.
"""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import EmailMessage, MIMEPart
from email.policy import default
from email.utils import parsedate_to_datetime

from dateline.errors import UnreadableInput
from dateline.model.text import Report
from dateline.model.time import TimeRange
from dateline.read.decode import accept
from dateline.read.given import Document, Given
from dateline.read.markup import without_markup

SUFFIXES = (".eml",)
SHOWN = ("From", "Date", "Subject")
"""Lines of a mail's head that stand above the text: the rest is for the post."""
NOTICE = "is a mail: offsets count in the text taken from it"
NESTING = re.compile(rb"boundary|message/rfc822", re.IGNORECASE)
"""What opens a part within a mail, as deep as whoever wrote it likes."""
MOST_PARTS = 50
"""Parts of one mail; more are a trap or a whole mailbox."""


def read_mail(raw: bytes, *, where: str, given: Given) -> Document:
    """The report of a mail: the head's lines, then its plain text, else the words of its HTML; raises an InputError.

    Attached files are not read, and the notice says how many there are.
    """
    if len(NESTING.findall(raw)) > MOST_PARTS:
        raise UnreadableInput(
            f"{where} has more than {MOST_PARTS} parts: save the mails of a box one by one", where=where
        )
    mail = message_from_bytes(raw, _class=EmailMessage, policy=default)
    body = mail.get_body(("plain", "html"))
    if body is None:
        raise UnreadableInput(
            f"{where} is a mail without text: save what is attached to it, and read that", where=where
        )
    words = _words(body, where)
    said = _head(mail)
    head = "\n".join(f"{name}: {said[name.lower()]}" for name in SHOWN if said.get(name.lower()))
    report = Report(
        text=accept(f"{head}\n\n{words}" if head else words, where=where, limits=given.limits),
        name=where,
        source=given.source,
        published=given.published or _sent(said.get("date", "")),
        title=said.get("subject") or None,
        raw_sha256=hashlib.sha256(raw).hexdigest(),
        raw_bytes=len(raw),
    )
    attached = sum(1 for _ in mail.iter_attachments())
    return Document(
        report=report, notices=(NOTICE, *((f"attached files that were not read: {attached}",) if attached else ()))
    )


def _head(mail: EmailMessage) -> dict[str, str]:
    """The first of each line of the head by its name in small letters, decoded.

    The standard library's readers of addresses and days are not asked: on what is none they raise whatever comes.
    """
    found: dict[str, str] = {}
    for name, value in mail.raw_items():
        plain = " ".join(str(value).encode("utf-8", "surrogateescape").decode("utf-8", "replace").split())
        found.setdefault(name.lower(), _decoded(plain))
    return found


def _decoded(value: str) -> str:
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError):
        return value


def _words(body: MIMEPart, where: str) -> str:
    try:
        text = str(body.get_content())
    except (LookupError, ValueError) as error:
        raise UnreadableInput(f"{where} cannot be decoded ({error}): save its text as UTF-8", where=where) from error
    text = text.replace("\r\n", "\n")
    return without_markup(text) if body.get_content_subtype() == "html" else text


def _sent(words: str) -> TimeRange | None:
    """The minute that the head gives by the writer's clock; None when there is none, or none that can be read."""
    try:
        minute = parsedate_to_datetime(words).replace(tzinfo=None, second=0, microsecond=0)
        return TimeRange(earliest=minute, latest=minute + timedelta(minutes=1), precision="minute")
    except (ValueError, OverflowError):
        return None

"""Mails as files: what is read of them, and how a bad one says so."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.pipeline import Engine, run
from dateline.read import Document, Given, Reject, read_file, read_inputs
from dateline.read.mail import read_mail

WORDS = "“Two drones hit the port of Sidra,” said Colonel Omar Hafez – nobody was hurt.\n"


def mail(words: str = WORDS, *, html: str | None = None) -> EmailMessage:
    found = EmailMessage()
    found["From"] = "Desk Müller <desk@example.org>"
    found["To"] = "you@example.org"
    found["Date"] = "Tue, 04 Mar 2025 21:10:33 +0300"
    found["Subject"] = "Drones at Sidra – second note"
    if html is None:
        found.set_content(words, cte="quoted-printable")
    else:
        found.set_content(html, subtype="html", cte="base64")
    return found


def saved(tmp_path: Path, raw: bytes) -> Path:
    path = tmp_path / "note.eml"
    path.write_bytes(raw)
    return path


def test_a_mail_is_read_as_a_mail_program_shows_it(tmp_path: Path) -> None:
    raw = mail().as_bytes()
    assert b"=E2=80=9C" in raw
    report = read_file(saved(tmp_path, raw))
    head = "From: Desk Müller <desk@example.org>\nDate: Tue, 04 Mar 2025 21:10:33 +0300\nSubject: Drones at Sidra – second note"
    assert report.text == f"{head}\n\n{WORDS}"
    assert report.published is not None
    assert report.published.earliest == datetime(2025, 3, 4, 21, 10)
    assert report.title == "Drones at Sidra – second note"


def test_the_words_of_an_html_mail_are_taken_and_files_are_counted(tmp_path: Path) -> None:
    found = mail(html="<p>Two drones hit the port.</p><p>Nobody was hurt.</p>")
    found.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="map.pdf")
    (item,) = read_inputs(saved(tmp_path, found.as_bytes()))
    assert isinstance(item, Document)
    assert item.report.text.endswith("\n\nTwo drones hit the port.\nNobody was hurt.")
    assert item.notices[-1] == "attached files that were not read: 1"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"Subject: box\n" + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 60, "more than 50 parts"),
        (b"Content-Type: message/rfc822\n\n" * 5000, "more than 50 parts"),
        (b"Content-Type: application/pdf\n\n%PDF-", "without text"),
        (b"Content-Type: text/plain; charset=klingon\nContent-Transfer-Encoding: base64\n\nw4k=", "klingon"),
        (b"Content-Type: text/plain; charset=idna\n\n\xff\xff", "cannot be decoded"),
        (b"Subject: nothing\nContent-Type: image/png\n\n", "without text"),
    ],
)
def test_a_bad_mail_is_one_named_row(tmp_path: Path, raw: bytes, words: str) -> None:
    path = saved(tmp_path, raw)
    (item,) = read_inputs(path)
    assert isinstance(item, Reject)
    assert words in item.message
    assert str(path) in item.message
    with pytest.raises(InputError):
        read_file(path)


@pytest.mark.parametrize(
    "line", [b"From: <", b'From: "', b"From: a@", b"Date: 99 Mar", b"Subject: =?x?b?w4?=", b"From: a>b"]
)
def test_a_head_that_makes_no_sense_stands_as_it_is(tmp_path: Path, line: bytes) -> None:
    report = read_file(saved(tmp_path, line + b"\n\nGunmen fled.\n"))
    assert report.text == f"{line.decode()}\n\nGunmen fled.\n"
    assert report.published is None


PIECES = (
    b"From: ", b"Date: ", b"Subject: ", b"Content-Type: ", b"Content-Transfer-Encoding: ", b"multipart/mixed; boundary=x",
    b"text/plain; charset=", b"idna", b"utf-8''%FF", b"rot13", b"base64", b"message/rfc822", b"=?utf-8?q?=C3?=", b"w4k=", b"--x", b"--x--",
    b"<", b'"', b"@", b"[", b";", b"\n", b"\n\n", b"\xff", b"\x00", b"Tue, 99 Mar 2025 21:10:33 +9999", b"Gunmen fled.",
)  # fmt: skip


def told(raw: bytes) -> str:
    """The words of a mail, or those with which it is refused."""
    try:
        return read_mail(raw, where="note.eml", given=Given()).report.text
    except InputError as error:
        return f"{error.where}: {error}"


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(b"".join))
@settings(deadline=None)
def test_whatever_a_mail_holds_it_is_read_or_refused(raw: bytes) -> None:
    assert told(raw).strip()


def test_a_mail_gives_its_claims_the_day_it_was_sent(engine: Engine, tmp_path: Path) -> None:
    words = "Gunmen killed two guards at the port of Sidra on Monday, the mayor said.\n"
    record = run(read_file(saved(tmp_path, mail(words).as_bytes())), engine=engine)
    (event,) = record.case.events
    assert event.time is not None
    assert event.time.iso() == "2025-03-03/2025-03-03"

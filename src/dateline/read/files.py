"""Paths and streams → Documents: the limits, and which reader a name or its first bytes ask for."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dateline.errors import InputError, OversizedInput, UnreadableInput, UsageError
from dateline.model.text import Report
from dateline.read.given import Document, Given, Reject
from dateline.read.json_lines import lines_of, read_json_lines
from dateline.read.mail import SUFFIXES as MAILS
from dateline.read.mail import read_mail
from dateline.read.plain import read_plain
from dateline.read.web import SUFFIXES as PAGES
from dateline.read.web import looks_like_a_page, read_page

LINE_SUFFIXES = (".jsonl", ".ndjson")
STDIN = "-"


def read_inputs(
    path: Path | str, *, given: Given | None = None, stdin: IO[bytes] | None = None
) -> Iterator[Document | Reject]:
    """Everything one path holds, in order; trouble with it is a Reject, never an exception.

    The path `-` means `stdin`: one report, or JSON lines when it begins with `{`.
    """
    given = given or Given()
    try:
        if str(path) == STDIN and stdin is not None:
            yield from _read_stdin(stdin, given)
        elif _holds_lines(path):
            with _opened(Path(path)) as stream:
                yield from read_json_lines(lines_of(stream, limits=given.limits), where=_name(path), given=given)
        else:
            yield _read_document(Path(path), given)
    except InputError as error:
        yield Reject.of(error)


def read_file(path: Path | str, *, given: Given | None = None) -> Report:
    """The one report in a file of plain text, a web page or a mail; raises an InputError when it cannot be read."""
    if _holds_lines(path):
        raise UsageError(f"{path} holds many reports, one a line: use read_inputs")
    return _read_document(Path(path), given or Given()).report


def read_stream(stream: IO[bytes], *, name: str = STDIN, given: Given | None = None) -> Report:
    """The one report in a stream of bytes, plain text or a web page; raises an InputError when it cannot be read."""
    given = given or Given()
    return _document(_limited(stream, b"", name, given), name, given).report


def _name(path: Path | str) -> str:
    """The path as it can be printed: bytes of a file's name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _holds_lines(path: Path | str) -> bool:
    return Path(path).suffix.lower() in LINE_SUFFIXES


def _read_stdin(stream: IO[bytes], given: Given) -> Iterator[Document | Reject]:
    first = stream.readline(given.limits.max_bytes + 1)
    if first.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        lines = lines_of(stream, limits=given.limits, first=first)
        yield from read_json_lines(lines, where=STDIN, given=given)
    else:
        yield _document(_limited(stream, first, STDIN, given), STDIN, given)


def _read_document(path: Path, given: Given) -> Document:
    where = _name(path)
    with _opened(path) as stream:
        size = path.stat().st_size
        if size > given.limits.max_bytes:
            raise _oversized(where, f"{size:,}", given)
        raw = _limited(stream, b"", where, given)
    return _document(raw, where, given, suffix=path.suffix.lower())


def _document(raw: bytes, where: str, given: Given, *, suffix: str = "") -> Document:
    if suffix in MAILS:
        return read_mail(raw, where=where, given=given)
    reader = read_page if suffix in PAGES or looks_like_a_page(raw) else read_plain
    return reader(raw, where=where, given=given)


def _limited(stream: IO[bytes], first: bytes, where: str, given: Given) -> bytes:
    limit = given.limits.max_bytes
    raw = first + stream.read(max(limit + 1 - len(first), 0))
    if len(raw) > limit:
        raise _oversized(where, "more", given)
    return raw


def _oversized(where: str, found: str, given: Given) -> OversizedInput:
    limit = f"{given.limits.max_bytes:,}"
    return OversizedInput(f"{where} has {found} bytes, the limit is {limit}: split it into its reports", where=where)


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """The file's bytes; every way in which the system refuses them becomes an UnreadableInput."""
    where = _name(path)
    try:
        if stat.S_ISDIR(path.stat().st_mode):
            raise UnreadableInput(f"{where} is a folder: name the files in it, as in {where}/*.txt", where=where)
        with path.open("rb") as stream:
            yield stream
    except FileNotFoundError as error:
        raise UnreadableInput(f"{where} does not exist, or has just gone: look at its name", where=where) from error
    except PermissionError as error:
        raise UnreadableInput(f"{where} may not be read by this user: look at its permissions", where=where) from error
    except OSError as error:
        raise UnreadableInput(f"{where} cannot be read: {error}", where=where) from error

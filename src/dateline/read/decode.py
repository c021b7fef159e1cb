"""Bytes → text: UTF-8 and nothing else, with an error that says at which byte it is not."""

from __future__ import annotations

import codecs

from dateline.errors import BinaryInput, EmptyInput, EncodingInput, OversizedInput
from dateline.read.given import Limits

SIGNATURES = (
    (b"%PDF-", "a PDF; take its text out first, for example with `pdftotext`"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document; save it as plain text first"),
    (b"\xd0\xcf\x11\xe0", "an office document; save it as plain text first"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)  # fmt: skip
"""First bytes of what people pass by mistake, and what to tell them."""

OTHER_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32LE"),
    (codecs.BOM_UTF32_BE, "UTF-32BE"),
    (codecs.BOM_UTF16_LE, "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "UTF-16BE"),
)  # fmt: skip
_SAMPLE = 8192
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1b\x08\x1a")
_BOM_NOTICE = "begins with a byte order mark, which is no part of the text: offsets count from the character after it"


def decode(raw: bytes, *, where: str) -> tuple[str, tuple[str, ...]]:
    """The text and what to say about it; raises EmptyInput, BinaryInput or EncodingInput.

    Nothing is normalised: line ends, composed characters and control characters stay as they are.
    """
    if not raw:
        raise EmptyInput(f"{where} is empty (0 bytes): nothing to read", where=where)
    _refuse_other_encodings(raw, where)
    _refuse_binary(raw, where)
    marked = raw.startswith(codecs.BOM_UTF8)
    body = raw[len(codecs.BOM_UTF8) :] if marked else raw
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start + len(raw) - len(body)
        raise EncodingInput(_not_utf8(raw, offset, where), where=where) from error
    return text, (_BOM_NOTICE,) if marked else ()


def accept(text: str, *, where: str, limits: Limits) -> str:
    """The text itself; raises EmptyInput for white space alone, OversizedInput above the limit of code points."""
    if not text.strip():
        raise EmptyInput(f"{where} holds nothing but white space ({len(text)} characters)", where=where)
    if len(text) > limits.max_chars:
        found, limit = f"{len(text):,}", f"{limits.max_chars:,}"
        message = f"{where} has {found} characters in one report, more than {limit}: split it into its reports"
        raise OversizedInput(message, where=where)
    return text


def _refuse_other_encodings(raw: bytes, where: str) -> None:
    for mark, name in OTHER_MARKS:
        if raw.startswith(mark):
            message = f"{where} is {name}, by the byte order mark at byte 0; {_convert(name, where)}"
            raise EncodingInput(message, where=where)


def _refuse_binary(raw: bytes, where: str) -> None:
    for signature, what in SIGNATURES:
        if raw.startswith(signature):
            raise BinaryInput(f"{where} is no text but {what}", where=where)
    nul = raw.find(b"\x00")
    if nul >= 0:
        raise BinaryInput(f"{where} is no text: a NUL byte at byte {nul}; expected UTF-8 text", where=where)
    sample = raw[:_SAMPLE]
    controls = sum(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in sample)
    if controls * 10 > len(sample):
        share = f"{controls} of the first {len(sample)} bytes are control codes"
        raise BinaryInput(f"{where} is no text: {share}; expected UTF-8 text", where=where)


def _not_utf8(raw: bytes, offset: int, where: str) -> str:
    line = raw.count(b"\n", 0, offset) + 1
    found = f"byte 0x{raw[offset]:02X} at byte {offset} (line {line})"
    return f"{where} is not UTF-8: {found}; {_convert('WINDOWS-1252', where)} if that is its encoding"


def _convert(encoding: str, where: str) -> str:
    name = "input" if where == "-" else where
    return f"convert it with `iconv -f {encoding} -t UTF-8 {name}`"

"""The lines of a GeoNames dump, from a text file or the zip archive that geonames.org serves; never more than allowed."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dateline.errors import BinaryInput, EmptyInput, OversizedInput, UnreadableInput

ZIP_MAGIC = b"PK"


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpLimits:
    """How much is read before a file counts as an attack: the largest real country (2026) is 0.3 GB, packed 1:5."""

    packed_bytes: int = 512 * 2**20
    text_bytes: int = 2 * 2**30
    line_bytes: int = 64 * 2**10
    ratio: int = 60


def dump_lines(path: Path, *, country: str, limits: DumpLimits | None = None) -> Iterator[tuple[int, bytes]]:
    """(number from 1, bytes with the line break) of every line.

    Raises an InputError for a file that cannot be read, is no dump, is damaged, or passes a limit.
    """
    limits = limits or DumpLimits()
    where = str(path)
    try:
        with _opened(path, country=country, limits=limits) as file:
            yield from _lines(file, where=where, limits=limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise BinaryInput(f"{where} is a damaged or cut archive ({error}); fetch it again", where=where) from error
    except OSError as error:
        raise UnreadableInput(f"{where} cannot be read: {error.strerror or error}", where=where) from error


@contextmanager
def _opened(path: Path, *, country: str, limits: DumpLimits) -> Iterator[IO[bytes]]:
    with path.open("rb") as file:
        if file.read(2) != ZIP_MAGIC:
            file.seek(0)
            yield file
            return
        with zipfile.ZipFile(file) as archive, archive.open(_member(archive, path, country, limits)) as member:
            yield member


def _member(archive: zipfile.ZipFile, path: Path, country: str, limits: DumpLimits) -> zipfile.ZipInfo:
    """The country's table in the archive; names with folders in them are never followed, nothing is unpacked to disk."""
    wanted, where = f"{country}.txt", str(path)
    info = next((i for i in archive.infolist() if i.filename == wanted), None)
    if info is None:
        names = ", ".join(ascii(i.filename[:40])[1:-1] for i in archive.infolist()[:3]) or "nothing"
        raise BinaryInput(f"{where} holds {names}, not {wanted}", where=where)
    if info.flag_bits & 1:
        raise BinaryInput(f"{where} is encrypted", where=where)
    packed = max(info.compress_size, 1)
    if info.file_size > limits.text_bytes or info.file_size / packed > limits.ratio:
        raise OversizedInput(
            f"{where} unpacks to {info.file_size:,} bytes from {info.compress_size:,}; "
            f"allowed are {limits.text_bytes:,} and {limits.ratio} to one",
            where=where,
        )
    return info


def _lines(file: IO[bytes], *, where: str, limits: DumpLimits) -> Iterator[tuple[int, bytes]]:
    """The lines of the stream; what the archive says of its size is not believed but counted."""
    read = number = 0
    while line := file.readline(limits.line_bytes):
        number += 1
        read += len(line)
        if read > limits.text_bytes:
            raise OversizedInput(f"{where} is longer than {limits.text_bytes:,} bytes", where=where)
        if len(line) == limits.line_bytes and not line.endswith(b"\n"):
            raise OversizedInput(f"{where}: line {number} is longer than {limits.line_bytes:,} bytes", where=where)
        if number == 1:
            _look(line, where=where)
        yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
    if not number:
        raise EmptyInput(f"{where} is empty", where=where)


def _look(line: bytes, *, where: str) -> None:
    if b"\0" in line:
        raise BinaryInput(f"{where} is no text; expected a GeoNames dump (.txt or .zip)", where=where)
    if b"\t" not in line:
        raise BinaryInput(f"{where} has no columns; expected a GeoNames dump, 19 columns between tabs", where=where)

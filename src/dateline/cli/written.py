"""Files that commands write: never over a ledger, which no command could bring back."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, Any

import click

DATABASE = b"SQLite format 3\x00"
"""How every SQLite file begins (sqlite.org/fileformat.html)."""
BESIDE = ("-wal", "-shm", "-journal", ".lock")
"""What stands beside a ledger while it is used."""


class WrittenFile(click.File):
    """A text file to write, or - for stdout; raises BadParameter for a ledger."""

    def __init__(self, *, lazy: bool | None = None) -> None:
        super().__init__("w", encoding="utf-8", lazy=lazy)

    def convert(
        self, value: str | os.PathLike[str] | IO[Any], param: click.Parameter | None, ctx: click.Context | None
    ) -> IO[Any]:
        """The file, opened as click does."""
        if isinstance(value, str | os.PathLike):
            _spare_ledgers(Path(value))
        return super().convert(value, param, ctx)


class WrittenPath(click.Path):
    """The path of a file to write; raises BadParameter for a ledger."""

    def __init__(self, *, dir_okay: bool = True) -> None:
        super().__init__(path_type=Path, dir_okay=dir_okay)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path, looked at as click does."""
        _spare_ledgers(Path(value))
        return super().convert(value, param, ctx)


def _spare_ledgers(path: Path) -> None:
    owner = next((str(path).removesuffix(end) for end in BESIDE if str(path).endswith(end)), "")
    kept = next((one for one in (path, Path(owner or path)) if _is_database(one)), None)
    if kept is not None:
        raise click.BadParameter(f"{path} is a ledger or part of one and is not written over: name another file")


def _is_database(path: Path) -> bool:
    try:
        if not path.is_file():  # a pipe would wait for somebody to write into it
            return False
        with path.open("rb") as stream:
            return stream.read(len(DATABASE)) == DATABASE
    except OSError:  # not there, or not to be read: then opening it to write says so
        return False

"""Watching folders, feed files and feeds for what is new."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from dateline.desk.fetching import Fetcher, Tag
from dateline.errors import InputError, UnreadableInput, UsageError
from dateline.model.address import web_address
from dateline.read import Document, Given, Reject, read_inputs
from dateline.read.feed import MOST_BYTES, SUFFIXES, looks_like_a_feed, read_feed

READ = (".txt", ".md", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", *SUFFIXES)
"""Files of a folder that are read; others may be anything."""
SETTLED_S = 2.0
"""Seconds since a file was last written: before that it may be half there."""
MOST_FILES = 100_000
Mark = tuple[int, int]


@dataclass(kw_only=True)
class Memory:
    """What was seen: tags of feeds by address, time and size of files by path. Losing it costs time, nothing else.

    `unsound` are those of which something was rejected: they are looked at again after a restart, so that every run
    tells of them.
    """

    path: Path | None
    tags: dict[str, Tag] = field(default_factory=dict)
    files: dict[str, Mark] = field(default_factory=dict)
    unsound: set[str] = field(default_factory=set)

    @classmethod
    def load(cls, path: Path | None) -> Memory:
        """What a file remembers; nothing where it is absent or damaged."""
        try:
            found = json.loads(path.read_text("utf-8")) if path else {}
            tags = {str(url): Tag(**_tag(tag)) for url, tag in found.get("tags", {}).items()}
            files = {str(name): (int(mark[0]), int(mark[1])) for name, mark in found.get("files", {}).items()}
        except (OSError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
            return cls(path=path)
        return cls(path=path, tags=tags, files=files)

    def save(self) -> None:
        """Write it whole or not at all; where that cannot be, the next start looks at everything again."""
        if self.path is None:
            return
        draft = self.path.with_name(f"{self.path.name}.{os.getpid()}.new")
        tags = {url: Tag(wait=tag.wait) if url in self.unsound else tag for url, tag in self.tags.items()}
        files = {name: mark for name, mark in self.files.items() if name not in self.unsound}
        content = {"tags": {url: asdict(tag) for url, tag in tags.items()}, "files": files}
        try:
            draft.write_text(json.dumps(content, indent=1), "utf-8")
            draft.replace(self.path)
        except OSError:
            draft.unlink(missing_ok=True)


def _tag(given: dict[str, Any]) -> dict[str, Any]:
    return {"etag": str(given["etag"]), "modified": str(given["modified"]), "wait": float(given["wait"])}


@dataclass(kw_only=True)
class Watch:
    """The sources that are watched; `unsettled` counts the files passed over because they were just being written,
    `unchanged` the files and feeds with nothing new in them.

    What a round saw is remembered only by `keep`: call it when the documents are in the ledger. Whoever does not comes
    to them again, which the ledger takes for known.
    """

    sources: tuple[str, ...]
    given: Given
    memory: Memory
    fetcher: Fetcher
    unsettled: int = 0
    unchanged: int = 0
    _tags: dict[str, Tag] = field(default_factory=dict)
    _files: dict[str, Mark] = field(default_factory=dict)

    def round(self) -> Iterator[Document | Reject]:
        """What is new in every source, in order."""
        self.unsettled = self.unchanged = 0
        for source in self.sources:
            try:
                yield from self._url(source) if is_url(source) else self._path(Path(source))
            except InputError as error:
                yield Reject.of(error)

    def keep(self) -> None:
        """Remember what was seen since the last time."""
        if self._tags or self._files:
            self.memory.tags.update(self._tags)
            self.memory.files.update(self._files)
            self._tags, self._files = {}, {}
            self.memory.save()

    def _url(self, url: str) -> Iterator[Document | Reject]:
        found = self.fetcher.fetch(url, self.memory.tags.get(url, Tag()))
        if found.content is not None:
            yield from self._noting(url, read_feed(found.content, where=url, given=self.given))
        else:
            self.unchanged += 1
        self._tags[url] = found.tag

    def _noting(self, name: str, found: Iterable[Document | Reject]) -> Iterator[Document | Reject]:
        """What was found in a source, which is unsound as soon as some of it is rejected."""
        self.memory.unsound.discard(name)
        try:
            for item in found:
                if isinstance(item, Reject):
                    self.memory.unsound.add(name)
                yield item
        except InputError:
            self.memory.unsound.add(name)
            raise

    def _path(self, path: Path) -> Iterator[Document | Reject]:
        if not path.exists():
            raise UnreadableInput(f"{path} does not exist, or has just gone: look at its name", where=str(path))
        for file in _files_in(path) if path.is_dir() else (path,):
            mark = self._mark(file)
            if mark is None:
                self.unsettled += 1
                continue
            if self.memory.files.get(str(file)) == mark:
                self.unchanged += 1
                continue
            try:
                yield from self._noting(str(file), self._file(file))
            except InputError as error:
                yield Reject.of(error)
            self._files[str(file)] = mark

    def _mark(self, file: Path) -> Mark | None:
        """When it was written, and how long it is; None for one that is not settled or has gone."""
        try:
            stat = file.stat()
        except OSError:
            return None
        return None if self.fetcher.now() - stat.st_mtime < SETTLED_S else (stat.st_mtime_ns, stat.st_size)

    def _file(self, file: Path) -> Iterator[Document | Reject]:
        """A feed as its items, anything else as a file of `ingest`."""
        if file.suffix.lower() in SUFFIXES or ((raw := _head(file)) and looks_like_a_feed(raw)):
            yield from read_feed(_bytes(file), where=str(file), given=self.given)
        else:
            yield from read_inputs(file, given=self.given)


def _files_in(folder: Path) -> Iterable[Path]:
    """The files of a folder and those in it that can be read, by name; hidden ones and links elsewhere are left alone."""
    found = []
    for base, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files = (Path(base, name) for name in names if not name.startswith("."))
        found += [file for file in files if file.suffix.lower() in READ and not file.is_symlink()]
        if len(found) > MOST_FILES:
            raise UsageError(f"{folder} holds more than {MOST_FILES:,} files: watch the folders in it that matter")
    return sorted(found)


def _head(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(4096)
    except OSError:
        return b""


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableInput(f"{file} cannot be read: {error.strerror}", where=str(file)) from error


def is_url(source: str) -> bool:
    """Whether a source is a feed's address; raises UsageError for an address that cannot be fetched."""
    if "://" not in source:
        return False
    if web_address(source) is None:
        raise UsageError(f"{source!r} is no address of a feed; expected https://… without a name or password in it")
    return True

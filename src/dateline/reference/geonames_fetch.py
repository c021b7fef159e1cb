"""Fetches a country's dump from geonames.org, only when the user asks for it, and goes on where an earlier try broke off."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx

from dateline.errors import OversizedInput, UnreadableInput
from dateline.reference.geonames_dump import DumpLimits

ADDRESS = "https://download.geonames.org/export/dump/{country}.zip"
PART = ".part"
BLOCK = 2**16


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """Where a download goes, what it may weigh, and whom to tell: `advance` gets (bytes so far, bytes in all or None)."""

    folder: Path
    limits: DumpLimits
    advance: Callable[[int, int | None], None]


def client() -> httpx.Client:
    """A client for downloads: half a minute of silence ends it, redirects are followed over https only."""
    return httpx.Client(timeout=30.0, follow_redirects=True, event_hooks={"request": [_only_https]})


def _only_https(request: httpx.Request) -> None:
    if request.url.scheme != "https":
        raise httpx.UnsupportedProtocol(f"will not fetch {request.url} without encryption", request=request)


def fetch(country: str, *, http: httpx.Client, to: Fetch) -> Path:
    """The path of the fetched archive; raises UnreadableInput (what came stays for the next try) or OversizedInput."""
    address = ADDRESS.format(country=country)
    whole = to.folder / f"{country}.zip"
    part = whole.with_name(whole.name + PART)
    try:
        to.folder.mkdir(parents=True, exist_ok=True)
        _stream(address, part, http, to)
        part.replace(whole)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        kept = part.stat().st_size if part.is_file() else 0
        hint = f"; {kept:,} bytes are kept, the same command goes on from there" if kept else ""
        raise UnreadableInput(f"{address} cannot be fetched: {error}{hint}", where=address) from error
    except OSError as error:
        raise UnreadableInput(f"{to.folder} cannot be written: {error.strerror or error}", where=address) from error
    _forget(part)
    return whole


def _stream(address: str, part: Path, http: httpx.Client, to: Fetch) -> None:
    """Append to the part that is there if the server still has the same file, else begin again."""
    have, tag = _had(part)
    headers = {"Range": f"bytes={have}-", "If-Range": tag} if have and tag else {}
    with http.stream("GET", address, headers=headers) as answer:
        if answer.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            _forget(part)
            raise httpx.HTTPError("the part that was kept does not fit the file any more; try again")
        answer.raise_for_status()
        goes_on = _goes_on(answer, have)
        done = have if goes_on else 0
        length = answer.headers.get("Content-Length", "")
        total = done + int(length) if length.isdigit() else None
        _check(total or done, address, to.limits)
        _remember(part, answer)
        with part.open("ab" if goes_on else "wb") as file:
            for block in answer.iter_raw(BLOCK):
                done += len(block)
                _check(done, address, to.limits)
                file.write(block)
                to.advance(done, total)
    if total is not None and done != total:
        raise httpx.HTTPError(f"{done:,} of {total:,} bytes came")


def _goes_on(answer: httpx.Response, have: int) -> bool:
    """Whether the answer is the rest of what is there; another part than the one asked for is an error."""
    if answer.status_code != httpx.codes.PARTIAL_CONTENT:
        return False
    given = str(answer.headers.get("Content-Range", ""))
    if not given.startswith(f"bytes {have}-"):
        raise httpx.HTTPError(f"asked for the bytes from {have:,}, got {given!a}")
    return True


def _check(size: int, address: str, limits: DumpLimits) -> None:
    if size > limits.packed_bytes:
        raise OversizedInput(f"{address} has more than {limits.packed_bytes:,} bytes", where=address)


def _tag_file(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _had(part: Path) -> tuple[int, str | None]:
    """How many bytes an earlier try left, and the strong tag or date that the server gave them."""
    try:
        size, kept = part.stat().st_size, json.loads(_tag_file(part).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return 0, None
    tag = kept.get("tag") if isinstance(kept, dict) else None
    return (size, tag) if isinstance(tag, str) else (0, None)


def _remember(part: Path, answer: httpx.Response) -> None:
    tag = answer.headers.get("ETag", "")
    if not tag or tag.startswith("W/"):
        tag = answer.headers.get("Last-Modified", "")
    _tag_file(part).write_text(json.dumps({"tag": tag or None}), encoding="utf-8")


def _forget(part: Path) -> None:
    part.unlink(missing_ok=True)
    _tag_file(part).unlink(missing_ok=True)

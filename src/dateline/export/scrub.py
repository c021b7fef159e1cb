"""Cleaning every string of a value, however deep: no field has to be remembered, none can be forgotten."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from operator import is_
from typing import Any, TypeVar, get_args
from urllib.parse import unquote, urlsplit

from dateline.export.shared import ExportActor, ExportPlace, ExportReport
from dateline.model.time import Precision, TimeRange
from dateline.model.vocabulary import Fluent, Modality, Mode, Polarity
from dateline.reference.countries import Country

T = TypeVar("T")
Clean = Callable[[str], str]

CLOSED_WORDS = frozenset(word for names in (Modality, Polarity, Fluent, Mode, Precision) for word in get_args(names))
_DIGEST = re.compile(r"[0-9a-f]{64}")
"""Words of closed vocabularies and digests stay as they are; by value, not by field: a field may hold anything."""

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://\S+")
RECURRING = (ExportActor, ExportPlace, ExportReport, TimeRange)
"""What many rows have in common."""

DEEPEST_ENCODING = 3
"""How often an address may be percent-encoded over before it is not worth decoding."""


def scrub(value: T, clean: Clean, *, kept: dict[Any, Any] | None = None) -> T:
    """The same value with every string cleaned; numbers, times and registered countries stay.

    `kept` holds what became of values that recur (actors, places, reports) under the same `clean`.
    """
    return _scrubbed(value, clean, kept)  # type: ignore[no-any-return]


def _scrubbed(value: Any, clean: Clean, kept: dict[Any, Any] | None) -> Any:
    if kept is None or not isinstance(value, RECURRING):
        return _anew(value, clean, kept)
    if value not in kept:
        kept[value] = _anew(value, clean, kept)
    return kept[value]


def _anew(value: Any, clean: Clean, kept: dict[Any, Any] | None) -> Any:
    """The value itself where nothing in it was to be cleaned: most rows are not made twice."""
    if isinstance(value, str):
        return _text(value, clean)
    if value is None or isinstance(value, int | float | datetime | Country):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        parts = ((f.name, getattr(value, f.name)) for f in fields(value))
        cleaned = {name: (part, _scrubbed(part, clean, kept)) for name, part in parts}
        changed = {name: new for name, (old, new) in cleaned.items() if new is not old}
        return replace(value, **changed) if changed else value
    if isinstance(value, tuple | list):
        found = [_scrubbed(part, clean, kept) for part in value]
        return value if all(map(is_, found, value)) else type(value)(found)
    if isinstance(value, Mapping):
        return {_scrubbed(key, clean, kept): _scrubbed(part, clean, kept) for key, part in value.items()}
    return value


def _text(text: str, clean: Clean) -> str:
    if text in CLOSED_WORDS or _DIGEST.fullmatch(text):
        return text
    bare = _ADDRESS.sub(lambda match: _address(match[0], clean), text) if "://" in text else text
    bare = clean(bare)
    return text if bare == text else bare


def _address(url: str, clean: Clean) -> str:
    """The address, or its host alone where the rest would be changed, or nothing where even the host would."""
    plain = decoded(url)
    if clean(plain) == plain:
        return url
    root = host_alone(url)
    return root if clean(root) == root else ""


def decoded(url: str) -> str:
    """The address as its reader understands it, percent-encodings and plus signs read."""
    for _ in range(DEEPEST_ENCODING):
        url = unquote(url)
    return url.replace("+", " ")


def host_alone(url: str) -> str:
    """Scheme and host of an address; empty for one that is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.hostname}/" if parts.hostname else ""

"""Where a page ended: an opaque word that a caller hands back for the next page."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, literal, tuple_

from dateline.errors import UsageError

Key = Sequence[Column[Any]]


def position_at(*values: str | int) -> str:
    """The position after the row with these values of the order's columns."""
    return base64.urlsafe_b64encode(json.dumps(values, separators=(",", ":")).encode()).decode().rstrip("=")


def beyond(order: Key, position: str) -> ColumnElement[bool]:
    """Whether a row comes after a position in that order; raises UsageError for a word that is no position of it."""
    values = _values(position)
    kinds = tuple(column.type.python_type for column in order)
    if len(values) != len(kinds) or any(type(value) is not kind for value, kind in zip(values, kinds, strict=True)):
        raise UsageError(f"{position[:80]!r} is no position of these rows: use the one that came with the page before")
    return tuple_(*order) > tuple_(*(literal(value, column.type) for value, column in zip(values, order, strict=True)))


def _values(position: str) -> list[Any]:
    padded = position.encode("utf-8", "replace") + b"=" * (-len(position) % 4)
    try:
        found = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        return []
    return found if isinstance(found, list) else []

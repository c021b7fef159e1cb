"""JSON as bytes, for every format that is JSON underneath."""

from __future__ import annotations

import json
from typing import Any


def json_bytes(value: Any, *, indent: int | None = None) -> bytes:
    """UTF-8 JSON without NaN; a lone surrogate is written as its escape."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, allow_nan=False, indent=indent).encode()


def filled(**values: Any) -> dict[str, Any]:
    """The values that are known; formats that have no null leave the others out."""
    return {key: value for key, value in values.items() if value is not None}

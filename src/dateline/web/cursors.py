"""Where a page ends, as a word that only we can have written.

A cursor holds the sort key of the last row of its page, not its number: rows that come in later move nothing. It is
sealed together with what was asked for, so that it goes on with that question or with none.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import Any

from dateline.errors import UsageError

_SEAL = 12
"""Bytes of the seal: it guards against mistakes and mischief, no secret hangs on it."""


class CursorError(UsageError):
    """The cursor is none of ours, or one of another question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursors:
    """Makes and reads the cursors of one ledger; they outlive a restart."""

    key: bytes

    @classmethod
    def of(cls, secret: str) -> Cursors:
        """The cursors sealed with a secret."""
        return cls(key=hashlib.sha256(f"dateline cursor {secret}".encode()).digest())

    def write(self, place: Any, *, question: str) -> str:
        """The cursor for a JSON value."""
        body = json.dumps(place, separators=(",", ":")).encode()
        return base64.urlsafe_b64encode(self._seal(body, question) + body).rstrip(b"=").decode()

    def read(self, cursor: str, *, question: str) -> Any:
        """The value again; raises CursorError for what was not written here for this question."""
        try:
            packed = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        except (ValueError, binascii.Error) as error:
            raise CursorError(_NONE) from error
        seal, body = packed[:_SEAL], packed[_SEAL:]
        if not hmac.compare_digest(seal, self._seal(body, question)):
            raise CursorError(_NONE)
        return json.loads(body)

    def _seal(self, body: bytes, question: str) -> bytes:
        return hmac.new(self.key, question.encode() + b"\x00" + body, hashlib.sha256).digest()[:_SEAL]


_NONE = "this is no cursor of this question: ask again without `cursor`"

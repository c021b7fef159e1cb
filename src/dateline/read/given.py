"""What the caller says about the inputs, and what comes of one input."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.errors import InputError
from dateline.model.text import Report
from dateline.model.time import TimeRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one report may hold: bytes before decoding, code points after it.

    The limit on code points is the parser's: spaCy refuses longer texts, since its memory grows with them.
    """

    max_bytes: int = 20_000_000
    max_chars: int = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the caller knows of all inputs; what an input says of itself goes first."""

    source: str | None = None
    published: TimeRange | None = None
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A report that was read, and what the reader should say about how it was read."""

    report: Report
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """An input that could not be read: which, the stable code of the error, and the whole message."""

    input: str
    code: str
    message: str

    @classmethod
    def of(cls, error: InputError) -> Reject:
        """The row that tells of this error."""
        return cls(input=error.where, code=error.code, message=str(error))

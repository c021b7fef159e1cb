"""The exception tree, on one page.

DatelineError                 every error that Dateline raises on purpose
├── UsageError                the call asks for something that cannot be done (exit code 2)
├── ConfigurationError        a key, model, package or data file is missing or wrong (exit code 2)
├── InputError                one input cannot be read; the other inputs still are (exit code 3 or 4)
│   ├── UnreadableInput       missing, vanished while it was read, a folder, no permission
│   ├── EmptyInput            no bytes, or nothing but white space
│   ├── BinaryInput           bytes that are no text (an image, an archive, an executable)
│   ├── EncodingInput         not the encoding it should be; says at which byte
│   └── OversizedInput        more bytes or characters than the limit
├── LedgerError               the ledger cannot be read or written; what it had acknowledged is still in it
│   ├── LedgerMissing         there is none yet
│   ├── LedgerLocked          somebody else is writing, for longer than we wait (exit code 5)
│   ├── LedgerSchema          written by another version of Dateline: newer, or older and not migrated (exit code 5)
│   ├── LedgerDamaged         truncated, overwritten, no ledger at all, or tampered with
│   ├── LedgerReadOnly        the file, its folder or the role in the database may not be written
│   └── LedgerFull            no room left on the disk, or a limit on the size of files
└── QuoteError                a span that does not quote its report: a defect in Dateline, never in a text

Trouble *in* a text (an impossible date, two voices that disagree) is a Finding and never an exception.
"""

from __future__ import annotations


class DatelineError(Exception):
    """Root of all errors raised on purpose; its message says what was found, where, and what to do."""


class UsageError(DatelineError):
    """The call asks for something that cannot be done."""


class ConfigurationError(DatelineError):
    """A configuration key, model, package or data file is missing or wrong."""


class InputError(DatelineError):
    """One input cannot be read.

    `code` is the stable word that a reject row carries; `where` names the input (a path, or `-`).
    """

    code = "unreadable"

    def __init__(self, message: str, *, where: str) -> None:
        super().__init__(message)
        self.where = where


class UnreadableInput(InputError):
    """The input is missing, vanished while it was read, is a folder, or may not be read."""


class EmptyInput(InputError):
    """The input holds no bytes, or nothing but white space."""

    code = "empty"


class BinaryInput(InputError):
    """The input is no text."""

    code = "binary"


class EncodingInput(InputError):
    """The input is text in another encoding than the one expected."""

    code = "encoding"


class OversizedInput(InputError):
    """The input is larger than the limit."""

    code = "too_large"


class QuoteError(DatelineError):
    """A span does not quote its report."""


class LedgerError(DatelineError):
    """The ledger cannot be read or written; what it had acknowledged is still in it."""


class LedgerMissing(LedgerError):
    """There is no ledger yet."""


class LedgerLocked(LedgerError):
    """Somebody else is writing for longer than we wait."""


class LedgerSchema(LedgerError):
    """The ledger was written by another version of Dateline."""


class LedgerDamaged(LedgerError):
    """The ledger is truncated, overwritten, or no ledger at all."""


class LedgerReadOnly(LedgerError):
    """The file, its folder or the role in the database may not be written."""


class LedgerFull(LedgerError):
    """No room is left for the ledger."""

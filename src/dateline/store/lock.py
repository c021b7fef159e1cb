"""One writer at a time: an advisory lock on a file beside the ledger.

SQLite before 3.51.3 can corrupt a database in WAL mode when two connections write or checkpoint at the same instant (its
"WAL-reset bug"). We never let that instant come: a connection that may write exists only while this lock is held.
The kernel lets the lock go when its process ends, however it ends, so that none is ever left behind.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import LedgerLocked, LedgerReadOnly

_STEP = 0.01


@contextmanager
def file_lock(path: Path, *, timeout: float, shared: bool = False) -> Iterator[None]:
    """Hold the lock; raises LedgerLocked after `timeout` seconds, LedgerReadOnly where no lock file can be made.

    A `shared` lock keeps writers out, not others that share; it needs the file, but no permission to write it.
    """
    flags = os.O_RDONLY if shared else os.O_RDWR | os.O_CREAT
    try:
        descriptor = os.open(path, flags | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise LedgerReadOnly(f"{path} cannot be opened for writing ({error.strerror}): is its folder there?") from error
    try:
        _wait(descriptor, path, timeout, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, path: Path, timeout: float, kind: int) -> None:
    deadline = time.monotonic() + timeout
    while True:
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() >= deadline:
                message = f"{path} is held by another writer since more than {timeout:g} s: wait for it, or end it"
                raise LedgerLocked(message) from error
            time.sleep(_STEP)
        else:
            return

"""Dateline: who did what to whom, where, when – according to whom."""

from dateline.api import Desk, Record, load_engine, open, read, read_file  # noqa: A004 - `dl.open`, never `from dateline import *`
from dateline.errors import DatelineError

__all__ = ["DatelineError", "Desk", "Record", "load_engine", "open", "read", "read_file"]

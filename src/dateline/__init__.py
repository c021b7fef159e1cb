"""Dateline: who did what to whom, where, when – according to whom."""

from dateline.api import Record, load_engine, read, read_file
from dateline.errors import DatelineError

__all__ = ["DatelineError", "Record", "load_engine", "read", "read_file"]

"""Dateline: who did what to whom, where, when – according to whom."""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from dateline.errors import DatelineError

if TYPE_CHECKING:  # what checkers and editors see; loaded when it is asked for, or `dateline --help` took two seconds
    from dateline.api import Desk, Record, load_engine, open, read, read_file  # noqa: A004 - `dl.open`, never `from dateline import *`

__all__ = ["DatelineError", "Desk", "Record", "load_engine", "open", "read", "read_file"]


class _Door(ModuleType):
    """The module itself: its names come from `dateline.api` when somebody first asks for one (as PEP 562 would do it).

    A class and not PEP 562's function, for one name: importing the package `dateline.read` would else put it where `dl.read` is.
    """

    def __getattr__(self, name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module("dateline.api"), name)

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Door

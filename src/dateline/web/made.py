"""Rows that are made when they are looked at, and then kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from threading import Lock
from typing import Generic, TypeVar, overload

Value = TypeVar("Value", covariant=True)
Thing = TypeVar("Thing")


class Made(Sequence[Value]):
    """The rows in an order."""

    def __init__(self, ids: Sequence[str], of: Mapping[str, Value]) -> None:
        self._ids = ids
        self._of = of

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, index: int) -> Value: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Value]: ...
    def __getitem__(self, index: int | slice) -> Value | Sequence[Value]:
        if isinstance(index, slice):
            return [self._of[key] for key in self._ids[index]]
        return self._of[self._ids[index]]


class MadeById(Mapping[str, Value]):
    """The same by id."""

    def __init__(self, ids: Iterable[str], make: Callable[[str], Value]) -> None:
        self._ids = dict.fromkeys(ids)
        self._make = make
        self._made: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        if key not in self._ids:
            raise KeyError(key)
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, key: object) -> bool:
        return key in self._ids


class Kept(Generic[Thing]):
    """What was written before, as long as there is room: what was kept longest goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: dict[tuple[str, str], Thing] = {}
        self._lock = Lock()

    def get(self, key: tuple[str, str]) -> Thing | None:
        """What is kept under a key."""
        return self._found.get(key)

    def keep(self, key: tuple[str, str], value: Thing) -> None:
        """Keep it; threads may do so at once."""
        with self._lock:
            self._found[key] = value
            if len(self._found) > self._most:
                del self._found[next(iter(self._found))]

"""What people decided, by what it is about: read once, and then only what came after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from threading import Lock
from types import MappingProxyType

from dateline.derive.across.judgements import opinions, standing
from dateline.model.ledger import Judgement
from dateline.store import Ledger
from dateline.store.judged import judgements_since

By = Mapping[str, tuple[Judgement, ...]]
_NONE: Mapping[str, Judgement] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class Judged:
    """All judgements up to a line of the log, undone ones among them, in its order; a value that never changes.

    `about` has them by their subject, `made_by` by who judged; `opinions` by claim and coder what each says now.
    """

    last: int = 0
    by_id: Mapping[str, Judgement] = field(default_factory=dict)
    about: By = field(default_factory=dict)
    made_by: By = field(default_factory=dict)
    opinions: Mapping[str, Mapping[str, Judgement]] = field(default_factory=dict)

    def with_more(self, new: Iterable[Judgement], *, last: int) -> Judged:
        """With those that came after: only what they are about is thought over anew."""
        more = tuple(new)
        about = _added(self.about, ((one.subject, one) for one in more))
        said = dict(self.opinions)
        for subject in {one.subject for one in more}:
            said.pop(subject, None)
            said.update(opinions(about[subject]))
        return Judged(
            last=last,
            by_id={**self.by_id, **{one.id: one for one in more}},
            about=about,
            made_by=_added(self.made_by, ((one.by, one) for one in more)),
            opinions=said,
        )

    def of(self, claim: str) -> Mapping[str, Judgement]:
        """What each coder says of a claim now."""
        return self.opinions.get(claim, _NONE)

    def standing(self, claim: str) -> tuple[Judgement, ...]:
        """The judgements about a claim that nothing undoes, oldest first."""
        return tuple(standing(self.about.get(claim, ())))

    def last_of(self, coder: str | None) -> Judgement | None:
        """The coder's latest judgement that stands: what an undo takes back."""
        own = sorted(self.made_by.get(coder or "", ()), key=lambda one: (one.at, one.id), reverse=True)
        return next((one for one in own if not one.undoes and one in self.standing(one.subject)), None)


def _added(known: By, new: Iterable[tuple[str, Judgement]]) -> By:
    found: dict[str, list[Judgement]] = {}
    for key, one in new:
        found.setdefault(key, []).append(one)
    return {**known, **{key: (*known.get(key, ()), *more) for key, more in found.items()}}


class Judgements:
    """The judgements of a served ledger; threads may share it. Somebody else may write to the ledger meanwhile."""

    def __init__(self) -> None:
        self._known = Judged()
        self._lock = Lock()

    def now(self, ledger: Ledger) -> Judged:
        """All of them as of now; what is known already is not read again, unless a redaction took words out of it."""
        with self._lock:
            new, last, anew = judgements_since(ledger, self._known.last)
            before = Judged() if anew else self._known
            if new or last != self._known.last:
                self._known = before.with_more(new, last=last) if new else replace(before, last=last)
            return self._known

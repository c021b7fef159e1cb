"""Whose verdicts a reader may see: a second coder judges blind, on every screen and in every answer of the API."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from fastapi import Request

from dateline.desk import Change
from dateline.model.ledger import Judgement
from dateline.web.judged import Judged, Judgements
from dateline.web.room import Room
from dateline.web.security import SESSION, bearer_of, reviewer_of, same_token

CODINGS = ("verdict", "edit")
"""The actions that a second coder must not see before judging; merges, splits and grades are of no claim's coding."""
KEPT_BACK = "a coding; what was said of it is shown to those who have judged it"
_JUDGED = ("judged", "edited", "undone")


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Who asks: `me` is the coder who is signed in, None for somebody who is not.

    `everything`: a ledger that is served for reading alone, or a program that shows the token.
    """

    judged: Judged
    me: str | None
    everything: bool

    @property
    def key(self) -> str:
        """What stands for the reader in an ETag."""
        return "" if self.everything else f"as {self.me or 'anybody'}"

    def hidden(self, subject: str) -> bool:
        """Whether what coders said of a claim is kept from the reader, who has yet to judge it.

        Who is not signed in may be about to judge; so such a reader sees a claim's verdicts when two have judged it.
        """
        if self.everything or not any(one.action in CODINGS for one in self.judged.about.get(subject, ())):
            return False
        said = self.judged.of(subject)
        return len(said) < 2 if self.me is None else self.me not in said

    def judgement_hidden(self, judgement: Judgement) -> bool:
        """The same for one judgement; one's own are never hidden."""
        kept = self.judged.by_id.get(judgement.id, judgement)
        return (self.me is None or kept.by != self.me) and self.hidden(kept.subject)

    def changes(self, told: Iterable[Change]) -> Iterator[Change]:
        """Changes of a ledger, those that tell of a hidden verdict without it: that somebody judged is no secret."""
        for one in told:
            hidden = one.change in _JUDGED and one.by != self.me and self.hidden(one.subject)
            yield replace(one, change="judged", what=KEPT_BACK, reason="") if hidden else one


def reader_of(request: Request, room: Room) -> Reader:
    """Who asks."""
    judgements: Judgements = request.app.state.judgements
    options, given = room.options, bearer_of(request)
    shows_token = given is not None and options.token is not None and same_token(given, options.token)
    return Reader(
        judged=judgements.now(room.view().ledger),
        me=reviewer_of(request.cookies.get(SESSION, ""), options.seal),
        everything=shows_token or not options.write,
    )

"""`dateline review`: one claim at a time on the terminal, judged by single keys."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

import click

from dateline.cli.config import settings_here
from dateline.cli.judge import parsed_fields
from dateline.cli.ledger import ledger_option, opened, signed
from dateline.desk import Item, Wanted, edit_claim, give_verdict, item_of, progress, queue, undo
from dateline.desk.typed import typed_names
from dateline.errors import UsageError
from dateline.export.visible import one_line
from dateline.export.vocabulary import role_word
from dateline.model.ledger import Judgement, Verdict
from dateline.store import ClaimQuery, Ledger

AROUND = 160
"""Code points of the report shown on either side of the words."""
PAGE = 20
"""Claims fetched at once."""
HELP = """\
a  accept: coded right        r  reject: no such claim      u  unsure: nobody can tell
e  edit: FIELD=VALUE, then why (act=capture, place=NAME, days=2023-11-14, roles.agent=NAME, quote=WORDS, …)
j  next                       k  back                       z  undo the last judgement
?  this help                  q  quit; everything judged so far is kept"""

ALL_KEYS = "keys: a accept, r reject, u unsure, e edit, j next, k back, z undo, ? help, q quit"
VERDICTS = MappingProxyType({"positive": "accepted", "negative": "rejected", "unsure": "unsure", "none": "undone"})


@click.command()
@ledger_option
@click.option("--coder", metavar="NAME", help="Who reviews. Default: your login.")
@click.option(
    "--blind/--seeing", default=None, help="Do not show what others said before you judged. Default: `review.blind`."
)
@click.option("--place", metavar="NAME", help="Only claims of this place, by name or id.")
@click.option("--act", metavar="ACT", help="Only claims of this act.")
@click.option("--coded/--not-coded", default=None, help="Only claims that count as an event, or only the others.")
@click.option("--again", is_flag=True, help="Also claims that you judged before.")
def review(**flags: Any) -> None:
    """Review claims one at a time: each as a sentence with the words around it, judged by single keys.

    Keys: a accept, r reject, u unsure, e edit, j next, k back, z undo, ? help, q quit. Every judgement is kept at once,
    under your name: others may review the same ledger at the same time. Needs a terminal; without one use
    `dateline judge`.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "review needs a terminal to read keys from; use `dateline claims` and `dateline judge` instead"
        )
    with opened(flags["where"], write=True) as ledger:
        session = Session(ledger=ledger, coder=signed(flags["coder"]), wanted=_wanted(ledger, flags))
        session.run(keys(click.getchar).__next__)


def keys(read: Callable[[], str]) -> Iterator[str]:
    """Single keys: typed fast or pasted they come several at once; a sequence of an arrow key is one."""
    while True:
        typed = read()
        yield from (typed,) if typed.startswith("\x1b") else typed or ("",)


def _wanted(ledger: Ledger, flags: Mapping[str, Any]) -> Wanted:
    blind = flags["blind"] if flags["blind"] is not None else settings_here()["review.blind"] == "true"
    query = ClaimQuery(act=flags["act"], codeable=flags["coded"])
    if flags["place"]:
        places = typed_names(ledger, places=(flags["place"],)).ids(flags["place"], "place")
        if len(places) > 1:
            raise UsageError(f"{flags['place']!r} may be any of {', '.join(sorted(places))}: give the id")
        query = replace(query, place=next(iter(places)))
    return Wanted(query=query, blind=blind, again=flags["again"])


@dataclass(kw_only=True)
class Session:
    """One sitting of one coder; `say` prints, `ask` reads a line."""

    ledger: Ledger
    coder: str
    wanted: Wanted
    say: Callable[[str], object] = click.echo
    ask: Callable[[str], str] = lambda question: str(click.prompt(question, default="", show_default=False))
    seen: list[Item] = field(default_factory=list)
    at: int = 0
    made: list[Judgement] = field(default_factory=list)

    def run(self, key: Callable[[], str]) -> None:
        """Show and judge until the keys say quit or nothing is left."""
        self.say(ALL_KEYS)
        while (item := self._current()) is not None:
            self.say(shown(item))
            while not self._answer(item, key()):
                continue
            if self.at < 0:
                break
        self.say(self._farewell())

    def _answer(self, item: Item, key: str) -> bool:
        """Do what a key asks for; whether another claim is to be shown."""
        if key in ("q", "\x03", "\x04", ""):
            self.at = -1
            return True
        if key not in KEYS:
            self.say(ALL_KEYS if key != "?" else HELP)
            return False
        try:
            return KEYS[key](self, item)
        except (UsageError, click.BadParameter) as error:
            self.say(f"not kept: {error.message if isinstance(error, click.BadParameter) else error}")
            return False

    def verdict(self, item: Item, verdict: Verdict) -> bool:
        """Judge; what is not simply right may have its reason."""
        reason = "" if verdict == "positive" else self.ask("why (may stay empty)")
        self.made.append(give_verdict(self.ledger, item.claim.id, verdict, by=self.coder, reason=reason))
        return self.move(1)

    def edit(self, item: Item) -> bool:
        """Correct a field."""
        given = self.ask("FIELD=VALUE (empty: nothing)")
        if not given.strip():
            return False
        reason = self.ask("why")
        fields = parsed_fields((given,))
        self.made.append(edit_claim(self.ledger, item.claim.id, fields, by=self.coder, reason=reason))
        self.seen[self.at] = item_of(self.ledger, self.coder, item.coded, blind=self.wanted.blind)
        return True

    def undo(self) -> bool:
        """Take the last judgement of this sitting back and show its claim."""
        if not self.made:
            self.say("nothing was judged yet")
            return False
        last = self.made.pop()
        undo(self.ledger, last.id, by=self.coder, reason="undone at once in review")
        self.at = next(n for n, item in enumerate(self.seen) if item.claim.id == last.subject)
        self.seen[self.at] = item_of(self.ledger, self.coder, self.seen[self.at].coded, blind=self.wanted.blind)
        return True

    def move(self, step: int) -> bool:
        """Go on or back."""
        if self.at + step < 0:
            self.say("this is the first one")
            return False
        self.at += step
        return True

    def _current(self) -> Item | None:
        if self.at >= len(self.seen):
            known = frozenset(item.claim.id for item in self.seen)
            self.seen.extend(queue(self.ledger, self.coder, wanted=replace(self.wanted, skip=known), limit=PAGE))
        return self.seen[self.at] if 0 <= self.at < len(self.seen) else None

    def _farewell(self) -> str:
        so_far = progress(self.ledger, self.coder)
        return f"{self.coder} judged {so_far.judged} of {so_far.claims} claims, {so_far.left} are left"


KEYS: Mapping[str, Callable[[Session, Item], bool]] = MappingProxyType(
    {
        "a": lambda session, item: session.verdict(item, "positive"),
        "r": lambda session, item: session.verdict(item, "negative"),
        "u": lambda session, item: session.verdict(item, "unsure"),
        "e": Session.edit,
        "j": lambda session, item: session.move(1),
        "k": lambda session, item: session.move(-1),
        "z": lambda session, item: session.undo(),
    }
)
"""What keys do, besides ? and q; each says whether a claim is to be shown (again)."""


def shown(item: Item) -> str:
    """The claim as a sentence, what was made of it, the words around it, and what was said of it."""
    line = item.line
    roles = "; ".join(f"{role_word(role)} (roles.{role}): {', '.join(names)}" for role, names in line.roles.items())
    said = (f"{one.by}: {_said(one)} {one.reason}" for one in item.opinions)
    parts = (
        "",
        click.style(line.sentence, bold=True),
        f"{line.id} · {line.facts}{' · corrected' if item.edited else ''}",
        roles,
        around(item),
        *map(one_line, said),
    )
    return "\n".join(part for n, part in enumerate(parts) if part or n == 0)


def _said(one: Judgement) -> str:
    """What a coder did, in the words of the keys."""
    return VERDICTS.get(str(one.verdict), str(one.verdict)) if one.action == "verdict" else one.action


def around(item: Item) -> str:
    """The report's words around the claim, those that it rests on in ›…‹."""
    spans = item.claim.spans
    start, end = max(0, spans[0][0] - AROUND), min(len(item.text), spans[-1][1] + AROUND)
    words, at = [], start
    for first, last in spans:
        words += [item.text[at:first], "›", item.text[first:last], "‹"]
        at = last
    words.append(item.text[at:end])
    return one_line(f"{'…' * (start > 0)}{''.join(words)}{'…' * (end < len(item.text))}")

"""`dateline judge`: accept, reject, doubt or correct a claim; merge and split events; grade a source; take it back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

import click

from dateline.cli.ledger import Decorator, by_option, ledger_option, opened, said, signed
from dateline.desk import edit_claim, give_verdict, grade_source, merge_events, split_event, undo
from dateline.desk.editing import EDITABLE
from dateline.model.ledger import Judgement, Verdict
from dateline.store import Ledger

reason_option: Decorator = click.option(
    "--reason", required=True, callback=said, metavar="WORDS", help="Why; not empty."
)
dry_option: Decorator = click.option("--dry-run", is_flag=True, help="Look whether that can be judged, write nothing.")

Act = Callable[[Ledger, str], Judgement]


def judging(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that all judgements have."""
    for option in (dry_option, reason_option, by_option, ledger_option):
        command = option(command)
    return command


@click.group()
def judge() -> None:
    """Judge claims, events and sources, with who and why; nothing is overwritten.

    Every judgement is a row of its own, and so is its undoing. The commands print the id of the judgement.
    """


def _verdict(name: str, verdict: Verdict, about: str) -> click.Command:
    @judge.command(name, help=about, short_help=about.partition(".")[0] + ".")
    @click.argument("claim", metavar="CLAIM")
    @judging
    def give(claim: str, **flags: Any) -> None:
        _do(flags, lambda ledger, by: give_verdict(ledger, claim, verdict, by=by, reason=flags["reason"]))

    return give


accept = _verdict("accept", "positive", "Say that a claim was coded right.")
reject = _verdict(
    "reject", "negative", "Say that there is no such claim. It stays in the ledger and counts in no event."
)
unsure = _verdict("unsure", "unsure", "Say that nobody can tell. The claim counts as it was coded.")
withdraw = _verdict("withdraw", "none", "Take one's own opinion of a claim back, without another one.")


@judge.command()
@click.argument("claim", metavar="CLAIM")
@click.option(
    "--set", "fields", multiple=True, required=True, metavar="FIELD=VALUE", help="A field and what it is; repeatable."
)
@click.option(
    "--words", multiple=True, metavar="FIELD=WORDS", help="Words of the report that say so, for a field; repeatable."
)
@judging
def edit(claim: str, *, fields: tuple[str, ...], words: tuple[str, ...], **flags: Any) -> None:
    """Correct fields of the claim CLAIM: derivations see the correction, what was coded stays beside it.

    Fields: act, kind, predicate, modality, polarity, temporal_status, interest, codeable (true, false), why, place and
    roles.ROLE (names or ids, several with commas, nothing for none), days (2023-11, 2023-11-14, 2023-11-14/2023-11-16,
    with .. for an open end), quote (words of the report), spans (12-40,51-60), chain (voices, publisher first, each
    with =MODE if needed), counts (JSON). Places and actors must be named in the report, or --words must say by which
    words: they have to stand in it to the letter.
    """
    given = parsed_fields(fields)
    said = dict(_pair(word, "--words") for word in words)
    _do(flags, lambda ledger, by: edit_claim(ledger, claim, given, by=by, reason=flags["reason"], words=said))


@judge.command()
@click.argument("events", nargs=-1, required=True, metavar="EVENT...")
@judging
def merge(events: tuple[str, ...], **flags: Any) -> None:
    """Say that these events are one; an id may be one of `events` (e…) or one of exports and pages (dl:…)."""
    made = _do(flags, lambda ledger, by: merge_events(ledger, events, by=by, reason=flags["reason"]))
    _tell_ids(events, made.value["events"])


@judge.command()
@click.argument("event", metavar="EVENT")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
@judging
def split(event: str, claims: tuple[str, ...], **flags: Any) -> None:
    """Say that these claims of an event tell of another event than its other claims.

    EVENT may be an id of `events` (e…) or one of exports and pages (dl:…).
    """
    made = _do(flags, lambda ledger, by: split_event(ledger, event, claims, by=by, reason=flags["reason"]))
    _tell_ids((event,), (made.subject,))


@judge.command()
@click.argument("source", metavar="SOURCE")
@click.argument("grade", metavar="GRADE")
@judging
def grade(source: str, grade: str, **flags: Any) -> None:
    """Grade SOURCE by the Admiralty code: a publisher or actor A to F, a report or claim A1 to F6; "" takes it back.

    A completely, B usually, C fairly, D not usually, E not reliable, F cannot be judged; 1 confirmed by others,
    2 probably, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.
    """
    _do(flags, lambda ledger, by: grade_source(ledger, source, grade, by=by, reason=flags["reason"]))


@judge.command("undo")
@click.argument("judgement", metavar="JUDGEMENT")
@judging
def take_back(judgement: str, **flags: Any) -> None:
    """Take a judgement back, also an undo; both rows stay."""
    _do(flags, lambda ledger, by: undo(ledger, judgement, by=by, reason=flags["reason"]))


def _tell_ids(given: Iterable[str], meant: Iterable[str]) -> None:
    """Say which event an id of an export means now."""
    for name, event in zip(given, meant, strict=False):
        if name != event:
            click.echo(f"dateline: {name} is event {event} now", err=True)


def _do(flags: dict[str, Any], act: Act) -> Judgement:
    """Judge and print the id; with a dry run look whether it can be."""
    with opened(flags["where"], write=not flags["dry_run"]) as ledger:
        made = act(ledger, signed(flags["by"]))
    click.echo(f"{made.subject} can be judged so" if flags["dry_run"] else made.id)
    return made


def parsed_fields(given: tuple[str, ...]) -> dict[str, Any]:
    """The fields of `--set`, as `edit_claim` takes them; raises BadParameter for what is no FIELD=VALUE."""
    fields: dict[str, Any] = {}
    for pair in given:
        name, value = _pair(pair, "--set")
        if name.startswith("roles."):
            fields.setdefault("roles", {})[name.removeprefix("roles.")] = _listed(value)
        elif name in _SHAPES:
            fields[name] = _SHAPES[name](value)
        elif name in EDITABLE and name != "roles":
            fields[name] = value
        else:
            raise click.BadParameter(f"{name!r} is no field; one of {', '.join(EDITABLE)}, roles as roles.agent=…")
    return fields


def _pair(text: str, option: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name:
        raise click.BadParameter(f"{option} {text!r}: expected FIELD=VALUE")
    return name.strip(), value.strip()


def _listed(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]


def _truth(value: str) -> bool:
    known = {"true": True, "yes": True, "false": False, "no": False}
    if value.lower() not in known:
        raise click.BadParameter(f"codeable={value}: expected true or false")
    return known[value.lower()]


def _spans(value: str) -> list[list[int]]:
    try:
        return [[int(end) for end in part.split("-", 1)] for part in _listed(value)]
    except ValueError as error:
        raise click.BadParameter(f"spans={value}: expected START-END,… in characters from 0") from error


def _json(value: str) -> Any:
    try:
        return json.loads(value)
    except (ValueError, RecursionError) as error:
        raise click.BadParameter(f"counts={value}: no JSON: {error}") from error


_SHAPES: dict[str, Callable[[str], Any]] = {
    "codeable": _truth,
    "spans": _spans,
    "chain": _listed,
    "counts": _json,
    "why": lambda value: value or None,
}

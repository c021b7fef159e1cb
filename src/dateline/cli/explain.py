"""`dateline explain`: what a finding's code means."""

from __future__ import annotations

import difflib
from collections.abc import Collection

import click

from dateline.errors import UsageError
from dateline.reference.findings import FindingKind, load_findings


@click.command()
@click.argument("code", required=False, metavar="[CODE]")
def explain(*, code: str | None) -> None:
    """Print rule, example and limits of a finding's code or type; without one, or with a family's letter, list codes."""
    kinds = sorted(load_findings(), key=lambda kind: kind.code)
    if code is None or code.upper() in {kind.code[0] for kind in kinds}:
        for kind in kinds:
            if kind.code.startswith((code or "").upper()):
                click.echo(f"{kind.code}  {kind.severity:<8} {kind.type}")
    else:
        _print(_find(code, {name: kind for kind in kinds for name in (kind.code, kind.type)}))


def _find(code: str, known: dict[str, FindingKind]) -> FindingKind:
    wanted = code.upper() if code.upper() in known else code.lower()
    if wanted not in known:
        raise no_such_finding(code, known)
    return known[wanted]


def no_such_finding(code: str, known: Collection[str]) -> UsageError:
    """What to tell whoever names a code or type that is none: those like it, else where all are listed."""
    close = [name for word in (code.upper(), code.lower()) for name in difflib.get_close_matches(word, known, n=3)]
    close = close or sorted(name for name in known if code and code.lower() in name)[:5]
    hint = f"did you mean {' or '.join(close)}?" if close else "`dateline explain` lists all codes"
    return UsageError(f"there is no finding {code!r}; {hint}")


def _print(kind: FindingKind) -> None:
    click.echo(f"{kind.code} {kind.type} ({' or '.join(kind.severities)}; {kind.family})")
    for name, words in (("Rule", kind.rule), ("Example", kind.example), ("Limits", kind.limits)):
        click.echo(f"\n{name}:")
        click.echo(
            click.wrap_text(words, width=78, initial_indent="  ", subsequent_indent="  ", preserve_paragraphs=True)
        )

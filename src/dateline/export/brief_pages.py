"""A brief as Markdown and as one self-contained web page; every foreign word is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from dateline.export.brief import Brief, Held, Matter, Saying, Source

HIDDEN = (
    "Private persons are shown as [person]; places of refuge, care and aid only as their first-level division, and words "
    "that would give one away are withheld."
)
"""What the safety filter does, for whoever reads a brief."""
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def brief_html(made: Brief) -> str:
    """The page: no scripts, nothing fetched."""
    environment = Environment(
        loader=PackageLoader("dateline.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("brief.html.j2").render(b=made, parts=_parts(made), hidden=HIDDEN)


def brief_markdown(made: Brief) -> str:
    """The brief as CommonMark."""
    return "\n".join(_lines(made)) + "\n"


def _parts(made: Brief) -> tuple[tuple[str, tuple[Matter, ...]], ...]:
    """The lists of events with their headings."""
    return (
        ("Disputed", made.disputed),
        ("Claimed, and not disputed here", made.claimed),
        ("Withdrawn", made.withdrawn),
    )


def _lines(made: Brief) -> Iterator[str]:
    mark = f"**{made.tlp}** · Dateline · {made.at} · ages counted to {made.as_of}"
    yield from (mark, "", f"# {_safe(made.title)}", "")
    yield from (
        "Every line says whose word it is. Dateline believes nothing and has checked nothing.",
        _safe(HIDDEN),
        "",
    )
    for heading, matters in _parts(made):
        yield from (f"## {heading}", "", *_listed(line for matter in matters for line in _matter(matter)))
    yield from ("## Who holds what", "", *_listed(line for held in made.places for line in _held(held)))
    yield from (
        "## Not known",
        "",
        *_listed([*(f"- {_safe(words)}" for words in made.unknown), ""] * bool(made.unknown)),
    )
    yield from ("## Sources", "", *_listed(line for source in made.sources for line in _source(source)))
    yield mark


def _listed(lines: Iterable[str]) -> list[str]:
    return list(lines) or ["(none)", ""]


def _matter(matter: Matter) -> Iterator[str]:
    yield from (f"### {_safe(matter.label)}", "", _safe(matter.facts), "")
    yield from (f"- {_said(saying)}" for saying in matter.told)
    yield from (f"- {_said(saying)}" for saying in matter.denied)
    yield ""


def _said(saying: Saying) -> str:
    words = f": “{_safe(saying.quote)}”" if saying.quote else ": words withheld"
    return f"According to {_safe(saying.voice)} ({_safe(saying.manner)}){words}{_link(saying.url)}"


def _link(url: str) -> str:
    return f" <{quote(url, safe='/:?#[]@!$&()*+,;=%~-._')}>" if url else ""


def _held(held: Held) -> Iterator[str]:
    origins = f"{held.origins} independent origin{'s' if held.origins != 1 else ''}"
    yield from (f"### {_safe(held.place)}: {held.status}, {origins}", "")
    for hold in held.holds:
        yield f"- According to {_safe(hold.voice)}: {_safe(hold.says)} · {hold.when} · {hold.word} · {hold.stands}"
    yield ""


def _source(source: Source) -> Iterator[str]:
    count = f"{source.reports} report{'s' if source.reports != 1 else ''}"
    voices = f"; passes on the words of {_safe(', '.join(source.voices))}" if source.voices else ""
    yield f"- {_safe(source.publisher)}: {count}{voices}{''.join(map(_link, source.urls))}"
    yield ""


def _safe(text: str) -> str:
    """Text in which nothing is markup."""
    return _MARKDOWN.sub(r"\\\1", text)

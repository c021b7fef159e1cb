"""A ledger that somebody filled to do harm: markup, scripts, steering characters wherever a report can bring words in."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from dateline.export import record_json
from dateline.model.text import Report
from dateline.pipeline import Engine, run
from dateline.read import parse_published
from dateline.store import Entry

MARKUP = "\"'></title></textarea></option></script><script>window.pwned=1</script><img src=x onerror=window.pwned=2>"
STEERING = "\u202eevil\u2066\u2069\u200b\ufeff\u200d"
CONTROLS = "\x00\x07\x1b[31m\x7f\x9b\ufffe"
LONG = "A" * 9_000
ALONE = "\ud800"
PAYLOAD = f"{MARKUP}{STEERING}{CONTROLS}{ALONE}=cmd|' /C calc'!A0"
ADDRESSES = (
    "javascript:window.pwned=4//https://x.example/",
    "data:text/html,<script>window.pwned=5</script>",
    "JaVaScRiPt:window.pwned=6",
    'https://x.example/"onmouseover="window.pwned=7',
    "//x.example/a\r\nSet-Cookie: pwned=8",
)

TEXT = (
    f"Government troops captured Goma from M23 rebels on Monday, 5 February 2024, the army said. {MARKUP} The rebels "
    f"denied it {STEERING}. At least 12 soldiers were killed, a spokesman said. {CONTROLS} {ALONE}\n\n"
    f"M23 rebels hold Sake {LONG}, residents said on Tuesday, 6 February 2024. {MARKUP} Shells hit Goma on Tuesday."
)
_WORDS = {"canonical", "name", "aliases", "noun", "why", "explanation", "reasons", "title", "file", "note", "admin1"}
"""Fields of a record that hold somebody's words, and neither spans nor closed lists."""


def entries(engine: Engine) -> Iterator[Entry]:
    """Reports of hostile words, and the same with hostile names in every layer of their records."""
    for number, url in enumerate(ADDRESSES):
        report = Report.of(f"{TEXT} ({number})", name=f"{PAYLOAD}.txt", source=f"Lake {MARKUP} Wire {STEERING}"[:150])
        given = {**{part: getattr(report, part) for part in report.__dataclass_fields__}}
        given.update(url=url, title=PAYLOAD, published=parse_published(f"2024-02-0{number + 1}"))
        report = Report(**given)
        record = record_json(run(report, engine=engine))
        yield Entry(report=report, record=poisoned(record) if number % 2 else record)


def poisoned(record: dict[str, Any]) -> dict[str, Any]:
    """The record with markup in every word that is not a span; divisions come of registers, which hold whole characters."""
    found: dict[str, Any] = _poisoned(copy.deepcopy(record))
    return found


def _poisoned(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _poisoned(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_poisoned(part, key) for part in value]
    if not isinstance(value, str) or key not in _WORDS:
        return value
    return f"{value}{PAYLOAD.replace(ALONE, '') if key == 'admin1' else PAYLOAD}"


class Harm(HTMLParser):
    """What of a page a browser would run, follow or be steered by; empty for a page that only shows words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)
        self.close()
        self.found.extend(f"U+{ord(sign):04X}" for sign in sorted(set(page) & _RAW))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name.lower(): (value or "") for name, value in attrs}
        source = given.get("src", "")
        if tag == "script" and (not source.startswith("/static/") or given.get("type") != "module"):
            self.found.append(f"<script src={source!r}>")
        if tag in ("img", "iframe", "object", "embed", "base", "applet") or (tag == "meta" and "http-equiv" in given):
            self.found.append(f"<{tag}>")
        self.found.extend(f"{tag}[{name}]" for name in given if name.startswith("on") or name in ("style", "srcdoc"))
        for name in ("href", "src", "action", "formaction", "xlink:href"):
            address = given.get(name, "").strip().lower()
            if address.startswith(("javascript:", "vbscript:", "//")) or (
                address.startswith("data:") and address != "data:,"
            ):
                self.found.append(f"{tag}[{name}={address[:40]}]")


_RAW = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(9), *range(14, 32), 0x7F)}
"""Characters that steer terminals or turn the direction of what follows; a page shows signs in their place."""

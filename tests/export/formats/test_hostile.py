"""Whatever a text holds – controls, markup, formulas, lone surrogates – every format stays readable."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from xml.etree import ElementTree as Xml

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dateline.export.formats import EXPORTERS, Exporter
from dateline.export.shared import Shared
from tests.export.formats.golden_text import text_of
from tests.export.formats.holdings import sample_shared


def hostile(words: str) -> Shared:
    """The sample with these words as label, quote, publisher, link and title of its first event."""
    shared = sample_shared(include_nonlethal=True)
    event = shared.events[0]
    claim = event.claims[0]
    report = dataclasses.replace(claim.report, publisher=words, url=f"https://x.example/{words}", title=words)
    passage = dataclasses.replace(claim.passages[0], quote=words)
    claim = dataclasses.replace(claim, report=report, passages=(passage,))
    event = dataclasses.replace(event, label=words, claims=(claim, *event.claims[1:]))
    return dataclasses.replace(shared, events=(event, *shared.events[1:]), claims=(claim, *shared.claims[1:]))


def assert_readable(exporter: Exporter, content: bytes) -> None:
    """Reads the file as its media type says; raises where that fails."""
    if exporter.name == "jsonl":
        for line in content.split(b"\n")[:-1]:
            json.loads(line)
    elif "json" in exporter.media_type:
        json.loads(content)
    elif "csv" in exporter.media_type:
        rows = list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))
        assert {len(row) for row in rows} == {len(rows[0])}
    elif "xml" in exporter.media_type:
        Xml.fromstring(content)  # noqa: S314 - our own output
    else:
        text_of(content)


@given(st.text(st.characters(), max_size=30))
@example("\ud800")
@example("\x00\x0b\ufffe")
@example('"]}],<!--&\u2028\r\n=cmd|')
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_format_can_be_read_back(words: str) -> None:
    shared = hostile(words)
    for exporter in EXPORTERS:
        assert_readable(exporter, b"".join(exporter.write(shared)))

"""Claims as W3C Web Annotations (JSON-LD): each points at its words in the report by position and by quote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.export.formats.facets import voice
from dateline.export.formats.json_text import filled, json_bytes
from dateline.export.masks import masked
from dateline.export.shared import ExportClaim, Passage, Shared

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"dl": "urn:dateline:", "tlp": "dl:tlp"}]


def web_annotation(shared: Shared) -> Iterator[bytes]:
    """An annotation page with one annotation a claim."""
    page = {
        "@context": CONTEXT,
        "id": "urn:dateline:annotations",
        "type": "AnnotationPage",
        "tlp": f"TLP:{shared.terms.tlp}",
        "startIndex": 0,
    }
    yield json_bytes(page)[:-1] + b', "items": ['
    for index, claim in enumerate(shared.claims):
        yield (b",\n" if index else b"\n") + json_bytes(_annotation(claim))
    yield b"\n]}\n"


def _annotation(claim: ExportClaim) -> dict[str, Any]:
    targets = [_target(claim, passage) for passage in claim.passages] or [{"source": _source(claim)}]
    return {
        "id": f"urn:dateline:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "created": claim.recorded.isoformat(),
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": _sentence(claim)},
            {"type": "TextualBody", "purpose": "classifying", "value": claim.act},
        ],
        "target": targets if len(targets) > 1 else targets[0],
    }


def _sentence(claim: ExportClaim) -> str:
    negated = "not " if claim.polarity == "negative" else ""
    return f"According to {voice(claim)}: {negated}{claim.act} ({claim.modality})"


def _source(claim: ExportClaim) -> str:
    return claim.report.url or f"urn:dateline:report:{claim.report.id}"


def _target(claim: ExportClaim, passage: Passage) -> dict[str, Any]:
    """Positions are Unicode code points of the text as Dateline read it; a masked quote would select nothing."""
    selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": passage.start, "end": passage.end}]
    if not masked(passage.quote):
        selectors.append({"type": "TextQuoteSelector", "exact": passage.quote})
    return filled(type="SpecificResource", source=_source(claim), selector=selectors)

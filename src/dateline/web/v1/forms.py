"""In which form an answer is given: by the address's suffix, else by the Accept header."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from dateline.web.problems import Problem

Form = Literal["json", "geojson", "csv", "jsonl", "atom", "html"]
MEDIA: dict[Form, str] = {
    "json": "application/json",
    "geojson": "application/geo+json",
    "csv": "text/csv",
    "jsonl": "application/x-ndjson",
    "atom": "application/atom+xml",
    "html": "text/html",
}
FURTHER: dict[str, Form] = {
    "application/jsonl": "jsonl",
    "application/ndjson": "jsonl",
    "application/vnd.geo+json": "geojson",
    "application/xhtml+xml": "html",
}


def accepted(accept: str | None, forms: Iterable[Form]) -> Form:
    """The form that the Accept header likes best, JSON where it has no preference; raises Problem 406."""
    offered = tuple(forms)
    if not accept:
        return offered[0]
    best: tuple[float, int, Form] | None = None
    for place, form in enumerate(offered):
        liking = max((q for pattern, q in _ranges(accept) if _matches(pattern, form)), default=0.0)
        if liking > 0 and (best is None or liking > best[0]):
            best = (liking, place, form)
    if best is None:
        raise Problem(406, f"there is no such form; there are: {', '.join(MEDIA[form] for form in offered)}")
    return best[2]


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        pattern, *parameters = (piece.strip() for piece in part.split(";"))
        weights = [p.removeprefix("q=") for p in parameters if p.startswith("q=")]
        try:
            yield pattern.lower(), float(weights[0]) if weights else _specific(pattern)
        except ValueError:
            continue


def _specific(pattern: str) -> float:
    """Without weights, a named type is meant more than any type."""
    return 0.99 if "*" in pattern else 1.0


def _matches(pattern: str, form: Form) -> bool:
    media = MEDIA[form]
    kind, _, _ = media.partition("/")
    return pattern in ("*/*", f"{kind}/*", media) or FURTHER.get(pattern) == form

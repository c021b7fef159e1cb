"""Words in a report that are aimed at the machine that reads it, and characters that hide what is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from dateline.check.kinds import Kind
from dateline.model.derived import Finding
from dateline.model.record import Case
from dateline.reference import Reference

_INSTRUCTION = re.compile(
    r"(?i)(?:\b(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+|the\s+|your\s+|every\s+){0,2}"
    r"(?:previous|prior|above|earlier|preceding|former|system)\s+(?:instructions?|prompts?|rules?|messages?|context)"
    r"|\byou\s+are\s+(?:now\s+)?an?\s+(?:AI|assistant|language\s+model|chatbot|LLM)\b"
    r"|\b(?:reveal|print|repeat|show)\s+(?:me\s+)?your\s+(?:system\s+)?(?:prompt|instructions)"
    r"|\b(?:system|developer)\s+(?:prompt|message)\s*:"
    r"|<\|?(?:im_start|im_end|system|endoftext)\|?>|\[/?INST\])"
)
_HIDDEN = re.compile(r"[\u202a-\u202e\u2066-\u2069\U000e0020-\U000e007f]+")

_S101 = Kind("S101", "instruction_in_text", "info")
_S102 = Kind("S102", "hidden_characters", "warning")


def instruction_in_text(case: Case, reference: Reference) -> Iterator[Finding]:
    """Words that try to instruct a language model; they are quoted like all others and obeyed by nothing."""
    text = case.report.text
    spans = [case.report.span(match.start(), match.end()) for match in _INSTRUCTION.finditer(text)]
    if spans:
        yield _S101.at(spans, "The text speaks to a machine that reads it; nothing in it is obeyed.")


def hidden_characters(case: Case, reference: Reference) -> Iterator[Finding]:
    """Direction overrides and tag characters: what is shown may differ from what is written (CVE-2021-42574)."""
    spans = [case.report.span(match.start(), match.end()) for match in _HIDDEN.finditer(case.report.text)]
    if spans:
        points = ", ".join(sorted({f"U+{ord(char):04X}" for span in spans for char in span.quote})[:6])
        yield _S102.at(spans, f"Characters that change how the text is shown, not what it says: {points}.")


SAFETY_CHECKS: tuple[Callable[[Case, Reference], Iterable[Finding]], ...] = (instruction_in_text, hidden_characters)

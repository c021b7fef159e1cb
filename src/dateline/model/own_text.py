"""What a publisher calls the text that it corrects: "an earlier version of this report", "our story of Monday"."""

from __future__ import annotations

import re

_TEXT = r"(?:news )?(?:report|story|article|dispatch|item|piece|post|bulletin|copy|text|page)"
_VERSION = r"(?:version|edition|headline|caption|alert|subheading|summary|draft|entry)"
_EARLIER = r"(?:earlier|previous|original|initial|prior|first)"
_WHOLE = re.compile(
    rf"(?:(?:an?|the|our|this|that)\s+)?{_EARLIER}\s+{_VERSION}\s+(?:of|on|to|for|in|above)\s+(?:this|the|our|that)\s+{_TEXT}\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?:(?:an?|the|our)\s+)?{_EARLIER}\s+{_VERSION}s?\b(?!\s+of\b)|our\s+(?:{_EARLIER}\s+)?{_TEXT}\b", re.IGNORECASE
)
_OURS = re.compile(rf"our\s+(?:{_EARLIER}\s+)?{_TEXT}\b", re.IGNORECASE)
_CORRECTS = re.compile(
    r"\b(?:correct(?:s|ed|ion|ions)?|(?:wrong|incorrect|mistaken|erroneous|false)ly|in error|misstated|withdrawn)\b",
    re.IGNORECASE,
)


def opens_with_own_text(words: str, *, beside: str) -> bool:
    """Whether words begin with what a publisher calls its own earlier text.

    Words that could also be of others' texts ("a previous version") count only where the text `beside` them speaks of
    a correction.
    """
    start = words.lstrip("“”\"'‘’ ")
    return bool(_WHOLE.match(start) or (_BARE.match(start) and _CORRECTS.search(beside)))


def is_own_text(words: str) -> bool:
    """Whether words are what a publisher calls a text of its own ("our report"): no voice beside the publisher's."""
    start = words.lstrip("“”\"'‘’ ")
    return bool(_WHOLE.match(start) or _OURS.match(start))

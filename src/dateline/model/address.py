"""Addresses that a reader may follow: http and https, nothing else."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\\]")
"""What no address holds unescaped; browsers skip some of it, so that "java\\nscript:" would run."""


def web_address(text: str | None) -> str | None:
    """The address without white space around it; None for another scheme, no host, or a name and password in it."""
    address = (text or "").strip()
    if not address or _UNSEEN.search(address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and host and parts.username is None else None

"""Which model is asked, where, and within what limits."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from dateline.errors import UsageError

_SPEC = re.compile(r"openai:(?P<model>[^@\s]+)@(?P<url>\S+)")
KEY_VARIABLE = "DATELINE_API_KEY"
KEY_FILE_VARIABLE = "DATELINE_API_KEY_FILE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """An OpenAI-compatible endpoint and its limits.

    `url` is the base that ends in `/v1`; times are in seconds; `token_budget` bounds prompt and completion tokens of
    all calls together; `answer_bytes` bounds one answer. `cache` is a folder for answers by content, None for none.
    """

    model: str
    url: str
    timeout: float = 60.0
    retries: int = 3
    requests_per_minute: int = 60
    token_budget: int = 2_000_000
    answer_bytes: int = 2_000_000
    cache: Path | None = None

    @property
    def name(self) -> str:
        """How claims name the extractor; never the address."""
        return f"openai:{self.model}"


def parse_endpoint(spec: str, *, cache: Path | None = None) -> Endpoint:
    """The endpoint of `openai:MODEL@URL`; raises UsageError with an example for anything else."""
    match = _SPEC.fullmatch(spec)
    parts = urlsplit(match["url"]) if match else None
    if match is None or parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(
            f"--extractor {spec!r} is not openai:MODEL@URL with an http or https address, "
            "for example openai:qwen3-8b@http://127.0.0.1:8080/v1"
        )
    if parts.username or parts.password:
        raise UsageError(f"--extractor must not carry a password; put the key into the environment as {KEY_VARIABLE}")
    return Endpoint(model=match["model"], url=match["url"].rstrip("/"), cache=cache)


def api_key() -> str | None:
    """The key from the environment, or from the file that the environment names; None when there is none."""
    key = os.environ.get(KEY_VARIABLE)
    file = os.environ.get(KEY_FILE_VARIABLE)
    if key or not file:
        return key
    try:
        return Path(file).read_text("utf-8").strip()
    except OSError as error:
        raise UsageError(f"{KEY_FILE_VARIABLE} names {file}, which cannot be read: {error.strerror}") from error

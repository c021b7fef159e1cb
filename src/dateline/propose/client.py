"""One question to an OpenAI-compatible endpoint, with time-outs, retries, a rate limit and a budget."""

from __future__ import annotations

import hashlib
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from dateline.propose.endpoint import Endpoint, api_key

RETRIED = (408, 425, 429, 500, 502, 503, 504)
LONGEST_WAIT = 30.0
"""Seconds that a server may ask us to wait; a longer wish is cut to this."""


class AnswerError(Exception):
    """The endpoint could not be asked, or its answer is no answer; caught in this package, so no DatelineError."""


@dataclass(slots=True, kw_only=True)
class Transport:
    """An open connection with its account of calls and tokens; the one mutable thing here.

    `sleep` and `clock` are arguments so that tests need not wait.
    """

    endpoint: Endpoint
    client: httpx.Client
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    tokens: int = 0
    last_call: float | None = None
    calls: int = field(default=0)

    @classmethod
    def open(cls, endpoint: Endpoint) -> Transport:
        """A connection that follows no redirects and reads no proxy from the environment."""
        client = httpx.Client(timeout=endpoint.timeout, follow_redirects=False, trust_env=False)
        return cls(endpoint=endpoint, client=client)

    def ask(self, body: dict[str, Any]) -> str:
        """The text of the model's answer, from the cache where it was asked before; raises AnswerError."""
        file = _cache_file(self.endpoint.cache, body)
        if file is not None and file.exists():
            return file.read_text("utf-8")
        answer = self._content(self._post(body))
        if file is not None:
            _store(file, answer)
        return answer

    def _post(self, body: dict[str, Any]) -> dict[str, Any]:
        if self.tokens >= self.endpoint.token_budget:
            raise AnswerError(f"the budget of {self.endpoint.token_budget} tokens is spent")
        trouble = "no attempt"
        for attempt in range(self.endpoint.retries + 1):
            self._pace()
            try:
                response = self._send(body)
            except httpx.HTTPError as error:
                trouble = f"{type(error).__name__}: {error}"
                self.sleep(min(2.0**attempt, LONGEST_WAIT))
                continue
            if response.status_code in RETRIED:
                trouble = f"HTTP {response.status_code}"
                self.sleep(_wait(response, attempt))
                continue
            return self._decoded(response)
        raise AnswerError(f"{self.endpoint.url} did not answer after {self.endpoint.retries + 1} attempts: {trouble}")

    def _send(self, body: dict[str, Any]) -> httpx.Response:
        key = api_key()
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self.calls += 1
        with self.client.stream(
            "POST", f"{self.endpoint.url}/chat/completions", json=body, headers=headers
        ) as response:
            parts, size = [], 0
            for part in response.iter_bytes():
                size += len(part)
                if size > self.endpoint.answer_bytes:
                    raise AnswerError(f"the answer is larger than {self.endpoint.answer_bytes} bytes")
                parts.append(part)
        return httpx.Response(response.status_code, headers=_plain(response), content=b"".join(parts))

    def _decoded(self, response: httpx.Response) -> dict[str, Any]:
        if response.status_code != httpx.codes.OK:
            raise AnswerError(f"{self.endpoint.url} answered HTTP {response.status_code}: {response.text[:200]}")
        try:
            decoded = json.loads(response.content)
        except (ValueError, RecursionError) as error:
            raise AnswerError(f"the answer is no JSON: {error}") from error
        if not isinstance(decoded, dict):
            raise AnswerError("the answer is JSON, but no object")
        return decoded

    def _content(self, decoded: dict[str, Any]) -> str:
        usage = decoded.get("usage")
        if isinstance(usage, dict) and isinstance(usage.get("total_tokens"), int):
            self.tokens += max(0, usage["total_tokens"])
        try:
            choice = decoded["choices"][0]
            content = choice["message"]["content"]
        except (KeyError, IndexError, TypeError) as error:
            raise AnswerError("the answer has no choices[0].message.content") from error
        if choice.get("finish_reason") == "length":
            raise AnswerError("the answer was cut off at the model's length limit")
        if not isinstance(content, str):
            raise AnswerError("the answer's content is no text")
        return content

    def _pace(self) -> None:
        """Wait until the rate limit allows another call."""
        now = self.clock()
        if self.last_call is not None:
            pause = 60.0 / self.endpoint.requests_per_minute - (now - self.last_call)
            if pause > 0:
                self.sleep(pause)
        self.last_call = self.clock()


def _plain(response: httpx.Response) -> dict[str, str]:
    """The headers that are still read; the body is decoded already."""
    return {"retry-after": response.headers["retry-after"]} if "retry-after" in response.headers else {}


def _wait(response: httpx.Response, attempt: int) -> float:
    wish = response.headers.get("retry-after", "")
    return min(float(wish) if wish.isdigit() else 2.0**attempt, LONGEST_WAIT)


def _cache_file(folder: Path | None, body: dict[str, Any]) -> Path | None:
    if folder is None:
        return None
    digest = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
    return folder / f"{digest}.json"


def _store(file: Path, answer: str) -> None:
    """Write the answer so that nobody ever reads half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, delete=False) as scratch:
        scratch.write(answer)
    Path(scratch.name).replace(file)

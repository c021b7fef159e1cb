"""An endpoint on loopback that plays recorded answers."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from dateline.propose import Endpoint, Transport


@dataclass
class Recorded:
    """What the endpoint answers, one (status, headers, body) a call, the last one for ever; and what it was asked."""

    answers: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    url: str = ""

    def say(self, content: str, *, finish: str = "stop", tokens: int = 10) -> None:
        body = {
            "choices": [{"message": {"role": "assistant", "content": content}, "finish_reason": finish}],
            "usage": {"total_tokens": tokens},
        }
        self.answers.append((200, {}, json.dumps(body).encode()))

    def fail(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.answers.append((status, {key.replace("_", "-"): value for key, value in headers.items()}, body))


@pytest.fixture
def endpoint() -> Iterator[Recorded]:
    recorded = Recorded()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            recorded.asked.append(json.loads(self.rfile.read(length)))
            recorded.keys.append(self.headers.get("Authorization"))
            status, headers, body = recorded.answers.pop(0) if len(recorded.answers) > 1 else recorded.answers[0]
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
            """Stay quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    recorded.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    yield recorded
    server.shutdown()
    server.server_close()
    thread.join()


@dataclass
class Waits:
    """A sleep that only takes note."""

    seconds: list[float] = field(default_factory=list)

    def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


@pytest.fixture
def waits() -> Waits:
    return Waits()


@pytest.fixture
def transport(endpoint: Recorded, waits: Waits) -> Iterator[Transport]:
    opened = Transport.open(Endpoint(model="test", url=endpoint.url, retries=2, requests_per_minute=60_000))
    opened.sleep = waits
    yield opened
    opened.client.close()

"""`dateline watch` on folders, files and a server on loopback; no network beyond."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from dateline.cli import watch as cli
from dateline.cli.ingest import LazyReader
from dateline.desk.fetching import LONGEST_WAIT_S, Fetcher, Tag
from dateline.desk.watching import Memory, Watch
from dateline.errors import UnreadableInput
from dateline.read import Given
from dateline.read.feed import MOST_BYTES
from dateline.store import counts, open_ledger
from tests.cli.conftest import Call

FEED = b"""<rss version="2.0"><channel><title>Lake Wire</title>
<item><title>One</title><link>https://wire.example/1</link><description>Troops entered Sake on Tuesday.</description></item>
<item><title>Two</title><link>https://wire.example/2</link><description>Shells hit Mubambiro.</description></item>
</channel></rss>"""


@dataclass
class Answer:
    """What the server says next; `seen` are the headers of the questions."""

    status: int = 200
    body: bytes = FEED
    headers: dict[str, str] = field(default_factory=dict)
    seen: list[dict[str, str]] = field(default_factory=list)


@pytest.fixture
def server() -> Iterator[tuple[str, Answer]]:
    answer = Answer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer.seen.append({name.lower(): value for name, value in self.headers.items()})
            fresh = self.headers.get("If-None-Match") != answer.headers.get("ETag") or "ETag" not in answer.headers
            self.send_response(answer.status if fresh else 304)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body) if fresh else 0))
            self.end_headers()
            self.wfile.write(answer.body if fresh else b"")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's word
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/feed", answer
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False, timeout=5) as found:
        yield found


def old(path: Path, content: bytes) -> Path:
    """A file that was written a while ago."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    return path


def test_a_folder_is_taken_in_once_and_carried_on_with(call: Call, tmp_path: Path) -> None:
    old(tmp_path / "in" / "a.txt", b"Troops captured Sake on Tuesday, the army said.")
    old(tmp_path / "in" / "deep" / "feed.xml", FEED)
    old(tmp_path / "in" / ".hidden.txt", b"Not this one.")
    old(tmp_path / "in" / "picture.jpg", b"\xff\xd8")
    looked = call("watch", "in", "--once", "--dry-run")
    assert "3 would be added" in looked.stdout
    assert not (tmp_path / "desk.ledger").exists()
    first = call("watch", "in", "--once", "--by", "ada", "--reason", "the desk's folder")
    assert first.exit_code == 0, first.output
    assert "3 added, 0 known" in first.stdout
    assert "0 added, 0 known" in call("watch", "in", "--once").stdout
    old(tmp_path / "in" / "b.txt", b"Rebels left Sake on Wednesday, residents said.")
    assert "1 added, 0 known" in call("watch", "in", "--once").stdout
    (tmp_path / "desk.ledger.watch.json").write_text("{damaged", "utf-8")
    assert "0 added, 4 known" in call("watch", "in", "--once").stdout


def test_a_file_that_is_being_written_waits(call: Call, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "half.txt").write_text("Troops capt", "utf-8")
    assert "1 just being written" in call("watch", "in", "--once").stdout


def test_bad_files_are_told_of_at_every_start_with_the_same_exit_code(call: Call, tmp_path: Path) -> None:
    old(tmp_path / "in" / "a.txt", b"Troops captured Sake on Tuesday.")
    old(tmp_path / "in" / "b.txt", b"")
    old(tmp_path / "in" / "c.xml", b"<rss><!ENTITY x 'y'></rss>")
    done = call("watch", "in", "--once", "--errors", "bad.jsonl")
    assert done.exit_code == 3
    codes = {json.loads(line)["code"] for line in (tmp_path / "bad.jsonl").read_text("utf-8").splitlines()}
    assert codes == {"empty", "bad_feed"}
    again = call("watch", "in", "--once")
    assert (again.exit_code, again.stderr) == (3, done.stderr)
    assert "0 added, 0 known already, 2 rejected" in again.stdout
    (tmp_path / "in" / "a.txt").unlink()
    assert call("watch", "in", "--once").exit_code == 4
    old(tmp_path / "in" / "b.txt", b"Troops left Goma on Wednesday.")
    (tmp_path / "in" / "c.xml").unlink()
    assert call("watch", "in", "--once").exit_code == 0
    assert call("watch", "nowhere", "--once").exit_code == 4


def test_a_feed_is_asked_for_only_what_is_new(call: Call, server: tuple[str, Answer]) -> None:
    url, answer = server
    answer.headers = {"ETag": '"v1"', "Last-Modified": "Tue, 06 Feb 2024 10:00:00 GMT"}
    assert "2 added" in call("watch", url, "--once").stdout
    assert "0 added, 0 known already, 0 rejected" in call("watch", url, "--once").stdout
    assert answer.seen[1]["if-none-match"] == '"v1"'
    assert answer.seen[1]["if-modified-since"] == "Tue, 06 Feb 2024 10:00:00 GMT"
    answer.headers = {"ETag": '"v2"'}
    assert "0 added, 2 known" in call("watch", url, "--once").stdout
    assert len(answer.seen) == 3


def test_a_bad_feed_is_a_reject_at_every_start(call: Call, server: tuple[str, Answer]) -> None:
    url, answer = server
    answer.headers, answer.body = {"ETag": '"v1"'}, b"<rss><!ENTITY x 'y'></rss>"
    assert [call("watch", url, "--once").exit_code for _ in range(2)] == [4, 4]
    answer.headers, answer.body = {"ETag": '"v2"'}, FEED
    assert [call("watch", url, "--once").exit_code for _ in range(2)] == [0, 0]
    assert ["if-none-match" in seen for seen in answer.seen] == [False, False, False, True]


def test_a_running_watch_tells_of_a_bad_file_once(tmp_path: Path, client: httpx.Client) -> None:
    old(tmp_path / "b.txt", b"")
    watch = Watch(sources=(str(tmp_path),), given=Given(), memory=Memory(path=None), fetcher=Fetcher(client=client))
    told = []
    for _ in range(2):
        told.append(len(list(watch.round())))
        watch.keep()
    assert (told, watch.unchanged) == ([1, 0], 1)


def test_a_server_that_asks_to_wait_is_not_asked(server: tuple[str, Answer], client: httpx.Client) -> None:
    url, answer = server
    answer.status, answer.headers = 429, {"Retry-After": "120"}
    clock = [1_000_000.0]
    fetcher = Fetcher(client=client, now=lambda: clock[0])
    first = fetcher.fetch(url, Tag())
    assert (first.content, first.tag.wait) == (None, clock[0] + 120)
    assert fetcher.fetch(url, first.tag) == first
    assert len(answer.seen) == 1
    clock[0] += 121
    answer.status, answer.headers = 200, {}
    assert fetcher.fetch(url, first.tag).content == FEED
    for words, wait in (("Wed, 01 Jan 2200 00:00:00 GMT", clock[0] + LONGEST_WAIT_S), ("soon", 0.0), ("-1", 0.0)):
        answer.status, answer.headers = 503, {"Retry-After": words}
        assert fetcher.fetch(url, Tag()).tag.wait == wait


@pytest.mark.parametrize(
    ("status", "headers", "message"),
    [
        (404, {}, "404"),
        (302, {"Location": "file:///etc/passwd"}, "no web address"),
        (302, {"Location": "/feed"}, "more than 3 times"),
    ],
)
def test_answers_that_are_none(
    server: tuple[str, Answer], client: httpx.Client, status: int, headers: dict[str, str], message: str
) -> None:
    url, answer = server
    answer.status, answer.headers = status, headers
    with pytest.raises(UnreadableInput, match=message):
        Fetcher(client=client).fetch(url, Tag())


def test_endless_answers_are_cut_off(server: tuple[str, Answer], client: httpx.Client) -> None:
    url, answer = server
    answer.body = b" " * (MOST_BYTES + 1)
    with pytest.raises(UnreadableInput, match="more than"):
        Fetcher(client=client).fetch(url, Tag())
    answer.body = b" " * 10_000
    ticks = iter(range(0, 10_000, 100))
    with pytest.raises(UnreadableInput, match="for longer than"):
        Fetcher(client=client, clock=lambda: float(next(ticks))).fetch(url, Tag())


def transport(answers: dict[str, httpx.Response]) -> httpx.MockTransport:
    return httpx.MockTransport(lambda request: answers[str(request.url)])


@pytest.mark.parametrize(
    "inside", ["http://127.0.0.1/", "http://[::1]/x", "http://169.254.169.254/", "http://intranet/"]
)
def test_a_feed_of_the_open_web_leads_nowhere_inside(inside: str) -> None:
    answers = {"https://wire.example/feed": httpx.Response(302, headers={"location": inside})}
    with (
        httpx.Client(transport=transport(answers)) as client,
        pytest.raises(UnreadableInput, match="inside this network"),
    ):
        Fetcher(client=client).fetch("https://wire.example/feed", Tag())


def test_a_feed_that_moved_is_followed() -> None:
    answers = {
        "https://wire.example/feed": httpx.Response(301, headers={"location": "https://feeds.example/wire"}),
        "https://feeds.example/wire": httpx.Response(200, content=FEED),
    }
    with httpx.Client(transport=transport(answers)) as client:
        assert Fetcher(client=client).fetch("https://wire.example/feed", Tag()).content == FEED


def test_a_server_that_is_not_there_is_a_reject(call: Call) -> None:
    done = call("watch", "http://127.0.0.1:1/feed", "--once")
    assert done.exit_code == 4
    assert "cannot be fetched" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("ftp://wire.example/feed", "--once"), "no address of a feed"),
        (("https://me:secret@wire.example/feed", "--once"), "no address of a feed"),
        (("https://wire.example/feed", "--every", "5"), "every 60 seconds"),
    ],
)
def test_what_is_not_watched(call: Call, arguments: tuple[str, ...], message: str) -> None:
    done = call("watch", *arguments)
    assert done.exit_code == 2
    assert message in done.stderr


class Stop(threading.Event):
    """Stops after some looks; `between` is done before each next one."""

    def __init__(self, looks: int, between: Callable[[], object]) -> None:
        super().__init__()
        self.left, self.between = looks, between

    def wait(self, timeout: float | None = None) -> bool:
        self.left -= 1
        self.between()
        return self.left == 0


def test_it_goes_on_looking_beside_another_writer(call: Call, tmp_path: Path) -> None:
    old(tmp_path / "in" / "a.txt", b"Troops captured Sake on Tuesday, the army said.")
    call("watch", "in", "--once")
    names = iter("bc")

    def meanwhile() -> None:
        name = next(names)
        old(tmp_path / "in" / f"{name}.txt", f"Rebels shelled Sake again, day {name}, residents said.".encode())
        (tmp_path / f"{name}.txt").write_text(f"Another desk's report {name} of fighting in Goma.", "utf-8")
        assert call("ingest", f"{name}.txt", "-q").exit_code == 0

    options = cli.Options(
        where="desk.ledger", every=1, once=False, source=None, errors=None, model=None, by="ada", reason="",
        dry_run=False, quiet=True,
    )  # fmt: skip
    with open_ledger("desk.ledger", write=True) as ledger:
        memory = Memory.load(tmp_path / "desk.ledger.watch.json")
        with httpx.Client(trust_env=False) as client:
            watched = Watch(sources=("in",), given=Given(), memory=memory, fetcher=Fetcher(client=client))
            looks = cli.Looks(
                ledger=ledger, watch=watched, reader=LazyReader(model=None, transport=None), options=options
            )
            assert looks.until_told(Stop(2, meanwhile)) == 0
        assert counts(ledger)["reports"] == 4

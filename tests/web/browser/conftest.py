"""A served ledger and a browser that may speak to nobody else: off-host requests and faults in the console fail the test."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Route, sync_playwright

from dateline.store import Entry, append, open_ledger
from dateline.web import ServeOptions, create_app
from dateline.web.assets import built
from tests.web.conftest import INGESTED, TOKEN

AXE = Path(__file__).parents[3] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-gpu",
    "--enable-unsafe-swiftshader",
)
"""No request of the browser's own; WebGL in software, as machines without a graphics card have it."""
PATIENCE_MS = 30_000
WIDTHS = (1440, 768, 320)

Visit = Callable[..., Page]


@dataclass(frozen=True, kw_only=True)
class Served:
    """A ledger behind its address; `enter` signs a reviewer in."""

    address: str

    @property
    def enter(self) -> str:
        """The address that opens the ledger for judging."""
        return f"{self.address}enter?token={TOKEN}"

    def at(self, path: str) -> str:
        """The address of a screen."""
        return self.address + path.lstrip("/")


@dataclass
class Heard:
    """What must not happen while a page is open."""

    address: str
    foreign: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def route(self, route: Route) -> None:
        """Lets requests to the server through, and keeps all others."""
        url = route.request.url
        if url.startswith((self.address, "data:", "blob:")):
            route.fallback()
        else:
            self.foreign.append(url)
            route.abort()

    def console(self, message: ConsoleMessage) -> None:
        """Keeps what the browser complains about: breaches of the content policy above all."""
        if message.type in ("error", "warning") and "GPU stall due to ReadPixels" not in message.text:
            self.faults.append(message.text)


@pytest.fixture(scope="package")
def served(entries: tuple[Entry, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The reports served on loopback by a process of its own, for judging, too; the process ends with the tests."""
    ledger = tmp_path_factory.mktemp("browser") / "browser.ledger"
    with open_ledger(ledger, write=True) as opened:
        append(opened, entries, by="test", at=INGESTED)
    command = [sys.executable, "-m", "dateline", "serve", str(ledger), "--port", "0", "--allow-write", "--by", "Ana"]
    environment = {**os.environ, "DATELINE_TOKEN": TOKEN}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:  # noqa: S603 - ours
        try:
            yield Served(address=server.stdout.readline().strip() if server.stdout else "")
        finally:
            server.terminate()


@contextmanager
def serving(ledger: Path) -> Iterator[Served]:
    """A ledger of one test, served for judging by a thread of this process: a process of its own starts for seconds."""
    app = create_app(ServeOptions(ledger=str(ledger), write=True, token=TOKEN, reviewer="Ana"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none"))
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield Served(address=f"http://127.0.0.1:{listening.getsockname()[1]}/")
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    """Playwright's driver, closed with the package: other tests want an event loop of their own."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="package")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The machine's own Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("browser: Chromium is absent")
    if not built():
        pytest.skip("browser: the front end is not built (make frontend)")
    with playwright.chromium.launch(executable_path=path, args=list(FLAGS)) as launched:
        yield launched


@pytest.fixture
def visit(browser: Browser, served: Served) -> Iterator[Visit]:
    """Opens a screen in a fresh browser profile, after a script of the test; afterwards nothing foreign may have been asked for."""
    heard = Heard(served.address)
    contexts = []

    def opened(path: str, *, script: str = "", **options: object) -> Page:
        context = browser.new_context(**{"reduced_motion": "reduce", **options})  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        context.route("**/*", heard.route)
        context.add_init_script(script)
        page = context.new_page()
        page.on("console", heard.console)
        page.on("pageerror", lambda error: heard.faults.append(str(error)))
        page.goto(served.at(path))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert heard.foreign == []
    assert heard.faults == []


@pytest.fixture(scope="package")
def axe() -> str:
    """The source of axe-core, of the front end's packages."""
    if not AXE.is_file():
        pytest.skip("browser: axe-core is absent (make frontend)")
    return AXE.read_text(encoding="utf-8")

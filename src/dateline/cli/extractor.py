"""`--extractor`: the way to a language model, and what is told of its proposals."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click
import platformdirs

from dateline.export.visible import one_line
from dateline.model.record import Record
from dateline.propose import Transport, parse_endpoint


@contextmanager
def transport_to(spec: str | None) -> Iterator[Transport | None]:
    """An open connection to the endpoint that the option names, None without the option; raises UsageError."""
    if spec is None:
        yield None
        return
    endpoint = parse_endpoint(spec, cache=platformdirs.user_cache_path("dateline") / "answers")
    transport = Transport.open(endpoint)
    try:
        yield transport
    finally:
        transport.client.close()


def tell_proposed(record: Record) -> None:
    """One line on stderr where the model could not be asked, or where it said what the text does not."""
    proposed = record.proposed
    if proposed is None:
        return
    name = one_line(record.report.name)
    if proposed.trouble:
        click.echo(f"dateline: {name}: the rules' claims stand alone: {one_line(proposed.trouble)}", err=True)
    elif proposed.rejections:
        reasons = sorted({rejection.reason for rejection in proposed.rejections})
        count = len(proposed.rejections)
        noun = "proposal" if count == 1 else "proposals"
        click.echo(f"dateline: {name}: {count} {noun} rejected ({', '.join(reasons)})", err=True)

"""What was asked for, in words: filters that hold have to be read, not remembered."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.export.visible import one_line
from dateline.export.vocabulary import act_word, manner_word, status_word
from dateline.web.asked import Query


def asked_words(asked: Query) -> tuple[str, ...]:
    """Every filter that holds, in the order of the form; `known_at`, paging and the day of a ledger are none."""
    return tuple(_words(asked))


def _words(asked: Query) -> Iterator[str]:
    if asked.q:
        yield f"words “{one_line(asked.q)}”"
    if asked.speaker:
        yield f"according to {' or '.join(map(one_line, asked.speaker))}"
    if asked.place:
        yield f"at {one_line(asked.place)}"
    if asked.datetime:
        yield f"days {asked.datetime.replace('/..', ' and later').replace('../', 'up to ').replace('/', ' to ')}"
    if asked.act:
        yield act_word(asked.act)
    if asked.status:
        yield f"as a whole {status_word(asked.status)}"
    if asked.modality:
        yield f"each word {manner_word(asked.modality)}"
    if asked.source:
        yield f"published by {one_line(asked.source)}"
    if asked.bbox:
        yield f"in the box {asked.bbox}"

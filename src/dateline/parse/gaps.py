"""What stands around the gap between two words: by this a reader tells where a comma was lost.

Words, tags, and what the model makes of the sentence without its commas: which phrase opens behind the gap, which one
closes before it, and whether the subject begins there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_PLAIN = {"NNP": "P", "NNPS": "P", "NN": "N", "NNS": "N"}
"""Tags that are one to a comma."""
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_NONE = "#"
_BEHIND = 2
"""Words of a window before the one that the gap follows."""
_AHEAD = 3
_FAR, _STEP = 6, 3


def gap_features(doc: Doc) -> Iterator[tuple[int, frozenset[str]]]:
    """For every gap inside a sentence the index of the word before it, and its features."""
    for sentence in doc.sents:
        yield from _of_sentence(sentence)


def _of_sentence(sentence: Span) -> Iterator[tuple[int, frozenset[str]]]:
    words = list(sentence)
    tags = [*[_NONE] * _BEHIND, *(_plain(word) for word in words), *[_NONE] * _AHEAD]
    low = [*[_NONE] * _BEHIND, *(word.lower_ for word in words), *[_NONE] * _AHEAD]
    opening = _widest(words, sentence.start, opens=True)
    closing = _widest(words, sentence.start, opens=False)
    subject = _subject(sentence)
    for at in range(len(words) - 1):
        span = slice(at, at + _BEHIND + _AHEAD + 1)
        near = {f"at={min(_FAR, at)}", f"left={min(_FAR, len(words) - at)}", *_window(tags[span], low[span])}
        near.update(_phrases(opening[at + 1], closing[at], low[at + _BEHIND + 1]))
        if subject == at + 1:
            near.update((f"before subject {min(_STEP, at // 2)}", f"before subject {low[_BEHIND]}"))
        yield sentence.start + at, frozenset(near)


def _window(tags: Sequence[str], low: Sequence[str]) -> Iterator[str]:
    """The tags and words around a gap, alone and side by side."""
    yield from (f"tag{at}={tag}" for at, tag in enumerate(tags))
    yield from (f"word{at}={word}" for at, word in enumerate(low[1:5]))
    before, here, behind, after, last = range(1, 6)
    for first, end in ((here, behind), (before, behind), (here, after), (before, after), (behind, last)):
        yield f"tags{first}=" + "_".join(tags[first : end + 1])
    yield f"pair={low[here]}_{tags[behind]}"
    yield f"riap={tags[here]}_{low[behind]}"
    yield f"words={low[here]}_{low[behind]}"
    yield f"into={tags[here]}_{low[behind]}_{tags[after]}"


def _phrases(opening: Token | None, closing: Token | None, word: str) -> Iterator[str]:
    """The widest phrases that open behind a gap and that close before it."""
    for name, top in (("opens", opening), ("closes", closing)):
        if top is None:
            yield name
            continue
        label = f"{name}={top.dep_}{'<' if top.head.i < top.i else '>'}"
        size = min(4, (top.right_edge.i - top.left_edge.i) // _STEP)
        yield from (label, f"{label} {_plain(top)}", f"{label} under {_plain(top.head)}", f"{label} of {size}")
    if opening is not None:
        yield f"opens {opening.dep_} by {word}"
    if opening is not None and closing is not None:
        kin = (opening.head.i == closing.i, closing.head.i == opening.i, opening.head.i == closing.head.i)
        yield f"both={opening.dep_}_{closing.dep_}"
        yield f"kin={opening.dep_}_{closing.dep_}_{kin}"


def _widest(words: Sequence[Token], first: int, *, opens: bool) -> list[Token | None]:
    """For every word the head of the widest phrase that begins with it, or ends with it."""
    found: list[Token | None] = [None] * len(words)
    for word in words:
        left, right = word.left_edge.i - first, word.right_edge.i - first
        at = left if opens else right
        known = found[at]
        if known is None or right - left > known.right_edge.i - known.left_edge.i:
            found[at] = word
    return found


def _subject(sentence: Span) -> int:
    """Where in a sentence the subject of its verb begins; 0 where none stands before it."""
    root = sentence.root
    subjects = (word for word in root.children if word.dep_ in _SUBJECTS and word.i < root.i)
    return next((word.left_edge.i - sentence.start for word in subjects), 0)


def _plain(word: Token) -> str:
    return _PLAIN.get(word.tag_, word.tag_)

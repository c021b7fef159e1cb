"""Whether the one whom a speaker told passes it on: an outlet that is known, or "a Lahore television channel"."""

from __future__ import annotations

from itertools import takewhile

from dateline.claim.voices.scene import Draft, Extent, extent
from dateline.claim.voices.speakers import Speakers
from dateline.claim.words import words
from dateline.model.text import Parse, Token

OUTLETS = words("newspaper paper channel station radio television broadcaster website outlet magazine daily weekly tv")
"""What an outlet is called whose name is not told."""
OTHERS = frozenset({"a", "an", "another"})
"""Articles of an outlet that was not told of before; "our paper" and "the channel" may be the publisher."""

NEWSY = words("news press wire state private")
"""What an agency or a site is called that carries news; intelligence agencies do not."""
LONGEST_CALLED = 6
"""Tokens from the article to the word that says what is named: "the privately owned community radio station"."""


def called_outlet(parse: Parse, first: int) -> tuple[Token, Extent] | None:
    """The name behind the word that calls it an outlet, with its last token: "the agency Nordwire", "the news site Hill Today".

    `first` is the token of the article.
    """
    called = list(takewhile(lambda token: token.tag in ("DT", "JJ", "NN", "VBN", "RB", "HYPH"), parse.tokens[first:]))
    if not called or called[0].tag != "DT" or len(called) > LONGEST_CALLED or not _calls(called[1:]):
        return None
    behind = called[-1].index + 1
    name = list(takewhile(lambda token: token.tag in ("NNP", "NNPS", "HYPH", "CD"), parse.tokens[behind:]))
    words_ = extent(parse, behind, name[-1].index) if name and name[0].text[:1].isupper() else None
    return (name[-1], words_) if words_ is not None else None


def _calls(nouns: list[Token]) -> bool:
    """Whether the words before a name say that it is one of an outlet."""
    last = nouns[-1].lower if nouns else ""
    return last in OUTLETS or (last in ("agency", "site") and all(one.lower in NEWSY for one in nouns[:-1]))


def told_outlet(speakers: Speakers, told: Draft) -> bool:
    """Whether the one who is told publishes it, and is not the publisher of the report itself."""
    mention = speakers.of(told)
    if mention is not None and mention.kind != "place":
        actor = speakers.resolution.actor(mention.id)
        return actor is not None and actor.kind == "media" and actor.id != speakers.resolution.publisher.id
    head = speakers.scene.parse.tokens[told.speaker or 0]
    articles = {kid.lower for kid in speakers.scene.parse.kids(head, "det")}
    return head.lemma.lower() in OUTLETS and bool(articles & OTHERS)

"""Whether the one whom a speaker told passes it on: an outlet that is known, or "a Lahore television channel"."""

from __future__ import annotations

from dateline.claim.voices.scene import Draft
from dateline.claim.voices.speakers import Speakers
from dateline.claim.words import words

OUTLETS = words("newspaper paper channel station radio television broadcaster website outlet magazine daily weekly tv")
"""What an outlet is called whose name is not told."""
OTHERS = frozenset({"a", "an", "another"})
"""Articles of an outlet that was not told of before; "our paper" and "the channel" may be the publisher."""


def told_outlet(speakers: Speakers, told: Draft) -> bool:
    """Whether the one who is told publishes it, and is not the publisher of the report itself."""
    mention = speakers.of(told)
    if mention is not None and mention.kind != "place":
        actor = speakers.resolution.actor(mention.id)
        return actor is not None and actor.kind == "media" and actor.id != speakers.resolution.publisher.id
    head = speakers.scene.parse.tokens[told.speaker or 0]
    articles = {kid.lower for kid in speakers.scene.parse.kids(head, "det")}
    return head.lemma.lower() in OUTLETS and bool(articles & OTHERS)

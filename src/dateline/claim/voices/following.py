"""Whose a document is that follows in quotation marks of its own: "received the following communiqué of the front"."""

from __future__ import annotations

from dateline.claim.voices.documents import issuers
from dateline.claim.voices.quotations import Quotation
from dateline.claim.voices.scene import Draft, Scene
from dateline.claim.voices.sources import noun_phrase

FEWEST = 12
"""Tokens of a document; fewer are a motto."""
REACH = 900
"""Code points before it within which it is announced."""


def following_draft(scene: Scene, quotation: Quotation) -> Draft | None:
    """The voice of a document that opens a paragraph and was announced before as the one that follows."""
    parse, text = scene.parse, scene.parse.report.text
    opens = text[text.rfind("\n", 0, quotation.start) + 1 : quotation.start].strip() == ""
    if not opens or not quotation.double or len(parse.tokens_in(quotation.first, quotation.last)) < FEWEST:
        return None
    before = parse.tokens_in(max(0, quotation.start - REACH), quotation.start)
    ahead = (parse.head(token) for token in reversed(before) if token.lower == "following" and token.dep == "amod")
    document = next((noun for noun in ahead if noun.lower in scene.cues.documents), None)
    issuer = next(iter(issuers(parse, document)), None) if document is not None else None
    source = noun_phrase(parse, issuer) if issuer is not None else None
    if document is None or issuer is None or source is None:
        return None
    return Draft(
        head=document.index,
        shape="quotation",
        stance="say",
        verb=document.lemma,
        cue=(document.start, document.end),
        contents=((quotation.start, quotation.end),),
        source=(source,),
        speaker=issuer.index,
    )

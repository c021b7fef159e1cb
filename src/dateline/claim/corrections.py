"""What somebody takes back: "retracted its claim that", "our last bulletin wrongly said", "we reported … That was wrong"."""

from __future__ import annotations

import re

from dateline.claim.doubts import FALSE, looks_ahead
from dateline.claim.material import REPORTS, Material
from dateline.claim.put import Put
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.model.vocabulary import Modality

OWN_WORDS = re.compile(
    r"(?:(?:press )?(?:release|bulletin|communiqu[eé]) (?:of|no\.?) \d|(?:(?:our|the|this) |(?:(?:our|the|an?|this|monday's|yesterday's|last week's) )?"
    r"(?:earlier|previous|original|first|initial|last|older|prior) )"
    r"(?:news |press )?(?:report|version|story|article|headline|bulletin|newsletter|letter|issue|edition|dispatch|update|post)\b)",
    re.IGNORECASE,
)
"""What a correction calls the text that it corrects."""
OURS = re.compile(
    r"our |(?:press )?(?:release|bulletin|communiqu[eé]) (?:of|no\.?) |(?:an?|the) (?:earlier|previous|original) (?:version|edition)\b",
    re.IGNORECASE,
)
"""Words that are the outlet's own without a heading that says so."""
WRONGLY = words("wrongly mistakenly erroneously incorrectly falsely inaccurately error mistake")
TAKEN_BACK = words("withdrawn retracted corrected correction retraction deleted removed")
"""Words with which a line opens that takes back what follows: "Withdrawn at 14:10: we wrote that …"."""
OWN_VERBS = words("write report say publish state post tell")
TEXTS = words("story article post item version release bulletin dispatch")
"""What an outlet calls a text of its own."""
UNTRUE = FALSE | words("error mistake correct")


def retracted(material: Material, put: Put) -> Modality | None:
    """The speaker takes it back, as such or as a report of theirs."""
    if put.attribution is not None and put.attribution.stance == "retract":
        return "retracted"
    below: Token | None = None
    for token in material.parse.ancestors(material.parse.tokens[put.clause.head]):
        told = material.cue_at.get(token.index)
        if told is not None and told.stance == "retract" and token.pos == "VERB":
            return "retracted" if below is not None and below.lemma in REPORTS else None
        below = token if token.pos == "NOUN" else below
    return None


def corrected(material: Material, put: Put) -> Modality | None:
    """What the outlet had said, told in order to take it back: under such a heading, "wrongly", or called wrong at once."""
    if put.attribution is None:
        return "retracted" if _wrote(material, put) else None
    sources = [span.quote for span in put.attribution.source]
    if material.parse.frame.kind == "correction" and any(OWN_WORDS.match(quote) for quote in sources):
        return "retracted"
    own = any((OURS.match(quote) and OWN_WORDS.match(quote)) or quote.lower() == "we" for quote in sources)
    if not own:
        return None
    number = material.parse.tokens[put.clause.head].sentence
    tokens = _sentence(material, number)
    here = any(token.lower in WRONGLY for token in tokens) or _taken_back(material, tokens)
    return "retracted" if here or _taken_back_later(material, number) else None


def _taken_back(material: Material, tokens: tuple[Token, ...]) -> bool:
    """Whether a line opens with such a word, or the bit of a sentence before it that the parser cut off."""
    if not tokens:
        return False
    text = material.parse.report.text
    line = text[text.rfind("\n", 0, tokens[0].start) + 1 : tokens[-1].end]
    first = re.search(r"[^\W\d_]+", line)
    return first is not None and first.group().lower() in TAKEN_BACK


def _wrote(material: Material, put: Put) -> bool:
    """Whether the outlet's own earlier words stand behind "we wrote that" in a line that takes them back, or before one."""
    head = material.parse.tokens[put.clause.head]
    told = [token for token in material.parse.ancestors(head) if token.lemma in OWN_VERBS]
    if not any(_is_own(material, kid) for token in told for kid in material.parse.kids(token, "nsubj")):
        return False
    return _taken_back(material, _sentence(material, head.sentence)) or _taken_back_later(material, head.sentence)


def _is_own(material: Material, speaker: Token) -> bool:
    """Whether a word is that of the outlet for itself: "we", or its name."""
    mention = material.mention_at.get(speaker.index)
    actor = material.resolution.actor(mention.id) if mention is not None else None
    return speaker.lower == "we" or (actor is not None and actor.id == material.resolution.publisher.id)


def _taken_back_later(material: Material, number: int) -> bool:
    return any(_withdrawn(material, number + after) for after in (1, 2)) or _called_wrong(material, number + 1)


def _called_wrong(material: Material, number: int) -> bool:
    """Whether a sentence says of the one before that it was wrong."""
    tokens = _sentence(material, number)
    for verb in (token for token in tokens if token.lemma == "be"):
        subjects = {kid.lower for kid in material.parse.kids(verb, "nsubj")}
        said = {kid.lower for kid in material.parse.kids(verb, "acomp", "attr", "oprd")}
        if subjects & {"that", "this", "it"} and said & UNTRUE and not looks_ahead(material, verb):
            return True
    return False


def _withdrawn(material: Material, number: int) -> bool:
    """Whether a sentence takes a report back: "the report is withdrawn", "this stands corrected"."""
    for verb in (token for token in _sentence(material, number) if token.lower in TAKEN_BACK):
        over = (
            verb
            if verb.pos in ("VERB", "AUX") and material.parse.kids(verb, "nsubjpass")
            else material.parse.head(verb)
        )
        subjects = material.parse.kids(over, "nsubjpass", "nsubj")
        meant = any(kid.lower in ("that", "this", "it") or kid.lemma in REPORTS | TEXTS for kid in subjects)
        if meant and not material.parse.kids(over, "neg", "agent"):
            return True
    return False


def _sentence(material: Material, number: int) -> tuple[Token, ...]:
    if number >= len(material.parse.sentences):
        return ()
    sentence = material.parse.sentences[number]
    return material.parse.tokens[sentence.first : sentence.last + 1]

"""How an unknown is asked: the question that the text leaves open, in words that stand alone."""

from __future__ import annotations

import re

from dateline.model.record import Case, Claim, Voice

LONGEST = 100
"""Code points of a question that is quoted from a text."""
_QUESTION = re.compile(
    r"\b(?:who|whom|whose|what|which|whether|how (?:many|much|far|long)|how|why|where|when|if)\b(?= \w)", re.IGNORECASE
)
_NOBODY = re.compile(r"\b(?:no (?:group|one|side|party|faction|force|organi[sz]ation)|nobody|none)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|they|he|she)\b", re.IGNORECASE)
_TO_US = re.compile(r"\d{1,2}[:.]\d{2}\b\W*")
"""The hour that a live page puts before an entry."""
_BODY = re.compile(
    r"\b(?:offices?|associations?|councils?|unions?|ministry|ministries|committees?|commissions?|agency|agencies|bureau|networks?"
    r"|missions?|cent(?:re|er)s?|hospitals?|clinics?|observatory|federation|league|society|parliament|government|courts?"
    r"|administration|authority|authorities|departments?|directorate|command|brigade|battalion|division|army|police|forces?|front"
    r"|movement|party|church|diocese|university|station|newspapers?|radio|television|website|channel|charity|charities"
    r"|foundation|institute|organi[sz]ations?|watchdog|company|headquarters|programme|secretariat|embassy|statement|media|press|zone"
    r"|entry|entries|reports?|data|findings|documents?|records?|video|footage|images|message|letter|pamphlet|posts?|dispatch)$",
    re.IGNORECASE,
)
"""Last words of names for bodies, which are known by them, whoever spoke, and for papers, which are nobody."""
_BEHIND = re.compile(r",| (?:of|in|from|at|near|on|with|who|that|and|by|for) ")
_ARTICLE = re.compile(r"(?:the|an?|one|another|some)\s+", re.IGNORECASE)
_NAMED_BEHIND = re.compile(r", (?:[A-ZÀ-Þ][\w’'-]+ ){1,3}?[A-ZÀ-Þ][\w’'-]+$")
"""A name that a comma sets off behind an office."""
_NO_NAME = re.compile(r"[\W\d]+|(?:it|this|that|which|who|whom|he|she|they|we|i)", re.IGNORECASE)


def asked(case: Case, claim: Claim) -> str:
    """What somebody leaves open: of "it is not clear what started it" the question, of a bare clause "whether …"."""
    words = " ".join(" ".join(span.quote for span in claim.spans).split()).strip(" .,;:")
    question = _QUESTION.search(words)
    if question is not None:
        return _cut(words[question.start() :])
    words = words[found.end() :] if (found := _TO_US.match(words)) else words
    pronoun = _PRONOUN.match(words)
    sentence = case.parse.sentence_at(claim.spans[0].start)
    if pronoun is not None and sentence is not None and _NOBODY.search(sentence.span.quote):
        return _cut(f"who{words[pronoun.end() :]}")
    return _cut(f"whether {words[:1].lower() + words[1:] if claim.kind in ('event', 'casualty', 'state') else words}")


def asks(claim: Claim) -> bool:
    """Whether the words of a claim hold a question."""
    return any(_QUESTION.search(span.quote) for span in claim.spans)


def called(place: str) -> str:
    """A place in running words: what has no name of its own takes the article, "the junction"."""
    return f"the {place}" if place[:1].islower() and not place.startswith("the ") else place


def is_unnamed(case: Case, voice: Voice, name: str) -> bool:
    """Whether words for a voice leave open who it is: neither a person's name, nor a body's, nor a bare word or number."""
    source = voice.source
    if source is None or _NO_NAME.fullmatch(name) or _NO_NAME.fullmatch(source.quote):
        return False
    if _NAMED_BEHIND.search(source.quote) or any(
        one.form == "name" for one in case.resolution.within(source.start, source.end, "person")
    ):
        return False
    if all(token.pos == "PROPN" for token in case.parse.tokens_in(source.start, source.end)):
        return False
    words = _BEHIND.split(name)[0].split()
    proper = len(words) > 1 and all(word[:1].isupper() for word in words)
    return bool(words) and not proper and _BODY.search(words[-1]) is None


def who_is(name: str) -> str:
    """The question who somebody is: "who the “residents” are"."""
    first, _, rest = name.partition(" ")
    shown = f"{first.lower() if first[1:].islower() else first} {rest}".strip()
    shown = _ARTICLE.sub("", shown)
    head = _BEHIND.split(shown)[0].split()[-1:]
    many = bool(head) and (head[0].endswith("s") or head[0] == "people") and not head[0].endswith("ss")
    return f"who the “{shown}” {'are' if many else 'is'}"


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"

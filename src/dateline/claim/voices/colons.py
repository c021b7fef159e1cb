"""Colons that stand for a verb of saying: "Ten dead in blast: ministry", "Ministry: ten dead in blast"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.claim.voices.scene import Draft, Extent, Scene
from dateline.claim.voices.sources import agent_of, noun_phrase, subject_of
from dateline.claim.voices.telling import NEWS, TELLERS, names_teller, reports
from dateline.claim.words import words
from dateline.model.text import Parse, Token

_LABEL = re.compile(
    r"\W*(?:\d{1,3}(?:/\d{0,3}|[.)])\s+)?(?i:(?:(?:just|this|now) )?(?:in )?(?:from|per|via) )?(?P<source>.*?)(?:,? (?:on|via) (?:the )?[A-Z][\w-]+)?"
    r"(?:,? (?:later|earlier|now|again|then|today|yesterday|tonight|this (?:morning|afternoon|evening)))?\s*"
)
PLACED = ("in", "at", "of", "from", "near", "for")
FULL_LINE = 45
"""Code points from which on a line may have been broken for its length."""
QUOTES = ("“", '"', "«", "„")
TELLING_TAGS = ("VBZ", "VBD", "VBP", "VBN")
OPENING = ("", "\n", "“", '"', "'", "‘", "«", "„")
"""What stands behind a colon that opens a quotation, a list or nothing."""
OFFERING = words("say tell claim give offer provide present have paint speak issue publish cite")
FIGURES = words("figure toll number count tally breakdown estimate total balance")
OFFERED = FIGURES | words("version account story picture explanation")
OTHERWISE = words("opposite contrary otherwise following same different")
"""What somebody gives or says, and a colon says what it is."""
LONGEST_NOUN = 3
"""Tokens of such a source that is no name: "security sources"."""
LONGEST_SOURCE = 5
"""Words that may name the source on its side of the colon."""


def colon_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for a colon with nothing but an actor or person between it and the start or end of its line."""
    text = scene.parse.report.text
    for token in scene.parse.tokens:
        if token.text != ":" or token.sentence < 0:
            continue
        line = (text.rfind("\n", 0, token.start) + 1, len(text) if (end := text.find("\n", token.end)) < 0 else end)
        before, after = _bare(text, (_side(text, line[0], _begins(scene, token)), token.start)), (token.end, line[1])
        first = (token.end, _first_sentence(scene, token, line[1]))
        quoted = text[token.end : token.end + 2].strip() in QUOTES
        if (speaker := _labelled(scene, before, quoted=quoted)) is not None:
            yield from _draft(scene, token, speaker, (before, first))
        elif (told := _announced(scene, token, before)) is not None:
            yield from _spelt_out(scene, before, _draft(scene, token, told[0], (told[1], first)))
        elif (speaker := _signed(scene, after)) is not None:
            yield from _draft(scene, token, speaker, (after, before))


def _side(text: str, line: int, sentence: int) -> int:
    """Where the side of a source begins: with its line, or with a sentence that runs over from a full line before it."""
    before = text[text.rfind("\n", 0, max(0, line - 1)) + 1 : line].strip()
    return (
        sentence if sentence < line and len(before) >= FULL_LINE and before[-1] not in ".:!?" else max(line, sentence)
    )


def _begins(scene: Scene, colon: Token) -> int:
    """Where the sentence of a colon begins; a colon that opens one belongs to the sentence before."""
    sentence = scene.parse.sentences[colon.sentence]
    if sentence.first == colon.index and colon.sentence > 0:
        sentence = scene.parse.sentences[colon.sentence - 1]
    return sentence.span.start


def _first_sentence(scene: Scene, colon: Token, last: int) -> int:
    """Where the first sentence behind a colon ends, at the end of its line at the latest."""
    after = scene.parse.tokens[colon.index + 1 : colon.index + 2]
    sentence = scene.parse.sentences[after[0].sentence] if after and after[0].sentence >= 0 else None
    return max(min(sentence.span.end if sentence else colon.end, last), colon.end)


def _bare(text: str, side: Extent) -> Extent:
    """The side of a source without its number in a thread and the channel it speaks on ("2/ The governor on Telegram")."""
    match = _LABEL.fullmatch(text, *side)
    return match.span("source") if match is not None else side


def _labelled(scene: Scene, side: Extent, *, quoted: bool) -> Token | None:
    """The word that names who speaks on the side before the colon, which is short: "Witness in Bor", "Gen. Bala".

    Before a quotation any name may.
    """
    label = scene.parse.report.text[side[0] : side[1]]
    tokens = scene.parse.tokens_in(*side) if label.strip() and len(label.split()) <= LONGEST_SOURCE else ()
    tellers = (
        token
        for token in tokens
        if names_teller(scene, token) or (quoted and token is tokens[-1] and token.pos == "PROPN")
    )
    named = [token for token in tellers if token.lower not in scene.cues.documents]
    if not named or any(token.pos in ("VERB", "AUX") for token in tokens) or named[-1].lemma.lower() in NEWS:
        return None
    if _names_a_country(scene, named[-1]):
        return None
    rest = [token for token in tokens if token.index > named[-1].index and not token.text.isspace()]
    placed = bool(rest) and rest[0].lower in PLACED and named[-1].lemma.lower() in TELLERS
    return named[-1] if not rest or rest[0].text == "." or placed else None


def _announced(scene: Scene, colon: Token, side: Extent) -> tuple[Token, Extent] | None:
    """Who speaks, and his words, where a verb of saying introduces what follows without quoting it.

    "Army confirms: two soldiers killed", "Confirmed by the police: three dead"; a quotation is found by its marks.
    """
    parse = scene.parse
    verb = next((token for token in parse.tokens_in(*side) if token.tag in TELLING_TAGS), None)
    after = parse.report.text[colon.end :].lstrip(" \t")[:1]
    if verb is None or after in OPENING:
        return None
    told = _offered(parse, verb)
    if told is None and not any(cue.clause for cue in scene.cues.verbs.get(verb.lemma, ())):
        return None
    if any(kid.index > colon.index for kid in parse.kids(verb, "ccomp")):
        return None
    agent = agent_of(parse, verb)
    named = agent if agent is not None and verb.left == verb.index else subject_of(parse, verb)
    last = agent.right if agent is not None else told.right if told is not None else verb.index
    source = noun_phrase(parse, named, stop=None if agent else verb.index) if named is not None else None
    if named is None or source is None or not _tells(scene, named) or not _leads_to(parse, last, colon):
        return None
    return named, source


def _spelt_out(scene: Scene, side: Extent, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts; the number that somebody gives before the colon is his word as much as what spells it out behind."""
    parse = scene.parse
    offered = ((verb, _offered(parse, verb)) for verb in parse.tokens_in(*side) if verb.tag in TELLING_TAGS)
    verb, noun = next(
        ((verb, noun) for verb, noun in offered if noun is not None and noun.lemma in FIGURES), (None, None)
    )
    for draft in drafts:
        if verb is None or noun is None:
            yield draft
            continue
        contents = ((parse.tokens[noun.left].start, draft.contents[-1][1]),)
        cue = (verb.start, verb.end)
        yield replace(
            draft, head=verb.index, stance="figure", verb=verb.lemma, cue=cue, contents=contents, clause=False
        )


def _offered(parse: Parse, verb: Token) -> Token | None:
    """What somebody gives before a colon that says what it is: "gives a higher figure: 14 wounded", "say the opposite: …"."""
    if verb.lemma not in OFFERING or parse.kids(verb, "neg"):
        return None
    offered = OFFERED | (OTHERWISE if verb.lemma in ("say", "tell", "claim") else frozenset())
    found = parse.kids(verb, "dobj", "advmod", "acomp")
    found += [kid for prep in parse.kids(verb, "prep") if prep.lower == "of" for kid in parse.kids(prep, "pobj")]
    return next((kid for kid in found if kid.lemma.lower() in offered and kid.index > verb.index), None)


def _tells(scene: Scene, named: Token) -> bool:
    """Whether a word, or the name beside it, is that of somebody who tells: "our reporter X"."""
    return any(names_teller(scene, one) for one in (named, *scene.parse.kids(named, "appos")))


def _leads_to(parse: Parse, last: int, colon: Token) -> bool:
    """Whether a colon stands right behind the words of telling, or behind where they were told: "writes from Saro:"."""
    between = parse.tokens[last + 1 : colon.index]
    return not between or (between[0].lower in ("from", "in", "at") and all(one.pos == "PROPN" for one in between[1:]))


def _names_a_country(scene: Scene, token: Token) -> bool:
    """Whether the label is a country's own name, which tells what a headline is about: "Sudan: shelling kills nine"."""
    named = scene.names.get(token.end)
    actor = scene.actors.get(named.id) if named is not None else None
    if named is None or actor is None or actor.kind != "government" or actor.country is None:
        return False
    return named.span.quote.casefold() in actor.name.casefold().split()


def _signed(scene: Scene, side: Extent) -> Token | None:
    """The word that names who speaks on the side behind the colon: nothing but somebody who is cited without a verb.

    A name with an article or a full stop ends a sentence, which tells whom it meant: "… one enemy: the Taliban."
    """
    whole = scene.parse.report.text[side[0] : side[1]].rstrip()
    words_ = whole.rstrip(" .")
    tokens = scene.parse.tokens_in(side[0], side[0] + len(words_)) if len(words_.split()) <= LONGEST_SOURCE else ()
    if not tokens:
        return None
    named = scene.names.get(tokens[-1].end)
    noun = tokens[-1].lemma.lower()
    if named is None and len(tokens) <= LONGEST_NOUN and tokens[0].pos != "DET":
        return tokens[-1] if noun in TELLERS | scene.cues.documents | scene.cues.anonymous else None
    told_of = whole.endswith(".") or any(token.pos in ("VERB", "AUX", "NUM", "CCONJ", "DET") for token in tokens)
    if named is None or told_of:
        return None
    cited = named.form != "pronoun" and (named.form == "name" or reports(scene, tokens[-1]))
    return tokens[-1] if cited and named.span.start >= side[0] else None


def _draft(scene: Scene, colon: Token, speaker: Token, sides: tuple[Extent, Extent]) -> Iterator[Draft]:
    report = scene.parse.report
    named, said = (report.trimmed(*side) for side in sides)
    if named is None or said is None or not said.quote.rstrip(" ."):
        return
    mention = scene.names.get(speaker.end)
    yield Draft(
        head=colon.index,
        shape="adjunct",
        stance="say",
        verb=":",
        cue=(colon.start, colon.end),
        contents=((said.start, said.start + len(said.quote.rstrip(" ."))),),
        source=((named.start, named.start + len(named.quote.rstrip(" ."))),),
        speaker=mention.head if mention is not None else speaker.index,
        clause=True,
    )

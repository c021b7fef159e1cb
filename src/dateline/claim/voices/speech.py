"""Which voice speaks the words in quotation marks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import takewhile

from dateline.claim.voices.cells import Cells
from dateline.claim.voices.following import following_draft
from dateline.claim.voices.quotations import Quotation
from dateline.claim.voices.scene import Draft, Extent, Scene
from dateline.model.text import Parse

FEWEST_SPOKEN = 6
"""Tokens from which on words in quotation marks are somebody's words and no label."""

LEADING = re.compile(r"[^.!?:;“”\"\n]{0,80}:\s{0,4}")
"""What stands between a verb of saying and the quotation that it introduces."""
LONGEST_LEAD = 86
"""Code points from the last letter of such a verb to the quotation."""
ENDS = (".", "!", "?", "…")
TELLING = ("say", "insist", "claim", "warn", "confirm", "accuse", "deny")
"""Stances of those who tell something, and may be quoted with it in the next paragraph."""
LONGEST_PAUSE = 500
"""Code points of other words between two quotations of one speaker."""
LONGEST_TAG = 60
"""Code points of a sentence like "Smith asked." behind a quotation that ends with a question mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A quotation and the number of the draft that speaks it (None: nobody is named)."""

    quotation: Quotation
    draft: int | None


def speak(scene: Scene, drafts: Iterable[Draft]) -> tuple[list[Draft], list[Spoken]]:
    """The drafts with the quotations they speak among their contents, and who speaks which quotation.

    A quotation goes to the verb whose content it overlaps, else to a verb of saying without content in the
    same sentence or before a colon, else it continues the quotation just before it, else to somebody who does something with its words.
    """
    held = _Held()
    for draft in drafts:
        held.add(draft)
    spoken: list[Spoken] = []
    for quotation in _outermost(scene.quotations):
        number = _owner(scene.parse, held, quotation)
        if number is None:
            number = _introduced(scene.parse, held, quotation)
        if number is None and (told := _told_before(scene, held, quotation)) is not None:
            number = held.add(told)
        if number is None and (document := following_draft(scene, quotation)) is not None:
            number = held.add(document)
        if number is None:
            number = _continued(scene.parse, spoken, quotation, held.drafts)
        if number is None:
            number = _resumed(scene, spoken, quotation, held)
        if number is None and (doer := _doer(scene, quotation)) is not None:
            number = held.add(doer)
        spoken.append(Spoken(quotation=quotation, draft=number))
        if number is not None:
            held.speak(number, quotation)
            _speak_back(scene, spoken, held)
    for at, one in enumerate(spoken):
        if one.draft is None and not scene.wide and _is_whole(scene, one.quotation):
            spoken[at] = replace(one, draft=held.add(_unnamed(scene, one.quotation)))
    return held.drafts, spoken


def _speak_back(scene: Scene, spoken: list[Spoken], held: _Held) -> None:
    """Give the paragraphs that were opened before, and not closed, to whoever speaks the last one."""
    number = spoken[-1].draft
    for at in range(len(spoken) - 2, -1, -1):
        one, after = spoken[at], spoken[at + 1]
        unclosed = one.quotation.end == one.quotation.last
        between = scene.parse.report.text[one.quotation.end : after.quotation.start]
        if one.draft is not None or number is None or not unclosed or between.strip():
            return
        held.speak(number, one.quotation)
        spoken[at] = replace(one, draft=number)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """The drafts, with where their contents and cues stand, and which of them share a verb."""

    drafts: list[Draft] = field(default_factory=list)
    contents: Cells = field(default_factory=Cells)
    cues: Cells = field(default_factory=Cells)
    twins: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, draft: Draft) -> int:
        """Hold one more draft; returns its number."""
        number = len(self.drafts)
        self.drafts.append(draft)
        self.contents.add(number, draft.contents)
        self.cues.add(number, (draft.cue,))
        self.twins[draft.head].append(number)
        return number

    def speak(self, number: int, quotation: Quotation) -> None:
        """Give a quotation to a draft and those of its conjoined sources."""
        for twin in self.twins[self.drafts[number].head]:
            self.drafts[twin] = replace(self.drafts[twin], contents=_with(self.drafts[twin], quotation))
            self.contents.add(twin, ((quotation.start, quotation.end),))


def _outermost(quotations: Iterable[Quotation]) -> list[Quotation]:
    kept: list[Quotation] = []
    for quotation in quotations:
        if not kept or quotation.start >= kept[-1].end:
            kept.append(quotation)
    return kept


def _owner(parse: Parse, held: _Held, quotation: Quotation) -> int | None:
    drafts = held.drafts
    near = held.contents.near(quotation.start, quotation.end)
    overlapping = [n for n in near if any(_shared(part, quotation) for part in drafts[n].contents)]
    overlapping = [n for n in overlapping if not _inside(drafts[n].cue, quotation)]
    if overlapping:
        return max(overlapping, key=lambda n: (_share(drafts[n], quotation), -_size(drafts[n])))
    first, last = _reach(parse, quotation)
    idle = [n for n in held.cues.near(first, last + 1) if drafts[n].clause and not drafts[n].contents]
    idle = [n for n in idle if first <= drafts[n].cue[0] <= last and not _inside(drafts[n].cue, quotation)]
    return (
        min(idle, key=lambda n: _distance(drafts[n], quotation), default=None)
        if idle
        else _tagged(parse, held, quotation)
    )


def _tagged(parse: Parse, held: _Held, quotation: Quotation) -> int | None:
    """The speaker whose name or cue stands right behind a quotation, though he says more: "He left, “for good,” she told us"."""
    if not parse.report.text[quotation.first : quotation.last].rstrip().endswith(","):
        return None
    near = (held.drafts[n] for n in held.cues.near(quotation.end, quotation.end + LONGEST_TAG))
    heads = {d.head for d in near if d.clause and d.source and 0 < min(d.cue[0], d.source[0][0]) - quotation.end <= 1}
    return next((n for n, draft in enumerate(held.drafts) if draft.head in heads), None)


def _introduced(parse: Parse, held: _Held, quotation: Quotation) -> int | None:
    """The verb of saying with a colon right before a quotation, also where a sentence or paragraph ends between them."""
    drafts = held.drafts
    near = held.cues.near(max(0, quotation.start - LONGEST_LEAD), quotation.start)
    idle = (n for n in near if drafts[n].clause and not drafts[n].contents)
    before = (n for n in idle if LEADING.fullmatch(parse.report.text, drafts[n].cue[1], quotation.start))
    return max(before, key=lambda n: drafts[n].cue, default=None)


def _told_before(scene: Scene, held: _Held, quotation: Quotation) -> Draft | None:
    """The voice that told something else right before a colon: "denied that the fort had fallen: “I am in it”"."""
    text = scene.parse.report.text
    before = text[: quotation.start].rstrip()
    near = held.cues.near(max(0, len(before) - LONGEST_PAUSE), quotation.start) if before.endswith(":") else []
    ends = (n for n in near if held.drafts[n].stance in TELLING and held.drafts[n].source)
    fit = (n for n in ends if any(text[end : quotation.start].strip() == ":" for _, end in held.drafts[n].contents))
    number = min(fit, key=lambda n: held.drafts[n].cue, default=None)
    if number is None:
        return None
    mark = scene.parse.tokens_in(quotation.start, quotation.first + 1)[0]
    words = ((quotation.start, quotation.end),)
    return replace(held.drafts[number], head=mark.index, stance="say", contents=words, clause=False)


def _reach(parse: Parse, quotation: Quotation) -> Extent:
    """From the start of the sentence where the quotation opens to the end of the one where it closes."""
    opening = parse.sentence_at(quotation.first)
    closing = parse.sentence_at(quotation.last - 1)
    first = opening.span.start if opening else quotation.start
    last = closing.span.end if closing else quotation.end
    if closing is not None and quotation.end >= closing.span.end and closing.index + 1 < len(parse.sentences):
        after = parse.sentences[closing.index + 1]
        text = parse.report.text[quotation.last : after.span.end]
        starts_low = next((letter for letter in text if letter.isalpha()), "A").islower()
        same_paragraph = "\n" not in text[: len(text) - len(after.span.quote)]
        last = after.span.end if starts_low or (same_paragraph and len(after.span.quote) < LONGEST_TAG) else last
    return first, last


def _continued(parse: Parse, spoken: list[Spoken], quotation: Quotation, drafts: list[Draft]) -> int | None:
    """A quotation that opens a sentence right behind the sentence of the last spoken one goes on with it."""
    if not spoken or spoken[-1].draft is None:
        return None
    last = max(spoken[-1].quotation.end, drafts[spoken[-1].draft].cue[1])
    sentence = parse.sentence_at(last - 1)
    between = parse.report.text[sentence.span.end if sentence else last : quotation.start]
    return spoken[-1].draft if not between.strip() and quotation.start >= last else None


def _resumed(scene: Scene, spoken: list[Spoken], quotation: Quotation, held: _Held) -> int | None:
    """Whole sentences in quotation marks without a cue are those of whoever was quoted last, not far before them.

    Where nobody was they are those of whoever tells something in the paragraph before.
    """
    if not _is_whole(scene, quotation):
        return None
    near = takewhile(lambda one: quotation.start - one.quotation.end <= LONGEST_PAUSE, reversed(spoken))
    before = next((one for one in near if one.draft is not None), None)
    if before is not None:
        return before.draft
    first = _paragraph_before(scene.parse.report.text, quotation.start)
    cues = held.cues.near(first, quotation.start) if first is not None else []
    telling = (n for n in cues if first is not None and first <= held.drafts[n].cue[0] < quotation.start)
    named = (n for n in telling if held.drafts[n].source and held.drafts[n].stance in TELLING)
    return max(named, key=lambda n: held.drafts[n].cue, default=None)


def _paragraph_before(text: str, at: int) -> int | None:
    """Where the paragraph before the one that opens here begins; None where something else stands in this one."""
    end = len(text[:at].rstrip())
    return text.rfind("\n", 0, end) + 1 if "\n" in text[end:at] and end else None


def _is_whole(scene: Scene, quotation: Quotation) -> bool:
    """Whether whole sentences stand in double marks, and nothing before them in their own."""
    sentence = scene.parse.sentence_at(quotation.first)
    if sentence is None or not quotation.double or quotation.start > sentence.span.start:
        return False
    ends = scene.parse.report.text[quotation.first : quotation.last].rstrip()[-1:] in ENDS
    return ends and len(scene.parse.tokens_in(quotation.first, quotation.last)) >= FEWEST_SPOKEN


def _unnamed(scene: Scene, quotation: Quotation) -> Draft:
    """The voice of whole sentences in quotation marks of which nobody is said to be the speaker: not the narrator's."""
    mark = scene.parse.tokens_in(quotation.start, quotation.first + 1)[0]
    return Draft(
        head=mark.index,
        shape="quotation",
        stance="say",
        verb="“",
        cue=(quotation.start, quotation.first),
        contents=((quotation.start, quotation.end),),
    )


def _doer(scene: Scene, quotation: Quotation) -> Draft | None:
    """The voice of words that are the object of a deed: "X paid tribute to “those who fell …”".

    Only whole phrases of a named person or actor, who stands before them; scare quotes of a word or two are nobody's.
    """
    parse = scene.parse
    inside = parse.tokens_in(quotation.first, quotation.last)
    if len(inside) < FEWEST_SPOKEN:
        return None
    heads = (t for first in inside[:1] for t in parse.ancestors(first))
    verb = next((t for t in heads if t.pos == "VERB" and t.end <= quotation.start), None)
    subject = next(iter(parse.kids(verb, "nsubj")), None) if verb else None
    if verb is None or subject is None or subject.end not in scene.names or verb.sentence != inside[0].sentence:
        return None
    return Draft(
        head=verb.index,
        shape="verb",
        stance="say",
        verb=verb.lemma,
        cue=(verb.start, verb.end),
        contents=((quotation.start, quotation.end),),
        source=((subject.start, subject.end),),
        speaker=subject.index,
    )


def _inside(cue: Extent, quotation: Quotation) -> bool:
    return quotation.start <= cue[0] and cue[1] <= quotation.end


def _shared(part: Extent, quotation: Quotation) -> bool:
    return part[0] < quotation.last and quotation.first < part[1]


def _share(draft: Draft, quotation: Quotation) -> int:
    return sum(max(0, min(e, quotation.end) - max(s, quotation.start)) for s, e in draft.contents)


def _size(draft: Draft) -> int:
    return sum(end - start for start, end in draft.contents)


def _distance(draft: Draft, quotation: Quotation) -> int:
    return max(quotation.start - draft.cue[1], draft.cue[0] - quotation.end)


def _with(draft: Draft, quotation: Quotation) -> tuple[Extent, ...]:
    """The contents with the whole quotation among them, but without the words of the cue and the source."""
    merged: list[Extent] = []
    for start, end in sorted((*draft.contents, (quotation.start, quotation.end))):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)

"""The check on words that are taken back: by the outlet, or by whoever said them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.check.kinds import Kind
from dateline.check.phrases import matches, outermost
from dateline.model.derived import Finding
from dateline.model.record import Case
from dateline.model.span import Span
from dateline.reference import Reference

_TEXT = r"(?:report|figure|account|statement|story|dispatch|number|toll|count|estimate|information|announcement|item|version|bulletin|update|post|map)s?"
_OLD = r"(?:earlier|previous|initial|first|original|last)"
_SAID = r"(?:claim|statement|report|figure|accusation|allegation|account|announcement|assertion|toll|remark|story|estimate|version|tally)s?"
_WRONGLY = r"(?:wrong|incorrect|inaccurate|erroneous|mistaken|in error)"
_NUMBER = r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|none|dozens|only)"
_WAS = r"(?:was|were|had been|has been|have been)"
_TOLD_BY_US = r"(?:reported|said|stated|announced|wrote|written|given|published)"
_ENTRY = r"(?:report|snapshot|update|bulletin|briefing|edition|release|newsletter|note|map|entry|post|item|dispatch|headline|alert)"
_WHEN = r"(?:yesterday|earlier|last night|this morning|on \w+day|at \d\d?[:.]\d\d|in (?:our|the) (?:last|previous|earlier|morning|evening) \w+)"
_NOT_SO = r"(?:not|n['’]t)(?: (?:so|true|right|the case|correct))?(?=[.,;!])"
_PARTS = (
    # called wrong, regretted, corrected
    rf"\b{_ENTRY}\b[^\n]{{0,200}}?\bregrets? (?:the|this) (?:error|mistake|inaccuracy)\b",
    rf"\bnot [^.,;\n]{{1,40}}?,? as (?:(?:we|this (?:agency|paper|newspaper|station|office)) (?:had )?(?:\w+ )?|(?:first|earlier|previously|initially"
    rf"|originally|wrongly) ){_TOLD_BY_US}\b",
    rf"\b{_WHEN},? we (?:had )?(?:{_TOLD_BY_US}|told you)\b[^.\n]{{3,160}}[.;] (?:it|they|he|she|that|this|there)"
    rf" ?(?:has|have|had|was|were|did|is|are|does|do) ?{_NOT_SO}",
    r"\bwe (?:have |had )?(?:now )?(?:taken|removed|deleted|dropped|struck) [^.\n]{1,60}? (?:out of|from) (?:our|this|the) (?:\w+ )?"
    r"(?:headline|story|report|entry|update|page|blog|bulletin|map|post)\b",
    rf"\b(?:that|this|which|(?:the|our|its|his|her|their|those|these) (?:{_OLD} )?{_TEXT}(?: (?:it|he|she|they|we) (?:had )?"
    rf"(?:gave|given|published|issued|reported)[^.,;\n]{{0,30}})?) {_WAS} {_WRONGLY}\b(?! (?:to|for|of|about)\b)",
    r"\b(?:we|it|agency|newsroom|editors?) (?:regrets?|apologi[sz]es? for|withdraws?|retracts?) (?:the|this|that|its|our|an?) "
    r"(?:error|mistake|report|story|dispatch)\b",
    r"\bcorrect (?:our|an?|the|this|that|its) (?:earlier |previous |first )?(?:report|story|dispatch|version|figure)\b",
    r"\bcontrary to what (?:we|this (?:agency|paper|newspaper|station|office)) (?:had )?(?:announced|reported|said|wrote|published|stated)\b",
    rf"\bapologi[sz](?:e[sd]?|ing) for (?:an?|the|its|our|any) (?:false|{_WRONGLY}) {_TEXT}",
    r"\b(?:acknowledg|admitt|conced|concede|admit)\w* (?:that )?(?:it|he|she|they|we) (?:was|were|had been) (?:mistaken|misinformed)\b",
    # taken back
    r"\b(?:this|(?:the|that|this|our) (?:\w+ )?(?:report|story|release|post|item|bulletin|dispatch)(?: (?:on|of|about|that) [^.;\n]{1,50})?)"
    r" (?:is|has been|stands) (?:hereby |now |since )?(?:withdrawn|retracted)\b",
    r"\b(?:the|that|this|our) (?:figure|number|toll|count|estimate)s? (?:(?!(?:said|says|that|who|which|troops|forces|soldiers|men)\b)"
    r"(?:\bno\. ?\d|[^.;\n])){0,100}\b(?:is|are|has been|have been|stands?) (?:hereby |now |since )?(?:withdrawn|retracted)\b",
    rf"\b(?:withdr(?:ew|aws)|retract(?:s|ed)|took back|takes back|walk(?:s|ed) back|backtrack(?:s|ed) on|row(?:s|ed) back on)"
    rf" (?:its|his|her|their|the|that|an?) (?:{_OLD} )?{_SAID}\b",
    rf"\b(?:had|has|have) (?:since |later )?(?:withdrawn|retracted) (?:its|his|her|their|the|that|an?) (?:{_OLD} )?{_SAID}\b",
    # an older version
    r"\b(?:earlier|previous|initial) (?:report|version|story|dispatch|article)s?\b[^.;\n]{0,60}\b(?:incorrectly|wrongly|mistakenly|erroneously)\b",
    r"\b(?:an?|the|our) (?:earlier|previous|original) (?:version|edition) of (?:this|the|our) (?:report|story|article|post|dispatch|item|update)\b",
    r"\bthis (?:report|story|article|version|post|item|update) (?:corrects|has been (?:corrected|amended))\b",
    rf"\b(?:(?:our|last week['’]s|yesterday['’]s|[mtwfs]\w+day['’]s) (?:[\w:]+ )?|(?:the|our) (?:last|previous|earlier) ){_ENTRY}"
    r" (?:had )?(?:placed|gave|listed|named|put|dated|said|stated|reported|identified|counted)\b[^;\n.]{3,160}(?:[;:] (?:it|they|he|she"
    rf"|in fact|the correct|the right|that|this|the (?:number|figure|toll|name|place|date) (?:is|was))\b"
    rf"|\. (?:it|they|there) (?:is|are|was|were) (?:in fact |only |actually )?{_NUMBER}(?=[.,;!]))",
    r"\b(?:misstated|misreported)\b",
    r"\bfor [“\"‘'][^”\"\n]{1,60}[”\"’'],? (?:please )?read\b",
    rf"\b(?:figure|number|toll|total|count|date|name|spelling)s? (?:\bno\. ?\d|[^.;\n]){{0,120}}?\b(?:should|may|must) (?:please |kindly |now )?"
    rf"(?:be )?read (?:as )?(?:{_NUMBER}\b|[“\"](?=\w)|(?-i:[A-Z])\w+)",
    # first one thing, then another
    rf"\b(?:first|initially|originally|at first) (?:gave|put|reported|announced|counted|spoke of|said|claimed)\b[^.;\n]{{1,60}}, (?:but |and )?"
    rf"(?:then|later|now) (?:(?:at|of|to) )?(?:(?:gave|said|put|spoke of|reported|lowered|cut|corrected|counted)(?: (?:it|that|this|them|the (?:toll|number|figure)))?"
    rf"(?: (?:to|at|of|as))? )?(?!days?\b){_NUMBER}\b",
    r"\b(?:initially|wrongly|mistakenly|originally) reported (?:as |to (?:be|have been) )?(?:abducted|killed|dead|captured|kidnapped|drowned)\b",
    r"\bfirst reported (?:as )?(?:abducted|killed|dead|captured|kidnapped|drowned)\b(?! (?:on|in|at|by|last|this|early|late)\b)",
    r"\b(?:initially|at first|first|earlier|originally) (?:said|reported|claimed|announced|stated)\b[^\n]{3,160}?\b(?:later|then|since|now) "
    r"(?:said|says|admitted|acknowledged|clarified|conceded|announced|found) (?:that )?(?:there (?:had been|was|were) no|no such"
    r"|(?:it|that|this) (?:was not|had not been|was (?:false|untrue)))\b",
    rf"\bclarif(?:ied|ies|ying) that (?:there (?:had been|was|were) no (?:such )?(?:attack|raid|strike|ambush|clash|killing|explosion)"
    rf"|(?:its|his|her|their|the|an?) {_OLD} {_TEXT})\b",
    # revised down
    r"\b(?:toll|figure|number|count|estimate|tally)s?\b(?: of [^.,;\n]{1,40})? (?:(?:was|were|has|had|have|is|been|later|since|then) ){1,3}"
    r"(?:revised|corrected) (?:down|downwards?|back)\b",
    r"\b(?:revised|corrected|lowered) (?:down |downwards? )?(?:its|the|their|his|an?|that) (?:\w+ ){0,2}(?:toll|figure|count|tally|estimate"
    r"|number of (?:dead|deaths|killed|wounded|casualties|victims))s?(?: of [^.,;\n]{1,30})? (?:down|downwards?|from|to)\b",
    r"\b(?:revised|corrected) (?:its|their|his|her|an?|that) (?:\w+ )?(?:account|version|statement)\b",
)
_WRONG = re.compile("|".join(_PARTS), re.IGNORECASE)
_CORRECTION = re.compile(
    r"^[\W\d]{0,6}(?:correct(?:ion|s|ed)|clarification|withdrawn|retract(?:ion|ed|s)|errat(?:um|a))\b[^\n:.]{0,20}:"
    r"|^[\W\d]{0,6}correction to [^\n:.]{3,60}:"
    r"|^[\W\d]{0,8}(?:corrections?|clarification|errat(?:um|a))[^\S\n]*\n+[^\n]"
    r"|\((?:corrects|corrected|recasts|drops|removes|deletes)\b[^)\n]{0,200}\)",
    re.IGNORECASE | re.MULTILINE,
)
"""Headings of a correction, at the head of a line or in brackets as agencies put them."""
LONGEST_REMARK = 60
"""Code points up to which "that was wrong" only points back; longer words tell themselves what is withdrawn."""
_CORRECTING = (
    "correct", "clarification", "withdrawn", "retract", "errat", "(recasts", "(drops", "(removes", "(deletes",
)  # fmt: skip
_ERRING = (
    "wrong", "incorrect", "inaccurate", "erroneous", "mistake", "error", "regret", "apologi", "withdr", "retract", "correct",
    "contrary to what", "back", "version", "edition", "amended", "misstated", "misreported", "read", "first", "initially",
    "originally", "earlier", "misinformed", "as this", "we ", "clarif", "revised", "lowered", "'s ", "’s ", "our ", "previous", "last",
)  # fmt: skip


def retraction(case: Case, reference: Reference) -> Iterator[Finding]:
    """Earlier words are withdrawn: "that was wrong", "we correct our report", "Correction:", "withdrew its claim".

    One finding for the report. It quotes every withdrawal, behind a heading to the end of the sentence, and, where one opens
    a sentence, the sentence before it. Silent inside quotation marks, where it is no editor who speaks.
    """
    spans: list[Span] = []
    for span in matches(case, _WRONG, _ERRING):
        if not case.in_quotes(span):
            spans += (*_before(case, span), span)
    for span in matches(case, _CORRECTION, _CORRECTING):
        sentence = case.parse.sentence_at(span.end - 1)
        spans.append(case.report.span(span.start, max(span.end, sentence.span.end if sentence else span.end)))
    if spans:
        yield Kind("A112", "retraction", "error").at(outermost(sorted(spans)), "Earlier words are withdrawn.")


def _before(case: Case, span: Span) -> tuple[Span, ...]:
    sentence = case.parse.sentence_at(span.start)
    whole = len(span.quote) > LONGEST_REMARK
    if sentence is None or sentence.index == 0 or span.start - sentence.span.start > 3 or whole:
        return ()
    return (case.parse.sentences[sentence.index - 1].span,)

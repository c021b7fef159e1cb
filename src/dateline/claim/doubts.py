"""What nobody says has happened: without evidence, merely likely, done by anybody who may do it, taught."""

from __future__ import annotations

import re
from itertools import takewhile

from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.put import Put
from dateline.claim.voices.stances import is_nobody
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.model.vocabulary import Modality

_ASKER = re.compile(
    r"[\"“> \t]*(?:Q|Question|Reporter|Journalist|Interviewer|Host|Presenter|Anchor|Moderator)\b(?:[ \t]*\([^()\n]{1,40}\))?[ \t]*[:.]",
    re.IGNORECASE,
)
"""Who opens a line to ask: what is asked with "we hear?" is asked, too."""
FALSE = words(
    "disinformation misinformation lie lies propaganda nonsense fabrication hoax false wrong untrue incorrect inaccurate baseless unfounded fabricated fake mistaken erroneous"
)
EVIDENCE = words(
    "evidence sign indication proof confirmation information trace suggestion hint knowledge word news report claim"
    " record idea substance"
)
"""Nouns of which somebody has none, that …"""
ADMITTING = words("deny doubt dispute question contest forget ignore expect")
"""What nobody does of what is so: "nobody denies that"."""
PROSPECTS: dict[str, Modality] = {
    "likely": "expected", "unlikely": "possible", "probable": "expected", "improbable": "possible",
    "possible": "possible", "impossible": "possible", "imminent": "expected", "inevitable": "expected",
    "unavoidable": "expected", "conceivable": "possible", "inconceivable": "possible", "thinkable": "possible",
    "unthinkable": "possible", "foreseeable": "expected", "looming": "expected", "due": "planned",
    "plausible": "possible", "implausible": "possible",
}  # fmt: skip
"""What somebody foresees of an act that is the subject of "be": it has not happened."""
SEEMING = words("be seem remain look appear become stay grow")
ANYBODY = words("anyone anybody whoever whosoever")
"""Who stands for whoever it may be; "those who fled" have fled, even where it is told that they may return."""
RULING = words("must should shall will would can could may might 'll 'd ought")
LAWS = words("punish forbid ban prohibit penalise penalize outlaw jail fine protect")
"""Verbs of rules, in the present of all who do a thing."""
DEFINITE = words("the this that these those")
DATING = words("when after since")
"""Words with which a clause dates another by what has happened."""
FINDING_OUT = words("confirm verify establish determine ascertain tell know say")
OUT_OF_REACH = words("impossible difficult hard")
WEIGHED = words("necessary important vital unsafe dangerous easy better wise")
"""What is said of a deed that somebody may do: "it is dangerous to enter the camp"."""
BANS = words("ban prohibition embargo moratorium restriction limit taboo")
TEACHING = words("how when where")


def doubted(material: Material, put: Put) -> Modality | None:
    """Nobody has evidence, a sign, a report of it; nothing suggests that it is so."""
    head = material.parse.tokens[put.clause.head]
    top = _first_conjunct(material, head)
    if top.dep not in ("acl", "relcl", "ccomp"):
        return None
    noun = material.parse.head(top)
    if top.dep == "ccomp" and noun.pos == "VERB" and noun.lemma not in ADMITTING:
        subjects = material.parse.kids(noun, "nsubj")
        return "unknown" if any(is_nobody(material.parse, subject) for subject in subjects) else None
    if noun.pos != "NOUN" or noun.lemma not in EVIDENCE or not _has_that(material, top):
        return None
    none = any(kid.lower in ("no", "little", "scant", "any") for kid in material.parse.kids(noun, "det", "amod"))
    return "unknown" if none else None


def of_anybody(material: Material, put: Put) -> Modality | None:
    """What is told of "anyone who attacks a soldier", where a threat, a rule or a law speaks of them."""
    head = _first_conjunct(material, material.parse.tokens[put.clause.head])
    return "hypothetical" if says_whom(material, head) else None


def says_whom(material: Material, verb: Token) -> bool:
    """Whether a relative clause says for whom a threat, a rule or a law is meant: "anyone who enters will be shot"."""
    someone = material.parse.head(verb)
    described = verb.dep == "relcl" or (verb.dep == "acl" and verb.tag in ("VBG", "VBN"))
    if not described or not _is_anybody(material, someone):
        return False
    over = next((token for token in material.parse.ancestors(someone) if token.pos in ("VERB", "AUX")), None)
    if over is None:
        return False
    ruled = any(kid.lower in RULING and kid.tag == "MD" for kid in material.parse.kids(over, "aux"))
    return ruled or (over.tag in ("VBZ", "VBP") and over.lemma in LAWS)


def cannot_be_told(material: Material, head: Token) -> bool:
    """Whether a thing cannot be found out: "it was impossible to verify how many were killed", "were unable to say who fired"."""
    above = takewhile(lambda token: token.dep != "relcl", (head, *material.parse.ancestors(head)))
    told = (*material.parse.kids(head, "xcomp"), *above)
    asked = [token for token in told if token.dep == "xcomp" and token.lemma in FINDING_OUT]
    if any(material.parse.head(verb).lower == "unable" for verb in asked):
        return True
    judged = (word for verb in asked for word in material.parse.kids(material.parse.head(verb), "acomp"))
    return any(word.lower in OUT_OF_REACH for word in judged)


def barred(material: Material, put: Put) -> Modality | None:
    """What is forbidden to happen: "a ban on ships entering the port"."""
    head = _first_conjunct(material, material.parse.tokens[put.clause.head])
    for token in (head, *material.parse.ancestors(head)):
        if token.dep == "prep" and token.lower in ("on", "against"):
            return "hypothetical" if material.parse.head(token).lemma in BANS else None
        if token.pos in ("VERB", "AUX") and token != head:
            return None
    return None


def way_of_doing(material: Material, put: Put) -> Modality | None:
    """What somebody knows or learns to do: "taught them how to lay an ambush"."""
    if put.clause.form == "nominal":
        return None
    head = _first_conjunct(material, material.parse.tokens[put.clause.head])
    infinitive = head.tag == "VB" and any(kid.lower == "to" for kid in material.parse.kids(head, "aux"))
    asked = any(kid.lower in TEACHING for kid in material.parse.kids(head, "advmod", "mark"))
    return "hypothetical" if infinitive and asked else None


def contents(material: Material, verb: Token) -> list[Token]:
    """What "it is … that" says: the clauses behind "be" or behind what it calls them."""
    said = material.parse.kids(verb, "attr", "acomp", "oprd")
    below = [*material.parse.kids(verb, "ccomp", "advcl"), *(k for s in said for k in material.parse.kids(s))]
    return [
        kid
        for kid in below
        if kid.dep in ("ccomp", "advcl", "acl", "relcl", "csubj")
        and any(word.lower == "that" for word in material.parse.kids(kid, "mark"))
    ]


def looks_ahead(material: Material, verb: Token) -> bool:
    """Whether "it is false" goes on to a clause with "that", over whose words it may be ("…, as X says, that …")."""
    behind = material.parse.tokens[verb.index : material.parse.sentences[verb.sentence].last + 1]
    that = (token for token in behind if token.lower == "that" and token.dep == "mark")
    return any(over.index == verb.index for token in that for over in material.parse.ancestors(token))


def called_false(material: Material, put: Put) -> Modality | None:
    """What is said to be a lie: "it is a lie that we have fled", "it is not true that"."""
    head = material.parse.tokens[put.clause.head]
    for clause in (material.parse.tokens[put.clause.core], head, *material.parse.ancestors(head)):
        over = material.parse.head(clause)
        verb = over if over.lemma == "be" else material.parse.head(over)
        if verb.lemma != "be" or clause not in contents(material, verb):
            continue
        if not any(kid.lower == "it" for kid in material.parse.kids(verb, "nsubj", "expl")):
            continue
        said = {kid.lower for kid in material.parse.kids(verb, "acomp", "attr", "oprd")}
        if bool(said & FALSE) != material.negated(verb) and said & (FALSE | {"true", "correct"}):
            return "denied"
    return None


def asked(material: Material, head: Token) -> bool:
    """Whether a main clause asks ("Did soldiers shoot?", "Who shot the bishop?"), or somebody does not say "if" it is so."""
    if head.dep in ("ccomp", "csubj", "csubjpass") and any(
        kid.lower in ("if", "whether") for kid in material.parse.kids(head, "mark")
    ):
        return True
    sentence = material.parse.sentences[head.sentence]
    if not sentence.span.quote.rstrip("\"”’' ").endswith("?"):
        return False
    if _ASKER.match(material.parse.report.text, _line_start(material, sentence.span.start)):
        return True
    opening = material.parse.tokens[sentence.first : min(sentence.last, sentence.first + 7) + 1]
    label = max(
        (n + 1 for n, token in enumerate(opening[:-1]) if token.text == ":" or (token.text == ")" and n < 3)), default=0
    )
    first = next(
        (token for token in opening[label:] if token.pos not in ("PUNCT", "SPACE", "CCONJ", "INTJ")), opening[0]
    )
    top = _first_conjunct(material, head)
    inverted = first.lemma in ("do", "have", "be") or first.tag in ("MD", "WP", "WRB", "WDT", "WP$")
    whether = first.lemma == "be" and _has_that(material, top) and material.parse.tokens[first.index + 1].lower == "it"
    return inverted and (top.dep == "ROOT" or top.head == first.index or whether)


def _line_start(material: Material, offset: int) -> int:
    return material.parse.report.text.rfind("\n", 0, offset) + 1


def risked(material: Material, put: Put) -> Modality | None:
    """What somebody runs the risk of, or is strong enough or too weak to do."""
    head = _first_conjunct(material, material.parse.tokens[put.clause.head])
    over = material.parse.head(head)
    if head.dep in ("xcomp", "pcomp") and over.lemma == "risk":
        return "possible"
    core = material.parse.tokens[put.clause.core]
    degrees = [token for i in put.clause.links for token in material.parse.kids(material.parse.tokens[i], "acomp")]
    enough = {kid.lower for adjective in degrees for kid in material.parse.kids(adjective, "advmod")}
    if core.tag == "VB" and any(adjective.lower in OUT_OF_REACH | WEIGHED for adjective in degrees):
        return "hypothetical"
    todo = core.tag == "VB" or any(material.parse.tokens[i].tag == "VB" for i in put.clause.links)
    return "hypothetical" if todo and enough & {"too", "enough"} else None


def beside_the_point(material: Material, clause: Clause) -> bool:
    """Whether a clause behind a comma only tells of something that somebody named: "flee to Maiduguri, where rebels struck"."""
    head = _first_conjunct(material, material.parse.tokens[clause.head])
    return head.dep == "relcl" and head.left > 0 and material.parse.tokens[head.left - 1].text in (",", "–", "—", "(")


def taken_for_granted(material: Material, put: Put) -> bool:
    """Whether a clause tells something known beside what is feared or denied: "…, where nine had died", "the raid on Bor"."""
    head = _first_conjunct(material, material.parse.tokens[put.clause.head])
    if put.clause.form == "nominal":
        return head.dep == "pobj" and _definite(material, head)
    if head.dep == "relcl":
        return beside_the_point(material, put.clause) or _definite(material, material.parse.head(head))
    dated = material.parse.kids(head, "advmod", "mark") if head.dep == "advcl" else []
    return any(kid.lower in DATING for kid in dated)


def told_as_past(material: Material, put: Put) -> bool:
    """Whether a relative clause tells of what was done, beside what is ordered or feared: "to leave the town they took in May"."""
    head = _first_conjunct(material, material.parse.tokens[put.clause.head])
    if put.clause.form == "nominal" or head.dep != "relcl" or put.clause.relation == "purpose":
        return False
    helpers = material.parse.kids(head, "aux", "auxpass")
    if any(kid.tag == "MD" or kid.lower == "to" for kid in helpers):
        return False
    return head.tag == "VBD" or any(kid.tag == "VBD" or kid.lower in ("has", "have") for kid in helpers)


def _definite(material: Material, noun: Token) -> bool:
    named = noun.pos == "PROPN" or bool(material.parse.kids(noun, "poss"))
    return named or any(kid.lower in DEFINITE for kid in material.parse.kids(noun, "det"))


def foreseen(material: Material, put: Put) -> Modality | None:
    """An act that "is likely", "remains possible", "seems imminent"."""
    head = material.parse.tokens[put.clause.head]
    verb = material.parse.head(_first_conjunct(material, head)) if put.clause.form == "nominal" else head
    subjects = material.parse.kids(verb, "nsubj")
    noun = head if put.clause.form == "nominal" else next(iter(subjects), head)
    if verb.lemma not in SEEMING or noun.dep not in ("nsubj", "conj") or noun.pos == "PRON":
        return None
    if put.clause.form != "nominal" and material.negated(verb):
        return None
    said = (kid.lower for kid in material.parse.kids(verb, "acomp", "attr", "oprd"))
    return next((PROSPECTS[word] for word in said if word in PROSPECTS), None)


def _first_conjunct(material: Material, token: Token) -> Token:
    """The word with which a row of conjuncts begins ("that the town had fallen or that soldiers had fled")."""
    while token.dep == "conj":
        token = material.parse.head(token)
    return token


def _has_that(material: Material, head: Token) -> bool:
    return any(
        kid.lower == "that" for kid in material.parse.kids(head, "mark", "nsubj", "dobj", "advmod", "det", "pobj")
    )


def _is_anybody(material: Material, token: Token) -> bool:
    """Whether a word stands for nobody in particular: "anyone", "any fighter"."""
    return token.lower in ANYBODY or any(kid.lower == "any" for kid in material.parse.kids(token, "det"))

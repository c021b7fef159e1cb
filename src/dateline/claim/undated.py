"""Background that carries no date of its own: how wars began, what came long before, what is known of the parties."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from dateline.claim.arguments import classes
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named, noun_sense
from dateline.claim.words import words
from dateline.model.text import Token

WARS = words(
    "war invasion insurgency rebellion revolution conflict uprising revolt mutiny crisis insurrection jihad coup"
)
WAGED = WARS - words("conflict crisis coup")
"""Wars in which something is said to have happened long ago ("during the civil war")."""
OUTBREAK = words("begin start erupt break spark trigger originate grow emerge ignite flare date spring arise stem")
TURNS = words("takeover overthrow ouster independence putsch")
STARTS = words("start beginning onset outbreak launch")
CAMPAIGNS = WARS | words("offensive campaign crackdown blockade siege bombardment operation")
MULTITUDES = words("thousand million")
KILLING = words("kill die wound injure murder slaughter")
GROWING = words("spread grow expand spiral mushroom evolve metastasise metastasize spill swell")
"""Verbs that sum up what became of a movement or a war."""
CLAIMING = words("claim cost take")
"""Verbs of what a war does to lives."""
COMPARING = 6
"""Words before "since" among which a superlative is looked for."""
LENGTHS = words("week month year decade century generation")
TIMES = words("time occasion")
MANY = words("several many numerous countless few dozen two three four five six seven eight nine ten")
FIVE_DIGITS = 5
PAST_TAGS = ("VBD", "VBN")
YEAR = re.compile(r"(?:19|20)\d\d")
LEAD = 1
"""Sentences at the beginning of a text that are news."""
FORMER = words("previous former earlier preceding past")
MEMORY = words(
    "anniversary monument memorial statue bust plaque museum commemoration remembrance obituary biography history legend"
    " myth legacy memory lecture seminar thesis pageant"
)
"""Nouns of things that keep something past; what is told below them is past."""
REMEMBERING = words("mark celebrate commemorate remember")
"""Verbs whose object is past: "to mark the day on which it drove the invaders out"."""
OLD_ORDERS = words("dictatorship apartheid tsar communism fascism nazism colonialism monarchy empire")
"""What is told "under" one of these is past, where they are gone."""
TAKING = ("capture", "retake", "enter")
REIGNS = words(
    "season term regime government administration campaign offensive crisis era rule rebellion junta dictatorship"
)


def undated_background(material: Material, clause: Clause, named: Named, *, voiced: bool) -> bool:
    """Whether an act without a time of its own belongs to the story before the news.

    `voiced` tells that somebody but the narrator says so: pluperfects are then nothing but reported speech.
    """
    if named.kind not in ("event", "casualty", "displacement") or clause.form == "adjective":
        return False
    if not voiced and _main_pluperfect(material, clause):
        return True
    if named.act in TAKING and tells_which_place(material, clause):
        return True
    return (named.act == "agree" and _of_a_year(material, clause)) or any(rule(material, clause) for rule in RULES)


def _of_a_year(material: Material, clause: Clause) -> bool:
    """Whether what is agreed is known by its year: "it signed a 2016 deal", "under the 1994 accord"."""
    thing = material.token(clause.object)
    return thing is not None and any(
        YEAR.fullmatch(kid.text) for kid in material.parse.kids(thing, "nummod", "compound", "amod")
    )


def in_an_old_story(material: Material, clause: Clause) -> bool:
    """Told in, or right behind, a sentence that a date long ago opens."""
    head = material.parse.tokens[clause.head]
    return head.sentence in material.old_story and not _perfect_or_present(material, head)


def of_an_outbreak(material: Material, clause: Clause) -> bool:
    """How the war began, and what made it begin; in the lead that would be the news."""
    token = material.parse.tokens[clause.head]
    if token.sentence < LEAD:
        return False
    return any(_outbreak(material, verb) for verb in (token, *material.parse.ancestors(token)))


def long_before_another(material: Material, clause: Clause) -> bool:
    """What something else came long after: "a month after gunmen raided the village", "it comes days after a blast hit".

    A story told day by day goes on "two days after" its last step; only what is put in its place comes from elsewhere.
    """
    head = material.parse.tokens[clause.head]
    marks = [kid for kid in material.parse.kids(head, "mark") if kid.lower in ("after", "since")]
    if not marks or head.dep != "advcl":
        return False
    length = material.parse.tokens[max(0, marks[0].index - 1)]
    placed = length.lower == "days" and material.parse.head(head).lemma in ("come", "follow")
    return placed or length.lemma in LENGTHS


def since_then(material: Material, clause: Clause) -> bool:
    """From when something else is counted: "nobody has attacked the town since the truce was signed".

    So it is with what is told below such a clause, and with a noun: "the worst raid since the shelling of the port".
    """
    head = material.parse.tokens[clause.head]
    return any(
        (token.dep == "advcl" and any(kid.lower == "since" for kid in material.parse.kids(token, "mark")))
        or (clause.form == "nominal" and token.lower == "since" and token.dep == "prep")
        for token in (head, *material.parse.ancestors(head))
    )


def tells_rarity(material: Material, since: int) -> bool:
    """Whether a "since" tells how rare a thing is: "the deadliest raid since 2019", "for the first time since the truce"."""
    before = material.parse.tokens[max(0, since - COMPARING) : since]
    return any(token.tag in ("JJS", "RBS") or token.lower == "first" for token in before)


def since_a_turn(material: Material, clause: Clause) -> bool:
    """What has been counted since things turned: "have been killed since the coup", "burned since the takeover"."""
    verbs = (material.parse.tokens[i] for i in {clause.head, clause.core})
    preps = (prep for verb in verbs for prep in material.parse.kids(verb, "prep") if prep.lower == "since")
    nouns = (noun for prep in preps for noun in material.parse.kids(prep, "pobj"))
    return any(
        token.lemma in WARS | TURNS
        for noun in nouns
        for token in (noun, *(material.parse.subtree(noun) if noun.lemma in STARTS else ()))
    )


def of_a_campaign(material: Material, clause: Clause) -> bool:
    """What a whole campaign has cost, and the campaign that has: "the offensive has killed 4,000", with no day."""
    head = material.parse.tokens[clause.head]
    noun = head if clause.form == "nominal" else material.token(clause.subject)
    if noun is None or noun.lemma not in CAMPAIGNS or noun.dep != "nsubj":
        return False
    verb = material.parse.head(noun)
    if not any(kid.lower in ("has", "have", "'ve") for kid in material.parse.kids(verb, "aux")):
        return False
    return any(token.lemma in MULTITUDES or _thousands(token) for token in material.parse.subtree(verb))


def of_multitudes(material: Material, clause: Clause) -> bool:
    """The dead of a whole war, by the thousand: "thousands have been killed", "has claimed 9,000 lives and uprooted more"."""
    head = material.parse.tokens[clause.head]
    first = head
    while first.dep == "conj":
        first = material.parse.head(first)
    if not any(kid.lower in ("has", "have", "'ve") for kid in material.parse.kids(first, "aux")):
        return False
    if first != head:
        return first.lemma in CLAIMING and _by_thousands(material, *material.parse.kids(first, "dobj"))
    if head.lemma in CLAIMING:
        return _by_thousands(material, material.token(clause.object))
    if head.lemma not in KILLING:
        return False
    counted = material.token(clause.subject if clause.passive or head.lemma == "die" else clause.object)
    return _by_thousands(material, counted, *material.parse.kids(head, "dobj"))


def spread_since(material: Material, clause: Clause) -> bool:
    """What went with a growth that is summed up: "has since spread to the coast, killing many", "has grown, uprooting 9,000"."""
    head = material.parse.tokens[clause.head]
    while head.dep == "conj":
        head = material.parse.head(head)
    over = material.parse.head(head)
    if head.dep != "advcl" or head.tag != "VBG" or over.lemma not in GROWING:
        return False
    if not any(kid.lower in ("has", "have", "'ve") for kid in material.parse.kids(over, "aux")):
        return False
    since = any(kid.lower == "since" for kid in material.parse.kids(over, "advmod"))
    return since or any(token.lemma in MULTITUDES or _thousands(token) for token in material.parse.subtree(over))


def _by_thousands(material: Material, *counted: Token | None) -> bool:
    """Whether people are counted by the thousand, in words or in digits."""
    numbers = (token for noun in counted if noun is not None for token in (noun, *material.parse.kids(noun, "nummod")))
    return any(token.lemma in MULTITUDES or _thousands(token) for token in numbers)


def _thousands(token: Token) -> bool:
    """Whether a number in digits has a mark of thousands, or needs one: "40,000", "40000"."""
    marked = "," in token.text or len(token.text) >= FIVE_DIGITS
    return token.pos == "NUM" and marked and token.text.replace(",", "").isdigit()


def of_a_period(material: Material, clause: Clause) -> bool:
    """What tells one year from another: "the year in which the rebels took the mine"."""
    head = material.parse.tokens[clause.head]
    return clause.relation == "relative" and material.parse.head(head).lemma in (LENGTHS - {"week"}) | {"era"}


def of_a_war(material: Material, clause: Clause) -> bool:
    """What happened "during the civil war", and the war that did it: "the war in the hills, which killed 900"."""
    head = material.parse.tokens[clause.head]
    if head.dep == "relcl":
        over = material.parse.head(head)
        above = material.parse.head(material.parse.head(over)) if over.dep == "pobj" else over
        if any(kid.lower in ("which", "that") for kid in material.parse.kids(head, "nsubj")):
            return over.lemma in WAGED or above.lemma in WAGED
    core = material.parse.tokens[clause.core]
    if clause.form != "verb" or core.tag not in PAST_TAGS:
        return False
    periods = [prep for prep in material.parse.kids(core, "prep") if prep.lower in ("during", "in")]
    if any(token.pos == "PROPN" and token.lower in WAGED for prep in periods for token in material.parse.subtree(prep)):
        return True
    nouns = (noun for prep in periods for noun in material.parse.kids(prep, "pobj") if noun.lemma in WAGED)
    return any(
        noun.tag == "NNS" or (material.parse.kids(noun, "amod", "compound", "nmod") and not _indefinite(material, noun))
        for noun in nouns
    )


def _indefinite(material: Material, noun: Token) -> bool:
    """Whether a war is told as news: "died in a bloody uprising"."""
    return any(kid.lower in ("a", "an") for kid in material.parse.kids(noun, "det"))


def in_memory(material: Material, clause: Clause) -> bool:
    """What is remembered: "the anniversary of the battle in which", "a monument to the pilots who bombed the dam"."""
    head = material.parse.tokens[clause.head]
    below = head
    for token in material.parse.ancestors(head):
        if token.pos == "NOUN" and token.lemma in MEMORY:
            return True
        if token.lemma in REMEMBERING and below.dep == "dobj":
            return True
        if token.dep == "ROOT" or material.is_cue(token):
            return token.lemma == "be" and any(kid.lemma in MEMORY for kid in material.parse.kids(token, "attr"))
        below = token
    return False


def over_years(material: Material, clause: Clause) -> bool:
    """A sum of years: "kidnapped engineers for years", "has for decades fought"."""
    verbs = {clause.head, clause.core}
    preps = (kid for i in verbs for kid in material.parse.kids(material.parse.tokens[i], "prep") if kid.lower == "for")
    spans = (noun for prep in preps for noun in material.parse.kids(prep, "pobj"))
    return any(noun.lemma in LENGTHS - {"week", "month"} and noun.tag == "NNS" for noun in spans)


def many_times(material: Material, clause: Clause) -> bool:
    """A sum, not an event: "have attacked it several times", "has on many occasions shelled"."""
    helpers = material.parse.kids(material.parse.tokens[clause.head], "aux")
    if not any(kid.lower in ("has", "have", "'ve") for kid in helpers):
        return False
    tokens = [material.parse.tokens[i] for i in clause.tokens]
    if any(token.lower in ("twice", "thrice") for token in tokens):
        return True
    return any(two.lemma in TIMES and two.tag == "NNS" and one.lower in MANY for one, two in pairwise(tokens))


def ever_before(material: Material, clause: Clause) -> bool:
    """What has happened at some time gone by: "has been attacked before"; behind "before dawn" is no such."""
    verbs = [material.parse.tokens[i] for i in {clause.head, clause.core}]
    adverbs = [kid for verb in verbs for kid in material.parse.kids(verb, "advmod", "prep")]
    adverbs += [kid for adverb in adverbs for kid in material.parse.kids(adverb, "advmod")]
    return any(kid.lower == "before" and kid.left == kid.right == kid.index for kid in adverbs)


def under_an_earlier(material: Material, clause: Clause) -> bool:
    """What lies in a time gone by: "during the previous dry season", "under the former regime"."""
    verbs = [material.parse.tokens[i] for i in (clause.head, clause.core)]
    while verbs[-1].dep == "conj":
        verbs.append(material.parse.head(verbs[-1]))
    preps = (prep for verb in verbs for prep in material.parse.kids(verb, "prep"))
    nouns = (
        noun for prep in preps if prep.lower in ("during", "under", "in") for noun in material.parse.kids(prep, "pobj")
    )
    reigns = [noun for noun in nouns if noun.lemma in REIGNS | OLD_ORDERS or noun_sense(material, noun) is not None]
    former = any(kid.lower in FORMER for noun in reigns for kid in material.parse.kids(noun, "amod"))
    return former or any(noun.lemma in OLD_ORDERS for noun in reigns)


def in_an_earlier_year(material: Material, clause: Clause) -> bool:
    """What was done in something that bears an earlier year as its name: "a promise made in a 2019 accord"."""
    core = material.parse.tokens[clause.core]
    if clause.form != "verb" or core.tag not in PAST_TAGS:
        return False
    preps = (prep for prep in material.parse.kids(core, "prep") if prep.lower in ("in", "during"))
    nouns = (noun for prep in preps for noun in material.parse.kids(prep, "pobj"))
    years = (kid.text for noun in nouns for kid in material.parse.kids(noun, "nummod", "compound", "nmod", "amod"))
    window = material.resolution.window or material.resolution.publication.best
    news = window.earliest.year if window is not None and window.earliest is not None else None
    return any(YEAR.fullmatch(year) and (news is None or int(year) < news) for year in years)


def known_of_the_party(material: Material, clause: Clause) -> bool:
    """What a named party once did, told in passing beside what it is or does now: "the Front, which took the port, …"."""
    head = material.parse.tokens[clause.head]
    party = material.parse.head(head)
    if head.dep != "relcl" or head.tag != "VBD" or party.pos != "PROPN":
        return False
    if not any(kid.lower in ("which", "who") for kid in material.parse.kids(head, "nsubj")):
        return False
    verb = next((token for token in material.parse.ancestors(party) if token.pos in ("VERB", "AUX")), None)
    return verb is not None and verb.tag in ("VBZ", "VBP") and not material.is_cue(verb)


def tells_which_place(material: Material, clause: Clause) -> bool:
    """What only says which place is meant: "shelled the village that the rebels had seized", "the wells captured by the group"."""
    head = material.parse.tokens[clause.head]
    place = material.parse.head(head)
    if head.dep not in ("relcl", "acl") or head.tag not in PAST_TAGS or head.sentence < LEAD:
        return False
    if place.pos == "PROPN" or not _definite(material, place) or material.parse.tokens[head.left - 1].text in ",–—(":
        return False
    where = any(kid.lower in ("where", "when") for kid in material.parse.kids(head, "advmod"))
    return not where and not classes(material, place) & {"force", "person", "event"}


def _outbreak(material: Material, verb: Token) -> bool:
    if verb.lemma not in OUTBREAK or verb.pos != "VERB" or verb.tag not in PAST_TAGS:
        return False
    if _perfect_or_present(material, verb):
        return False
    if verb.dep == "relcl" and material.parse.head(verb).lemma in WARS:
        return True
    return any(
        kid.lemma in WARS and _definite(material, kid)
        for kid in material.parse.kids(verb, "nsubj", "nsubjpass", "dobj")
    )


def _definite(material: Material, noun: Token) -> bool:
    """Whether the reader is taken to know it: "the conflict", "their war", "this uprising"."""
    return any(kid.lower not in ("a", "an") for kid in material.parse.kids(noun, "det", "poss"))


def _main_pluperfect(material: Material, clause: Clause) -> bool:
    """Whether the narrator's main clause stands in the pluperfect in a sentence without any time."""
    head = material.parse.tokens[clause.head]
    if clause.form != "verb" or clause.relation != "main" or head.sentence < LEAD:
        return False
    if not any(kid.lower == "had" for kid in material.parse.kids(head, "aux")):
        return False
    sentence = material.parse.sentences[head.sentence]
    dated = material.resolution.within(sentence.span.start, sentence.span.end, "time")
    turned = {kid.lower for kid in material.parse.kids(head, "advmod", "advcl", "mark")}
    inside = material.parse.tokens[sentence.first : sentence.last + 1]
    return not dated and not turned & {"finally", "just"} and not any(t.lower in ("by", "when") for t in inside)


def _perfect_or_present(material: Material, head: Token) -> bool:
    helpers = material.parse.kids(head, "aux", "auxpass")
    if any(kid.tag in ("VBZ", "VBP", "MD") for kid in helpers):
        return True
    return head.tag in ("VBZ", "VBP") and head.pos in ("VERB", "AUX")


Rule = Callable[[Material, Clause], bool]
RULES: tuple[Rule, ...] = (
    in_an_old_story,
    of_an_outbreak,
    since_then,
    since_a_turn,
    of_a_campaign,
    of_multitudes,
    spread_since,
    of_a_period,
    of_a_war,
    over_years,
    many_times,
    ever_before,
    under_an_earlier,
    in_an_earlier_year,
    known_of_the_party,
)

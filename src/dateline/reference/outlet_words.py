"""The words by which outlets, desks, forces and their offices are known, and what documents call themselves."""

from __future__ import annotations

import re

from dateline.reference.actor_words import word_set

MEDIA = re.compile(
    r"\b(?i:agency|news|press|post|times|wire|newswire|radio|tv|television|daily|weekly|herald|tribune|journal|gazette|observer"
    r"|chronicle|courier|monitor|standard|guardian|telegraph|dispatch|mirror|online|network|media|broadcasting|newspaper"
    r"|desk|reuters|xinhua|interfax|tass)\b"
)
DESK = re.compile(
    r"\b(?i:desk|agency|mission|office|cent(?:re|er)|organi[sz]ation|network|unit|ministry|command|committee|commission"
    r"|observatory|monitor|forum|council|cluster|programme|bureau|service|news|press|project|institute)\b"
)
FORCE = re.compile(
    r"(?i:\b(?:army|forces?|front|movement|brigades?|battalion|corps|staff|militias?|guards?|police|navy|government|presidency"
    r"|embassy|group|cell|relief|society|party|union|coalition|alliance|resistance|delegation|court|division)\b)"
)
"""What issues communiqués without being a medium or a desk."""
FORCE_FIRST = re.compile(
    r"(?i:comando|ej[eé]rcito|fuerzas|frente|milicias?|armée|forces|minist[eè]re|ministerio|estado|[eé]tat-major|mouvement|movimiento)"
)
"""With what names of forces and offices begin in French and Spanish, which put the noun first."""
PAPER = re.compile(
    r"(?i:quarterly|monthly|magazine|review|star|sun|voice|echo|today|insider|globe|record|register|sentinel|citizen|nation|leader|express"
    r"|messenger|examiner|independent|patriot|advocate|argus|beacon|bugle|world|mail|bulletin|digest|focus|watch|fm|broadcast"
    r"|information|report|reporter|access|tracker|group|watchers?|initiative|foundation|institute|trust|league|relief|aid|rights|secretariat)"
)
"""Words in the names of papers and desks that are too common to show one where no day or title stands beside them."""
ROOM = re.compile(r"(?i:room|operations|directorate|department|section|headquarters|hq|assembly|leadership)")
"""Words in the names of forces' offices, beside what the document calls itself."""
OFFICES = word_set("relations affairs information directorate department")
"""Words that end the names of offices."""
OFFICE = re.compile(
    r"(?i:(?:the[ \t])?(?:(?:central|general|military|war|joint)[ \t]+)?(?:media|press|information|communications?|public relations|public affairs)[ \t]+"
    r"(?:cell|office|wing|cent(?:re|er)|bureau|department|directorate|service|committee|section|unit|team|branch|desk)"
    r"|(?:general|high|supreme|military|central|joint)[ \t]+(?:command|staff|leadership|committee|council))"
)
"""What parties call those who write their statements, and who leads them."""
STATION = re.compile(r"\b(?i:radio|fm|tv|television|channel|voice|news|broadcasting|station|network|service)\b")
"""Words in the names of stations."""
STATION_FIRST = re.compile(r"(?i:radio|tv|television|channel|agence|agencia)")
"""What names of stations begin with."""
PARTY_PAPER = r"(?:communiqu[eé]|statement|(?:press )?release|bulletin)"
"""What parties, armies and offices put out: their own word."""
RELEASE = re.compile(r"(?i)communiqu|press[ \t]+(?:release|statement)|\bstatement")
"""What a document calls itself that is its publisher's own word."""
NOBODY = re.compile(
    r"(?i)(?:news )?agenc(?:y|ies)|own .*|(?:wire|web|internet) (?:sources?|services?|reports?)|(?:more|photo|file|end|ends|all rights).*"
    r"|.*['’]s (?:leading|oldest|favou?rite|largest|premier|most|first|best|only|own|number one) .*"
    r"|reports?|staff.*|(?:the )?spokes(?:man|woman|person).*|(?:news|press)\s+release|for immediate release|updated?|breaking|newsroom"
)
"""What stands where an outlet's name does and names none."""
LIVE = re.compile(r"(?<=\w)\s+(?:LIVE|[Ll]ive (?:[Bb]log|[Uu]pdates?|[Pp]age|[Ff]eed|[Tt]icker)|[Ll]iveblog)\Z")
"""What an outlet's page is called, behind its name."""
ACRONYM = re.compile(r"[A-Z]{2,6}")
ARTICLES = frozenset({"el", "la", "le", "the"})
"""With what names of papers begin, which are not those of persons."""
_OF = re.compile(r"\s(?:of|for|in|to|on)\s", re.IGNORECASE)


def carrier(name: str) -> str:
    """What of a name says what it names: "General Staff" of "General Staff of the Army"."""
    return _OF.split(name)[0]


def is_outlet(name: str) -> bool:
    """Whether a name that stands alone is an outlet's: by its words, or because it is an acronym."""
    return MEDIA.search(name) is not None or ACRONYM.fullmatch(name) is not None


def is_issuing(name: str) -> bool:
    """Whether a name says that it is one of a desk or a force."""
    return any(kind.search(name) for kind in (DESK, FORCE))


_HEADS = (
    r"key|main|figures?|facts|numbers|highlights?|overview|situation|security|background|context|humanitarian|political|military|social"
    r"|economic|response|needs|gaps|funding|access|displacement|summary|analysis|outlook|recommendations?|conclusions?|introduction"
    r"|coordination|protection|casualties|incidents?|latest|recent|developments?|takeaways?|points?|timeline|chronology|contents?"
    r"|methodology|general|health|shelter|food|education|nutrition|logistics|operational|constraints|priorities|messages|findings"
    r"|drivers|trends|threats|hostilities|violence|clashes|attacks?|events?"
)
HEADING = re.compile(
    rf"(?i:(?:the[ \t]+)?(?:{_HEADS})(?:(?:[ \t]+(?:and|of|on|in|at|&))?[ \t]+(?:the[ \t]+)?(?:{_HEADS}|glance|brief))*(?:[ \t]+in[ \t]+.*)?)"
)
"""What heads a section of a report, and is nobody's name: "Key figures", "Humanitarian response", "Hostilities in Saro"."""

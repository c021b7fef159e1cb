"""Patterns of numerals and amounts in running text."""

from __future__ import annotations

import re

APPROXIMATION = (
    r"at least|at most|as many as|as few as|more than|less than|fewer than|(?:no|not) (?:more|fewer|less) than|"
    r"up to|(?<!handed )(?<!turned )(?<!took )over|under|about|around|some|approximately|roughly|nearly|almost|close to|an estimated|estimated|"
    r"at around|just over|just under|only|well over|a maximum of|a minimum of|a further|another|an additional"
)
_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion)"
)
_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_EXACT = (
    rf"(?:(?:{_DIGITS})(?:\s(?:hundred|thousand|million|billion))?|"
    rf"(?:an?\s|several\s|a\sfew\s)?(?:half\sa\s)?(?:dozen|hundred|thousand|million|billion)\b|{_WORD}(?:(?:\sand\s|[\s-]){_WORD})*\b)"
)
_BETWEEN = rf"between\s(?!(?:1[89]|20)\d\d\b){_EXACT}\sand\s{_EXACT}"
"""A range and no sum; two years are none."""
_VAGUE = r"(?:tens\sof\sthousands|hundreds\sof\sthousands|dozens|scores|hundreds|thousands|millions|several|multiple|numerous)\b"
NUMERAL = re.compile(
    rf"(?<![\w.,/:$€£#-])(?:(?P<approximation>{APPROXIMATION})\s+)?"
    rf"(?P<number>{_BETWEEN}|(?<!from\s){_EXACT}(?:\s?(?:to|-|–|or)\s?{_EXACT})?|{_EXACT}|{_VAGUE})(?!\w|-\d|-[A-Z]{{1,3}}-)",
    re.IGNORECASE,
)
"""A numeral with the words that bound or blur it; what rose from 12 to 19 is no range."""

UNITS = (
    r"kilometres?|kilometers?|km|kms|miles?|metres?|meters?|yards?|feet|hectares?|square\s+kilometres?|"
    r"square\s+kilometers?|tonnes?|tons?|kilograms?|kilos?|kg|pounds|dollars|euros|francs|hours?|minutes?|"
    r"hour|minute|acres?|litres?|barrels?"
)
_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\b"
)
NOT_A_COUNT_AFTER = re.compile(
    rf"\s*(?:{_MONTHS}|-?(?:mm|millimet(?:re|er)|cal(?:iber|ibre)?)\b|(?:a\.?m\.?|p\.?m\.?|o'clock|GMT|hrs)\b|[-\s](?:year|yr)s?[-\s]+old|-?(?:year|month|day|week)|"
    rf"\s?(?:years?|months?|weeks?|days?|decades?)\b|(?:st|nd|rd|th)\b|in\sthe\s(?:morning|afternoon|evening))",
    re.IGNORECASE,
)
PHRASES = re.compile(
    r"(?<!\w)(?:a\s+(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?=\s+(?:was|were|is|had|has|person|man|woman|one))|"
    r"(?:nobody|no\s+one)(?=\s+(?:(?:had|has|have|was|were|is|been|being)\s+)*(?:killed|died|dead|hurt|harmed|injured|wounded|missing))|"
    r"(?:very|extremely|so|too)\s+(?:high|heavy|low)(?!\s+\w+ly)|(?:heavy|light|significant|considerable|severe|huge|enormous|substantial|many|no|"
    r"serious|massive|minor)\s+(?:losses|casualties|resources|deaths|damage(?=\s+to\s+\d))|almost\s+(?:empty|deserted|all)|"
    r"nearly\s+all|(?:a|the)\s+(?:large\s+|vast\s+|great\s+|overwhelming\s+)?majority|less\s+than\s+an?\s+(?:hour|day|mile|kilometre|kilometer)|"
    r"more\s+than\s+an?\s+(?:hour|mile|kilometre|kilometer)|half\s+(?:of|the)(?=\s)|two[\s-]thirds|three[\s-]quarters|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\s+of\s+(?:the|its|their|his)\s+(?:\d+|two|three|four|five|six|seven|eight|nine|ten|dozen))(?!\w)",
    re.IGNORECASE,
)
"""Amounts without a number of their own."""

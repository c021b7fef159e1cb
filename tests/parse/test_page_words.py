"""Words of the web page around a story whose line ends are lost: titles of other stories, tags, share bars, feet, credits."""

from __future__ import annotations

import pytest

from dateline.model.text import Report
from dateline.parse.furniture import find_captions
from dateline.parse.page_words import find_page_words
from dateline.pipeline import Engine, run

STORY = (
    "Gunmen killed four soldiers near Tarba on Monday, the army said. The attackers fled towards the border. "
    "More than 300 people have died in the district since January, according to a local monitor."
)

TAILS = {
    "related": "Related News Mayor of Selm resigns | Army back in Orvel Thousands flee Kolvino as rebels close in",
    "read also": "Read Also",
    "read also with titles": "Read also: Eight dead in Velm market blast Rebels out of Dorra",
    "tags": "Tags terrorist Tarba army Dorra Islamists gunmen",
    "tags with commas": "Tags: Tarba, army, gunmen, border attacks",
    "filed under": "Filed under: Tarba, Border, Insurgency",
    "share bar": "Share this on Facebook Twitter WhatsApp Email Print",
    "print bar": "Print Tweet Views 729",
    "source": "Source Dorra World and agencies",
    "source and rail": "Source: Agencies Related News Tarba votes again | Strike hits Selm port",
    "standards": "Our Standards: The Selm Trust Principles",
    "social": "Subscribe Selm World on Facebook Like Follow Follow Copyright 2018 Selm World. Selm World Watch Live TV Schedule",
    "cookies": "We use cookies to improve your experience on our site. By continuing you accept our Cookie Policy.",
    "rights": "Copyright 2019 The Selm Courier. All rights reserved. This material may not be published or redistributed.",
    "comments": "12 Comments Leave a comment",
    "community": "Community standardsDiscussion Comment via FacebookComment via Selm News",
    "newsletter": "Sign up for our newsletter",
    "most read": "Most Read Army Shells Kolvino Again Two Killed in Bus Ambush Mayor Shot Dead in Orvel",
    "trending": "Trending Now Rebels Take Dorra Airport Minister Quits After Leak",
    "you may like": "You may also like Car bomb kills nine in Orvel Troops retake Kolvino",
    "titles alone": "Army Back in Orvel After Siege Rebels Turn the Tide of War in Dorra",
    "previous and next": "Previous Article Troops Enter Kolvino Next Article Ten Killed in Orvel Blast",
    "menu": "Home News Politics Sports Contact Us About Us Privacy Policy Terms of Use",
    "watch": "Watch: Army convoy enters Kolvino",
    "graphic": "WARNING GRAPHIC CONTENT",
    "short link": "Short link: https://selm.example/a1 Views: 1,430",
}
WHOLE = {
    "a source in a sentence": "Source material for the report came from soldiers, who said that gunmen had entered Tarba.",
    "related in a sentence": "Related attacks killed nine people in Orvel on Sunday, the army said.",
    "to read also": "He had read also that the army was back in Orvel.",
    "next": "Next came a column of tanks, which entered Kolvino at noon.",
    "a watch": "Watch posts along the river were attacked on Sunday, and two guards were killed.",
    "names": "Among the dead were Colonel Omar Tiso, Major Ben Rahal, Captain Idris Mona and Lieutenant Sami Kader.",
    "a list of towns without a stop": "The rebels hold Orvel, Kolvino, Dorra, Masrin and most of Upper Tarba",
    "a cut sentence": "The army said that it had retaken the bridge at Kolvino and was",
    "a quotation": "“Share this pain with us,” the imam said after gunmen had killed his son.",
    "comments": "Comments by the minister angered the rebels, who shelled Orvel in the night.",
    "previous": "Previous attacks on the town killed more than 40 people in 2016.",
    "more": "More on the offensive is expected from the ministry, which said that troops had entered Dorra.",
    "print": "Print shops in Orvel were set on fire by a mob on Saturday.",
    "tweets": "Tweets by the group said that its men had shot down a helicopter over Masrin.",
    "subscribers": "Subscribers of the radio heard shots, then the studio was stormed.",
    "menu words": "Home guards entered the village of Selm and shot two men.",
    "operation": "Operation Rage of the Two Rivers, which began on Friday, has cost 300 lives.",
    "initials": "Reporting by Omar Tiso; Editing by Ria Toller",
}


def cut(text: str) -> str:
    report = Report.of(text)
    gone = {at for span in find_page_words(report) for at in range(span.start, span.end)}
    return "".join(letter for at, letter in enumerate(text) if at not in gone)


@pytest.mark.parametrize("tail", TAILS)
def test_what_stands_behind_the_story_is_cut(tail: str) -> None:
    assert cut(f"{STORY} {TAILS[tail]}").strip() == STORY


@pytest.mark.parametrize("prose", WHOLE)
def test_no_prose_is_lost(prose: str) -> None:
    text = f"{STORY} {WHOLE[prose]}"
    assert cut(text) == text
    assert cut(f"{text} {STORY}") == f"{text} {STORY}"


@pytest.mark.parametrize(
    ("bar", "rest"),
    [
        ("Tags Tarba Islamic State army gunmen border", "The Islamic State group has attacked an army post in Tarba."),
        ("Tags Orvel army rebel forces Kolvino", "At least nine rebels were killed near Orvel on Sunday."),
        ("Get short URL 0 214", "The number of dead in Tarba has risen to nine, a doctor said."),
        ("Print Tweet Views 1430", "At least nine rebels were killed near Orvel on Sunday."),
        ("Play Video", "The wheat that is sown near Tarba feeds half the district."),
        ("Advertisement", "The wheat that is sown near Tarba feeds half the district."),
        ("Read more: Army back in Orvel", "The wheat that is sown near Tarba feeds half the district."),
    ],
)
def test_what_stands_amid_the_story_is_cut(bar: str, rest: str) -> None:
    assert cut(f"{STORY} {bar} {rest}").split() == f"{STORY} {rest}".split()


@pytest.mark.parametrize(
    "credit",
    [
        "(ANP Photo)",
        "(File photo)",
        "(Selm Press Photo/Omar Tiso)",
        "(File photo) (Selm World and Agencies)",
        "REUTERS/Tiso",
    ],
)
def test_the_sentence_before_a_credit_is_a_caption(credit: str) -> None:
    words = f"Soldiers stand on a burnt tank near the bridge at Kolvino on July 21 2015. {credit}"
    (span,) = find_captions(Report.of(f"Published July 22 2015 {words} {STORY}"))
    assert span.quote == words
    (span,) = find_captions(Report.of(f"{STORY} {words} {STORY}"))
    assert span.quote == words


def test_a_photo_that_is_told_of_is_no_caption() -> None:
    assert find_captions(Report.of(f"{STORY} The army showed a photo (taken on Monday) of the tank. {STORY}")) == ()


def test_lines_of_titles_behind_the_story_are_cut() -> None:
    titles = "Army Back in Orvel After Long Siege\nRebels Out of Dorra\nTen Killed in Blast\nTags: Tarba, army"
    assert cut(f"{STORY}\n\n{titles}").strip() == STORY


def test_a_title_and_titles_of_sections_stay() -> None:
    text = f"Four Soldiers Killed Near Tarba\n\n{STORY}\n\nThe Battle for Orvel\n\n{STORY}"
    assert cut(text) == text


def test_titles_of_other_stories_are_no_claims_and_kept_with_a_reason(engine: Engine) -> None:
    record = run(Report.of(f"{STORY} Related News Rebels seize Kolvino | Car bomb kills nine in Orvel"), engine=engine)
    assert not any("Kolvino" in span.quote or "Orvel" in span.quote for claim in record.claims for span in claim.spans)
    kept = [(row.reason, row.spans[0].quote) for row in record.case.not_events]
    assert ("page_furniture", "Related News Rebels seize Kolvino | Car bomb kills nine in Orvel") in kept

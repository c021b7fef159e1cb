"""Heads, tables, records, logs and threads: what is read as prose, what sets its scene, what is not read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.frame import Frame
from dateline.model.text import Report
from dateline.parse.columns import Layout, column_kind
from dateline.parse.frame import body_stretches, find_frame

PIPES = "Day | Town | What happened | Dead | Source\n3 May | Gao | Gunmen shot a guard | 1 | police\n4 May | Ber | Calm | - | n/a\n"
TABS = PIPES.replace(" | ", "\t")
BLANKS = (
    "DAY      TOWN    WHAT HAPPENED            DEAD   SOURCE\n"
    "3 May    Gao     Gunmen shot a guard         1   police\n"
    "4 May    Ber     Calm                        -   n/a\n"
)
MARKDOWN = "| Day | Town | What happened | Dead | Source |\n|---|:--|---|--:|---|\n" + "".join(
    f"| {line} |\n" for line in PIPES.splitlines()[1:]
)


def frame_of(text: str) -> Frame:
    return find_frame(Report.of(text))


def read_of(text: str) -> list[str]:
    report = Report.of(text)
    stretches = body_stretches(report, find_frame(report))
    return [text[a:b].strip() for a, b, content in stretches if content and text[a:b].strip()]


@pytest.mark.parametrize("table", [PIPES, TABS, BLANKS, MARKDOWN], ids=["pipes", "tabs", "blanks", "markdown"])
def test_a_row_is_read_under_its_own_cells(table: str) -> None:
    frame = frame_of("Return of the week\n\n" + table)
    first, second = frame.passages
    assert [span.quote for span in first.contents] == ["Gunmen shot a guard"]
    assert [span.quote for span in first.setting] == ["3 May", "Gao"]
    assert (first.source and first.source.quote, first.cue and first.cue.quote.lower()) == ("police", "source")
    ((act, heading, number),) = ((t.act, t.heading.quote.lower(), t.number.quote) for t in first.tallies)
    assert (act, heading, number) == ("kill", "dead", "1")
    assert second.source is None
    assert second.tallies == ()
    assert frame.unread == ()


@pytest.mark.parametrize("table", [PIPES, TABS, BLANKS, MARKDOWN], ids=["pipes", "tabs", "blanks", "markdown"])
def test_walls_and_headings_are_no_prose(table: str) -> None:
    assert read_of(table) == ["Gunmen shot a guard", "1", "police", "Calm"]


@pytest.mark.parametrize(
    "block",
    [
        "A | B | C\nGao | 4 | 7\nBer | 1 | 0\n",
        "Gao\t4\t7\nBer\t1\t0\nKidal\t2\t2\n",
        "alpha      beta     gamma\nGao        4        7\nBer        1        0\n",
    ],
)
def test_a_block_that_is_not_understood_is_left_unread_and_said_so(block: str) -> None:
    frame = frame_of(f"Rebels left Gao.\n\n{block}\nRebels left Ber.")
    assert [span.quote for span in frame.unread] == [block.strip()]
    assert read_of(f"Rebels left Gao.\n\n{block}\nRebels left Ber.") == ["Rebels left Gao.", "Rebels left Ber."]


def test_a_row_with_too_few_cells_is_left_unread() -> None:
    frame = frame_of(PIPES + "5 May | Gunmen burned a school\n")
    assert [span.quote for span in frame.unread] == ["5 May | Gunmen burned a school"]
    assert len(frame.passages) == 2


@pytest.mark.parametrize(
    "prose",
    [
        "The army left.  Rebels came.  Nobody was hurt.\nThe mayor fled.  He was seen in Gao.  He said so.\n",
        "Sahel Post | Rebels take Gao\n\nRebels took Gao.",
        "“We hold Gao | we hold it still,” he said in a long post about the war and what came after it all that year\n"
        "“They left Ber | they will come back,” he said in another long post about the war and what came after it all\n",
    ],
)
def test_prose_with_bars_and_blanks_is_no_table(prose: str) -> None:
    frame = frame_of(prose)
    assert (frame.unread, frame.passages) == ((), ())


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("No. of deaths", "kill"),
        ("**Killed**", "kill"),
        ("# Injured", "wound"),
        ("Reported by:", "source"),
        ("Date/Time", "date"),
        ("Incident_Date", "date"),
        ("Governorate", "area"),
        ("Mood", None),
    ],
)
def test_headings(heading: str, kind: str | None) -> None:
    assert column_kind(heading) == kind


def test_a_layout_is_certain_when_it_says_what_and_where() -> None:
    assert Layout(kinds=("date", "place", "event", None)).certain
    assert not Layout(kinds=("date", "place", "other")).certain
    assert not Layout(kinds=("event", None, None)).certain
    assert not Layout(kinds=("kill", "wound")).certain


def test_the_lines_of_a_head_are_metadata() -> None:
    text = (
        "Title: Raid on Ber kills four\nSource: Sahel Post\nBy: A. Person\nPublished on: Tuesday, 12 March 2024\n"
        "Location: Gao, Mali\nViews: 312\n\nFour guards died in Ber, police said."
    )
    frame = frame_of(text)
    assert [field.name for field in frame.fields] == ["headline", "publisher", "author", "published", "place", "other"]
    parts = (frame.headline, frame.agency, frame.date, frame.place, frame.country)
    assert [part and part.quote for part in parts] == [
        "Raid on Ber kills four",
        "Sahel Post",
        "Tuesday, 12 March 2024",
        "Gao",
        "Mali",
    ]
    assert read_of(text) == ["Four guards died in Ber, police said."]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("FROM: Post 7\nSUBJ: Shelling\n\nShells fell.", ["publisher", "headline"]),
        ("Date: 3 March 2024\n\nShells fell.", ["published"]),
        ("From: A. Person <a@example.org>\nSubject: Raid\n of Monday\n\nShells fell.", ["other", "headline"]),
        ("Minister: We took the town.\nJournalist: When?\n", []),
        ("Source: he said so, and everybody knew that the army had gone long before the rebels came to the town.", []),
        ("The army left.\nThe rebels came.\nLocation: unknown.", []),
    ],
)
def test_what_is_a_head_and_what_is_not(text: str, fields: list[str]) -> None:
    assert [field.name for field in frame_of(text).fields] == fields


def test_the_day_of_a_head_stands_before_that_of_the_agency_line() -> None:
    frame = frame_of("Source: Sahel Post\nPublished: 9 March 2024\n\nGAO, March 8 (Sahel Post) – Rebels left Ber.")
    assert frame.date is not None
    assert (frame.date.quote, frame.place and frame.place.quote) == ("9 March 2024", "GAO")


def test_a_record_of_one_incident_is_a_row_set_upright() -> None:
    text = "Date: 3 May 2024\nTown: Gao\nIncident: Gunmen shot a guard\nKilled: 1\nSource: police\n\nDate: 4 May 2024\nTown: Ber\nIncident: Calm\n"
    frame = frame_of(text)
    assert frame.fields == ()
    assert [[span.quote for span in one.setting] for one in frame.passages] == [
        ["3 May 2024", "Gao"],
        ["4 May 2024", "Ber"],
    ]
    assert read_of(text) == ["Gunmen shot a guard", "1", "police", "Calm"]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("By Jane Q. Person in Gao", ""),
        ("(Reporting by A. Person in Gao; Editing by B. Other)", ""),
        ("Additional reporting by A. Person", ""),
        ("Page 2 of 7", ""),
        ("ENDS", ""),
        ("###", ""),
        ("More to follow", ""),
        ("Advertisement", ""),
        ("Read more: Rebels take Ber", ""),
        ("FILE PHOTO: Rebels near Ber, 2012. Sahel Post/File", ""),
        ("2/ 🔴 BREAKING: Rebels left Ber. #Mali #Gao", "Rebels left Ber."),
        ("(S//REL) Rebels left Ber.", "Rebels left Ber."),
        ("🧵 Rebels left Ber (1/4)", "Rebels left Ber"),
        ("ADVERTISEMENT - CONTINUE READING BELOW", ""),
        ("4 min read", ""),
        ("1.2k Shares", ""),
        ("----------      ----------", ""),
        ("** Rebels left Ber", "Rebels left Ber"),
        ("PM-Mali-Fighting, 3rd Ld-Writethru, 0340", ""),
        ("Eds: UPDATES with quotes; trims", ""),
        ("(Adds army comment, background)", ""),
        ("(MORE) desk-03-04-12 1210GMT", ""),
        ("The shares of 12 comments were read.", "The shares of 12 comments were read."),
        ("Urgent help was needed in Ber.", "Urgent help was needed in Ber."),
        ("By Monday, rebels had left Ber", "By Monday, rebels had left Ber"),
        ("Rebels left Ber on page 2 of their plan.", "Rebels left Ber on page 2 of their plan."),
        ("More troops will follow.", "More troops will follow."),
    ],
)
def test_furniture_is_nobodys_words(line: str, left: str) -> None:
    assert read_of(f"Troops came.\n\n{line}\n\nTroops left.") == [
        "Troops came.",
        *([left] if left else []),
        "Troops left.",
    ]


def test_what_readers_write_below_an_article_is_not_read_and_a_digest_is() -> None:
    article = "Rebels entered Ber on Monday.\nThe army said so.\n"
    assert read_of(f"{article}\n12 Comments\nZed: They burned my house!\nReply\n") == article.splitlines()
    digest = (
        "Top stories\nRebels enter Ber\nArmy leaves Gao\n\nThe rest is quiet in the whole of the north today.\n" * 2
    )
    assert "Rebels enter Ber" in read_of(digest)


def test_an_entry_of_a_log_is_told_of_its_own_time() -> None:
    text = "14 JUN 0210L: Shots at a post vic Gao. 2x KIA, 1 x CIV WIA.\n14 JUN 0530L: Calm. KIA: 0\nUPDATE 1: 1x WIA to Ber.\n"
    first, second = frame_of(text).passages
    assert first.setting[0].quote.startswith("14 JUN 0210L")
    assert [(tally.act, tally.number.quote, tally.heading.quote) for tally in first.tallies] == [
        ("kill", "2", "KIA"),
        ("wound", "1", "CIV WIA"),
    ]
    assert "UPDATE" not in second.setting[1].quote


def test_a_date_time_group_heads_an_entry() -> None:
    text = "DTG: 140210ZJUL10\nShots at a post.\n\nDTG: 141145ZJUL10\nCalm. EVENT CLOSED 141530ZJUL10.\n"
    assert [passage.contents[0].quote.partition("\n")[0] for passage in frame_of(text).passages] == [
        "Shots at a post.",
        "Calm. EVENT CLOSED 141530ZJUL10.",
    ]
    assert read_of(text) == ["Shots at a post.", "Calm."]


def test_a_post_that_is_passed_on_is_its_writers() -> None:
    (passage,) = frame_of("RT @sahel_watch: Rebels left Ber.\n\nWe saw it.").passages
    assert passage.source is not None
    assert (passage.source.quote, passage.contents[0].quote) == ("@sahel_watch", "Rebels left Ber.")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("• Gao region – two guards died.\n• Ber: Shells fell.\n", ["Gao region", "Ber"]),
        ("1) 16 May, Gao: a mine went off.\n2) 17 May, Ber: calm.\n", ["Gao", "Ber"]),
        ("#Mali: Rebels left Ber.", ["Mali"]),
        ("• Rebels – fired at a post.\n• Troops – left Ber.\n", []),
        ("• Minister: “We hold Ber.”\n• Spokesman: We do.\n", []),
    ],
)
def test_names_before_items_of_a_list(text: str, places: list[str]) -> None:
    assert [span.quote for span in frame_of(text).label_places] == places


@given(st.text(alphabet="ab |\t\n:-#@1/.KIADate", max_size=200))
def test_stretches_cover_any_layout(text: str) -> None:
    report = Report.of(text)
    stretches = list(body_stretches(report, find_frame(report)))
    assert "".join(text[start:end] for start, end, _ in stretches) == text


def test_columns_of_dashes_are_a_table_only_under_known_headings() -> None:
    table = "DATE - TOWN - EVENT\n3 May - Gao - Gunmen – four of them – shot a guard.\n4 May - Ber - Calm.\n"
    first, _ = frame_of("Bulletin\n\n" + table).passages
    assert [span.quote for span in first.contents] == ["Gunmen – four of them – shot a guard."]
    assert frame_of("Gao - the town - fell.\nBer - the village - held.\n").passages == ()


def test_notes_tell_more_than_a_type_of_event() -> None:
    table = "event_date\tevent_type\tlocation\tnotes\tfatalities\n2024-05-06\tBattles\tGao\tTroops met gunmen.\t5\n2024-05-07\tRiots\tBer\t\t0\n"
    first, second = frame_of(table).passages
    assert [span.quote for one in (first, second) for span in one.contents] == ["Troops met gunmen.", "Riots"]


def test_shorthand_without_entries_counts_line_by_line() -> None:
    text = "1. (C//NF) At 0915D a post came under fire vic Gao. 1x US WIA.\n2. (C//NF) Calm.\n"
    (passage,) = frame_of(text).passages
    assert [(tally.act, tally.heading.quote) for tally in passage.tallies] == [("wound", "US WIA")]


def test_a_picture_with_its_agencys_credit_is_a_caption() -> None:
    text = (
        "Rebels left Gao.\n\n[1/4] Smoke rises over Ber after a strike. NORTHWIRE/Karam Doe Purchase Licensing Rights\n"
    )
    assert len(frame_of(text).captions) == 1
    assert read_of(text) == ["Rebels left Gao."]


def test_the_outlet_of_an_archive_page_may_stand_in_its_copyright() -> None:
    frame = frame_of(
        "Copyright 2023 Sahel Post\nAll Rights Reserved\n\nHEADLINE: Raid on Ber\nLOAD-DATE: October 3, 2023\n\nFour died."
    )
    assert frame.agency is not None
    assert frame.agency.quote == "Sahel Post"


def test_a_table_saved_with_commas_is_one_only_under_its_headings() -> None:
    table = 'date,location,event,killed\n2024-05-03,Gao,"Gunmen, four of them, shot a guard",1\n2024-05-04,Ber,oops\n'
    frame = frame_of(table)
    assert [span.quote for span in frame.passages[0].contents] == ["Gunmen, four of them, shot a guard"]
    assert [span.quote for span in frame.unread] == ["2024-05-04,Ber,oops"]
    assert frame_of("Date, place and time were not given.\nThe army, police, and rebels fought.\n").passages == ()


def test_a_number_may_have_a_remark_in_brackets() -> None:
    (passage,) = frame_of("Region: Gao\nDate: 3 May 2024\nWounded: 11 (incl. 3 children)\nIncident: A bomb.\n").passages
    assert [(tally.act, tally.number.quote) for tally in passage.tallies] == [("wound", "11")]


def test_a_quoted_sender_belongs_to_the_head() -> None:
    frame = frame_of('Date: Mon, 6 May 2024 08:15\nFrom: "Desk" <d@example.org>\nSubject: Raid\n\nRebels left.')
    assert [field.name for field in frame.fields] == ["published", "other", "headline"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Civilians killed", "kill"),
        ("Injured (civilians)", "wound"),
        ("Total soldiers wounded", "wound"),
        ("No. of persons abducted", "abduct"),
        ("Soldiers", None),
        ("Civilians consulted", None),
    ],
)
def test_headings_may_say_who_is_counted(heading: str, kind: str | None) -> None:
    assert column_kind(heading) == kind


def test_a_column_of_perpetrators_says_who_did_it() -> None:
    (passage,) = frame_of(
        "Date | Town | Event | Perpetrator | Killed\n3 May | Gao | Attack on a post | Red Band | 2\n"
    ).passages
    assert passage.agent is not None
    assert passage.agent.quote == "Red Band"


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("3 civilians", ["3 civilians"]),
        ("2 soldiers, 1 child", ["2 soldiers", "1 child"]),
        ("at least 12", ["at least 12"]),
        ("2 and 1 child", ["2", "1 child"]),
        ("11 (3 children)", ["11"]),
        ("3,200", ["3,200"]),
    ],
)
def test_a_cell_may_say_whom_it_counts(cell: str, numbers: list[str]) -> None:
    (passage,) = frame_of(f"Date | Town | Event | Killed\n3 May | Gao | A raid | {cell}\n").passages
    assert [tally.number.quote for tally in passage.tallies] == numbers


def test_a_cell_that_counts_and_is_no_number_is_said_to_be_unread() -> None:
    frame = frame_of(
        "Date | Town | Event | Killed\n3 May | Gao | A raid | many, they say\n4 May | Ber | Calm | unknown\n"
    )
    assert [span.quote for span in frame.unread] == ["many, they say"]


def test_ditto_marks_and_empty_leading_cells_stand_for_the_row_above() -> None:
    table = "| Date | Town | Event |\n|---|---|---|\n| 3 May | Gao | A raid |\n| | | A bomb |\n| | Ber | Shots |\n| 4 May | 〃 | Calm |\n| 5 May | | Rain |\n"
    assert [[span.quote for span in one.setting] for one in frame_of(table).passages] == [
        ["3 May", "Gao"],
        ["3 May", "Ber"],
        ["4 May", "Ber"],
        ["5 May"],
    ]
    assert [span.quote for span in frame_of(table).passages[0].contents] == ["A raid", "A bomb"]


def test_a_cell_that_goes_on_in_the_next_line_belongs_to_its_row() -> None:
    table = (
        "DATE      TOWN     EVENT                       KILLED\n"
        "9 June    Gao      Soldiers met armed men           4\n"
        "                   near the lake\n"
        "10 June   Ber      A mine went off                  1\n"
    )
    first, second = frame_of(table).passages
    assert [span.quote for span in first.contents] == ["Soldiers met armed men", "near the lake"]
    assert [span.quote for span in second.setting] == ["10 June", "Ber"]


def test_a_cell_copied_from_a_spreadsheet_may_hold_line_ends() -> None:
    table = (
        'Day\tTown\tEvent\tDead\n3 May\tGao\t"Gunmen came.\nThey shot a guard."\t1\n4 May\tBer\tA mine went off\t2\n'
    )
    first, second = frame_of(table).passages
    assert [span.quote for span in first.contents] == ["Gunmen came.\nThey shot a guard."]
    assert [tally.number.quote for tally in (*first.tallies, *second.tallies)] == ["1", "2"]


def test_headings_with_blanks_behind_their_commas_are_those_of_a_table_if_all_are_known() -> None:
    table = "Reference, Date, Location, Description, Killed\nA1, 3 May 2024, Gao, Gunmen shot a guard, 1\n"
    (passage,) = frame_of(table).passages
    assert [span.quote for span in passage.setting] == ["3 May 2024", "Gao"]
    assert (
        frame_of("Time, place, and details of it all\nwere not given, said the army, police, and mayor.\n").passages
        == ()
    )


def test_a_thousand_characters_without_a_blank_are_no_words_and_said_to_be_unread() -> None:
    data = "QmFzZTY0+/" * 120
    text = f"Rebels left Gao.\n\n{data}\n\nRebels left Ber."
    assert [span.quote for span in frame_of(text).unread] == [data]
    assert read_of(text) == ["Rebels left Gao.", "Rebels left Ber."]


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Rescuers search the rubble in Ber after a strike on Friday. Photo: Northwire", True),
        ("Smoke rises over Gao after a strike. Photograph: Ada Roe/Gulf Pictures", True),
        ("A soldier stands guard near Ber. (Photo by Ada Roe/Gulf Pictures)", True),
        ("Residents flee the town of Ber. Credit: Northwire", True),
        ("The army had no photo of the attack. Photos were published later.", False),
        ("He asked for a loan of ten million. Credit Suisse refused it.", False),
        ("Four guards died in the attack. Source: Ministry of Defence", False),
    ],
)
def test_words_that_end_with_the_credit_of_a_picture_are_a_caption(line: str, caption: bool) -> None:
    found = [span.quote for span in frame_of(f"Rebels left Gao.\n\n{line}\n\nTroops came.").captions]
    assert found == ([line] if caption else [])

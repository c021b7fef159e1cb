"""Notes of event data sets: their kind and place are no prose, their source answers for them."""

from __future__ import annotations

from dateline.model.text import Report
from dateline.parse.frame import find_frame
from dateline.parse.notes import find_notes

NOTES = (
    "MLI1204 | Battles > Armed clash\nGao, Gao region, Mali\n"
    "On 3 May 2024, gunmen clashed with soldiers near Ber. 2 soldiers were killed. Fatalities coded as 2.\nSource: Sahel Post; Radio Gao\n\n"
    "Violence against civilians\nOn 4 May 2024, gunmen shot a trader in Ber.\n"
)


def test_a_note_is_told_in_its_place_by_its_source() -> None:
    first, second = find_notes(Report.of(NOTES)).passages
    assert [span.quote for span in first.setting] == ["Gao, Gao region, Mali"]
    assert first.source is not None
    assert first.source.quote == "Sahel Post; Radio Gao"
    assert first.contents[0].quote.startswith("On 3 May 2024")
    assert (second.source, second.contents[0].quote) == (None, "On 4 May 2024, gunmen shot a trader in Ber.")


def test_kinds_and_coding_remarks_are_no_content() -> None:
    walls = [span.quote.strip() for span in find_frame(Report.of(NOTES)).furniture]
    for words in ("MLI1204 | Battles > Armed clash", "Violence against civilians", "Fatalities coded as 2.", "Source:"):
        assert words in walls


def test_a_heading_that_only_speaks_of_violence_is_none() -> None:
    text = "Violence in the north\nGunmen shot a trader in Ber.\nSource: Sahel Post\n\nRiots over food\nShops were looted.\n"
    assert find_notes(Report.of(text)).passages == ()
    assert find_notes(Report.of("Riots\n\nShops were looted in Gao/Ber.\n")).passages == ()

"""Dumps: what is taken, what is rejected and why, and that nothing bad ever replaces something good."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import (
    BinaryInput,
    ConfigurationError,
    EmptyInput,
    InputError,
    OversizedInput,
    UnreadableInput,
    UsageError,
)
from dateline.reference.gazetteer import load_gazetteer
from dateline.reference.gazetteer_build import PlaceRow
from dateline.reference.geonames_dump import DumpLimits, dump_lines
from dateline.reference.geonames_fetch import Fetch, fetch
from dateline.reference.geonames_import import Reading, add, doubt, imported, known_country, read_dump, remove, tables
from dateline.reference.geonames_rows import BadRow, Dump, place_row

DUMP = Dump(country="ML", divisions={"ML.09": ("geonames:2457161", "Gao")})


def line(**changes: str) -> str:
    """A row of a dump, a well-formed village unless changed."""
    fields = {
        "id": "9000001", "name": "Tin Sabat", "plain": "Tin Sabat", "names": "Ti-n-Sabat,تين سبات,Tin Sabát", "lat": "16.5", "lon": "0.25",
        "class": "P", "code": "PPL", "country": "ML", "cc2": "", "admin1": "09", "admin2": "", "admin3": "", "admin4": "",
        "population": "0", "elevation": "", "dem": "260", "zone": "Africa/Bamako", "date": "2016-03-09",
    } | changes  # fmt: skip
    return "\t".join(fields.values()) + "\n"


def lines(count: int) -> str:
    return "".join(line(id=str(9000000 + n), name=f"Tin Sabat {n}") for n in range(count))


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def read(path: Path, text: str) -> Reading:
    return read_dump(written(path, text), country="ML")


def zipped(path: Path, text: bytes, *, member: str = "ML.txt") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, text)
    return path


def row(**changes: str) -> PlaceRow | BadRow | None:
    return place_row(1, line(**changes).encode(), DUMP)


def test_a_good_row_becomes_a_place() -> None:
    place = row(population="7200")
    assert isinstance(place, PlaceRow)
    assert (place.id, place.kind, place.admin1, place.part_of) == (
        "geonames:9000001",
        "town",
        "Gao",
        "geonames:2457161",
    )
    assert place.aliases == ("Ti-n-Sabat", "Tin Sabát")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"zone": "Africa/Bamako\tmore"}, "columns"),
        ({"id": "12a"}, "id"),
        ({"id": "٣"}, "id"),
        ({"name": ""}, "name"),
        ({"name": "x" * 201}, "too_long"),
        ({"name": "Gao\x1b[31m"}, "control_characters"),
        ({"name": "Gao\u202e"}, "control_characters"),
        ({"lat": "91"}, "coordinates"),
        ({"lon": "nan"}, "coordinates"),
        ({"lon": ""}, "coordinates"),
        ({"country": "NE"}, "country"),
        ({"population": "-5"}, "population"),
        ({"population": "9" * 11}, "population"),
    ],
)
def test_a_bad_row_says_why(changes: dict[str, str], reason: str) -> None:
    bad = row(**changes)
    assert isinstance(bad, BadRow)
    assert (bad.line, bad.reason) == (1, reason)
    assert bad.found.isascii()
    assert bad.found.isprintable()


def test_bytes_that_are_not_utf_8_cost_one_row() -> None:
    bad = place_row(7, line().encode("utf-8").replace(b"Tin", b"T\xffn"), DUMP)
    assert isinstance(bad, BadRow)
    assert (bad.line, bad.reason) == (7, "encoding")


def test_kinds_that_reports_do_not_name_are_left_out() -> None:
    assert row(**{"class": "S", "code": "HTL"}) is None
    well = row(**{"class": "H", "code": "WLL"})
    assert isinstance(well, PlaceRow)
    assert well.kind == "place"


@given(st.binary(max_size=300))
def test_any_bytes_are_a_place_a_bad_row_or_nothing(raw: bytes) -> None:
    assert isinstance(place_row(1, raw, DUMP), PlaceRow | BadRow | None)


def test_text_and_archive_give_the_same(tmp_path: Path) -> None:
    text = read(tmp_path / "ML.txt", lines(3))
    archive = read_dump(zipped(tmp_path / "ML.zip", lines(3).encode()), country="ML")
    assert text == archive
    assert len(text.rows) == 3


def test_duplicates_known_places_and_a_byte_order_mark(tmp_path: Path) -> None:
    path = written(tmp_path / "ML.txt", "\ufeff" + lines(2) + line(id="9000001"))
    reading = read_dump(path, country="ML", known={"geonames:9000000"})
    assert (len(reading.rows), reading.known) == (1, 1)
    assert [(bad.line, bad.reason) for bad in reading.bad] == [(3, "duplicate")]


def test_what_was_added_is_found_behind_what_ships(tmp_path: Path) -> None:
    folder = tmp_path / "places"
    text = line() + line(id="9000002", name="Paris", plain="Paris", names="")
    keep(read(tmp_path / "ML.txt", text), tmp_path / "ML.txt", folder)
    gazetteer = load_gazetteer(added=folder)
    assert [p.id for p in gazetteer.named("tin sabat")] == ["geonames:9000001"]
    assert gazetteer.knows("Ti-n-Sabat")
    assert not load_gazetteer(added=tmp_path / "none").knows("Tin Sabat")
    first = gazetteer.first("Paris")
    assert first is not None
    assert first.country == "FR"
    assert gazetteer.named("Paris")[-1].id == "geonames:9000002"


def keep(reading: Reading, source: Path, folder: Path) -> None:
    add(reading, source=source, name=str(source), folder=folder)


def test_the_table_is_named_by_its_content_and_old_ones_go(tmp_path: Path) -> None:
    folder, source = tmp_path / "places", tmp_path / "ML.txt"
    keep(read(source, lines(3)), source, folder)
    (first,) = imported(folder)
    keep(read(source, lines(3)), source, folder)
    assert imported(folder)[0].table == first.table
    keep(read(source, lines(4)), source, folder)
    (second,) = imported(folder)
    assert second.table != first.table
    assert sorted(p.name for p in folder.iterdir()) == sorted(["ML.json", second.table])


def test_removing_takes_both_files(tmp_path: Path) -> None:
    keep(read(tmp_path / "ML.txt", lines(1)), tmp_path / "ML.txt", tmp_path / "places")
    assert remove("ML", folder=tmp_path / "places").places == 1
    assert list((tmp_path / "places").iterdir()) == []
    with pytest.raises(UsageError, match="was not added"):
        remove("ML", folder=tmp_path / "places")


def test_a_cut_short_or_wrong_file_is_doubted(tmp_path: Path) -> None:
    folder, source = tmp_path / "places", tmp_path / "ML.txt"
    keep(read(source, lines(40)), source, folder)
    assert doubt(read(source, lines(40)), folder) is None
    assert "cut off" in (doubt(read(source, lines(40)[:-3]), folder) or "")
    assert "bad" in (doubt(read(source, lines(40) + "x\n" * 9), folder) or "")
    assert "had 40" in (doubt(read(source, lines(30)), folder) or "")


def test_a_last_line_without_line_break_may_be_whole(tmp_path: Path) -> None:
    assert doubt(read(tmp_path / "ML.txt", lines(3).rstrip("\n")), tmp_path) is None


def test_a_file_without_places_changes_nothing(tmp_path: Path) -> None:
    reading = read(tmp_path / "ML.txt", line(**{"class": "S", "code": "HTL"}))
    with pytest.raises(EmptyInput):
        keep(reading, tmp_path / "ML.txt", tmp_path / "places")
    assert not (tmp_path / "places").exists()


def test_a_folder_that_cannot_be_written_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    occupied = written(tmp_path / "places", "a file")
    with pytest.raises(UnreadableInput, match="cannot be written"):
        keep(read(tmp_path / "ML.txt", lines(1)), tmp_path / "ML.txt", occupied)
    assert occupied.read_text(encoding="utf-8") == "a file"


@pytest.mark.parametrize("name", ["ML.json", "table"])
def test_damaged_imports_are_a_configuration_error(tmp_path: Path, name: str) -> None:
    keep(read(tmp_path / "ML.txt", lines(2)), tmp_path / "ML.txt", tmp_path)
    damaged = tmp_path / (imported(tmp_path)[0].table if name == "table" else name)
    damaged.write_bytes(damaged.read_bytes()[:50])
    with pytest.raises(ConfigurationError):
        tables(tmp_path)


def test_an_import_of_another_format_says_how_to_renew_it(tmp_path: Path) -> None:
    keep(read(tmp_path / "ML.txt", lines(2)), tmp_path / "ML.txt", tmp_path)
    described = json.loads((tmp_path / "ML.json").read_text(encoding="utf-8"))
    written(tmp_path / "ML.json", json.dumps(described | {"format": "OTHER"}))
    with pytest.raises(ConfigurationError, match="places add ML"):
        tables(tmp_path)


@pytest.mark.parametrize("code", ["mali", "M", "XQ", "../ML", ""])
def test_only_codes_of_countries_are_taken(code: str) -> None:
    with pytest.raises(UsageError, match="expected an ISO"):
        known_country(code)


def test_codes_may_be_in_small_letters() -> None:
    assert known_country("ml") == "ML"


def failing(tmp_path: Path) -> Iterator[tuple[Path, DumpLimits, type[InputError]]]:
    """Hostile and broken files with the error that each must give."""
    usual = DumpLimits()
    yield written(tmp_path / "empty.txt", ""), usual, EmptyInput
    yield written(tmp_path / "prose.txt", "Mali is a country.\n"), usual, BinaryInput
    yield written(tmp_path / "nul.txt", "\0\t\n"), usual, BinaryInput
    yield tmp_path / "missing.txt", usual, UnreadableInput
    yield tmp_path, usual, UnreadableInput
    yield written(tmp_path / "long.txt", "a\t" * 500), DumpLimits(line_bytes=100), OversizedInput
    yield written(tmp_path / "big.txt", lines(20)), DumpLimits(text_bytes=500), OversizedInput
    yield zipped(tmp_path / "other.zip", b"x", member="NE.txt"), usual, BinaryInput
    yield zipped(tmp_path / "climbing.zip", b"x", member="../ML.txt"), usual, BinaryInput
    yield zipped(tmp_path / "bomb.zip", b"a\t\n" * 400_000), usual, OversizedInput
    whole = zipped(tmp_path / "whole.zip", lines(2000).encode()).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    yield tmp_path / "cut.zip", usual, BinaryInput
    (tmp_path / "flipped.zip").write_bytes(whole[:900] + bytes([whole[900] ^ 255]) + whole[901:])
    yield tmp_path / "flipped.zip", usual, BinaryInput


def test_every_hostile_file_is_a_named_error(tmp_path: Path) -> None:
    for path, limits, error in failing(tmp_path):
        with pytest.raises(error) as caught:
            list(dump_lines(path, country="ML", limits=limits))
        assert caught.value.where == str(path)


def test_an_archive_that_lies_about_its_size_is_counted(tmp_path: Path) -> None:
    packed = bytearray(zipped(tmp_path / "liar.zip", b"a\t\n" * 200_000).read_bytes())
    at = packed.rindex(b"PK\x01\x02")
    packed[at + 24 : at + 28] = struct.pack("<I", 10)
    (tmp_path / "liar.zip").write_bytes(bytes(packed))
    with pytest.raises(InputError):
        list(dump_lines(tmp_path / "liar.zip", country="ML", limits=DumpLimits(text_bytes=1000)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=20))
def test_no_damage_to_an_archive_escapes_as_another_error(tmp_path: Path, at: int, noise: bytes) -> None:
    whole = zipped(tmp_path / "noise.zip", lines(30).encode()).read_bytes()
    (tmp_path / "noise.zip").write_bytes(whole[: at % len(whole)] + noise + whole[at % len(whole) + len(noise) :])
    with suppress(InputError):
        reading = read_dump(tmp_path / "noise.zip", country="ML")
        assert len(reading.rows) + reading.rejected <= 31


class Server:
    """Serves one file, in whole or from an offset, and breaks off after `until` bytes."""

    def __init__(self, body: bytes, *, until: int | None = None, tag: str = '"one"') -> None:
        self.body, self.until, self.tag = body, until, tag
        self.ranges: list[str | None] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        wanted = request.headers.get("Range")
        self.ranges.append(wanted)
        start = int(wanted[6:-1]) if wanted and request.headers.get("If-Range") == self.tag else 0
        headers = {"ETag": self.tag, "Content-Length": str(len(self.body) - start)}
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(self.body) - 1}/{len(self.body)}"
        return httpx.Response(206 if start else 200, headers=headers, stream=self._stream(start))

    def _stream(self, start: int) -> httpx.SyncByteStream:
        return httpx.ByteStream(self.body[start : self.until])


def fetched(server: Server, folder: Path, limits: DumpLimits | None = None) -> Path:
    seen: list[int] = []
    to = Fetch(folder=folder, limits=limits or DumpLimits(), advance=lambda done, _total: seen.append(done))
    with httpx.Client(transport=httpx.MockTransport(server)) as http:
        return fetch("ML", http=http, to=to)


def archive_bytes() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("ML.txt", lines(50))
    return buffer.getvalue()


def test_a_download_goes_on_where_it_broke_off(tmp_path: Path) -> None:
    body = archive_bytes()
    with pytest.raises(UnreadableInput, match="1,000 bytes are kept"):
        fetched(Server(body, until=1000), tmp_path)
    server = Server(body)
    assert fetched(server, tmp_path).read_bytes() == body
    assert server.ranges == ["bytes=1000-"]
    assert [p.name for p in tmp_path.iterdir()] == ["ML.zip"]


def test_a_file_that_changed_meanwhile_is_fetched_from_the_start(tmp_path: Path) -> None:
    body = archive_bytes()
    with pytest.raises(UnreadableInput):
        fetched(Server(b"x" * 5000, until=1000), tmp_path)
    assert fetched(Server(body, tag='"two"'), tmp_path).read_bytes() == body


def test_a_download_beyond_the_limit_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(OversizedInput):
        fetched(Server(archive_bytes()), tmp_path, DumpLimits(packed_bytes=100))


@pytest.mark.parametrize("status", [404, 416, 500])
def test_what_the_server_refuses_is_an_unreadable_input(tmp_path: Path, status: int) -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(status, request=request))
    to = Fetch(folder=tmp_path, limits=DumpLimits(), advance=lambda done, total: None)
    with httpx.Client(transport=transport) as http, pytest.raises(UnreadableInput) as caught:
        fetch("ML", http=http, to=to)
    assert caught.value.where.endswith("ML.zip")


@pytest.mark.shared
@pytest.mark.parametrize("country", ["BF", "ML", "NE"])
def test_real_dumps_have_hardly_a_bad_row(shared: Path, tmp_path: Path, country: str) -> None:
    reading = read_dump(shared / "bench" / "geonames" / f"{country}.txt", country=country)
    assert reading.rejected <= reading.good / 1000
    assert doubt(reading, tmp_path) is None

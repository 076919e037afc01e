"""Files as people have them, and files made to hurt."""

import csv
import io
import re
import zipfile
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from relais.creators.errors import FileTooLargeError, UnreadableFileError
from relais.creators.imports.formulas import guard, unguard
from relais.creators.imports.mapping import guess
from relais.creators.imports.reading import read_file

ROWS = [["nom", "blog"], ["Léa; l’œuvre", "lea.example"], ["Marc\nPetit", "marc.example"]]


def as_csv(rows: list[list[str]], delimiter: str = ",", **options: Any) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, **options).writerows(rows)
    return out.getvalue()


def as_xlsx(rows: list[list[Any]], hidden: list[list[Any]] | None = None) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    if hidden is not None:
        sheet.sheet_state = "hidden"
        for row in hidden:
            sheet.append(row)
        sheet = book.create_sheet("Liste")
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cells(body: bytes) -> list[list[str]]:
    return [row for _, row in read_file(body=body).lines]


def reason(body: bytes) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        read_file(body=body)
    return str(refused.value.extra["reason"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_of_any_delimiter_and_encoding(delimiter: str, encoding: str) -> None:
    assert cells(as_csv(ROWS, delimiter).encode(encoding)) == ROWS


def test_xlsx_shows_its_first_visible_sheet_as_people_read_it() -> None:
    body = as_xlsx([["nom", "cp", "actif"], ["Léa", 69003.0, True], [None, None], ["Marc", 1.5]], hidden=[["secret"]])
    table = read_file(body=body)
    assert list(table.lines) == [
        (1, ["nom", "cp", "actif"]), (2, ["Léa", "69003", "TRUE"]), (4, ["Marc", "1.5"]),
    ]  # fmt: skip


def computed(body: bytes, **results: str) -> bytes:
    """The same workbook with what its formulas gave, as a spreadsheet saves it."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    for formula, result in results.items():
        sheet, found = re.subn(rf"(<f>{re.escape(formula)}</f>)(?:<v ?/>|<v></v>)", rf"\1<v>{result}</v>", sheet)
        assert found == 1
    return bomb(parts | {"xl/worksheets/sheet1.xml": sheet.encode()})


def test_xlsx_formulas_count_by_their_results() -> None:
    book = as_xlsx([["nom", "blog"], ["=A3", "lea.example"], ["Léa", "=NOW()"]])
    assert reason(book) == "uncomputed"
    saved = computed(book, **{"A3": "7", "NOW()": "45"})
    assert cells(saved) == [["nom", "blog"], ["7", "lea.example"], ["Léa", "45"]]


def test_xlsx_dates_and_merged_cells_are_read_as_shown() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Ma liste", None, None])
    sheet.append(["nom", "depuis", "vu"])
    sheet.append(["Léa", date(2026, 3, 1), datetime(2026, 3, 1, 9, 30)])  # noqa: DTZ001 - a cell has no zone
    sheet.merge_cells("A1:C1")
    out = io.BytesIO()
    book.save(out)
    assert cells(out.getvalue()) == [
        ["Ma liste"],
        ["nom", "depuis", "vu"],
        ["Léa", "2026-03-01", "2026-03-01 09:30:00"],
    ]


def test_opml_of_nested_folders_and_bare_ampersands() -> None:
    body = (
        '<?xml version="1.0"?><opml version="2.0"><body><outline text="Cuisine & jardin"><outline text="Lyon">'
        '<outline text="Léa & Marc" xmlUrl="https://lea.example/feed?a=1&b=2" htmlUrl="https://lea.example/"/>'
        "</outline></outline></body></opml>"
    )
    (line,) = read_file(body=body.encode()).lines
    assert line[1] == [
        "Léa & Marc",
        "https://lea.example/",
        "https://lea.example/feed?a=1&b=2",
        "Cuisine & jardin | Lyon",
    ]


def test_opml_gives_one_row_for_each_blog() -> None:
    body = (
        '<opml><body><outline text="Cuisine"><outline title="Léa" xmlUrl="https://lea.example/feed"'
        ' htmlUrl="https://lea.example/"/></outline><outline title="Vlog"'
        ' xmlUrl="https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv"/></body></opml>'
    )
    table = read_file(body=body.encode())
    assert table.names == ["Title", "Site", "Feed", "Folders"]
    assert table.head[0][1] == ["Léa", "https://lea.example/", "https://lea.example/feed", "Cuisine"]
    assert table.head[1][1][1] == "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"
    assert guess(table.names, [["a"], ["b"], ["c"], ["d"]]) == {"0": "name", "1": "channel", "2": "feed", "3": "tags"}


def bomb(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_g23_what_is_no_table_is_refused_with_its_reason() -> None:
    assert reason(b"") == "empty"
    assert reason(b" \r\n \n") == "empty"
    assert reason(b"\xef\xbb\xbf\n") == "empty"
    assert reason(bytes(range(256)) * 40) == "no_table"
    assert reason(b"\xd0\xcf\x11\xe0" + bytes(600)) == "old_excel"
    assert reason(b"PK\x03\x04 not a zip at all") == "damaged_xlsx"
    assert reason(bomb({"readme.txt": b"hello"})) == "no_workbook"
    assert reason(b"<opml><body></body></opml>") == "no_opml"
    assert reason(b'nom,blog\n"a,b\n' + b"c,d\n" * 100_000) == "open_quote"
    assert reason(b"," * 500 + b"x") == "too_many_columns"
    with pytest.raises(FileTooLargeError):
        read_file(body=b"a" * (10 * 1024 * 1024 + 1))


def test_g23_bombs_are_refused_before_they_are_opened() -> None:
    workbook = {"xl/workbook.xml": b"<workbook/>"}
    assert reason(bomb(workbook | {"xl/sharedStrings.xml": b"<si><t>a</t></si>" * 4_000_000})) == "too_large_unpacked"
    assert reason(bomb(workbook | {f"xl/{number}.xml": b"" for number in range(1_001)})) == "too_large_unpacked"
    laughs = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>'
    assert reason(bomb({"xl/workbook.xml": laughs, "[Content_Types].xml": laughs})) == "damaged_xlsx"


def test_g23_a_sheet_of_blank_rows_ends() -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx([["nom"], ["Léa"]]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    blank = b"".join(b'<row r="%d"/>' % number for number in range(3, 200_000))
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"</sheetData>", blank + b"</sheetData>")
    assert cells(bomb(parts)) == [["nom"], ["Léa"]]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_g21_a_guard_is_taken_off_exactly(text: str) -> None:
    assert unguard(guard(text)) == text
    assert not guard(text).lstrip()[:1] or guard(text).lstrip()[0] not in "=+-@＝＋－＠"


def is_text(rows: list[list[str]]) -> bool:
    """A file full of control characters is none, and refused."""
    return sum(letter < " " for row in rows for cell in row for letter in cell) <= 10


TABLES = st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=3), min_size=1, max_size=4).filter(is_text)


@given(TABLES, st.sampled_from(",;"))
def test_g21_an_error_file_is_read_back_as_it_was(rows: list[list[str]], delimiter: str) -> None:
    named = as_csv([["é1", "é2", "é3"], *[["x", *row] for row in rows]]).encode()
    once = cells(named)
    written = as_csv([[guard(cell) for cell in row] for row in once], delimiter, quoting=csv.QUOTE_ALL)
    assert cells(b"\xef\xbb\xbf" + written.encode()) == once

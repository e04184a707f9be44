"""An Excel workbook of text, written straight into its file as the rows come: nothing waits in memory or beside it.

Of the format (ECMA-376) it uses what a table for people needs: a heading that stays in sight and filters, and cells of
text. What a cell holds is text to the last character, for its style says so. A test compares the cells with those of
XlsxWriter.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from publish.checks import EditionRefused

_LONGEST_CELL = 32_767
_WIDEST, _NARROWEST = 60, 10
_LEVEL = 4
"""Of compression: half the time of the usual 6, for a file that is three hundredths larger."""

_BEGIN_FORMULAS = ("=", "+", "-", "@", "\t", "\r")
# What cannot stand in XML as it is, would be taken for an escape of Excel's, for a formula, or for padding.
_AWKWARD = re.compile(r"^[=+\-@\s]|\s$|_x|[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_XMLNS = "http://schemas.openxmlformats.org"
_MAIN = f"{_XMLNS}/spreadsheetml/2006/main"
_LINKS = f"{_XMLNS}/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PACKAGE = "application/vnd.openxmlformats-package"
_HEADING, _TEXT, _HARMLESS = 1, 2, 3
# The styles by their place: the usual one, a heading, text, and text as if an apostrophe had been typed before it.
_CELL = '<xf numFmtId="{}" fontId="{}" fillId="0" borderId="0"'
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}">'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    f'<cellStyleXfs count="1">{_CELL.format(0, 0)}/></cellStyleXfs><cellXfs count="4">{_CELL.format(0, 0)} xfId="0"/>'
    f'{_CELL.format(0, 1)} xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    f'{_CELL.format(49, 0)} xfId="0" applyNumberFormat="1"/>'
    f'{_CELL.format(49, 0)} xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself."""

    title: str
    author: str
    comments: str
    created: datetime


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, a heading a column, and `count` rows, each with a text or None a column."""

    name: str
    headings: Sequence[str]
    rows: Iterable[Iterable[str | None]]
    count: int

    @property
    def area(self) -> str:
        """The cells that are filled and filtered."""
        return f"A1:{column_name(len(self.headings) - 1)}{self.count + 1}"


def write_workbook(path: Path, properties: Properties, sheets: Sequence[Sheet]) -> None:
    """Write a workbook; equal properties and rows give equal bytes. Raises EditionRefused where a text is too long."""
    parts: dict[str, Iterable[str]] = {
        "[Content_Types].xml": [_content_types(len(sheets))],
        "_rels/.rels": [
            _relations(
                (f"{_LINKS}/officeDocument", "xl/workbook.xml"),
                (f"{_XMLNS}/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
            )
        ],
        "docProps/core.xml": [_core(properties)],
        "xl/workbook.xml": [_book(sheets)],
        "xl/_rels/workbook.xml.rels": [
            _relations(
                *((f"{_LINKS}/worksheet", f"worksheets/sheet{number + 1}.xml") for number in range(len(sheets))),
                (f"{_LINKS}/styles", "styles.xml"),
            )
        ],
        "xl/styles.xml": [_STYLES],
        **{f"xl/worksheets/sheet{number}.xml": _sheet(number, sheet) for number, sheet in enumerate(sheets, start=1)},
    }
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as packed:
        for name, said in parts.items():
            with TextIOWrapper(packed.open(name, "w"), "utf-8", newline="") as part:
                part.write(_HEAD)
                part.writelines(said)


def _content_types(sheets: int) -> str:
    told = {
        "docProps/core.xml": f"{_PACKAGE}.core-properties+xml",
        "xl/styles.xml": f"{_TYPES}.styles+xml",
        "xl/workbook.xml": f"{_TYPES}.sheet.main+xml",
        **{f"xl/worksheets/sheet{number + 1}.xml": f"{_TYPES}.worksheet+xml" for number in range(sheets)},
    }
    parts = "".join(f'<Override PartName="/{name}" ContentType="{media}"/>' for name, media in told.items())
    return (
        f'<Types xmlns="{_XMLNS}/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{_PACKAGE}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relations(*told: tuple[str, str]) -> str:
    """What a part leads to, by rId1, rId2, …: the kind and the file of each."""
    each = (
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{file}"/>' for n, (kind, file) in enumerate(told, start=1)
    )
    return f'<Relationships xmlns="{_XMLNS}/package/2006/relationships">{"".join(each)}</Relationships>'


def _core(properties: Properties) -> str:
    time = properties.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    times = "".join(f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{time}</dcterms:{name}>' for name in _TIMES)
    return (
        f'<cp:coreProperties xmlns:cp="{_XMLNS}/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(properties.title)}</dc:title><dc:creator>{escape(properties.author)}</dc:creator>"
        f"<dc:description>{escape(properties.comments)}</dc:description>{times}</cp:coreProperties>"
    )


_TIMES = ("created", "modified")


def _book(sheets: Sequence[Sheet]) -> str:
    named = "".join(
        f'<sheet name="{sheet.name}" sheetId="{n}" r:id="rId{n}"/>' for n, sheet in enumerate(sheets, start=1)
    )
    filtered = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{n}" hidden="1">{_absolute(sheet)}</definedName>'
        for n, sheet in enumerate(sheets)
    )
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{named}</sheets><definedNames>{filtered}</definedNames></workbook>"
    )


def _absolute(sheet: Sheet) -> str:
    return f"'{sheet.name}'!$A$1:${column_name(len(sheet.headings) - 1)}${sheet.count + 1}"


def _sheet(number: int, sheet: Sheet) -> Iterator[str]:
    """A sheet, row by row; the first is the one that is seen when the file is opened."""
    chosen = ' tabSelected="1"' if number == 1 else ""
    widths = (min(max(len(heading), _NARROWEST), _WIDEST) for heading in sheet.headings)
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
        for place, width in enumerate(widths, start=1)
    )
    yield (
        f'<worksheet xmlns="{_MAIN}"><dimension ref="{sheet.area}"/><sheetViews><sheetView{chosen} workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>'
        f'</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>'
    )
    yield from _rows(sheet)
    yield (
        f'</sheetData><autoFilter ref="{sheet.area}"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" '
        f'header="0.3" footer="0.3"/><ignoredErrors><ignoredError sqref="{sheet.area}" numberStoredAsText="1"/>'
        "</ignoredErrors></worksheet>"
    )


def _rows(sheet: Sheet) -> Iterator[str]:
    """The headings, then the rows: by far the most of a workbook, so a cell of plain text is put together here."""
    columns = [f'<c r="{column_name(place)}' for place in range(len(sheet.headings))]
    yield _row(1, (f"{column}1{_cell(each, _HEADING)}" for column, each in zip(columns, sheet.headings, strict=True)))
    plain = f'" s="{_TEXT}" t="inlineStr"><is><t>'
    for number, row in enumerate(sheet.rows, start=2):
        begin = f"{number}{plain}"
        yield _row(
            number,
            [
                f"{column}{begin}{text}</t></is></c>"
                if _AWKWARD.search(text) is None and len(text) <= _LONGEST_CELL
                else f"{column}{number}{_cell(_fitting(text, number, sheet), _TEXT)}"
                for column, text in zip(columns, row, strict=True)
                if text is not None
            ],
        )


def _row(number: int, cells: Iterable[str]) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(text: str, style: int) -> str:
    """A cell of any text, from behind its place on."""
    if text.startswith(_BEGIN_FORMULAS):
        style = _HARMLESS
    kept = ' xml:space="preserve"' if text != text.strip() else ""
    safe = _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", _LOOKS_ESCAPED.sub("_x005F_", text))
    return f'" s="{style}" t="inlineStr"><is><t{kept}>{escape(safe)}</t></is></c>'


def _fitting(text: str, number: int, sheet: Sheet) -> str:
    if len(text) > _LONGEST_CELL:
        raise EditionRefused(
            f"Nothing was published, for row {number - 1} of the sheet {sheet.name} has a text of {len(text)} "
            f"characters; a cell holds {_LONGEST_CELL}. Shorten it in the register and publish again."
        )
    return text


def column_name(place: int) -> str:
    """What a sheet calls its columns: A to Z, then AA and on."""
    first, last = divmod(place, 26)
    return (column_name(first - 1) if first else "") + chr(ord("A") + last)

"""Files that Fitproof wrote, in readers of other makers: Word files in python-docx and, by way of LibreOffice, as PDF;
calendars in icalendar; the table in Python's strict reader and in LibreOffice. Each must hold what stands beside it."""

import csv
import datetime
import io
import json
import pathlib
import re
import sys
import zipfile

import docx
import icalendar
import pypdf

folder, converted = map(pathlib.Path, sys.argv[1:3])
faults = []
counts = {}


def count(what, number=1):
    counts[what] = counts.get(what, 0) + number


def check(name, found, wanted):
    if found != wanted:
        differs = next((pair for pair in zip(found, wanted) if pair[0] != pair[1]), (len(found), len(wanted)))
        faults.append(f"{name}: {differs[0]!r} instead of {differs[1]!r}")


def expected(path):
    return json.loads((path.parent / f"{path.name}.json").read_text("utf8"))


def inner(container):
    for block in container.iter_inner_content():
        if isinstance(block, docx.table.Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from inner(cell)
        else:
            yield block


OWN = {"TOCHeading", "TOC1", "TOC2", "Gap"}


def word(path):
    wanted = expected(path)
    document = docx.Document(path)
    paragraphs = list(inner(document))
    found = [[p.style.style_id, p.text] for p in paragraphs if p.style.style_id not in OWN]
    check(path.name, found, wanted["texts"])
    check(f"{path.name}, title", document.core_properties.title, wanted["title"])
    headings = [p.text for p in paragraphs if p.style.style_id.startswith("Heading")]
    entries = [p.text.removesuffix("\t") for p in paragraphs if p.style.style_id in ("TOC1", "TOC2")]
    check(f"{path.name}, contents", entries, headings if len(headings) >= 8 else [])
    count("Word files in python-docx")
    count("their paragraphs", len(found))
    as_pdf(path, headings)


def letters(text):
    """What survives line ends and fonts on the way into a PDF."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def as_pdf(path, headings):
    pdf = converted / f"{path.stem}.pdf"
    if not pdf.is_file():
        faults.append(f"{path.name}: LibreOffice made no PDF of it (it takes LibreOffice's Writer)")
        return
    pages = pypdf.PdfReader(pdf).pages
    text = letters("".join(page.extract_text() for page in pages))
    # A longer one goes over the page, where head and foot come between.
    plain = (heading for heading in headings if re.fullmatch(r"[\w ,.]{1,200}", heading, re.ASCII))
    check(f"{path.name} as PDF", [heading for heading in plain if letters(heading) not in text], [])
    count("PDFs by LibreOffice")
    count("their pages", len(pages))


def calendar(path):
    events = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    found = []
    for event in events:
        start, end = event["DTSTART"], event["DTEND"]
        if type(start.dt) is not datetime.date or "TZID" in start.params:
            faults.append(f"{path.name}: {start.to_ical()!r} is no plain day")
        found.append(
            [str(event["UID"]), str(start.dt), str(end.dt), str(event["SUMMARY"]), str(event["DESCRIPTION"]), int(event["SEQUENCE"])]
        )
    check(path.name, found, expected(path))
    count("calendars in icalendar")
    count("their entries", len(found))


FORMULA = re.compile("[\\s\\x00-\\x1f\ufeff]*[=+\\-@＝＋－＠]|[\t\r\n]")


def table(path):
    text = path.read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))[1:]
    bare = [[cell.replace("'", "") for cell in (row[0], row[2])] for row in rows]
    check(path.name, bare, [[cell.replace("'", "") for cell in row] for row in expected(path)])
    formulas = sum(bool(FORMULA.match(cell)) for row in rows for cell in row)
    check(f"{path.name}, formulas", [formulas], [0])
    count("texts in a strict reader of tables", 2 * len(rows))
    book = converted / f"{path.stem}.xlsx"
    if not book.is_file():
        faults.append(f"{path.name}: LibreOffice made no workbook of it")
        return
    sheet = zipfile.ZipFile(book).read("xl/worksheets/sheet1.xml").decode()
    check(f"{path.name} in LibreOffice, formulas", [len(re.findall(r"<f[ >]", sheet))], [0])
    count("rows of them in LibreOffice", len(re.findall(r"<row ", sheet)) - 1)


for suffix, read in ((".docx", word), (".ics", calendar), (".csv", table)):
    for path in sorted(folder.glob(f"*{suffix}")):
        read(path)
for what, number in counts.items():
    print(f"{number:>8,}  {what}")
if faults:
    sys.exit("\n".join([f"{len(faults)} faults, of which:", *faults[:20]]))
print("no fault")

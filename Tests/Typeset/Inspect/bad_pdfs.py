"""Makes deliberately bad PDFs: one good resume, then the same with one fault each.

    .build/python/bin/python Tests/Typeset/Inspect/bad_pdfs.py FOLDER

Beside the PDFs stands expected.json: for each the checks that must fail and warn, and no others; or the reason why it
cannot be read at all. Where a PDF has no text, checks of text warn, which "without_text" stands for.
"""
import io
import json
import pathlib
import sys
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.pagesizes import letter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = "/usr/share/fonts/truetype/noto/"
for name in ["NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Regular"]:
    pdfmetrics.registerFont(TTFont(name, f"{FONTS}{name}.ttf"))
REGULAR, BOLD, OTHER = "NotoSans-Regular", "NotoSans-Bold", "NotoSerif-Regular"

HEAD = [("Marisol Oyelaran", BOLD, 20), ("marisol.oyelaran@example.org | +1 505 555 0139 | Santa Fe, NM", REGULAR, 10)]
BODY = [
    ("SUMMARY", BOLD), ("Bookbinder and conservator with nine years at the bench.", REGULAR),
    ("EXPERIENCE", BOLD), ("Paper Conservator|Mar 2019 – Present", BOLD), ("Cedar Mesa Archive, Santa Fe", REGULAR),
    ("• Treated 340 maps and ledgers, and wrote the handling guide that six reading rooms use.", REGULAR),
    ("• Cut the backlog of water-damaged volumes from 61 to 9 in two years.", REGULAR),
    ("Bookbinder|2015 – 2019", BOLD), ("Low Door Press, Taos", REGULAR),
    ("• Bound editions of 20 to 300 copies by hand.", REGULAR),
    ("EDUCATION", BOLD), ("MA, Conservation|2013 – 2015", BOLD), ("Ridgeline College of Art", REGULAR),
    ("SKILLS", BOLD), ("Paper repair, leather, Japanese tissue, microscopy, Excel", REGULAR),
]


class Page:
    """A page that is filled from the top; `edge` is where dates end."""

    def __init__(self, pagesize=letter):
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=pagesize, invariant=1)
        self.canvas.setTitle("Resume")
        self.top = 740

    def line(self, text, font=REGULAR, size=10, left=60, **drawing):
        text, _, dates = text.partition("|") if font == BOLD else (text, "", "")
        self.canvas.setFont(font, size)
        self.canvas.drawString(left, self.top, text, **drawing)
        if dates:
            self.canvas.setFont(REGULAR, size)
            self.canvas.drawRightString(550, self.top, dates)
        self.top -= size * 1.45

    def lines(self, lines):
        for text, font, *size in lines:
            self.line(text, font, *(size or [10]))

    def resume(self, head=HEAD, body=BODY):
        self.lines(head)
        self.top -= 10
        self.lines(body)
        return self

    def next(self):
        self.canvas.showPage()
        self.top = 740
        return self

    def bytes(self):
        self.canvas.save()
        return self.buffer.getvalue()


def changed(body, change):
    """The body with some lines replaced: `change` maps a line to a list of lines."""
    return [line for old in body for line in change.get(old[0], [old])]


def edited(edit, pdf=None, **saving):
    """A PDF that `edit` has changed."""
    with pikepdf.open(io.BytesIO(pdf or Page().resume().bytes())) as document:
        edit(document)
        target = io.BytesIO()
        document.save(target, **saving)
        return target.getvalue()


# --- What is read wrongly


LEFT = [
    "Paper repair with tissue and paste", "Leather: paring, reback, tooling", "Boxes and other enclosures",
    "Washing and deacidification", "Pressing and flattening", "Survey of whole collections",
]
RIGHT = [
    "Photography for records", "Cataloguing in Koha", "First aid at the bench", "Teaching of volunteers",
    "Budgets up to 80,000 dollars", "Driving of the mobile bench",
]


def two_columns(by_row):
    page = Page().resume()
    top = page.top
    pieces = [(60, row, text) for row, text in enumerate(LEFT)] + [(330, row, text) for row, text in enumerate(RIGHT)]
    if by_row:
        pieces.sort(key=lambda piece: piece[1])
    page.canvas.setFont(REGULAR, 10)
    for left, row, text in pieces:
        page.canvas.drawString(left, top - 15 * row, text)
    return page.bytes()


def staggered_columns():
    """As a word processor sets two cells of a table: the lines of one are not at the heights of the other's."""
    page = Page().resume()
    page.canvas.setFont(REGULAR, 10)
    for left, lines, first in [(60, LEFT, 0), (330, RIGHT, 8)]:
        for row, text in enumerate(lines):
            page.canvas.drawString(left, page.top - first - 17 * row, text)
    return page.bytes()


def without_spaces():
    """As TeX sets it: every word at its place, and nothing between."""
    page = Page()

    def line(text, font=REGULAR, size=10, left=60):
        text, _, dates = text.partition("|") if font == BOLD else (text, "", "")
        for word in text.split():
            page.canvas.setFont(font, size)
            page.canvas.drawString(left, page.top, word)
            left += pdfmetrics.stringWidth(word + " ", font, size)
        right = 550
        for word in reversed(dates.split()):
            page.canvas.setFont(REGULAR, size)
            page.canvas.drawRightString(right, page.top, word)
            right -= pdfmetrics.stringWidth(word + " ", REGULAR, size)
        page.top -= size * 1.45

    page.line = line
    return page.resume().bytes()


def symbol_bullets():
    """Points as word processors begin them: with a letter of the font Symbol."""
    page = Page()
    for text, font, *size in HEAD + BODY:
        if text.startswith("•"):
            page.canvas.setFont(OTHER, 10)
            page.canvas.drawString(60, page.top, "A")
            page.line(text[2:], font, left=72)
        else:
            page.line(text, font, *(size or [10]))
    return in_symbols(page, b"1 beginbfchar <41> <F0B7> endbfchar")


def hyphenated():
    lines = ["Wrote the guide to hand-", "ling that all read-", "ing rooms of the coun-", "ty use for their vol-", "umes since then."]
    return Page().resume(body=changed(BODY, {"Bookbinder and conservator with nine years at the bench.": [
        (line, REGULAR) for line in lines]})).bytes()


def letter_spaced():
    page = Page().resume()
    page.line("PUBLICATIONS", BOLD, charSpace=5)
    page.line("The Handling of Ledgers, 2021", REGULAR)
    return page.bytes()


def broken_to_unicode():
    """One line in a font whose ToUnicode map is taken away: nothing says any more what its glyphs are."""
    page = Page().resume()
    page.line("Efficient filing of office affairs, with fluent final fittings", OTHER)

    def edit(document):
        for font in document.pages[0].Resources.Font.values():
            if "Serif" in str(font.get("/BaseFont", "")):
                del font["/ToUnicode"]
    return edited(edit, page.bytes())


def icons():
    """A line in a font that means pictures: its letters are mapped to where icon fonts keep theirs."""
    page = Page().resume()
    page.line("ABC", OTHER)
    return in_symbols(page, b"3 beginbfchar <41> <F0E0> <42> <F095> <43> <F015> endbfchar")


def in_symbols(page, meanings):
    """The page with its third font as one of symbols."""

    def edit(document):
        table = document.make_stream(
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Icons def\n"
            b"1 begincodespacerange <00> <FF> endcodespacerange\n" + meanings + b"\nendcmap end end")
        for font in document.pages[0].Resources.Font.values():
            if "Serif" in str(font.get("/BaseFont", "")):
                font["/ToUnicode"] = table
    return edited(edit, page.bytes())


def actual_text():
    return content(lambda: b"/Span << /ActualText (Conservator) >> BDC BT /%s 10 Tf 60 60 Td (Conserv.) Tj ET EMC\n")


def content(make):
    """The good resume with more in its content stream, in its own regular font."""

    def edit(document):
        page = document.pages[0]
        name = next(name for name, font in page.Resources.Font.items() if "Regular" in str(font.get("/BaseFont", "")))
        page.contents_add(document.make_stream(make() % name[1:].encode()))
    return edited(edit)


def type3():
    """A line in a font whose letters are little drawings, with a map of what they are."""

    def edit(document):
        glyph = document.make_stream(b"600 0 0 0 500 700 d1 0 0 500 700 re f")
        pairs = "\n".join(f"<{code:02X}> <{code:04X}>" for code in range(32, 127))
        table = document.make_stream(
            f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def\n"
            f"1 begincodespacerange <00> <FF> endcodespacerange\n95 beginbfchar\n{pairs}\nendbfchar\nendcmap end end".encode())
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 600, 800]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), FirstChar=32, LastChar=126, Widths=Array([600] * 95),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([32] + [Name(f"/c{code}") for code in range(32, 127)])),
            CharProcs=Dictionary({f"/c{code}": glyph for code in range(32, 127)}), ToUnicode=table, Resources=Dictionary())
        document.pages[0].Resources.Font["/T3"] = document.make_indirect(font)
        document.pages[0].contents_add(document.make_stream(b"BT /T3 10 Tf 60 60 Td (Member of the guild) Tj ET"))
    return edited(edit)


def more(text, font=REGULAR, size=10, **drawing):
    page = Page().resume()
    page.line(text, font, size, **drawing)
    return page.bytes()


# --- What is not there to be read


def scan(with_text=False):
    page = Page()
    page.canvas.drawInlineImage(picture(), 0, 0, *letter)
    if with_text:
        for text, _, *size in HEAD + BODY:
            page.line(text.replace("|", "  "), REGULAR, *(size or [10]), mode=3)
    return page.bytes()


def picture():
    from PIL import Image

    return Image.effect_noise((200, 260), 40).convert("RGB")


def outlines():
    page = Page()
    for row in range(20):
        for column in range(40):
            left, top = 60 + 11 * column, 700 - 14 * row
            path = page.canvas.beginPath()
            path.moveTo(left, top)
            for x, y in [(6, 0), (6, 8), (3, 4), (0, 8), (1, 3), (0, 1)]:
                path.lineTo(left + x, top + y)
            page.canvas.drawPath(path, stroke=0, fill=1)
    return page.bytes()


# --- What is not to be seen


HIDDEN = "Kubernetes Terraform Rust Kafka Spark Scala Haskell"


def white():
    page = Page().resume()
    page.canvas.setFillColorRGB(1, 1, 1)
    page.line(HIDDEN)
    return page.bytes()


def white_on_dark():
    """Nothing wrong here: a dark bar with a heading that can be read."""
    page = Page().resume()
    page.canvas.setFillColorRGB(0.1, 0.15, 0.3)
    page.canvas.rect(50, page.top - 5, 510, 18, stroke=0, fill=1)
    page.canvas.setFillColorRGB(1, 1, 1)
    page.line("AWARDS", BOLD)
    page.canvas.setFillColorRGB(0, 0, 0)
    page.line("Guild medal, 2020")
    return page.bytes()


def covered():
    page = Page().resume()
    top = page.top
    page.line(HIDDEN)
    page.canvas.setFillColorRGB(0.9, 0.9, 0.9)
    page.canvas.rect(50, top - 5, 510, 18, stroke=0, fill=1)
    return page.bytes()


def off_page():
    page = Page().resume()
    page.top = -40
    page.line(HIDDEN)
    return page.bytes()


def transparent():
    page = Page().resume()
    page.canvas.setFillAlpha(0)
    page.line(HIDDEN)
    return page.bytes()


# --- Contacts where nobody looks


CONTACTS = HEAD[1][0]


def header_on_every_page():
    page = Page()
    for number in range(2):
        page.canvas.setFont(REGULAR, 8)
        page.canvas.drawString(60, 770, CONTACTS)
        if number == 0:
            page.resume(head=HEAD[:1]).next()
        else:
            page.line("PUBLICATIONS", BOLD)
            page.line("The Handling of Ledgers, 2021")
    return page.bytes()


def header_as_artifact():
    page = Page()
    page.canvas._code.append("/Artifact << /Type /Pagination /Subtype /Header >> BDC")
    page.line(CONTACTS, size=8)
    page.canvas._code.append("EMC")
    return page.resume(head=HEAD[:1]).bytes()


def footer():
    page = Page().resume(head=HEAD[:1])
    page.top = 30
    page.line(CONTACTS, size=8)
    return page.bytes()


# --- What acts


def javascript(document):
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('hello')"))


def launch(document):
    annotation = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([60, 60, 200, 80]), A=Dictionary(S=Name.Launch, F=String("calc.exe")))
    document.pages[0].Annots = Array([document.make_indirect(annotation)])


def submit_form(document):
    field = document.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Btn, T=String("send"), Rect=Array([60, 60, 200, 80]),
        A=Dictionary(S=Name.SubmitForm, F=String("https://example.org/"))))
    document.pages[0].Annots = Array([field])
    document.Root.AcroForm = Dictionary(Fields=Array([field]))


def attachment(document):
    document.attachments["payload.txt"] = b"hello"


# --- Files that are none


def objects(*bodies):
    """A file written by hand, so that it can be as wrong as it likes."""
    data, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1) + b"".join(b"%010d 00000 n \n" % at for at in offsets)
    return data + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, start)


def stream(data, entries=b""):
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), entries, data)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>"


def bomb():
    packer = zlib.compressobj(9)
    packed = packer.compress(b"BT /F 10 Tf (")
    for _ in range(600):
        packed += packer.compress(b"a" * 1_000_000)
    packed += packer.compress(b") Tj ET") + packer.flush()
    return objects(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE, stream(packed, b"/Filter/FlateDecode"), FONT)


def many_pages(number):
    page = Page().resume()
    for _ in range(number - 1):
        page.next().line("And more of it.")
    return page.bytes()


GERMAN = {
    "SUMMARY": "Kurzprofil", "EXPERIENCE": "Beruflicher Werdegang", "EDUCATION": "Bildungsweg", "SKILLS": "Kompetenzen",
    "Paper Conservator|Mar 2019 – Present": "Paper Conservator|März 2019 – bis heute",
}
ODD = {"SUMMARY": "MY STORY", "EXPERIENCE": "WHERE I HAVE BEEN", "EDUCATION": "WHAT I LEARNT", "SKILLS": "MY TOOLBOX"}
FILES = {
    "good": (lambda: Page().resume().bytes(), {}),
    "good-white-on-dark": (white_on_dark, {}),
    "good-dates-in-the-line": (
        lambda: Page().resume(body=[(line[0].replace("|", ", "), *line[1:]) for line in BODY]).bytes(), {}),
    "good-german-headings": (
        lambda: Page().resume(body=[(GERMAN.get(line[0], line[0]), *line[1:]) for line in BODY]).bytes(), {}),
    "two-columns": (lambda: two_columns(by_row=False), {"fail": ["one-column"]}),
    "two-columns-row-by-row": (lambda: two_columns(by_row=True), {"fail": ["one-column"]}),
    "two-columns-staggered": (staggered_columns, {"fail": ["one-column"]}),
    "hyphenated": (hyphenated, {"fail": ["reading-order"]}),
    "letter-spaced": (letter_spaced, {"fail": ["reading-order"]}),
    "without-spaces": (without_spaces, {"warn": ["reading-order"]}),
    "type-3": (type3, {"fail": ["no-type3"]}),
    "no-tounicode": (broken_to_unicode, {"fail": ["characters-mapped"]}),
    "actual-text": (actual_text, {"warn": ["characters-mapped"]}),
    "ligature-characters": (lambda: more("E\ufb03cient \ufb01ling of o\ufb03ce a\ufb00airs"), {"fail": ["clean-characters"]}),
    "soft-hyphens": (lambda: more("Con\u00adser\u00adva\u00adtion of pa\u00adper"), {"fail": ["clean-characters"]}),
    "icons": (icons, {"fail": ["clean-characters"]}),
    "symbol-bullets": (symbol_bullets, {"warn": ["clean-characters"]}),
    "image-only": (scan, {"fail": ["text-layer"], "warn": "without_text"}),
    "scan-with-recognized-text": (lambda: scan(with_text=True), {"warn": ["text-layer"]}),
    "outlines": (outlines, {"fail": ["text-layer"], "warn": "without_text"}),
    "empty-page": (lambda: Page().next().bytes(), {"fail": ["text-layer"], "warn": "without_text"}),
    "white-text": (white, {"fail": ["no-hidden-text"]}),
    "invisible-text": (lambda: more(HIDDEN, mode=3), {"fail": ["no-hidden-text"]}),
    "transparent-text": (transparent, {"fail": ["no-hidden-text"]}),
    "tiny-text": (lambda: more(HIDDEN, size=1), {"fail": ["no-hidden-text"]}),
    "covered-text": (covered, {"fail": ["no-hidden-text"]}),
    "text-off-the-page": (off_page, {"fail": ["no-hidden-text"]}),
    "contact-in-page-header": (header_on_every_page, {"fail": ["contact-at-top"]}),
    "contact-marked-as-header": (header_as_artifact, {"fail": ["contact-at-top"]}),
    "contact-in-footer": (footer, {"fail": ["contact-at-top"]}),
    "no-contact": (lambda: Page().resume(head=HEAD[:1]).bytes(), {"fail": ["contact-at-top"]}),
    "odd-headings": (
        lambda: Page().resume(body=[(ODD.get(line[0], line[0]), *line[1:]) for line in BODY]).bytes(),
        {"fail": ["standard-sections"], "warn": ["dated-entries"]}),
    "no-dates": (
        lambda: Page().resume(body=[(line[0].partition("|")[0], *line[1:]) for line in BODY]).bytes(),
        {"fail": ["dated-entries"]}),
    "fonts-not-embedded": (
        lambda: content(lambda: b"BT /F1 10 Tf 60 60 Td (Member of the guild) Tj ET %%%s\n"), {"warn": ["fonts-embedded"]}),
    "six-pages": (lambda: many_pages(6), {"fail": ["page-count"]}),
    "javascript": (lambda: edited(javascript), {"fail": ["no-active-content"]}),
    "launch": (lambda: edited(launch), {"fail": ["no-active-content"]}),
    "submit-form": (lambda: edited(submit_form), {"fail": ["no-active-content"]}),
    "attached-file": (lambda: edited(attachment), {"fail": ["no-active-content"]}),
    "restricted": (
        lambda: edited(lambda _: None, encryption=pikepdf.Encryption(owner="owner", user="")), {"fail": ["not-encrypted"]}),
    "password": (
        lambda: edited(lambda _: None, encryption=pikepdf.Encryption(owner="owner", user="secret")), {"error": "encrypted"}),
    "truncated": (lambda: (lambda pdf: pdf[: len(pdf) // 20])(Page().resume().bytes()), {"error": "not_a_pdf"}),
    "zero-pages": (lambda: objects(CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"), {"error": "not_a_pdf"}),
    "million-declared-pages": (
        lambda: objects(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1000000>>", PAGE, stream(b""), FONT),
        {"error": "not_a_pdf"}),
    "fifty-one-pages": (lambda: many_pages(51), {"error": "too_many_pages"}),
    "decompression-bomb": (bomb, {"error": "too_complex"}),
    "word-document": (lambda: b"PK\x03\x04" + bytes(2000), {"error": "not_a_pdf"}),
}


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, (make, _) in FILES.items():
        (folder / f"{name}.pdf").write_bytes(make())
    expected = {name: expectation for name, (_, expectation) in FILES.items()}
    (folder / "expected.json").write_text(json.dumps(expected, indent=1))
    print(f"{len(FILES)} PDFs in {folder}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))

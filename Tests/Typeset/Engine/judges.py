"""What other readers make of PDFs: writes the texts of all PDFs in this folder to texts.json, page by page."""
import json
import logging
import pathlib
import subprocess

import pymupdf
import pypdf
import pypdfium2
from pdfminer.converter import PDFPageAggregator
from pdfminer.high_level import extract_text
from pdfminer.layout import LTChar
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

logging.disable(logging.CRITICAL)


def right_to_left(text):
    return any("\u0590" <= c <= "\u08ff" and not c.isdigit() for c in text)


def unarranged(path):
    """What pdfminer reads before it arranges boxes: the characters as they come, a line for each baseline.

    pdfminer leaves text from right to left as it stands on the page. Who uses it for such text turns words around, and so
    does this: what stands side by side from left to right is turned if there is a letter from right to left in it.
    """
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)
    with open(path, "rb") as file:
        for page in PDFPage.get_pages(file):
            interpreter.process_page(page)
            text, stretch, last = "", "", None
            for item in device.get_result():
                if not isinstance(item, LTChar):
                    continue
                if last:
                    is_below = abs(item.matrix[5] - last.matrix[5]) > 0.7 * item.size
                    if is_below or item.x0 < last.x0:
                        text += stretch[::-1] if right_to_left(stretch) else stretch
                        stretch = ""
                    if is_below:
                        text += "\n"
                stretch += item.get_text()
                last = item
            yield text + (stretch[::-1] if right_to_left(stretch) else stretch)


texts = {}
for path in pathlib.Path().glob("*.pdf"):
    raw = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode()
    texts[path.stem] = {
        "Poppler": raw.split("\f"),
        "pypdf": [page.extract_text() for page in pypdf.PdfReader(path).pages],
        "MuPDF": [page.get_text() for page in pymupdf.open(path)],
        "PDFium": [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)],
        "pdfminer.six": list(unarranged(path)),
        "pdfminer.six, arranged": extract_text(path).split("\f"),
    }
pathlib.Path("texts.json").write_text(json.dumps(texts))

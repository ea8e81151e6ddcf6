"""What other readers make of PDFs: writes the texts of all PDFs in this folder to texts.json, page by page."""
import json
import logging
import pathlib
import subprocess

import pypdf
import pypdfium2
from pdfminer.converter import PDFPageAggregator
from pdfminer.high_level import extract_text
from pdfminer.layout import LTChar
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

logging.disable(logging.CRITICAL)


def unarranged(path):
    """What pdfminer reads before it arranges boxes: the characters as they come, a line for each baseline."""
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)
    with open(path, "rb") as file:
        for page in PDFPage.get_pages(file):
            interpreter.process_page(page)
            text, last = "", None
            for item in device.get_result():
                if not isinstance(item, LTChar):
                    continue
                if last and abs(item.matrix[5] - last.matrix[5]) > 0.7 * item.size:
                    text += "\n"
                text += item.get_text()
                last = item
            yield text


texts = {}
for path in pathlib.Path().glob("*.pdf"):
    raw = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode()
    texts[path.stem] = {
        "Poppler": raw.split("\f"),
        "pypdf": [page.extract_text() for page in pypdf.PdfReader(path).pages],
        "PDFium": [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)],
        "pdfminer.six": list(unarranged(path)),
        "pdfminer.six, arranged": extract_text(path).split("\f"),
    }
pathlib.Path("texts.json").write_text(json.dumps(texts))

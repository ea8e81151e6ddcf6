"""What other readers make of PDFs: writes the texts of all PDFs in this folder to texts.json, page by page."""
import json
import logging
import pathlib
import subprocess

import pypdf
import pypdfium2
from pdfminer.high_level import extract_text

logging.disable(logging.CRITICAL)
texts = {}
for path in pathlib.Path().glob("*.pdf"):
    raw = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode()
    texts[path.stem] = {
        "Poppler": raw.split("\f"),
        "pypdf": [page.extract_text() for page in pypdf.PdfReader(path).pages],
        "PDFium": [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)],
        "pdfminer.six": extract_text(path).split("\f"),
    }
pathlib.Path("texts.json").write_text(json.dumps(texts))

"""Typst in this process, warm: reads {"fonts": folder, "documents": [source, ...]} and prints the milliseconds of each.

The first document is not counted: it loads the fonts.
"""
import json
import sys
import time

import typst

order = json.load(sys.stdin)
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[order["fonts"]])
compiler = typst.Compiler(font_paths=fonts)
times = []
for source in order["documents"]:
    start = time.perf_counter()
    pdf = compiler.compile(source.encode(), format="pdf")
    times.append((time.perf_counter() - start) * 1000)
    if not pdf.startswith(b"%PDF"):
        sys.exit("typst gave no PDF")
json.dump({"version": typst.__version__, "bytes": len(pdf), "milliseconds": times[1:]}, sys.stdout)

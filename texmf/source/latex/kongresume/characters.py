#!/usr/bin/env python3
"""Writes tex/latex/kongresume/kongresume-characters.tex: which character beyond ASCII sits where in the fonts' encodings.

    python3 characters.py > ../../../tex/latex/kongresume/kongresume-characters.tex

LaTeX reads the table to print a character, the server reads it to know what can be printed. Sources: the encoding
vectors of TeX Gyre (q-ec.enc, …) and pdfTeX's glyphtounicode.tex, so that what a PDF reader gets back is what went in.
"""
import re
import subprocess
import unicodedata

# In the order of preference: the first that holds a character prints it.
ENCODINGS = [("T1", "q-ec.enc"), ("TS1", "q-ts1.enc"), ("L7x", "q-l7x.enc"), ("T5", "q-t5.enc"), ("QX", "q-qx.enc")]


ENTRY = r"\\pdfglyphtounicode\{([^}]+)\}\{([0-9A-F ]+)\}"


def found(name, path=None):
    path = path or subprocess.run(["kpsewhich", name], capture_output=True, text=True, check=True).stdout.strip()
    with open(path, encoding="latin-1") as file:
        return re.sub(r"%.*", "", file.read())


def main():
    names = {}
    for name, code in re.findall(ENTRY, found("glyphtounicode.tex")):
        names.setdefault(name, "".join(chr(int(part, 16)) for part in code.split()))
    # What kongresume-unicode.tex says of glyphs that pdfTeX would take for others.
    own = found("kongresume-unicode.tex", "../../../tex/latex/kongresume/kongresume-unicode.tex")
    names |= {name: chr(int(code, 16)) for name, code in re.findall(ENTRY, own)}
    # The server's fonts give these glyphs a name without a dot (Sources/Typeset/Engine/Fonts/PreparedFont.swift).
    names |= {"one.superior": "\u00B9", "two.superior": "\u00B2", "three.superior": "\u00B3"}
    table = {}
    for encoding, file in ENCODINGS:
        vector = re.search(r"\[(.*?)\]", found(file), re.S).group(1)
        for slot, name in enumerate(re.findall(r"/(\S+)", vector)):
            character = names.get(name, "")
            if len(character) != 1 or ord(character) < 0xA0:
                continue
            category = unicodedata.category(character)
            if category[0] in "CMZ" or unicodedata.normalize("NFC", character) != character:
                continue
            if 0xFB00 <= ord(character) <= 0xFB06 or 0x0370 <= ord(character) <= 0x03FF:
                continue
            table.setdefault(character, (encoding, slot))
    print("% Written by source/latex/kongresume/characters.py: character, encoding, slot.")
    for character, (encoding, slot) in sorted(table.items()):
        print(f"\\KRcharacter{{{ord(character):04X}}}{{{encoding}}}{{{slot:02X}}}% {unicodedata.name(character)}")


main()

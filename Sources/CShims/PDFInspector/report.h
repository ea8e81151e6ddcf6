// The report on a PDF: one JSON object in one line, UTF-8.
//
//   {"version":1,"pdf_version":"1.7","encrypted":false,
//    "metadata":{"title":"…","author":"…","subject":"…","keywords":"…","creator":"…","producer":"…"},
//    "fonts":[{"name":"ABCDEF+LMRoman10-Bold","type":"Type 1","embedded":true,"subset":true}],
//    "font_names":["ABCDEF+LMRoman10-Bold"],
//    "pages":[{"width":612.00,"height":792.00,"raw":"…","reading":"…",
//              "words":[[left,top,right,bottom,"text",font,size,space_after],…]}]}
//
// `font` is an index into `font_names`, `space_after` is 0 or 1; numbers are points. A word may get further elements
// at its end, an object further members. U+0000 is written as U+FFFD, because readers of JSON stumble over it.
#pragma once

#include "pdf_facts.h"

/// Writes the report to `descriptor`. Returns 0, or -1 and errno.
int kr_report_write(const struct kr_pdf *pdf, int descriptor);

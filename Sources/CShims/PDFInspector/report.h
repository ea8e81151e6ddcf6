// The report on a PDF: one JSON object in one line, UTF-8.
//
//   {"version":2,"pdf_version":"1.7","encrypted":false,"peak_memory":25165824,"actual_text":0,"fields":0,
//    "metadata":{"title":"…","author":"…","subject":"…","keywords":"…","creator":"…","producer":"…"},
//    "fonts":[{"name":"ABCDEF+LMRoman10-Bold","type":"Type 1","embedded":true,"subset":true,"to_unicode":true,
//              "glyphs":120,"unmapped":0}],
//    "active":[{"kind":"javascript","where":"page 1"}],"links":["https://…"],
//    "font_names":["ABCDEF+LMRoman10-Bold"],
//    "pages":[{"width":612.00,"height":792.00,"glyphs":1200,"spaces":220,"images":0,"shapes":4,
//              "image_area":0.00,"raw":"…","reading":"…","artifact":"…","hidden":[{"kind":"off-page","count":12,"text":"…"}],
//              "words":[[left,top,right,bottom,"text",font,size,after],…]}]}
//
// `font` is an index into `font_names`, `after` is 0 for a line's end, 1 for a space, 2 for nothing; numbers are
// points. What each means is said in pdf_facts.h. `peak_memory` is in bytes, of the process that read the PDF, what it
// shares with its parent included. U+0000 is written as U+FFFD, because readers of JSON stumble over it.
#pragma once

#include "pdf_facts.h"

/// Writes the report to `descriptor`. Returns 0, or -1 and errno.
int kr_report_write(const struct kr_pdf *pdf, int descriptor);

// pdf-inspector, seen from outside.
//
// A fork server (CForkServer/include/serve.h): started with its control socket as descriptor 3, it loads Poppler and
// whatever Poppler loads late, gives up what it does not need (sandbox.h) and serves. Each child reads one PDF.
//
//   KONGRESUME_READABLE   paths, separated by colons, that a PDF's text may need: /usr/share/poppler, where the
//                         encodings of Chinese, Japanese and Korean fonts are (package poppler-data)
//   job.input             the PDF
//   job.output            the report (report.h)
//   job.log               what Poppler had to say
//   job.option            the most pages that are read; 0 stands for 50
//
// A job's status is one of enum kr_pdf_status (pdf_facts.h): 0 report written, 2 not a PDF or damaged, 3 encrypted,
// 4 too many pages, 5 out of memory. A PDF that is worse than that ends the child by a signal.
#pragma once

/// Upload limit of the service.
enum { KR_DEFAULT_MOST_PAGES = 50 };

/// The smallest thing that makes Poppler load all it ever loads: text in a font that is neither embedded nor Latin-1.
extern const char kr_warming_pdf[];

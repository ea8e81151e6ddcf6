// What Poppler finds in a PDF, as plain values. Behind this header is C++; no exception crosses it, but what Poppler
// does about exhausted memory does: it aborts the process (see PDFInspector, which is there to be aborted).
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Valid UTF-8, not terminated. It may hold any character, U+0000 included; what was not a character is U+FFFD.
struct kr_text {
    const char *bytes;
    size_t count;
};

/// A word as Poppler groups glyphs into words. The box is in points, from the top left corner of the page as displayed.
struct kr_word {
    struct kr_text text;
    double left, top, right, bottom;
    double font_size;     ///< Points.
    uint32_t font;        ///< Index into `font_names`.
    uint32_t space_after; ///< 1 where another word follows on the same line.
};

struct kr_page {
    double width, height;        ///< Points, of the page as displayed: cropped and rotated.
    struct kr_text raw;          ///< Text in the order of the content stream, a line feed behind every line.
    struct kr_text reading;      ///< Text in the order that Poppler thinks a person reads, hyphenated words rejoined.
    const struct kr_word *words; ///< In reading order.
    size_t word_count;
};

struct kr_font {
    struct kr_text name;       ///< With the prefix of a subset, such as `ABCDEF+`.
    const char *type;          ///< As in "Type 1", "Type 3", "TrueType", "CID Type 0C".
    uint32_t embedded, subset; ///< 0 or 1.
};

struct kr_metadata {
    struct kr_text title, author, subject, keywords, creator, producer;
};

struct kr_pdf {
    const struct kr_page *pages;
    size_t page_count;
    const struct kr_font *fonts; ///< Every font that a page's resources name.
    size_t font_count;
    const struct kr_text *font_names; ///< Of the fonts that words are set in.
    size_t font_name_count;
    struct kr_metadata metadata;
    int version_major, version_minor;
    uint32_t encrypted; ///< 1 for a PDF that is encrypted and opens without a password.
};

/// How reading ended. The numbers are also the exit statuses of pdf-inspector.
enum kr_pdf_status {
    KR_PDF_READ = 0,
    KR_PDF_DAMAGED = 2,        ///< Not a PDF, or one without a page that can be found.
    KR_PDF_LOCKED = 3,         ///< Encrypted, and not readable without a password.
    KR_PDF_TOO_MANY_PAGES = 4, ///< More pages than asked for; none was read.
    KR_PDF_TOO_COMPLEX = 5,    ///< Memory ran out where it could be caught.
};

/// Reads the PDF in `bytes`, which must stay as they are until `kr_pdf_free`. `*pdf` is set only on KR_PDF_READ.
/// What Poppler complains of goes to standard error, the first hundred complaints of it.
enum kr_pdf_status kr_pdf_read(const void *bytes, size_t count, uint32_t most_pages, struct kr_pdf **pdf);

void kr_pdf_free(struct kr_pdf *pdf);

/// Opens the PDF in `bytes` for good. Poppler keeps its tables of encodings only as long as a document is open, and
/// reads them anew for the next one. Returns 0, or -1 if it is no PDF.
int kr_pdf_keep_open(const void *bytes, size_t count);

#ifdef __cplusplus
}
#endif

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

/// What stands between a word and the next.
enum kr_after {
    KR_LINE_END = 0,
    KR_SPACE = 1,  ///< The next stands behind it on the same line.
    KR_JOINED = 2, ///< The next goes on where it ends: in another font, or because Poppler saw a reason to break it.
};

/// A word as Poppler groups glyphs into words. The box is in points, from the top left corner of the page as displayed.
struct kr_word {
    struct kr_text text;
    double left, top, right, bottom;
    double font_size; ///< Points.
    uint32_t font;    ///< Index into `font_names`.
    uint32_t after;   ///< One of `enum kr_after`.
};

/// Text that a machine reads and a person does not see, all of one kind on a page.
struct kr_hidden {
    const char *kind;    ///< invisible, background, transparent, covered, clipped, off-page, tiny
    uint32_t count;      ///< Characters, spaces not counted.
    struct kr_text text; ///< The first of it.
};

struct kr_page {
    double width, height;        ///< Points, of the page as displayed: cropped and rotated.
    struct kr_text raw;          ///< Text in the order of the content stream, a line feed behind every line.
    struct kr_text reading;      ///< Text in the order that Poppler thinks a person reads, hyphenated words rejoined.
    const struct kr_word *words; ///< In the order of the content stream.
    size_t word_count;
    const struct kr_hidden *hidden;
    size_t hidden_count;
    struct kr_text artifact; ///< Text that is marked as no part of the document, such as a page's header.
    uint32_t glyphs;         ///< Spaces not counted.
    uint32_t spaces;         ///< That are printed, where others only leave a gap.
    uint32_t images;
    uint32_t shapes;   ///< Filled paths.
    double image_area; ///< The share of the page that images take up, 0 to 1.
};

/// A font that text is set in.
struct kr_font {
    struct kr_text name;                   ///< With the prefix of a subset, such as `ABCDEF+`.
    const char *type;                      ///< As in "Type 1", "Type 3", "TrueType", "CID Type 0C".
    uint32_t embedded, subset, to_unicode; ///< 0 or 1.
    uint32_t glyphs;                       ///< How many are printed, spaces not counted.
    uint32_t unmapped; ///< Of these, how many nothing in the PDF says the character of, so that readers guess.
};

/// Something that acts, or that could.
struct kr_active {
    const char *kind; ///< javascript, launch, submit-form, import-data, go-to-remote, rich-media, embedded-file, xfa,
                      ///< open-action
    struct kr_text where; ///< Such as `page 2`.
};

struct kr_metadata {
    struct kr_text title, author, subject, keywords, creator, producer;
};

struct kr_pdf {
    const struct kr_page *pages;
    size_t page_count;
    const struct kr_font *fonts;
    size_t font_count;
    const struct kr_text *font_names; ///< Of the fonts that words are set in.
    size_t font_name_count;
    const struct kr_text *links; ///< Where links lead, as URIs.
    size_t link_count;
    const struct kr_active *active;
    size_t active_count;
    struct kr_metadata metadata;
    int version_major, version_minor;
    uint32_t encrypted;   ///< 1 for a PDF that is encrypted and opens without a password.
    uint32_t actual_text; ///< How often a replacement for printed text is given, which few readers heed; it is not in
                          ///< the texts.
    uint32_t fields;      ///< Fields of a form. What is in them is not in the texts.
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

#ifdef __cplusplus
}
#endif

#include "report.h"
#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/// Written through a buffer of its own: a child of a fork server must not touch stdio's, which it shares with nobody
/// but inherits from its parent.
struct sink {
    int descriptor;
    int failed;
    size_t count;
    char buffer[1 << 16];
};

static void flush(struct sink *sink) {
    for (size_t done = 0; done < sink->count && !sink->failed;) {
        ssize_t written = write(sink->descriptor, sink->buffer + done, sink->count - done);
        if (written > 0)
            done += (size_t)written;
        else if (written == 0 || errno != EINTR)
            sink->failed = 1;
    }
    sink->count = 0;
}

static void put(struct sink *sink, const char *bytes, size_t count) {
    while (count > 0) {
        if (sink->count == sizeof sink->buffer)
            flush(sink);
        size_t room = sizeof sink->buffer - sink->count;
        size_t part = count < room ? count : room;
        memcpy(sink->buffer + sink->count, bytes, part);
        sink->count += part;
        bytes += part;
        count -= part;
    }
}

/// For short pieces: at most 200 bytes come of one call.
__attribute__((format(printf, 2, 3))) static void print(struct sink *sink, const char *format, ...) {
    char piece[201];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(piece, sizeof piece, format, arguments);
    va_end(arguments);
    if (length > 0)
        put(sink, piece, strlen(piece));
}

/// A coordinate. A PDF can make one of anything; what no page can hold is cut.
static void put_number(struct sink *sink, double number) {
    print(sink, "%.2f", isnan(number) ? 0 : fmin(fmax(number, -1e6), 1e6));
}

/// RFC 8259, section 7. The text is valid UTF-8.
static void put_text(struct sink *sink, struct kr_text text) {
    put(sink, "\"", 1);
    size_t plain = 0; // Where the run that needs no escape begins.
    for (size_t index = 0; index < text.count; index++) {
        unsigned char byte = (unsigned char)text.bytes[index];
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        put(sink, text.bytes + plain, index - plain);
        plain = index + 1;
        if (byte == '\n')
            put(sink, "\\n", 2);
        else if (byte >= 0x20)
            print(sink, "\\%c", byte);
        else
            print(sink, "\\u%04x", byte == 0 ? 0xFFFDu : byte);
    }
    put(sink, text.bytes + plain, text.count - plain);
    put(sink, "\"", 1);
}

static void put_member(struct sink *sink, const char *name, struct kr_text text) {
    print(sink, "\"%s\":", name);
    put_text(sink, text);
}

static const char *boolean(uint32_t value) {
    return value ? "true" : "false";
}

static void put_metadata(struct sink *sink, const struct kr_metadata *metadata) {
    const struct {
        const char *name;
        struct kr_text text;
    } members[] = {{"title", metadata->title},       {"author", metadata->author},   {"subject", metadata->subject},
                   {"keywords", metadata->keywords}, {"creator", metadata->creator}, {"producer", metadata->producer}};
    for (size_t index = 0; index < sizeof members / sizeof *members; index++) {
        print(sink, index ? "," : "");
        put_member(sink, members[index].name, members[index].text);
    }
}

static void put_word(struct sink *sink, const struct kr_word *word) {
    const double box[] = {word->left, word->top, word->right, word->bottom};
    put(sink, "[", 1);
    for (size_t index = 0; index < 4; index++) {
        put_number(sink, box[index]);
        put(sink, ",", 1);
    }
    put_text(sink, word->text);
    print(sink, ",%u,", word->font);
    put_number(sink, word->font_size);
    print(sink, ",%u]", word->after);
}

static void put_page(struct sink *sink, const struct kr_page *page) {
    print(sink, "{\"width\":");
    put_number(sink, page->width);
    print(sink, ",\"height\":");
    put_number(sink, page->height);
    print(sink, ",\"glyphs\":%u,\"spaces\":%u,\"images\":%u,\"shapes\":%u,\"image_area\":", page->glyphs, page->spaces,
          page->images, page->shapes);
    put_number(sink, page->image_area);
    print(sink, ",");
    put_member(sink, "raw", page->raw);
    print(sink, ",");
    put_member(sink, "reading", page->reading);
    print(sink, ",");
    put_member(sink, "artifact", page->artifact);
    print(sink, ",\"hidden\":[");
    for (size_t index = 0; index < page->hidden_count; index++) {
        const struct kr_hidden *hidden = &page->hidden[index];
        print(sink, "%s{\"kind\":\"%s\",\"count\":%u,", index ? "," : "", hidden->kind, hidden->count);
        put_member(sink, "text", hidden->text);
        print(sink, "}");
    }
    print(sink, "],\"words\":[");
    for (size_t index = 0; index < page->word_count; index++) {
        print(sink, index ? "," : "");
        put_word(sink, &page->words[index]);
    }
    print(sink, "]}");
}

static void put_texts(struct sink *sink, const char *name, const struct kr_text *texts, size_t count) {
    print(sink, "\"%s\":[", name);
    for (size_t index = 0; index < count; index++) {
        print(sink, index ? "," : "");
        put_text(sink, texts[index]);
    }
    print(sink, "]");
}

static void put_fonts(struct sink *sink, const struct kr_pdf *pdf) {
    print(sink, "\"fonts\":[");
    for (size_t index = 0; index < pdf->font_count; index++) {
        const struct kr_font *font = &pdf->fonts[index];
        print(sink, index ? ",{" : "{");
        put_member(sink, "name", font->name);
        print(sink, ",\"type\":\"%s\",\"embedded\":%s,\"subset\":%s,\"to_unicode\":%s", font->type,
              boolean(font->embedded), boolean(font->subset), boolean(font->to_unicode));
        print(sink, ",\"glyphs\":%u,\"unmapped\":%u}", font->glyphs, font->unmapped);
    }
    print(sink, "]");
}

static void put_active(struct sink *sink, const struct kr_pdf *pdf) {
    print(sink, "\"active\":[");
    for (size_t index = 0; index < pdf->active_count; index++) {
        print(sink, "%s{\"kind\":\"%s\",", index ? "," : "", pdf->active[index].kind);
        put_member(sink, "where", pdf->active[index].where);
        print(sink, "}");
    }
    print(sink, "]");
}

int kr_report_write(const struct kr_pdf *pdf, int descriptor) {
    static struct sink storage;
    struct sink *sink = &storage;
    *sink = (struct sink){.descriptor = descriptor};
    print(sink, "{\"version\":2,\"pdf_version\":\"%d.%d\",\"encrypted\":%s,", pdf->version_major, pdf->version_minor,
          boolean(pdf->encrypted));
    struct rusage usage;
    long peak = getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : 0; // KiB: getrusage(2)
    print(sink, "\"peak_memory\":%ld,", peak * 1024);
    print(sink, "\"actual_text\":%u,\"fields\":%u,\"metadata\":{", pdf->actual_text, pdf->fields);
    put_metadata(sink, &pdf->metadata);
    print(sink, "},");
    put_fonts(sink, pdf);
    print(sink, ",");
    put_active(sink, pdf);
    print(sink, ",");
    put_texts(sink, "links", pdf->links, pdf->link_count);
    print(sink, ",");
    put_texts(sink, "font_names", pdf->font_names, pdf->font_name_count);
    print(sink, ",\"pages\":[");
    for (size_t index = 0; index < pdf->page_count; index++) {
        print(sink, index ? "," : "");
        put_page(sink, &pdf->pages[index]);
    }
    print(sink, "]}\n");
    flush(sink);
    return sink->failed ? -1 : 0;
}

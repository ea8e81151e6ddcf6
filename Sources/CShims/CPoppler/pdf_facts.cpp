#include "pdf_facts.h"
#include "active_content.h"
#include "font_uses.h"
#include "page_device.h"
#include "poppler_core.h"
#include "text.h"
#include <climits>
#include <cmath>
#include <cstdio>
#include <deque>
#include <memory>
#include <string_view>
#include <unordered_map>

namespace {

/// The plain values and what they point to. A deque never moves its elements, so pointers into it stay good.
struct Facts : kr_pdf {
    std::deque<std::string> texts;
    std::deque<std::vector<kr_word>> words;
    std::deque<std::vector<kr_hidden>> hidden;
    std::vector<kr_page> page_list;
    std::vector<kr_font> font_list;
    std::vector<kr_text> name_list, link_list;
    std::vector<kr_active> active_list;
    std::unordered_map<std::string, uint32_t> name_index;

    kr_text keep(std::string text) {
        texts.push_back(std::move(text));
        return {texts.back().data(), texts.back().size()};
    }

    uint32_t index_of_font(const std::string &name) {
        auto [entry, is_new] = name_index.try_emplace(name, static_cast<uint32_t>(name_list.size()));
        if (is_new)
            name_list.push_back(keep(repaired_utf8(name)));
        return entry->second;
    }
};

/// Poppler repeats itself: one bad byte may bring a thousand complaints, and a log has a limit that kills.
void complain(ErrorCategory, Goffset, const char *message) {
    static int left = 100;
    if (left > 0 && left--)
        std::fprintf(stderr, "%.200s\n", message);
}

/// A reader looks for the header in the first kilobyte (ISO 32000-1, annex H, note 13).
bool has_header(std::string_view bytes) {
    return bytes.substr(0, 1024 + 5).find("%PDF-") != std::string_view::npos;
}

/// Text that is not in a page: UTF-16 behind a byte order mark, or PDFDocEncoding (ISO 32000-1, 7.9.2.2).
std::string text_string(const GooString *text) {
    if (!text)
        return {};
    const std::string &bytes = text->toStr();
    if (GooString::hasUnicodeMarker(bytes)) {
        std::vector<unsigned short> units;
        for (size_t index = 2; index + 1 < bytes.size(); index += 2)
            units.push_back(static_cast<unsigned short>(static_cast<unsigned char>(bytes[index]) << 8 |
                                                        static_cast<unsigned char>(bytes[index + 1])));
        return utf8_from_utf16(units.data(), units.size());
    }
    std::string result;
    for (char byte : bytes)
        append_utf8(result, pdfDocEncoding[static_cast<unsigned char>(byte)]);
    return result;
}

/// Poppler's own rule for a line in the order of the content stream: the same baseline, and not behind the word before.
bool is_on_same_line(const TextWord &word, const kr_word &box, const TextWord &next, const kr_word &next_box) {
    return std::fabs(next.getBaseline() - word.getBaseline()) < 0.5 * box.font_size &&
           next_box.left > box.right - 0.1 * box.font_size;
}

std::vector<kr_word> read_words(PageDevice &device, Facts &facts) {
    std::vector<kr_word> words;
    std::unique_ptr<TextWordList> list = device.raw_words();
    const TextWord *last = nullptr;
    for (int index = 0; index < list->getLength(); index++) {
        TextWord *source = list->get(index);
        std::unique_ptr<GooString> text(source->getText());
        kr_word word = {};
        word.text = facts.keep(repaired_utf8(text->toStr()));
        source->getBBox(&word.left, &word.top, &word.right, &word.bottom);
        word.font_size = source->getFontSize();
        const GooString *name = source->getLength() > 0 ? source->getFontName(0) : nullptr;
        word.font = facts.index_of_font(name ? name->toStr() : "");
        if (last && is_on_same_line(*last, words.back(), *source, word))
            words.back().after = word.left > words.back().right + 0.15 * words.back().font_size ? KR_SPACE : KR_JOINED;
        words.push_back(word);
        last = source;
    }
    return words;
}

std::vector<kr_hidden> read_hidden(const PageDevice &device, Facts &facts) {
    std::vector<kr_hidden> result;
    auto all = device.hidden_text();
    for (size_t kind = 1; kind < all.size(); kind++)
        if (all[kind].count > 0)
            result.push_back({hidden_kind_names[kind], all[kind].count, facts.keep(all[kind].text)});
    return result;
}

bool draws_no_annotation(Annot *, void *) {
    return false;
}

kr_page read_page(PDFDoc &document, int number, PageDevice &device, Facts &facts) {
    // What stands in notes and in the fields of forms is left out: hardly any reader looks there.
    document.displayPage(&device, number, 72, 72, 0, false, true, false, nullptr, nullptr, draws_no_annotation,
                         nullptr);
    kr_page result = {};
    result.width = document.getPageCropWidth(number);
    result.height = document.getPageCropHeight(number);
    // The box is of the page as written, the words are of the page as displayed.
    if (document.getPageRotate(number) % 180 != 0)
        std::swap(result.width, result.height);
    result.raw = facts.keep(repaired_utf8(device.raw_text));
    result.reading = facts.keep(repaired_utf8(device.reading_text));
    result.artifact = facts.keep(device.artifact_text);
    facts.words.push_back(read_words(device, facts));
    result.words = facts.words.back().data();
    result.word_count = facts.words.back().size();
    facts.hidden.push_back(read_hidden(device, facts));
    result.hidden = facts.hidden.back().data();
    result.hidden_count = facts.hidden.back().size();
    result.glyphs = device.glyph_count;
    result.spaces = device.space_count;
    result.images = device.image_count;
    result.shapes = device.shape_count;
    double area = result.width * result.height;
    result.image_area = area > 0 ? std::fmin(device.image_area / area, 1) : 0;
    facts.actual_text += device.actual_text_count;
    return result;
}

void keep_fonts(const FontUses &fonts, Facts &facts) {
    for (const FontUse &use : fonts.uses) {
        bool is_subset = use.name.size() > 7 && use.name[6] == '+';
        facts.font_list.push_back({facts.keep(repaired_utf8(use.name)), font_type_name(use.type), use.is_embedded,
                                   is_subset, use.has_to_unicode, use.glyphs, use.unmapped});
    }
}

void keep_active(const ActiveContent &active, Facts &facts) {
    for (const ActiveContent::Finding &finding : active.findings)
        facts.active_list.push_back({finding.kind, facts.keep(finding.where)});
    for (const std::string &link : active.links)
        facts.link_list.push_back(facts.keep(repaired_utf8(link)));
    facts.fields = active.fields;
}

void keep_metadata(PDFDoc &document, Facts &facts) {
    auto entry = [&](const char *key) { return facts.keep(text_string(document.getDocInfoStringEntry(key).get())); };
    facts.metadata = {entry("Title"),    entry("Author"),  entry("Subject"),
                      entry("Keywords"), entry("Creator"), entry("Producer")};
    facts.version_major = document.getPDFMajorVersion();
    facts.version_minor = document.getPDFMinorVersion();
    facts.encrypted = document.isEncrypted();
}

kr_pdf_status read(std::string_view bytes, uint32_t most_pages, kr_pdf **pdf) {
    if (bytes.size() > INT_MAX || !has_header(bytes))
        return KR_PDF_DAMAGED;
    if (!globalParams) {
        globalParams = std::make_unique<GlobalParams>(); // Kept: it holds the tables of encodings.
        setErrorCallback(complain);
    }
    PDFDoc document(new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull)));
    if (!document.isOk())
        return document.getErrorCode() == errEncrypted ? KR_PDF_LOCKED : KR_PDF_DAMAGED;
    int count = document.getNumPages();
    if (count < 1)
        return KR_PDF_DAMAGED;
    if (static_cast<uint32_t>(count) > most_pages)
        return KR_PDF_TOO_MANY_PAGES;

    auto facts = std::make_unique<Facts>();
    FontUses fonts;
    ActiveContent active;
    PageDevice device(fonts);
    active.read_catalog(document);
    for (int number = 1; number <= count; number++) {
        Page *page = document.getPage(number);
        if (!page)
            return KR_PDF_DAMAGED;
        fonts.forget_addresses();
        facts->page_list.push_back(read_page(document, number, device, *facts));
        active.read_page(*page, number);
    }
    keep_fonts(fonts, *facts);
    keep_active(active, *facts);
    keep_metadata(document, *facts);
    facts->pages = facts->page_list.data();
    facts->page_count = facts->page_list.size();
    facts->fonts = facts->font_list.data();
    facts->font_count = facts->font_list.size();
    facts->font_names = facts->name_list.data();
    facts->font_name_count = facts->name_list.size();
    facts->links = facts->link_list.data();
    facts->link_count = facts->link_list.size();
    facts->active = facts->active_list.data();
    facts->active_count = facts->active_list.size();
    *pdf = facts.release();
    return KR_PDF_READ;
}

} // namespace

extern "C" kr_pdf_status kr_pdf_read(const void *bytes, size_t count, uint32_t most_pages, kr_pdf **pdf) {
    try {
        return read({static_cast<const char *>(bytes), count}, most_pages, pdf);
    } catch (...) {
        return KR_PDF_TOO_COMPLEX;
    }
}

extern "C" void kr_pdf_free(kr_pdf *pdf) {
    delete static_cast<Facts *>(pdf);
}

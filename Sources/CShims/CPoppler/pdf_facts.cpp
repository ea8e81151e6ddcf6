#include "pdf_facts.h"
#include "text.h"
#include <climits>
#include <cstdio>
#include <deque>
#include <memory>
#include <poppler-document.h>
#include <poppler-font.h>
#include <poppler-page.h>
#include <string_view>
#include <unordered_map>

namespace {

/// The plain values and what they point to. A deque never moves its elements, so pointers into it stay good.
struct Facts : kr_pdf {
    std::deque<std::string> texts;
    std::deque<std::vector<kr_word>> words;
    std::vector<kr_page> page_list;
    std::vector<kr_font> font_list;
    std::vector<kr_text> name_list;
    std::unordered_map<std::string, uint32_t> name_index;

    kr_text keep(std::string text) {
        texts.push_back(std::move(text));
        return {texts.back().data(), texts.back().size()};
    }

    kr_text keep(const poppler::ustring &text) {
        return keep(utf8_from_utf16(text.data(), text.size()));
    }

    uint32_t index_of_font(const std::string &name) {
        auto [entry, is_new] = name_index.try_emplace(name, static_cast<uint32_t>(name_list.size()));
        if (is_new)
            name_list.push_back(keep(repaired_utf8(name)));
        return entry->second;
    }
};

/// Poppler repeats itself: one bad byte may bring a thousand complaints, and a log has a limit that kills.
void complain(const std::string &message, void *) {
    static int left = 100;
    if (left > 0 && left--)
        std::fprintf(stderr, "%.200s\n", message.c_str());
}

/// A reader looks for the header in the first kilobyte (ISO 32000-1, annex H, note 13).
bool has_header(std::string_view bytes) {
    return bytes.substr(0, 1024 + 5).find("%PDF-") != std::string_view::npos;
}

const char *type_name(poppler::font_info::type_enum type) {
    switch (type) {
    case poppler::font_info::unknown:
        return "unknown";
    case poppler::font_info::type1:
        return "Type 1";
    case poppler::font_info::type1c:
        return "Type 1C";
    case poppler::font_info::type1c_ot:
        return "Type 1C (OpenType)";
    case poppler::font_info::type3:
        return "Type 3";
    case poppler::font_info::truetype:
        return "TrueType";
    case poppler::font_info::truetype_ot:
        return "TrueType (OpenType)";
    case poppler::font_info::cid_type0:
        return "CID Type 0";
    case poppler::font_info::cid_type0c:
        return "CID Type 0C";
    case poppler::font_info::cid_type0c_ot:
        return "CID Type 0C (OpenType)";
    case poppler::font_info::cid_truetype:
        return "CID TrueType";
    case poppler::font_info::cid_truetype_ot:
        return "CID TrueType (OpenType)";
    }
    return "unknown";
}

std::vector<kr_word> read_words(const poppler::page &page, Facts &facts) {
    std::vector<kr_word> words;
    for (const poppler::text_box &box : page.text_list(poppler::page::text_list_include_font)) {
        poppler::rectf place = box.bbox();
        kr_word word = {};
        word.text = facts.keep(box.text());
        word.left = place.left();
        word.top = place.top();
        word.right = place.right();
        word.bottom = place.bottom();
        word.font_size = box.get_font_size();
        word.font = facts.index_of_font(box.get_font_name());
        word.space_after = box.has_space_after();
        words.push_back(word);
    }
    return words;
}

kr_page read_page(const poppler::page &page, Facts &facts) {
    kr_page result = {};
    poppler::rectf frame = page.page_rect(poppler::crop_box);
    // The box is of the page as written, the words are of the page as displayed.
    auto turned = page.orientation() == poppler::page::landscape || page.orientation() == poppler::page::seascape;
    result.width = turned ? frame.height() : frame.width();
    result.height = turned ? frame.width() : frame.height();
    result.raw = facts.keep(page.text(poppler::rectf(), poppler::page::raw_order_layout));
    result.reading = facts.keep(page.text(poppler::rectf(), poppler::page::non_raw_non_physical_layout));
    facts.words.push_back(read_words(page, facts));
    result.words = facts.words.back().data();
    result.word_count = facts.words.back().size();
    return result;
}

void read_fonts(const poppler::document &document, Facts &facts) {
    for (const poppler::font_info &font : document.fonts())
        facts.font_list.push_back(
            {facts.keep(repaired_utf8(font.name())), type_name(font.type()), font.is_embedded(), font.is_subset()});
}

kr_pdf_status read(std::string_view bytes, uint32_t most_pages, kr_pdf **pdf) {
    if (bytes.size() > INT_MAX || !has_header(bytes))
        return KR_PDF_DAMAGED;
    poppler::set_debug_error_function(complain, nullptr);
    std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document)
        return KR_PDF_DAMAGED;
    if (document->is_locked())
        return KR_PDF_LOCKED;
    int count = document->pages();
    if (count < 1)
        return KR_PDF_DAMAGED;
    if (static_cast<uint32_t>(count) > most_pages)
        return KR_PDF_TOO_MANY_PAGES;

    auto facts = std::make_unique<Facts>();
    for (int index = 0; index < count; index++) {
        std::unique_ptr<poppler::page> page(document->create_page(index));
        if (!page)
            return KR_PDF_DAMAGED;
        facts->page_list.push_back(read_page(*page, *facts));
    }
    read_fonts(*document, *facts);
    facts->metadata = {facts->keep(document->get_title()),   facts->keep(document->get_author()),
                       facts->keep(document->get_subject()), facts->keep(document->get_keywords()),
                       facts->keep(document->get_creator()), facts->keep(document->get_producer())};
    document->get_pdf_version(&facts->version_major, &facts->version_minor);
    facts->encrypted = document->is_encrypted();
    facts->pages = facts->page_list.data();
    facts->page_count = facts->page_list.size();
    facts->fonts = facts->font_list.data();
    facts->font_count = facts->font_list.size();
    facts->font_names = facts->name_list.data();
    facts->font_name_count = facts->name_list.size();
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

extern "C" int kr_pdf_keep_open(const void *bytes, size_t count) {
    static poppler::document *kept; // Reachable, so that no leak is reported.
    try {
        kept = poppler::document::load_from_raw_data(static_cast<const char *>(bytes), static_cast<int>(count));
        return kept ? 0 : -1;
    } catch (...) {
        return -1;
    }
}

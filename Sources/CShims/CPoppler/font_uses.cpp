#include "font_uses.h"
#include <cstring>

namespace {

/// Whether nothing in the PDF says what character a glyph is, so that Poppler's answer is a guess.
bool is_guess(GfxFont *font, CharCode code, const Unicode *unicode, int length) {
    if (length == 0)
        return true;
    if (font->hasToUnicodeCMap())
        return false;
    if (font->isCIDFont()) {
        // Numbers of a collection of Adobe's have known meanings; those of the font itself do not.
        const GooString *collection = static_cast<GfxCIDFont *>(font)->getCollection();
        return !collection || collection->cmp("Adobe-Identity") == 0;
    }
    const Gfx8BitFont *simple = static_cast<Gfx8BitFont *>(font);
    // A symbolic TrueType font without an encoding goes from codes to shapes (ISO 32000-1, 9.6.6.4).
    bool is_true_type = font->getType() == fontTrueType || font->getType() == fontTrueTypeOT;
    if (is_true_type && font->isSymbolic() && !simple->getHasEncoding())
        return true;
    const char *name = simple->getCharName(static_cast<int>(code & 0xFF));
    if (!name)
        return true;
    // Names of the Adobe Glyph List, and names that are made by its rules.
    if (globalParams->mapNameToUnicodeText(name) != 0)
        return false;
    return !(std::strncmp(name, "uni", 3) == 0 || (name[0] == 'u' && std::strlen(name) >= 5)) || unicode[0] < 0x20;
}

} // namespace

void FontUses::note(GfxFont *font, CharCode code, const Unicode *unicode, int length) {
    if (!font)
        return;
    if (font != last) {
        last = font;
        last_index = index_of(font);
    }
    FontUse &use = uses[last_index];
    use.glyphs++;
    if (is_guess(font, code, unicode, length))
        use.unmapped++;
}

size_t FontUses::index_of(GfxFont *font) {
    Ref id = *font->getID();
    auto [entry, is_new] = indices.try_emplace({id.num, id.gen}, uses.size());
    if (is_new) {
        FontUse use;
        use.name = font->getName().value_or("");
        use.type = font->getType();
        Ref file;
        use.is_embedded = font->getEmbeddedFontID(&file);
        use.has_to_unicode = font->hasToUnicodeCMap();
        uses.push_back(std::move(use));
    }
    return entry->second;
}

const char *font_type_name(GfxFontType type) {
    switch (type) {
    case fontUnknownType:
        return "unknown";
    case fontType1:
        return "Type 1";
    case fontType1C:
        return "Type 1C";
    case fontType1COT:
        return "Type 1C (OpenType)";
    case fontType3:
        return "Type 3";
    case fontTrueType:
        return "TrueType";
    case fontTrueTypeOT:
        return "TrueType (OpenType)";
    case fontCIDType0:
        return "CID Type 0";
    case fontCIDType0C:
        return "CID Type 0C";
    case fontCIDType0COT:
        return "CID Type 0C (OpenType)";
    case fontCIDType2:
        return "CID TrueType";
    case fontCIDType2OT:
        return "CID TrueType (OpenType)";
    }
    return "unknown";
}

// The fonts that text is set in, and how much of it says what it means.
#pragma once

#include "poppler_core.h"
#include <map>
#include <string>
#include <utility>
#include <vector>

struct FontUse {
    std::string name;
    GfxFontType type;
    bool is_embedded = false, has_to_unicode = false;
    uint32_t glyphs = 0, unmapped = 0;
};

class FontUses {
  public:
    std::vector<FontUse> uses; ///< In the order in which they are met.

    /// One glyph of a font, which may be null, and the characters that Poppler takes it for.
    void note(GfxFont *font, CharCode code, const Unicode *unicode, int length);
    /// The next page makes its fonts anew, perhaps at the same addresses.
    void forget_addresses() {
        last = nullptr;
    }

  private:
    GfxFont *last = nullptr;
    size_t last_index = 0;
    std::map<std::pair<int, int>, size_t> indices;

    size_t index_of(GfxFont *font);
};

/// In the words of Poppler's `pdffonts`.
const char *font_type_name(GfxFontType type);

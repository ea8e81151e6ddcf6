// One pass over a page: everything it draws goes by here once. The text goes on to two of Poppler's own collectors, one
// for each order; the rest is looked at and forgotten.
#pragma once

#include "font_uses.h"
#include "poppler_core.h"
#include <array>
#include <string>
#include <vector>

/// Why text cannot be seen. The order is that of `hidden_kind_names`.
enum class Hidden : unsigned char { no, invisible, background, transparent, covered, clipped, off_page, tiny };
constexpr size_t hidden_kinds = 8;
extern const std::array<const char *, hidden_kinds> hidden_kind_names;

class PageDevice final : public OutputDev {
  public:
    explicit PageDevice(FontUses &fonts);

    struct HiddenText {
        uint32_t count = 0;
        std::string text;
    };

    // What came of the page that was displayed last.
    std::string raw_text, reading_text, artifact_text;
    uint32_t glyph_count = 0, space_count = 0, image_count = 0, shape_count = 0, actual_text_count = 0;
    double image_area = 0; ///< In points squared.
    std::array<HiddenText, hidden_kinds> hidden_text() const;
    /// In the order of the content stream.
    std::unique_ptr<TextWordList> raw_words();

    bool upsideDown() override {
        return true;
    }
    bool useDrawChar() override {
        return true;
    }
    bool interpretType3Chars() override {
        return false;
    }
    bool needCharCount() override {
        return true;
    }
    // Shadings and patterns are taken whole: Poppler would draw each as hundreds of little paths.
    bool useTilingPatternFill() override {
        return true;
    }
    bool useShadedFills(int) override {
        return true;
    }
    bool tilingPatternFill(GfxState *, Gfx *, Catalog *, GfxTilingPattern *, const double *, int, int, int, int, double,
                           double) override {
        return true;
    }
    bool functionShadedFill(GfxState *, GfxFunctionShading *) override {
        return true;
    }
    bool axialShadedFill(GfxState *, GfxAxialShading *, double, double) override {
        return true;
    }
    bool radialShadedFill(GfxState *, GfxRadialShading *, double, double) override {
        return true;
    }
    bool gouraudTriangleShadedFill(GfxState *, GfxGouraudTriangleShading *) override {
        return true;
    }
    bool patchMeshShadedFill(GfxState *, GfxPatchMeshShading *) override {
        return true;
    }

    void startPage(int number, GfxState *state, XRef *xref) override;
    void endPage() override;
    void restoreState(GfxState *state) override;
    void updateFillColor(GfxState *) override {
        colour_is_known = false;
    }
    void updateFillColorSpace(GfxState *) override {
        colour_is_known = false;
    }
    void updateFont(GfxState *state) override;
    void beginString(GfxState *state, const GooString *text) override;
    void endString(GfxState *state) override;
    void incCharCount(int count) override;
    void drawChar(GfxState *state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                  CharCode code, int bytes, const Unicode *unicode, int length) override;
    // What replaces printed text is not handed on: most readers take the printed text.
    void beginActualText(GfxState *, const GooString *) override {
        actual_text_count++;
    }
    void beginMarkedContent(const char *name, Dict *properties) override;
    void endMarkedContent(GfxState *state) override;
    void fill(GfxState *state) override;
    void eoFill(GfxState *state) override {
        fill(state);
    }
    void drawImageMask(GfxState *state, Object *reference, Stream *stream, int width, int height, bool invert,
                       bool interpolate, bool is_inline) override;
    void drawImage(GfxState *state, Object *reference, Stream *stream, int width, int height, GfxImageColorMap *colours,
                   bool interpolate, const int *mask, bool is_inline) override;
    void drawMaskedImage(GfxState *state, Object *reference, Stream *stream, int width, int height,
                         GfxImageColorMap *colours, bool interpolate, Stream *mask, int mask_width, int mask_height,
                         bool mask_invert, bool mask_interpolate) override;
    void drawSoftMaskedImage(GfxState *state, Object *reference, Stream *stream, int width, int height,
                             GfxImageColorMap *colours, bool interpolate, Stream *mask, int mask_width, int mask_height,
                             GfxImageColorMap *mask_colours, bool mask_interpolate) override;

  private:
    struct Colour {
        double red, green, blue;
    };
    struct Rectangle {
        double left, top, right, bottom;
        bool holds(double x, double y) const {
            return x >= left && x <= right && y >= top && y <= bottom;
        }
    };
    /// Something opaque: what comes after it stands on it, what came before it is under it.
    struct Area {
        Rectangle place;
        Colour colour;
        bool is_image;
    };
    struct Glyph {
        float x, y;
        Unicode unicode;
        Hidden hidden;
    };

    Hidden judge(GfxState *state, double x, double y);
    bool is_lost_in_background(GfxState *state, double x, double y);
    void lay(const Area &area);
    void place_image(GfxState *state);

    FontUses &fonts;
    TextOutputDev raw, reading;
    double width = 0, height = 0;
    std::vector<Glyph> glyphs;
    std::vector<Area> areas;
    std::vector<bool> marked; ///< Of each open mark, whether what is in it is no part of the document.
    size_t artifacts = 0;     ///< How many of `marked` are true.
    Colour colour = {0, 0, 0};
    bool colour_is_known = false;
};

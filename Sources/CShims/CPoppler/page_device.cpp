#include "page_device.h"
#include "text.h"
#include <algorithm>
#include <cmath>

const std::array<const char *, hidden_kinds> hidden_kind_names = {"",        "invisible", "background", "transparent",
                                                                  "covered", "clipped",   "off-page",   "tiny"};

namespace {

// A page that goes beyond these is still read; it is only no longer looked through.
constexpr size_t most_glyphs = 100000, most_areas = 400, most_marks = 10000, most_artifact = 4000, most_sample = 80;
/// Points; smaller text is not read by anybody.
constexpr double least_font_size = 2;
/// Of a colour's components, 0 to 1: closer than this to what is behind it, nobody sees it.
constexpr double least_contrast = 0.09;

void take(void *text, const char *bytes, int count) {
    static_cast<std::string *>(text)->append(bytes, static_cast<size_t>(count));
}

bool is_space(const Unicode *unicode, int length) {
    return length == 1 && (unicode[0] == ' ' || unicode[0] == 0xA0 || unicode[0] == '\t' || unicode[0] == '\n');
}

} // namespace

PageDevice::PageDevice(FontUses &fonts)
    : fonts(fonts), raw(take, &raw_text, false, 0, true), reading(take, &reading_text, false, 0, false) {}

void PageDevice::startPage(int number, GfxState *state, XRef *xref) {
    width = state->getPageWidth();
    height = state->getPageHeight();
    glyphs.clear();
    areas.clear();
    marked.clear();
    artifacts = 0;
    colour_is_known = false;
    raw_text.clear();
    reading_text.clear();
    artifact_text.clear();
    glyph_count = space_count = image_count = shape_count = actual_text_count = 0;
    image_area = 0;
    raw.startPage(number, state, xref);
    reading.startPage(number, state, xref);
}

void PageDevice::endPage() {
    raw.endPage();
    reading.endPage();
}

std::unique_ptr<TextWordList> PageDevice::raw_words() {
    return raw.makeWordList();
}

void PageDevice::restoreState(GfxState *state) {
    colour_is_known = false;
    raw.restoreState(state);
    reading.restoreState(state);
}

void PageDevice::updateFont(GfxState *state) {
    raw.updateFont(state);
    reading.updateFont(state);
}

void PageDevice::beginString(GfxState *state, const GooString *text) {
    raw.beginString(state, text);
    reading.beginString(state, text);
    if (artifacts > 0 && !artifact_text.empty() && artifact_text.size() < most_artifact)
        artifact_text += ' ';
}

void PageDevice::endString(GfxState *state) {
    raw.endString(state);
    reading.endString(state);
}

void PageDevice::incCharCount(int count) {
    raw.incCharCount(count);
    reading.incCharCount(count);
}

void PageDevice::drawChar(GfxState *state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                          CharCode code, int bytes, const Unicode *unicode, int length) {
    raw.drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, unicode, length);
    reading.drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, unicode, length);
    if (is_space(unicode, length)) {
        space_count++;
        if (artifacts > 0 && artifact_text.size() < most_artifact)
            artifact_text += ' ';
        return;
    }
    glyph_count++;
    fonts.note(state->getFont().get(), code, unicode, length);
    if (artifacts > 0)
        for (int index = 0; index < length && artifact_text.size() < most_artifact; index++)
            append_utf8(artifact_text, unicode[index]);
    if (glyphs.size() >= most_glyphs)
        return;
    double centre_x, centre_y;
    state->transform(x + dx / 2, y + dy / 2, &centre_x, &centre_y);
    centre_y -= state->getTransformedFontSize() / 4; // From the baseline into the letter.
    glyphs.push_back({static_cast<float>(centre_x), static_cast<float>(centre_y), length > 0 ? unicode[0] : 0xFFFD,
                      judge(state, centre_x, centre_y)});
}

Hidden PageDevice::judge(GfxState *state, double x, double y) {
    // ISO 32000-1, 9.3.6: 3 draws nothing, 7 only clips.
    if ((state->getRender() & 3) == 3)
        return Hidden::invisible;
    if (!(x >= 0 && x <= width && y >= 0 && y <= height))
        return Hidden::off_page;
    double left, top, right, bottom;
    state->getClipBBox(&left, &top, &right, &bottom);
    if (x < left - 1 || x > right + 1 || y < top - 1 || y > bottom + 1)
        return Hidden::clipped;
    // The size of a Type 3 font says nothing without its matrix.
    if (state->getFont() && state->getFont()->getType() != fontType3 &&
        state->getTransformedFontSize() < least_font_size)
        return Hidden::tiny;
    if (state->getFillOpacity() < least_contrast)
        return Hidden::transparent;
    bool is_filled = (state->getRender() & 3) != 1;
    return is_filled && is_lost_in_background(state, x, y) ? Hidden::background : Hidden::no;
}

bool PageDevice::is_lost_in_background(GfxState *state, double x, double y) {
    if (state->getFillColorSpace()->getMode() == csPattern)
        return false;
    if (!colour_is_known) {
        GfxRGB rgb;
        state->getFillRGB(&rgb);
        colour = {colToDbl(rgb.r), colToDbl(rgb.g), colToDbl(rgb.b)};
        colour_is_known = true;
    }
    Colour behind = {1, 1, 1};
    auto area = std::find_if(areas.rbegin(), areas.rend(), [&](const Area &area) { return area.place.holds(x, y); });
    if (area != areas.rend()) {
        if (area->is_image)
            return false;
        behind = area->colour;
    }
    return std::max({std::fabs(colour.red - behind.red), std::fabs(colour.green - behind.green),
                     std::fabs(colour.blue - behind.blue)}) < least_contrast;
}

void PageDevice::lay(const Area &area) {
    if (areas.size() >= most_areas)
        return;
    for (Glyph &glyph : glyphs)
        if (glyph.hidden == Hidden::no && area.place.holds(glyph.x, glyph.y))
            glyph.hidden = Hidden::covered;
    areas.push_back(area);
}

void PageDevice::fill(GfxState *state) {
    shape_count++;
    if (areas.size() >= most_areas || state->getFillOpacity() < 0.9 || state->getBlendMode() != gfxBlendNormal ||
        state->getFillColorSpace()->getMode() == csPattern)
        return;
    GfxRGB rgb;
    state->getFillRGB(&rgb);
    double clip_left, clip_top, clip_right, clip_bottom;
    state->getClipBBox(&clip_left, &clip_top, &clip_right, &clip_bottom);
    const GfxPath *path = state->getPath();
    for (int index = 0; index < path->getNumSubpaths(); index++) {
        const GfxSubpath *part = path->getSubpath(index);
        if (part->getNumPoints() < 4 || part->getNumPoints() > 5)
            continue; // No rectangle.
        Rectangle place = {INFINITY, INFINITY, -INFINITY, -INFINITY};
        bool is_curved = false;
        for (int point = 0; point < part->getNumPoints(); point++) {
            double x, y;
            state->transform(part->getX(point), part->getY(point), &x, &y);
            place = {std::min(place.left, x), std::min(place.top, y), std::max(place.right, x),
                     std::max(place.bottom, y)};
            is_curved = is_curved || part->getCurve(point);
        }
        place = {std::max(place.left, clip_left), std::max(place.top, clip_top), std::min(place.right, clip_right),
                 std::min(place.bottom, clip_bottom)};
        // Rules and underlines hide nothing.
        if (!is_curved && place.right - place.left > 3 && place.bottom - place.top > 3)
            lay({place, {colToDbl(rgb.r), colToDbl(rgb.g), colToDbl(rgb.b)}, false});
    }
}

void PageDevice::beginMarkedContent(const char *name, Dict *) {
    if (marked.size() >= most_marks)
        return;
    marked.push_back(name && std::string_view(name) == "Artifact");
    artifacts += marked.back();
}

void PageDevice::endMarkedContent(GfxState *) {
    if (marked.empty())
        return;
    artifacts -= marked.back();
    marked.pop_back();
}

// --- Images. Their data is left alone, but for the one that stands in the content stream and must be passed over.

void PageDevice::place_image(GfxState *state) {
    image_count++;
    Rectangle place = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (double corner_x : {0.0, 1.0})
        for (double corner_y : {0.0, 1.0}) {
            double x, y;
            state->transform(corner_x, corner_y, &x, &y);
            place = {std::min(place.left, x), std::min(place.top, y), std::max(place.right, x),
                     std::max(place.bottom, y)};
        }
    double left, top, right, bottom;
    state->getClipBBox(&left, &top, &right, &bottom);
    place = {std::max({place.left, left, 0.0}), std::max({place.top, top, 0.0}), std::min({place.right, right, width}),
             std::min({place.bottom, bottom, height})};
    if (!(place.right > place.left && place.bottom > place.top))
        return;
    image_area += (place.right - place.left) * (place.bottom - place.top);
    if (state->getFillOpacity() > 0.9 && state->getBlendMode() == gfxBlendNormal)
        lay({place, {0, 0, 0}, true});
}

void PageDevice::drawImageMask(GfxState *state, Object *reference, Stream *stream, int image_width, int image_height,
                               bool invert, bool interpolate, bool is_inline) {
    OutputDev::drawImageMask(state, reference, stream, image_width, image_height, invert, interpolate, is_inline);
    image_count++; // A stencil: what is between its dots stays to be seen.
    double matrix[6];
    std::copy_n(state->getCTM(), 6, matrix);
    image_area += std::fabs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
}

void PageDevice::drawImage(GfxState *state, Object *reference, Stream *stream, int image_width, int image_height,
                           GfxImageColorMap *colours, bool interpolate, const int *mask, bool is_inline) {
    OutputDev::drawImage(state, reference, stream, image_width, image_height, colours, interpolate, mask, is_inline);
    place_image(state);
}

void PageDevice::drawMaskedImage(GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int,
                                 int, bool, bool) {
    place_image(state);
}

void PageDevice::drawSoftMaskedImage(GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *,
                                     int, int, GfxImageColorMap *, bool) {
    image_count++; // See-through, perhaps everywhere.
    double matrix[6];
    std::copy_n(state->getCTM(), 6, matrix);
    image_area += std::fabs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
}

std::array<PageDevice::HiddenText, hidden_kinds> PageDevice::hidden_text() const {
    std::array<HiddenText, hidden_kinds> result;
    const Glyph *last = nullptr;
    for (const Glyph &glyph : glyphs) {
        HiddenText &kind = result[static_cast<size_t>(glyph.hidden)];
        if (glyph.hidden != Hidden::no && kind.text.size() < most_sample) {
            // A gap that is wider than letters are apart, or another line.
            if (!kind.text.empty() && last && (std::fabs(glyph.y - last->y) > 3 || std::fabs(glyph.x - last->x) > 9))
                kind.text += ' ';
            append_utf8(kind.text, glyph.unicode);
        }
        kind.count++;
        last = &glyph;
    }
    return result;
}

#include "text.h"
#include <cstdint>

namespace {

const char replacement[] = "\xEF\xBF\xBD";

} // namespace

void append_utf8(std::string &text, uint32_t scalar) {
    if (scalar > 0x10FFFF || (scalar & 0xFFFFF800) == 0xD800) {
        text += replacement;
    } else if (scalar < 0x80) {
        text += static_cast<char>(scalar);
    } else if (scalar < 0x800) {
        text += static_cast<char>(0xC0 | scalar >> 6);
        text += static_cast<char>(0x80 | (scalar & 0x3F));
    } else if (scalar < 0x10000) {
        text += static_cast<char>(0xE0 | scalar >> 12);
        text += static_cast<char>(0x80 | (scalar >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (scalar & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | scalar >> 18);
        text += static_cast<char>(0x80 | (scalar >> 12 & 0x3F));
        text += static_cast<char>(0x80 | (scalar >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (scalar & 0x3F));
    }
}

namespace {

/// The length of the valid sequence that starts at `index`; 0 if none does.
size_t sequence_length(const std::string &bytes, size_t index) {
    auto byte = [&](size_t offset) -> unsigned {
        return index + offset < bytes.size() ? static_cast<unsigned char>(bytes[index + offset]) : 0;
    };
    auto follows = [&](size_t offset) { return (byte(offset) & 0xC0) == 0x80; };
    unsigned first = byte(0), second = byte(1);
    if (first < 0x80)
        return 1;
    if (first < 0xC2 || first > 0xF4 || !follows(1))
        return 0;
    if (first < 0xE0)
        return 2;
    if (first < 0xF0) {
        bool overlong = first == 0xE0 && second < 0xA0;
        bool surrogate = first == 0xED && second > 0x9F;
        return overlong || surrogate || !follows(2) ? 0 : 3;
    }
    bool overlong = first == 0xF0 && second < 0x90;
    bool beyond = first == 0xF4 && second > 0x8F;
    return overlong || beyond || !follows(2) || !follows(3) ? 0 : 4;
}

} // namespace

std::string utf8_from_utf16(const unsigned short *units, size_t count) {
    std::string text;
    text.reserve(count);
    for (size_t index = 0; index < count; index++) {
        uint32_t unit = units[index];
        if ((unit & 0xF800) != 0xD800) {
            append_utf8(text, unit);
        } else if (unit < 0xDC00 && index + 1 < count && (units[index + 1] & 0xFC00) == 0xDC00) {
            append_utf8(text, 0x10000 + ((unit & 0x3FF) << 10) + (units[index + 1] & 0x3FF));
            index++;
        } else {
            text += replacement;
        }
    }
    return text;
}

std::string repaired_utf8(const std::string &bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (size_t index = 0; index < bytes.size();) {
        size_t length = sequence_length(bytes, index);
        if (length == 0)
            text += replacement;
        else
            text.append(bytes, index, length);
        index += length == 0 ? 1 : length;
    }
    return text;
}

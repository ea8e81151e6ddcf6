// From what Poppler hands out to valid UTF-8. Its own conversion goes through iconv, which gives an empty text where
// half a surrogate pair stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

/// What is no Unicode scalar becomes U+FFFD.
void append_utf8(std::string &text, uint32_t scalar);

/// Half a surrogate pair becomes U+FFFD.
std::string utf8_from_utf16(const unsigned short *units, size_t count);

/// Every byte that is not part of valid UTF-8 (Unicode Standard, table 3-7) becomes U+FFFD.
std::string repaired_utf8(const std::string &bytes);

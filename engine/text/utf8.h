// Checks that bytes are text in UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

namespace glassbox {

/// Position of the first byte that does not belong to well-formed UTF-8 (Unicode 15, table 3-7), or npos.
std::size_t findBadUtf8(std::string_view text);

/// Without the incomplete character that cutting a text at some byte leaves at its end.
std::string_view withoutCutCharacter(std::string_view text);

} // namespace glassbox

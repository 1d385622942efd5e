#include "engine/text/unicode.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace glassbox {
namespace {

struct Range {
  char32_t first, last;
  CharacterClass what;
};

using enum CharacterClass;
constexpr Range kRanges[] = {
#include "engine/text/unicode_classes.inc"
};

CharacterClass search(char32_t character) {
  const Range* at = std::lower_bound(std::begin(kRanges), std::end(kRanges), character,
                                     [](const Range& range, char32_t code) { return range.last < code; });
  return at != std::end(kRanges) && at->first <= character ? at->what : Other;
}

} // namespace

CharacterClass characterClass(char32_t character) {
  static const std::array<CharacterClass, 128> ascii = [] {
    std::array<CharacterClass, 128> table{};
    for (char32_t code = 0; code < table.size(); ++code) table[code] = search(code);
    return table;
  }();
  return character < ascii.size() ? ascii[character] : search(character);
}

Character characterAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
  const char32_t first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first < 0xE0) return {(first & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (first < 0xF0) return {(first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  return {(first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F), 4};
}

std::string utf8Of(char32_t c) {
  const auto low = [](char32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); };
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) return {static_cast<char>(0xC0 | c >> 6), low(c)};
  if (c < 0x10000) return {static_cast<char>(0xE0 | c >> 12), low(c >> 6), low(c)};
  return {static_cast<char>(0xF0 | c >> 18), low(c >> 12), low(c >> 6), low(c)};
}

std::string characterName(char32_t character) {
  char number[16];
  std::snprintf(number, sizeof number, "U+%04X", static_cast<unsigned>(character));
  const bool hidden = character < 0x20 || (character >= 0x7F && character < 0xA0) || characterClass(character) == Space;
  return hidden ? number : "\"" + utf8Of(character) + "\" (" + number + ")";
}

std::string linePlace(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t lastBreak = before.rfind('\n');
  const std::string_view line = lastBreak == std::string_view::npos ? before : before.substr(lastBreak + 1);
  const auto characters = std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  return std::to_string(1 + std::count(before.begin(), before.end(), '\n')) + ":" + std::to_string(1 + characters);
}

} // namespace glassbox

// Characters of a text in UTF-8: where they begin, what class they are of, and how a sentence names one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace glassbox {

/// General categories L* and N* and the property White_Space; all else is Other. Unicode 14.0.
enum class CharacterClass : std::uint8_t { Other, Letter, Number, Space };
CharacterClass characterClass(char32_t character);

/// One character and the number of bytes it takes.
struct Character {
  char32_t code = 0;
  std::size_t bytes = 1;
};

/// The character at `at`. The text must be well-formed UTF-8 (utf8.h), `at` a character's first byte.
Character characterAt(std::string_view text, std::size_t at);

/// In UTF-8.
std::string utf8Of(char32_t character);

/// `"中" (U+4E2D)`; of control characters and white space only the number.
std::string characterName(char32_t character);

/// Line and column of the byte at `offset`, both from 1, the column in characters: "12:5".
std::string linePlace(std::string_view text, std::size_t offset);

} // namespace glassbox

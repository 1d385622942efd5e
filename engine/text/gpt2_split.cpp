#include "engine/text/gpt2_split.h"

#include "engine/text/unicode.h"

namespace glassbox {
namespace {

constexpr std::string_view kContractions[] = {"'s", "'t", "'re", "'ve", "'m", "'ll", "'d"};

} // namespace

std::size_t gpt2PieceEnd(std::string_view text, std::size_t at) {
  if (text[at] == '\'')
    for (std::string_view ending : kContractions)
      if (text.substr(at, ending.size()) == ending) return at + ending.size();

  // ` ?` and a run of one class: letters, numbers, or what is neither and no white space.
  const std::size_t begin = text[at] == ' ' ? at + 1 : at;
  if (begin < text.size()) {
    const CharacterClass what = characterClass(characterAt(text, begin).code);
    if (what != CharacterClass::Space) {
      std::size_t end = begin;
      while (end < text.size()) {
        const Character next = characterAt(text, end);
        if (characterClass(next.code) != what) break;
        end += next.bytes;
      }
      return end;
    }
  }

  // `\s+(?!\S)`: white space up to its last character, which goes to what follows; all of it at the end of the text.
  std::size_t end = at, last = at;
  while (end < text.size()) {
    const Character next = characterAt(text, end);
    if (characterClass(next.code) != CharacterClass::Space) break;
    last = end;
    end += next.bytes;
  }
  return end == text.size() || last == at ? end : last;
}

} // namespace glassbox

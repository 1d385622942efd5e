#include "engine/io/pytorch_names.h"

#include <algorithm>

#include "engine/layers/layer.h"
#include "engine/text/unicode.h"
#include "engine/text/utf8.h"

namespace glassbox {
namespace {

constexpr std::size_t kLongestComment = 200;  // bytes

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// "dense1", and "dense1_2" of a copy: the names that the lab gives itself.
bool isGivenName(std::string_view id) {
  const std::size_t underscore = id.find_last_not_of("0123456789");
  std::string_view first = id;
  if (underscore != std::string_view::npos && id[underscore] == '_' && underscore + 1 < id.size()) first = id.substr(0, underscore);
  const std::size_t letter = first.find_last_not_of("0123456789");
  return letter != std::string_view::npos && letter + 1 < first.size() && findLayer(first.substr(0, letter + 1)) != nullptr;
}

/// Cannot be seen, or changes how what follows is shown: a comment must read as what it is.
bool isUnsafe(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

}  // namespace

std::string torchName(const NodeId& id) { return isGivenName(id) ? id : id + "_layer"; }

std::string torchClassName(std::string_view groupId, std::size_t number) {
  std::string out;
  bool capital = true;
  for (const char c : groupId) {
    if (!isLetter(c) && !isDigit(c)) {
      capital = true;
      continue;
    }
    if (out.empty() && isDigit(c)) continue;
    out += capital && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    capital = false;
  }
  if (out.size() > 40) out.resize(40);
  if (out.empty() || !isDigit(out.back())) out += "Group" + std::to_string(number);
  return out;
}

std::string torchComment(std::string_view words) {
  std::string out;
  while (!words.empty() && out.size() < kLongestComment) {
    const std::size_t bad = std::min(findBadUtf8(words), words.size());
    for (std::size_t at = 0; at < bad && out.size() < kLongestComment;) {
      const Character c = characterAt(words.substr(0, bad), at);
      if (!isUnsafe(c.code)) out += words.substr(at, c.bytes);
      at += c.bytes;
    }
    words.remove_prefix(std::min(bad + 1, words.size()));
  }
  return out;
}

}  // namespace glassbox

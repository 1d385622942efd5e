#include "engine/text/pieces.h"

#include "engine/text/utf8.h"

namespace glassbox {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD

/// Whether these bytes can be the start of one character, cut off.
bool isStart(std::string_view bytes) { return !bytes.empty() && bytes.size() < 4 && withoutCutCharacter(bytes).empty(); }

/// Moves what is complete from `bytes` to the result. What stays is the start of one character, and nothing unless
/// more may come.
std::string takeComplete(std::string& bytes, bool moreMayCome) {
  std::string out;
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const std::size_t bad = findBadUtf8(rest);
    out += rest.substr(0, bad);
    if (bad == std::string_view::npos) {
      rest = {};
      break;
    }
    rest.remove_prefix(bad);
    if (moreMayCome && isStart(rest)) break;
    out += kReplacement;
    // As Unicode recommends: one sign for as many bytes as could have begun a character.
    std::size_t length = 1;
    while (length < rest.size() && isStart(rest.substr(0, length + 1))) ++length;
    rest.remove_prefix(isStart(rest.substr(0, length)) ? length : 1);
  }
  bytes = std::string(rest);
  return out;
}

} // namespace

std::vector<TextPiece> displayPieces(const Tokenizer& tokenizer, std::span<const TokenId> tokens) {
  std::vector<TextPiece> pieces;
  std::string pending;
  TextPiece piece;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    pending += tokenizer.bytes(tokens[i]);
    ++piece.count;
    piece.text += takeComplete(pending, i + 1 < tokens.size());
    if (!pending.empty()) continue;
    pieces.push_back(std::move(piece));
    piece = {i + 1, 0, {}};
  }
  return pieces;
}

std::string TextStream::push(TokenId token) {
  m_pending += m_tokenizer->bytes(token);
  return takeComplete(m_pending, true);
}

std::string TextStream::finish() { return takeComplete(m_pending, false); }

} // namespace glassbox

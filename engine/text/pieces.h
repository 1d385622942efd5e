// Groups tokens into pieces that can be shown: a character whose bytes lie in several tokens is joined first.
#pragma once

#include "engine/text/tokenizer.h"

namespace glassbox {

/// One or more tokens that are shown together.
struct TextPiece {
  std::size_t first = 0, count = 0; ///< tokens [first, first + count)
  std::string text;                 ///< well-formed UTF-8; bytes that belong to no character are shown as U+FFFD
  bool operator==(const TextPiece&) const = default;
};

/// Every token is in exactly one piece, in order. The texts after each other are the decoded text.
std::vector<TextPiece> displayPieces(const Tokenizer& tokenizer, std::span<const TokenId> tokens);

/// The same while tokens still come: what can be shown is given out, the start of a character is held back.
class TextStream {
 public:
  explicit TextStream(TokenizerPtr tokenizer) : m_tokenizer(std::move(tokenizer)) {}
  /// Text that is complete with this token; empty within a character.
  std::string push(TokenId token);
  /// What was held back at the end, as U+FFFD.
  std::string finish();
  bool waiting() const { return !m_pending.empty(); }

 private:
  TokenizerPtr m_tokenizer;
  std::string m_pending; // the start of one character
};

} // namespace glassbox

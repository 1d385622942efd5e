// What cuts a text into tokens and joins them again: whole numbers from 0 on, one for each entry of a vocabulary.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/result.h"

namespace glassbox {

using TokenId = std::int32_t;

/// The largest vocabulary that is read.
inline constexpr std::size_t kMaxVocabulary = 1'000'000;

/// Immutable, so any thread may use it. Three kinds: "characters", "words" and "gpt2" (byte-level byte pairs).
class Tokenizer {
 public:
  virtual ~Tokenizer() = default;

  /// As in files.
  virtual std::string_view kind() const = 0;
  virtual std::int64_t size() const = 0;

  /// Fails for what is not UTF-8 and for what the vocabulary has no token for, naming it and its line and column.
  /// Nothing is ever left out or replaced.
  virtual Result<std::vector<TokenId>> encode(std::string_view text) const = 0;

  /// The bytes that a token stands for; they need not be whole characters.
  virtual std::string_view bytes(TokenId token) const = 0;

  /// How the vocabulary spells it: unique, well-formed UTF-8. For "gpt2" the published spelling, in which Ġ is a space.
  virtual const std::string& name(TokenId token) const = 0;

  /// Of "gpt2": the merges by rank, as "Ġ t" is written in the file. Empty for the other kinds.
  virtual std::vector<std::string> merges() const { return {}; }

  /// The bytes of all tokens after each other. Exact: decode(encode(text)) == text, but for the kind "words".
  std::string decode(std::span<const TokenId> tokens) const;

  /// All names by token: what stands in Dataset::vocabulary.
  std::vector<std::string> names() const;
};

using TokenizerPtr = std::shared_ptr<const Tokenizer>;

/// A tokenizer from what `kind`, `names` and `merges` gave. Fails for an unknown kind, an empty, double or unfit name.
Result<TokenizerPtr> makeTokenizer(std::string_view kind, std::vector<std::string> names, const std::vector<std::string>& merges);

/// One token for each character (Unicode code point).
/// The vocabulary is the characters of `text`, sorted by code point. `text` must be well-formed UTF-8 and not empty.
TokenizerPtr charactersOf(std::string_view text);
Result<TokenizerPtr> makeCharacterTokenizer(std::vector<std::string> characters);

/// One token for each word between white space; decoding puts a space behind each. For small closed vocabularies.
Result<TokenizerPtr> makeWordTokenizer(std::vector<std::string> words);

} // namespace glassbox

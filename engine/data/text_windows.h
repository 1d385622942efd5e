// Data for language models out of a row of tokens: windows of tokens, and for each place the token that follows.
#pragma once

#include "engine/data/dataset.h"

namespace glassbox {

/// The most tokens a vocabulary of a data set may have: tokens are kept in 16 bits.
inline constexpr std::int64_t kMaxDataVocabulary = std::int64_t{1} << 16;

/// Encodes `text` and lays windows of `context` tokens over it, a new one every `stride` tokens:
///   inputs[0] "tokens": (context) tokens     target: (context) classes, the tokens one place further on
/// All in `train`; class names and vocabulary are the tokenizer's names. The tokens are stored once.
/// Stride 1 with shuffling draws every position once an epoch: random positions without replacement.
/// Fails when the tokenizer does, for a vocabulary over 65,536, and for a text shorter than one window and one token.
Result<Dataset> textWindows(std::string_view text, TokenizerPtr tokenizer, std::int64_t context, std::int64_t stride);

/// Cuts windows of a text into parts: the first tokens are for training, then come validation and test, so that no token
/// is in two parts. Of n tokens floor(n (1 - validation - test)) train. Validation and test windows lie side by side.
/// Fails when a part is shorter than one window and one token.
Result<Dataset> splitText(Dataset data, PartShares shares);

} // namespace glassbox

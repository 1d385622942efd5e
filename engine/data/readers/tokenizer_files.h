// Finds and opens the two files of a GPT-2 vocabulary.
#pragma once

#include <filesystem>

#include "engine/text/tokenizer.h"

namespace glassbox {

/// Whether a file of this name belongs to a byte-pair vocabulary: encoder.json, vocab.json, vocab.bpe, merges.txt.
bool isTokenizerFile(const std::filesystem::path& path);

/// Reads encoder.json (or vocab.json) and vocab.bpe (or merges.txt) in `folder`. Fails, with file and line, when one is
/// missing, damaged, or does not belong to the other.
Result<TokenizerPtr> readBytePairs(const std::filesystem::path& folder);

} // namespace glassbox

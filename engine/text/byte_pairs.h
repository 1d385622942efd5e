// The byte-level byte-pair encoding of GPT-2 (Sennrich et al. 2016; Radford et al. 2019), and its two files.
#pragma once

#include "engine/text/tokenizer.h"

namespace glassbox {

/// Where names and merges were read, so that a sentence can say it. Empty: nowhere.
struct BytePairPlaces {
  std::string names;          ///< "encoder.json"
  std::string merges;         ///< "vocab.bpe"
  std::size_t firstMerge = 1; ///< line of the merge of rank 0
};

/// Makes the tokenizer of kind "gpt2". `names` by token, spelled with one character for each byte; `merges` by rank, "Ġ t".
/// Fails when a name holds a character that stands for no byte, when a byte has no token, when a merge's parts or their
/// union are no tokens, when a part is only made by a later merge, when a merge comes twice, and when more than a tenth of
/// the tokens can never be made (then the two do not belong together).
/// Tokens that no merge makes ("<|endoftext|>") are decoded but never come out of `encode`.
Result<TokenizerPtr> makeBytePairs(std::vector<std::string> names, const std::vector<std::string>& merges,
                                   const BytePairPlaces& places = {});

/// Reads encoder.json (vocab.json): one flat JSON object, {"token": id, ...}, every id from 0 on exactly once.
/// Fails, naming line and column, for anything else.
Result<std::vector<std::string>> parseVocabularyFile(std::string_view text, const std::string& place);

/// Reads vocab.bpe (merges.txt): a line `#version: ...`, which may be missing, then one merge a line, two parts and one
/// space between. `firstLine` receives the line of the first. Fails, naming the line, for anything else.
Result<std::vector<std::string>> parseMergesFile(std::string_view text, const std::string& place, std::size_t& firstLine);

} // namespace glassbox

// The vocabulary of a data set as JSON, so that it travels with the weights that were trained on it.
#pragma once

#include <string>

#include "engine/data/dataset.h"
#include "engine/io/safetensors.h"

namespace glassbox {

/// `{"kind": "characters", "tokens": ["\n", " ", ...]}`, with "merges" for the kind "gpt2"; of data that no tokenizer cut
/// the kind is "names". Empty for data without a vocabulary.
std::string vocabularyToJson(const Dataset& data);

/// The tokenizer that such words describe; null for the kind "names". Fails for what is damaged, with its place.
Result<TokenizerPtr> tokenizerFromJson(std::string_view words, const std::string& place);

/// The tokenizer that weights were trained with; null when they tell of none. `place` is their file.
Result<TokenizerPtr> tokenizerOf(const TensorFile& file, const std::string& place);

/// Fails when two vocabularies as JSON are not the same, and says how they differ: in kind, in size, or in which token.
Result<void> sameVocabulary(const std::string& ofWeights, const std::string& ofData, const std::string& place);

} // namespace glassbox

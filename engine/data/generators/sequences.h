// What the data sets of sequences have in common: their settings and their arrays.
#pragma once

#include "engine/core/random.h"
#include "engine/data/data_spec.h"

namespace glassbox::generators {

ParamDef sequencesParam(std::int64_t fallback);

/// Numbers of sequence `i` alone, so that a larger set of the same seed begins with the smaller one.
inline RandomSequence sequenceRandom(std::uint64_t seed, std::int64_t i) {
  return RandomSequence(Random(seed, streamOf(Stream::Data, static_cast<std::uint64_t>(i))));
}

/// `count` sequences of zeros: (steps, features) numbers, or (steps) tokens with these names.
Dataset numberSequences(std::int64_t count, std::int64_t steps, std::vector<std::string> features);
Dataset tokenSequences(std::int64_t count, std::int64_t steps, std::vector<std::string> vocabulary);

/// Gives them one target each, or one a step: class indices, or numbers where there are no class names.
void addTargets(Dataset& data, const Shape& shape, std::vector<std::string> classNames);

/// A mask of zeros over the target's items.
void addMask(Dataset& data);

/// Number `k` of sample `i`.
float& at(Field& field, std::int64_t i, std::int64_t k);

} // namespace glassbox::generators

// What the data sets of points on the plane have in common: their settings and their arrays.
#pragma once

#include "engine/core/random.h"
#include "engine/data/data_spec.h"

namespace glassbox::generators {

ParamDef pointsParam(std::int64_t fallback);
ParamDef balanceParam();

/// Numbers of sample `i` alone, so that a larger set of the same seed begins with the smaller one.
inline RandomSequence sampleRandom(std::uint64_t seed, std::int64_t i) {
  return RandomSequence(Random(seed, streamOf(Stream::Data, static_cast<std::uint64_t>(i))));
}

/// Class of sample `i` when a share `balance` of the samples is of class 1: spread evenly, exact to one sample.
int classOf(std::int64_t i, double balance);

/// `points` samples with inputs x₁ and x₂ and class 0 or 1, all zero.
Dataset twoClassPlane(std::int64_t points);

/// Enters sample `i`.
void setPoint(Dataset& data, std::int64_t i, double x, double y, int label);

} // namespace glassbox::generators

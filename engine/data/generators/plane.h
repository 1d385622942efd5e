// What the data sets of points on the plane have in common: their settings and their arrays.
#pragma once

#include "engine/core/random.h"
#include "engine/data/data_spec.h"

namespace glassbox::generators {

ParamDef pointsParam(std::int64_t fallback);
ParamDef balanceParam();       ///< of two classes
ParamDef classesParam(int most); ///< 2 to `most`
ParamDef oddsParam();          ///< balance of two or more classes

/// Numbers of sample `i` alone, so that a larger set of the same seed begins with the smaller one.
inline RandomSequence sampleRandom(std::uint64_t seed, std::int64_t i) {
  return RandomSequence(Random(seed, streamOf(Stream::Data, static_cast<std::uint64_t>(i))));
}

/// Class of sample `i` when a share `balance` of the samples is of class 1: spread evenly, exact to one sample.
int classOf(std::int64_t i, double balance);

/// Likewise of `classes` classes, of which class 1 comes balance / (1 - balance) times as often as each other one.
int classOf(std::int64_t i, double balance, int classes);

/// `points` samples with inputs x₁ and x₂ and a class, all zero.
Dataset classPlane(std::int64_t points, int classes);
inline Dataset twoClassPlane(std::int64_t points) { return classPlane(points, 2); }

/// `points` samples with `inputs` numbers x₁, x₂ ... (one: x) and a number y, all zero.
Dataset regressionData(std::int64_t points, int inputs);

/// Enters sample `i`.
void setPoint(Dataset& data, std::int64_t i, double x, double y, int label);

} // namespace glassbox::generators

// The loss over a plane through the present weights: along the path they took, or in two random directions.
#pragma once

#include "engine/core/result.h"
#include "engine/data/dataset.h"
#include "engine/graph/network.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace glassbox {

enum class LandscapePlane {
  Path,   ///< the two principal components of the weights' path (Li et al. 2018, 7)
  Random, ///< two random directions, each filter scaled to the length of the network's own (Li et al. 2018, 4)
};

/// Two directions in the space of all weights, as the arena has them; 0 at what is not trained.
struct LandscapeDirections {
  LandscapePlane plane = LandscapePlane::Random;
  std::vector<double> first, second;
  double firstShare = 0, secondShare = 0; ///< of the path's variance; 0 for random ones
};

/// The place of earlier weights, seen from the present ones.
struct LandscapePlace {
  std::int64_t step = 0;
  double x = 0, y = 0;
};

struct Landscape {
  static constexpr int kSide = 25;

  LandscapePlane plane = LandscapePlane::Random;
  int side = 0;
  double left = -1, bottom = -1, stepX = 0.1, stepY = 0.1; ///< of grid point (row side - 1, column 0), and between points
  int centerRow = 0, centerColumn = 0;                     ///< the grid point of the present weights: exactly (0, 0)
  std::vector<float> losses;                               ///< (row, column), row 0 is the top; NaN where not computed yet
  std::vector<LandscapePlace> path;
  double firstShare = 0, secondShare = 0;
  std::int64_t samples = 0, ofSamples = 0; ///< that the losses are means over, of the training part
  std::int64_t step = 0;                   ///< of the present weights

  double x(int column) const { return column == centerColumn ? 0 : left + column * stepX; }
  double y(int row) const { return row == centerRow ? 0 : bottom + (side - 1 - row) * stepY; }
  float loss(int row, int column) const {
    return losses[static_cast<std::size_t>(row) * static_cast<std::size_t>(side) + static_cast<std::size_t>(column)];
  }
};

/// Filter-normalised normal directions, drawn by `seed`: each row of a weight (the connections of one unit or filter) has the length of
/// the network's; biases, gains and statistics stay as they are (Li et al. 2018, 4).
LandscapeDirections randomDirections(const Network& network, std::uint64_t seed);

/// The first two principal components of `path` (each an arena like the network's weights), of length 1.
/// Fails when fewer than three of them differ.
Result<LandscapeDirections> pathDirections(const Network& network, std::span<const std::span<const float>> path);

/// Where weights lie: their difference from the network's along both directions (least squares, for they need not be at right angles).
LandscapePlace placeOf(const Network& network, std::span<const float> weights, std::int64_t step, const LandscapeDirections& directions);

/// A grid with a point exactly at (0, 0) that has all of `path` inside, with some air; [-1, 1] x [-1, 1] for random directions.
Landscape emptyLandscape(const LandscapeDirections& directions, std::vector<LandscapePlace> path, int side = Landscape::kSide);

/// The rows whose mean loss is computed: of the training part, always the same; fewer where a sample costs much.
std::vector<std::int64_t> landscapeSample(const Dataset& data, const Analysis& analysis);

/// w + x first + y second, computed in double and rounded once: what the network has when a grid point is evaluated.
void setPlace(Network& network, std::span<const float> present, const LandscapeDirections& directions, double x, double y);

/// Computes the losses that are still NaN, rows from the middle outwards; `rowDone` is called after each. The network's weights are the
/// present ones before and after. False when stopped.
bool computeLandscape(Network& network, const Dataset& data, std::span<const std::int64_t> rows, const LandscapeDirections& directions,
                      Landscape& landscape, const std::atomic<bool>& stop, const std::function<void()>& rowDone);

} // namespace glassbox

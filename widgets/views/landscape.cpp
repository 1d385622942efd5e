#include "widgets/views/landscape.h"

#include "engine/experiment/principal_components.h"
#include "widgets/views/sample_pass.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace glassbox {
namespace {

constexpr double kAir = 0.15;       // of the path's extent, on each side
constexpr double kMostFlops = 2e10; // of all forward passes: some seconds
constexpr std::int64_t kMostSamples = 1024, kLeastSamples = 16;

bool isMoved(const WeightInfo& info) { return info.trained && info.def.role != WeightRole::Statistic; }

double dot(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

std::vector<double> randomDirection(const Network& network, const Random& random) {
  std::vector<double> direction(network.weights().size(), 0.0);
  std::uint64_t drawn = 0;
  for (const WeightInfo& info : network.weightInfos()) {
    if (!isMoved(info) || info.def.role != WeightRole::Weight) continue;
    const std::size_t filters = info.def.shape.rank() > 1 ? static_cast<std::size_t>(info.def.shape[0]) : 1;
    const std::size_t length = info.size / std::max<std::size_t>(1, filters);
    for (std::size_t filter = 0; filter < filters; ++filter) {
      const std::size_t begin = info.offset + filter * length;
      double own = 0, drawnSquares = 0;
      for (std::size_t i = begin; i < begin + length; ++i) {
        direction[i] = random.normal(drawn++);
        drawnSquares += direction[i] * direction[i];
        own += static_cast<double>(network.weights()[i]) * static_cast<double>(network.weights()[i]);
      }
      const double scale = drawnSquares > 0 ? std::sqrt(own / drawnSquares) : 0;
      for (std::size_t i = begin; i < begin + length; ++i) direction[i] *= scale;
    }
  }
  return direction;
}

/// Lays the grid points of one axis so that one of them is 0: number of it, first value, distance.
struct AxisGrid {
  int zero = 0;
  double first = 0, step = 0;

  AxisGrid(double low, double high, int side) {
    low = std::min(low, 0.0);
    high = std::max(high, 0.0);
    if (high - low <= 0) low = -1, high = 1;
    const double air = kAir * (high - low);
    step = (high - low + 2 * air) / (side - 2); // one point to spare for the shift
    zero = std::clamp(static_cast<int>(std::lround((air - low) / step)), 0, side - 1);
    first = -zero * step;
  }
};

} // namespace

LandscapeDirections randomDirections(const Network& network, std::uint64_t seed) {
  LandscapeDirections out;
  out.plane = LandscapePlane::Random;
  out.first = randomDirection(network, Random(seed, streamOf(Stream::Sample, 1)));
  out.second = randomDirection(network, Random(seed, streamOf(Stream::Sample, 2)));
  return out;
}

Result<LandscapeDirections> pathDirections(const Network& network, std::span<const std::span<const float>> path) {
  std::vector<std::size_t> places; // of what moves, in the arena
  for (const WeightInfo& info : network.weightInfos())
    for (std::size_t i = 0; isMoved(info) && i < info.size; ++i) places.push_back(info.offset + i);
  std::vector<float> table;
  table.reserve(path.size() * places.size());
  for (const std::span<const float>& weights : path)
    for (const std::size_t place : places) table.push_back(weights[place]);
  Result<PrincipalComponents> found =
      principalComponents(table, static_cast<std::int64_t>(path.size()), static_cast<std::int64_t>(places.size()), 2);
  if (!found) return found.error();
  if (found->count < 2 || found->variances[1] <= 1e-12 * found->variances[0] || found->variances[0] <= 0)
    return Error(
        GB_TEXT("engine", "The weights have not moved in two directions yet. Train some more steps, or choose random directions."));
  LandscapeDirections out;
  out.plane = LandscapePlane::Path;
  out.firstShare = found->share(0);
  out.secondShare = found->share(1);
  for (std::vector<double>* direction : {&out.first, &out.second}) {
    direction->assign(network.weights().size(), 0.0);
    const double* values = found->directions.data() + (direction == &out.first ? 0 : places.size());
    for (std::size_t i = 0; i < places.size(); ++i) (*direction)[places[i]] = values[i];
  }
  return out;
}

LandscapePlace placeOf(const Network& network, std::span<const float> weights, std::int64_t step, const LandscapeDirections& directions) {
  std::vector<double> way(weights.size());
  for (std::size_t i = 0; i < way.size(); ++i) way[i] = static_cast<double>(weights[i]) - static_cast<double>(network.weights()[i]);
  const double aa = dot(directions.first, directions.first), ab = dot(directions.first, directions.second),
               bb = dot(directions.second, directions.second);
  const double a = dot(directions.first, way), b = dot(directions.second, way), det = aa * bb - ab * ab;
  if (det <= 0) return {step, 0, 0};
  return {step, (a * bb - b * ab) / det, (b * aa - a * ab) / det};
}

Landscape emptyLandscape(const LandscapeDirections& directions, std::vector<LandscapePlace> path, int side) {
  Landscape out;
  out.plane = directions.plane;
  out.side = side;
  out.firstShare = directions.firstShare;
  out.secondShare = directions.secondShare;
  if (directions.plane == LandscapePlane::Random) {
    out.centerRow = out.centerColumn = side / 2;
    out.stepX = out.stepY = 2.0 / (side - 1);
    out.left = out.bottom = -(side / 2) * out.stepX;
  } else {
    double left = 0, right = 0, bottom = 0, top = 0;
    for (const LandscapePlace& place : path) {
      left = std::min(left, place.x), right = std::max(right, place.x);
      bottom = std::min(bottom, place.y), top = std::max(top, place.y);
    }
    const AxisGrid across(left, right, side), up(bottom, top, side);
    out.centerColumn = across.zero;
    out.centerRow = side - 1 - up.zero;
    out.left = across.first, out.stepX = across.step;
    out.bottom = up.first, out.stepY = up.step;
  }
  out.losses.assign(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), std::numeric_limits<float>::quiet_NaN());
  if (!path.empty()) out.step = path.back().step;
  out.path = std::move(path);
  return out;
}

std::vector<std::int64_t> landscapeSample(const Dataset& data, const Analysis& analysis) {
  const double points = Landscape::kSide * Landscape::kSide;
  const double affordable = kMostFlops / points / std::max(1.0, static_cast<double>(analysis.forwardFlops));
  return spreadRows(rows(data, Part::Train), static_cast<std::int64_t>(std::clamp<double>(affordable, kLeastSamples, kMostSamples)));
}

void setPlace(Network& network, std::span<const float> present, const LandscapeDirections& directions, double x, double y) {
  const std::span<float> weights = network.weights();
  for (std::size_t i = 0; i < weights.size(); ++i)
    weights[i] = static_cast<float>(static_cast<double>(present[i]) + x * directions.first[i] + y * directions.second[i]);
}

bool computeLandscape(Network& network, const Dataset& data, std::span<const std::int64_t> rows, const LandscapeDirections& directions,
                      Landscape& landscape, const std::atomic<bool>& stop, const std::function<void()>& rowDone) {
  const std::vector<float> present(network.weights().begin(), network.weights().end());
  const int side = landscape.side;
  landscape.samples = static_cast<std::int64_t>(rows.size());
  landscape.ofSamples = glassbox::rows(data, Part::Train).size();
  std::vector<int> order; // rows by their distance from the middle
  for (int row = 0; row < side; ++row) order.push_back(row);
  std::stable_sort(order.begin(), order.end(),
                   [&](int a, int b) { return std::abs(a - landscape.centerRow) < std::abs(b - landscape.centerRow); });
  bool done = true;
  for (std::size_t k = 0; k < order.size() && done; ++k) {
    const int row = order[k];
    for (int column = 0; column < side && done; ++column) {
      float& loss = landscape.losses[static_cast<std::size_t>(row) * static_cast<std::size_t>(side) + static_cast<std::size_t>(column)];
      if (!std::isnan(loss)) continue;
      setPlace(network, present, directions, landscape.x(column), landscape.y(row));
      const std::optional<double> found = meanLoss(network, data, rows, stop);
      done = found.has_value();
      // A loss that is no number is a place where the network overflows: infinitely bad, and not computed again.
      if (found) loss = std::isfinite(*found) ? static_cast<float>(*found) : std::numeric_limits<float>::infinity();
    }
    if (done) rowDone();
  }
  std::copy(present.begin(), present.end(), network.weights().begin());
  return done;
}

} // namespace glassbox

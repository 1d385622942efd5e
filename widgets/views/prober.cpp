#include "widgets/views/prober.h"

#include "engine/train/data_fit.h"
#include "widgets/views/contour.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kChunk = kProbeChunk;
constexpr double kLiveBudget = 0.004;        // seconds for all pictures of one live answer
constexpr double kFlopsGuess = 2e9;          // before the first measurement
constexpr std::int64_t kMostJudged = 200000; // samples whose class is kept, at rest

} // namespace

Result<Prober> Prober::create(const ProbeSubject& subject) {
  const Analysis analysis = analyse(*subject.spec);
  if (subject.data && analysis.sound() && !analysis.loss.empty())
    if (Result<void> fits = checkDataFits(analysis, *subject.data); !fits) return fits.error();
  CompileOptions options;
  options.maxBatch = kChunk;
  options.kernelSet = subject.kernelSet;
  options.training = false;
  Result<Network> network = Network::compile(analysis, options);
  if (!network) return network.error();
  return Prober(subject, std::move(*network));
}

Prober::Prober(const ProbeSubject& subject, Network network) : m_subject(subject), m_network(std::move(network)), m_reading(m_network.analysis()) {
  const Analysis& analysis = m_network.analysis();
  if (analysis.inputs.size() == 1) {
    const PortType& in = analysis.nodes.at(analysis.inputs[0]).inference.outputs[0];
    if (in.element == Element::Number) m_inputs = static_cast<int>(in.shape.count());
  }
  if (m_subject.data) m_range = isPlane(*m_subject.data) ? planeOf(*m_subject.data) : curveRangeOf(*m_subject.data);
  m_secondsPerSample = 50e-9 + static_cast<double>(analysis.forwardFlops) / kFlopsGuess;
}

bool Prober::takesPlane() const { return m_inputs == 2; }

bool Prober::takesCurve() const { return m_inputs == 1 && m_reading.outputs == 1; }

/// The largest of `sides` (rising) whose square of points can be had in `budget` seconds; at least the first.
int Prober::sideWithin(double budget, std::initializer_list<int> sides) const {
  int chosen = *sides.begin();
  for (const int side : sides)
    if (side * side * m_secondsPerSample <= budget) chosen = side;
  return chosen;
}

/// Runs `count` samples of the only input in chunks. False when stopped.
bool Prober::run(const std::vector<float>& inputs, std::int64_t count, const std::atomic<bool>& stop, const ProbeRows& read) {
  Team team; // of one: the other processors belong to the training
  const auto begin = std::chrono::steady_clock::now();
  for (std::int64_t first = 0; first < count; first += kChunk) {
    if (stop.load(std::memory_order_relaxed)) return false;
    const float* x = inputs.data() + first * m_inputs;
    NetworkInput input;
    input.batch = static_cast<int>(std::min<std::int64_t>(kChunk, count - first));
    input.inputs = {&x, 1};
    input.mode = Mode::Inference;
    m_network.forward(input, team);
    read(first, input.batch);
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  if (count >= kChunk) m_secondsPerSample += 0.3 * (took.count() / static_cast<double>(count) - m_secondsPerSample);
  return true;
}

/// Points of the grid, row after row from the top; a point lies in the middle of its cell.
std::vector<float> Prober::grid(const PlaneRange& range, int side) const {
  std::vector<float> points;
  points.reserve(static_cast<std::size_t>(side) * side * 2);
  for (int row = 0; row < side; ++row)
    for (int column = 0; column < side; ++column) {
      points.push_back(static_cast<float>(range.left + (column + 0.5) / side * range.width()));
      points.push_back(static_cast<float>(range.top - (row + 0.5) / side * range.height()));
    }
  return points;
}

// ---- the plane -----------------------------------------------------------------------------------------------------------

std::optional<Surface> Prober::surface(const PlaneRange& range, int side, const std::atomic<bool>& stop) {
  const bool classes = m_reading.target.kind == TargetKind::Class && m_reading.target.items == 1;
  if (!takesPlane() || (m_reading.outputs != 1 && !classes)) return std::nullopt;
  Surface out;
  out.range = range;
  out.side = side;
  const bool two = m_reading.loss == "binary_cross_entropy" || (classes && m_reading.outputs == 2);
  out.kind = two ? SurfaceKind::Probability : classes ? SurfaceKind::Classes : SurfaceKind::Value;
  out.outputs = out.kind == SurfaceKind::Classes ? m_reading.outputs : 1;
  out.values.reserve(static_cast<std::size_t>(side) * side * out.outputs);
  std::vector<float> shares;
  const std::vector<float> points = grid(range, side);
  const bool done = run(points, static_cast<std::int64_t>(side) * side, stop, [&](std::int64_t, int count) {
    const float* y = m_network.output().data();
    for (int i = 0; i < count; ++i) {
      m_reading.toShares(y + static_cast<std::ptrdiff_t>(i) * m_reading.outputs, shares);
      if (out.kind == SurfaceKind::Classes)
        out.values.insert(out.values.end(), shares.begin(), shares.end());
      else
        out.values.push_back(shares.back()); // class 1 of two, or the only output
    }
  });
  if (!done) return std::nullopt;
  prepareSurface(out);
  return out;
}

/// Chooses the scale and draws the contour.
void Prober::prepareSurface(Surface& surface) const {
  if (surface.kind == SurfaceKind::Classes) {
    surface.lines = classBorders(surface.values, surface.side, surface.outputs);
    return;
  }
  // Numbers that stand for the classes 0 and 1 are read as a probability is: the border lies half-way.
  const bool halfway = surface.kind == SurfaceKind::Probability || (m_subject.data && m_subject.data->task != DataTask::Regression);
  surface.center = surface.border = halfway ? 0.5 : 0;
  surface.spread = halfway ? 0.5 : 0;
  if (surface.kind == SurfaceKind::Value)
    for (const float v : surface.values)
      if (std::isfinite(v)) surface.spread = std::max(surface.spread, std::abs(v - surface.center));
  if (surface.spread == 0) surface.spread = 1;
  if (halfway || m_reading.target.kind == TargetKind::Binary) surface.lines = contourLines(surface.values, surface.side, surface.border);
}

std::map<NodeId, LayerPictures> Prober::neurons(const PlaneRange& range, int side, const Theme& theme, const std::atomic<bool>& stop) {
  if (!takesPlane()) return {};
  const Analysis& analysis = m_network.analysis();
  std::map<NodeId, std::vector<float>> values; // (point, unit)
  for (const NodeId& id : analysis.order) {
    const PortType* out = id == analysis.loss ? nullptr : analysis.typeOf({id, "out"});
    if (out && out->shape.rank() == 1 && out->shape.count() <= kMostUnits) values[id] = {};
  }
  m_network.keepAll(true);
  const std::vector<float> points = grid(range, side);
  const bool done = run(points, static_cast<std::int64_t>(side) * side, stop, [&](std::int64_t, int count) {
    for (auto& [id, list] : values) {
      const float* y = m_network.outputOf(id);
      list.insert(list.end(), y, y + count * analysis.typeOf({id, "out"})->shape.count());
    }
  });
  m_network.keepAll(false);
  if (!done) return {};

  constexpr double kWash = 0.85;
  std::map<NodeId, LayerPictures> layers;
  for (auto& [id, list] : values) {
    LayerPictures& layer = layers[id];
    // The last layer before a binary cross-entropy is drawn as the surface is: 2 P - 1.
    if (id == analysis.output && m_reading.loss == "binary_cross_entropy")
      for (float& v : list) v = static_cast<float>(2 * logistic(v) - 1);
    for (const float v : list)
      if (std::isfinite(v)) layer.largest = std::max<double>(layer.largest, std::abs(v));
    const double scale = layer.largest > 0 ? kWash / layer.largest : 0;
    const auto units = static_cast<int>(list.size() / (static_cast<std::size_t>(side) * side));
    for (int unit = 0; unit < units; ++unit) {
      QImage image(side, side, QImage::Format_RGB32);
      for (int row = 0; row < side; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
        for (int column = 0; column < side; ++column)
          line[column] = theme.diverging(list[(static_cast<std::size_t>(row) * side + column) * units + unit] * scale);
      }
      layer.units.push_back(std::move(image));
    }
  }
  return layers;
}

std::optional<FitCurve> Prober::curve(const PlaneRange& range, const std::atomic<bool>& stop) {
  if (!takesCurve()) return std::nullopt;
  FitCurve out;
  std::vector<float> x;
  for (int i = 0; i < kCurvePoints; ++i) x.push_back(static_cast<float>(range.left + range.width() * i / (kCurvePoints - 1)));
  const bool done = run(x, kCurvePoints, stop, [&](std::int64_t first, int count) {
    for (int i = 0; i < count; ++i) {
      out.x.push_back(x[static_cast<std::size_t>(first + i)]);
      out.y.push_back(m_network.output()[static_cast<std::size_t>(i)]);
    }
  });
  return done ? std::optional(std::move(out)) : std::nullopt;
}

// ---- samples -------------------------------------------------------------------------------------------------------------

/// Runs rows of the data set, and learns from it what one costs.
bool Prober::runSamples(const std::vector<std::int64_t>& rowNumbers, const std::atomic<bool>& stop, const ProbeRows& read) {
  const auto begin = std::chrono::steady_clock::now();
  if (!runRows({m_subject, m_network, ProbeCare::AtRest, stop}, rowNumbers, read)) return false;
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  const auto count = static_cast<std::int64_t>(rowNumbers.size());
  if (count >= kChunk) m_secondsPerSample += 0.3 * (took.count() / static_cast<double>(count) - m_secondsPerSample);
  return true;
}

std::optional<ConfusionCounts> Prober::confusion(Part part, std::int64_t most, const std::atomic<bool>& stop) {
  if (!m_subject.data || !m_reading.classes()) return std::nullopt;
  const Dataset& data = *m_subject.data;
  ConfusionCounts out;
  out.classes = m_reading.classCount();
  out.part = glassbox::rows(data, part).size() > 0 ? part : Part::Train;
  const RowRange range = glassbox::rows(data, out.part);
  out.total = range.size();
  out.counts.assign(static_cast<std::size_t>(out.classes) * out.classes, 0);
  // Every n-th row: a part may be sorted by class.
  std::vector<std::int64_t> chosen;
  const std::int64_t stride = std::max<std::int64_t>(1, (out.total + most - 1) / most);
  for (std::int64_t row = range.begin; row < range.end; row += stride) chosen.push_back(row);

  std::vector<float> shares;
  const bool done = runSamples(chosen, stop, [&](std::int64_t first, int count) {
    const float* y = m_network.output().data();
    for (int i = 0; i < count; ++i) {
      const float* outputs = y + static_cast<std::ptrdiff_t>(i) * m_reading.outputs;
      float truth = 0;
      Judged judged;
      judged.row = chosen[static_cast<std::size_t>(first + i)];
      data.target.read(judged.row, &truth);
      judged.truth = static_cast<int>(truth);
      judged.guess = m_reading.guess(outputs);
      m_reading.toShares(outputs, shares);
      judged.guessShare = m_reading.shareOf(shares, judged.guess);
      judged.truthShare = m_reading.shareOf(shares, judged.truth);
      ++out.counts[static_cast<std::size_t>(judged.truth) * out.classes + judged.guess];
      out.samples.push_back(judged);
    }
  });
  if (!done) return std::nullopt;
  for (std::size_t i = 0; i < out.samples.size(); ++i)
    if (out.samples[i].truth != out.samples[i].guess) out.worst.push_back(i);
  const std::size_t kept = std::min(kMostWorst, out.worst.size());
  std::partial_sort(out.worst.begin(), out.worst.begin() + static_cast<std::ptrdiff_t>(kept), out.worst.end(),
                    [&](std::size_t a, std::size_t b) { return out.samples[a].truthShare < out.samples[b].truthShare; });
  out.worst.resize(kept);
  return out;
}

bool Prober::predict(const std::vector<std::int64_t>& rowNumbers, std::vector<Prediction>& out, const std::atomic<bool>& stop) {
  if (!m_subject.data) return true;
  std::vector<std::int64_t> known;
  for (const std::int64_t row : rowNumbers)
    if (row >= 0 && row < m_subject.data->samples()) known.push_back(row);
  return runSamples(known, stop, [&](std::int64_t first, int count) {
    for (int i = 0; i < count; ++i) {
      Prediction prediction{known[static_cast<std::size_t>(first + i)], {}};
      m_reading.toShares(m_network.output().data() + static_cast<std::ptrdiff_t>(i) * m_reading.outputs, prediction.outputs);
      out.push_back(std::move(prediction));
    }
  });
}

std::optional<ProbeAnswer> Prober::look(std::span<const float> weights, const ProbeWish& wish, ProbeCare care, const Theme& theme,
                                        const std::atomic<bool>& stop, std::span<const float> gradients) {
  if (weights.size() != weightCount()) return std::nullopt;
  std::copy(weights.begin(), weights.end(), m_network.weights().begin());
  const bool rest = care == ProbeCare::AtRest;
  const int pictures = int{wish.surface} + int{wish.neurons} + int{wish.confusion};
  const double share = kLiveBudget / std::max(1, pictures);
  const PlaneRange range = wish.range.value_or(m_range);
  ProbeAnswer answer;
  answer.atRest = rest;
  if (wish.surface) answer.surface = surface(range, rest ? kRestSide : sideWithin(share, {20, 28, 40, 56, kLiveSide}), stop);
  if (wish.neurons) answer.neurons = neurons(range, rest ? 2 * kPictureSide : sideWithin(share, {11, 17, 25, kPictureSide}), theme, stop);
  if (wish.curve) answer.curve = curve(range, stop);
  const auto affordable = static_cast<std::int64_t>(share / m_secondsPerSample);
  if (wish.confusion) answer.confusion = confusion(wish.part, rest ? kMostJudged : std::max<std::int64_t>(100, affordable), stop);
  predict(wish.rows, answer.predictions, stop);

  // One line for each kind that has a file of its own.
  const ProbeBench bench{m_subject, m_network, care, stop, gradients};
  if (wish.maps) answer.maps = computeMaps(bench, *wish.maps);
  if (wish.outputs) answer.outputs = outputsOf(bench, *wish.outputs);
  if (wish.drawn) answer.drawn = computeDrawn(bench, *wish.drawn);
  if (wish.saliency) answer.saliency = computeSaliency(bench, m_gradients, *wish.saliency);
  if (wish.scores) answer.scores = computeScores(bench, *wish.scores);
  if (wish.spreads) answer.spreads = spreadsOf(bench, m_subject.data ? spreadSample(*m_subject.data, m_network.analysis()) : std::vector<std::int64_t>());
  if (wish.attention) answer.attention = attentionOf(bench, *wish.attention);
  if (wish.points) answer.points = pointsOf(bench, *wish.points);

  if (stop.load(std::memory_order_relaxed)) return std::nullopt;
  return answer;
}

} // namespace glassbox

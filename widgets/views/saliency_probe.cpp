#include "widgets/views/saliency_probe.h"

#include "engine/train/data_fit.h"
#include "widgets/views/probe_bench.h"
#include "widgets/views/sample_strip.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace glassbox {
namespace {

constexpr int kOcclusionBatch = 64;        // covered samples a forward pass: `stop` is read between two
constexpr std::int64_t kMostForMean = 2000; // training rows that give a feature's mean

bool isRow(const ProbeSubject& subject, std::int64_t row) { return subject.data && row >= 0 && row < subject.data->samples(); }

/// The number of an output that a wish means.
int outputOf(const OutputReading& reading, int of, const float* y) {
  if (reading.classes()) return of >= 0 ? std::min(of, reading.classCount() - 1) : reading.guess(y);
  return std::clamp(of, 0, reading.outputs - 1);
}

std::shared_ptr<Network> gradientNetwork(const Analysis& analysis, KernelSet kernelSet) {
  CompileOptions options;
  options.maxBatch = 1;
  options.kernelSet = kernelSet;
  options.fuse = false;
  Result<Network> network = Network::compile(analysis, options);
  if (!network) return nullptr;
  network->keepAll(true); // else nothing is passed back into the input
  return std::make_shared<Network>(std::move(*network));
}

std::vector<float> meansOf(const Dataset& data, const Field& field) {
  const auto count = static_cast<std::size_t>(field.type.shape.count());
  std::vector<double> sums(count, 0);
  std::vector<float> row(count);
  const std::int64_t stride = std::max<std::int64_t>(1, data.train / kMostForMean);
  std::int64_t seen = 0;
  for (std::int64_t r = 0; r < data.train; r += stride, ++seen) {
    field.read(r, row.data());
    for (std::size_t i = 0; i < count; ++i) sums[i] += row[i];
  }
  std::vector<float> means;
  for (const double sum : sums) means.push_back(seen ? static_cast<float>(sum / static_cast<double>(seen)) : 0);
  return means;
}

} // namespace

bool takesSaliency(const Analysis& analysis) {
  if (analysis.inputs.size() != 1) return false;
  const PortType& in = analysis.nodes.at(analysis.inputs[0]).inference.outputs[0];
  return in.element == Element::Number && analysis.nodes.at(analysis.loss).target.items == 1;
}

std::optional<Saliency> computeSaliency(const ProbeBench& bench, std::shared_ptr<Network>& copy, const SaliencyWish& wish) {
  const Analysis& analysis = bench.network.analysis();
  if (!isRow(bench.subject, wish.row) || analysis.loss.empty() || !takesSaliency(analysis)) return std::nullopt;
  if (!copy) copy = gradientNetwork(analysis, bench.subject.kernelSet);
  if (!copy) return std::nullopt;
  Network& network = *copy;
  const Dataset& data = *bench.subject.data;
  const std::span<const Real> weights = bench.network.weights();
  std::copy(weights.begin(), weights.end(), network.weights().begin());
  const Field& field = data.inputs[fieldsFor(network.analysis(), data)[0]];
  std::vector<float> x(static_cast<std::size_t>(field.type.shape.count())), target(static_cast<std::size_t>(std::max<std::int64_t>(1, data.target.type.shape.count())));
  field.read(wish.row, x.data());
  data.target.read(wish.row, target.data());
  const Real* pointer = x.data();
  NetworkInput input;
  input.batch = 1;
  input.inputs = {&pointer, 1};
  input.target = target.data();
  input.mode = Mode::Inference;
  Team team;
  network.forward(input, team);

  const OutputReading reading(network.analysis());
  Saliency out;
  out.wish = wish;
  reading.toShares(network.output().data(), out.shares);
  if (wish.of == kLossItself) {
    out.of = kLossItself;
    network.backwardFrom({}, team);
  } else {
    out.of = outputOf(reading, wish.of, network.output().data());
    std::vector<Real> one(network.output().size(), 0);
    // One number for two classes is the logit of class 1; that of class 0 is its opposite.
    const bool two = reading.target.kind == TargetKind::Binary;
    one[two ? 0 : static_cast<std::size_t>(out.of)] = two && out.of == 0 ? Real(-1) : Real(1);
    network.backwardFrom(one, team);
  }
  const Real* dx = network.gradientOf(network.analysis().inputs[0]);
  if (!dx) return std::nullopt;
  out.gradient.assign(dx, dx + x.size());
  const std::optional<Shape> picture = pictureShape(data);
  const std::size_t plane = picture ? static_cast<std::size_t>((*picture)[1] * (*picture)[2]) : x.size();
  if (picture) {
    out.height = static_cast<int>((*picture)[1]);
    out.width = static_cast<int>((*picture)[2]);
  }
  out.magnitude.assign(plane, 0);
  for (std::size_t i = 0; i < x.size(); ++i) out.magnitude[i % plane] = std::max(out.magnitude[i % plane], std::abs(out.gradient[i]));
  return out;
}

std::vector<int> patchPlaces(int side, int patch, int stride) {
  std::vector<int> places;
  const int last = std::max(0, side - patch);
  for (int at = 0; at < last; at += std::max(1, stride)) places.push_back(at);
  places.push_back(last);
  return places;
}

std::optional<Occlusion> computeOcclusion(const ProbeSubject& subject, std::span<const float> weights, const OcclusionWish& wish,
                                          const std::atomic<bool>& stop, const std::function<void(double)>& progress) {
  const Analysis analysis = analyse(*subject.spec);
  if (!isRow(subject, wish.row) || !analysis.sound() || analysis.loss.empty() || !takesSaliency(analysis)) return std::nullopt;
  CompileOptions options;
  options.maxBatch = kOcclusionBatch;
  options.training = false;
  options.kernelSet = subject.kernelSet;
  Result<Network> network = Network::compile(analysis, options);
  if (!network || network->weights().size() != weights.size()) return std::nullopt;
  std::copy(weights.begin(), weights.end(), network->weights().begin());

  const Dataset& data = *subject.data;
  const Field& field = data.inputs[fieldsFor(analysis, data)[0]];
  const OutputReading reading(analysis);
  std::vector<float> x(static_cast<std::size_t>(field.type.shape.count()));
  field.read(wish.row, x.data());

  // Each mask is a list of the places that it covers.
  Occlusion out;
  out.wish = wish;
  std::vector<std::vector<std::size_t>> masks;
  std::vector<float> fill(x.size());
  if (const std::optional<Shape> picture = pictureShape(data)) {
    const int channels = static_cast<int>((*picture)[0]);
    out.height = static_cast<int>((*picture)[1]);
    out.width = static_cast<int>((*picture)[2]);
    const int high = std::clamp(wish.patch, 1, out.height), wide = std::clamp(wish.patch, 1, out.width);
    for (const int top : patchPlaces(out.height, high, wish.stride))
      for (const int left : patchPlaces(out.width, wide, wish.stride)) {
        std::vector<std::size_t>& mask = masks.emplace_back();
        for (int row = top; row < top + high; ++row)
          for (int column = left; column < left + wide; ++column) mask.push_back(static_cast<std::size_t>(row) * static_cast<std::size_t>(out.width) + static_cast<std::size_t>(column));
      }
    const std::size_t plane = x.size() / static_cast<std::size_t>(channels);
    for (std::size_t c = 0; c < static_cast<std::size_t>(channels); ++c) {
      double sum = 0;
      for (std::size_t i = 0; i < plane; ++i) sum += x[c * plane + i];
      std::fill_n(fill.begin() + static_cast<std::ptrdiff_t>(c * plane), plane, wish.fill == PatchFill::Gray ? 0.5f : static_cast<float>(sum / static_cast<double>(plane)));
    }
    out.drop.assign(plane, 0);
  } else {
    for (std::size_t i = 0; i < x.size(); ++i) masks.push_back({i});
    if (wish.fill == PatchFill::Mean) fill = meansOf(data, field);
    out.drop.assign(x.size(), 0);
  }
  const std::size_t plane = out.drop.size();
  out.patches = static_cast<std::int64_t>(masks.size());

  Team team;
  std::vector<float> batch, shares;
  const auto run = [&](int count) {
    const Real* pointer = batch.data();
    NetworkInput input;
    input.batch = count;
    input.inputs = {&pointer, 1};
    input.mode = Mode::Inference;
    network->forward(input, team);
  };
  const auto answer = [&](int i) {
    const Real* y = network->output().data() + static_cast<std::ptrdiff_t>(i) * reading.outputs;
    reading.toShares(y, shares);
    return reading.classes() ? reading.shareOf(shares, out.of) : shares[static_cast<std::size_t>(out.of)];
  };
  batch = x;
  run(1);
  out.of = outputOf(reading, wish.of, network->output().data());
  out.whole = answer(0);

  std::vector<int> covered(plane, 0);
  for (std::size_t first = 0; first < masks.size(); first += kOcclusionBatch) {
    if (stop.load(std::memory_order_relaxed)) return std::nullopt;
    const std::size_t count = std::min<std::size_t>(kOcclusionBatch, masks.size() - first);
    batch.clear();
    for (std::size_t k = 0; k < count; ++k) {
      const std::size_t begin = batch.size();
      batch.insert(batch.end(), x.begin(), x.end());
      for (const std::size_t place : masks[first + k])
        for (std::size_t at = place; at < x.size(); at += plane) batch[begin + at] = fill[at];
    }
    run(static_cast<int>(count));
    for (std::size_t k = 0; k < count; ++k) {
      const float drop = out.whole - answer(static_cast<int>(k));
      for (const std::size_t place : masks[first + k]) {
        out.drop[place] += drop;
        ++covered[place];
      }
    }
    progress(static_cast<double>(first + count) / static_cast<double>(masks.size()));
  }
  for (std::size_t i = 0; i < plane; ++i)
    if (covered[i] > 0) out.drop[i] /= static_cast<float>(covered[i]);
  return out;
}

} // namespace glassbox

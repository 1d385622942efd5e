#include "widgets/views/ablation_probe.h"

#include "engine/train/data_fit.h"
#include "widgets/views/probe_bench.h"

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kBatch = 64; // `stop` is read between two

/// The only reader of a node's output, when it is an activation.
const NodeSpec* activationBehind(const Analysis& analysis, const NodeId& node) {
  const NodeSpec* reader = nullptr;
  for (const Wire& wire : analysis.spec->wires) {
    if (wire.from.node != node) continue;
    if (reader) return nullptr;
    reader = analysis.spec->find(wire.to.node);
  }
  return reader && analysis.nodes.at(reader->id).def->group == LayerGroup::Activation ? reader : nullptr;
}

} // namespace

std::vector<AblationLayer> ablationLayers(const Analysis& analysis) {
  std::vector<AblationLayer> layers;
  for (const NodeId& id : analysis.order) {
    const NodeSpec& spec = *analysis.spec->find(id);
    const NodeAnalysis& info = analysis.nodes.at(id);
    if (spec.bypassed || info.inference.weights.empty() || info.def->group == LayerGroup::Regularize) continue;
    const NodeUnits own = unitsOf(analysis, id);
    const NodeSpec* activation = own.kind == UnitKind::Head ? nullptr : activationBehind(analysis, id);
    const NodeId node = activation && !activation->bypassed ? activation->id : id;
    const NodeUnits units = unitsOf(analysis, node);
    if (node != analysis.output && units.count > 0) layers.push_back({id, node, units});
  }
  return layers;
}

std::optional<Ablation> Ablation::create(const ProbeSubject& subject, std::span<const float> weights, Part part) {
  const Analysis analysis = analyse(*subject.spec);
  if (!subject.data || !analysis.sound() || analysis.loss.empty()) return std::nullopt;
  CompileOptions options;
  options.maxBatch = kBatch;
  options.kernelSet = subject.kernelSet;
  options.training = false;
  options.fuse = false;
  Result<Network> network = Network::compile(analysis, options);
  if (!network || network->weights().size() != weights.size()) return std::nullopt;
  std::copy(weights.begin(), weights.end(), network->weights().begin());
  Ablation ablation(subject, std::move(*network));
  ablation.m_part = rows(*subject.data, part).size() > 0 ? part : Part::Train;
  const RowRange range = rows(*subject.data, ablation.m_part);
  ablation.m_total = range.size();
  const std::int64_t stride = std::max<std::int64_t>(1, (range.size() + kMost - 1) / kMost);
  for (std::int64_t row = range.begin; row < range.end; row += stride) ablation.m_rows.push_back(row);
  return ablation;
}

std::optional<AblationScore> Ablation::score(std::span<const UnitsOff> off, const std::atomic<bool>& stop) {
  const Dataset& data = *m_subject.data;
  const Analysis& analysis = m_network.analysis();
  const OutputReading reading(analysis);
  const std::vector<std::size_t> fields = fieldsFor(analysis, data);
  const auto targetSize = std::max<std::int64_t>(1, data.target.type.shape.count());
  const std::int64_t items = reading.target.items, width = reading.outputs / std::max<std::int64_t>(1, items);
  const bool classes = reading.target.kind != TargetKind::Numbers;
  std::vector<std::vector<float>> x(fields.size());
  std::vector<float> target(static_cast<std::size_t>(targetSize * kBatch)), mask(data.masked() ? static_cast<std::size_t>(items * kBatch) : 0);
  double loss = 0;
  std::int64_t counted = 0, right = 0;
  Team team;
  for (std::size_t first = 0; first < m_rows.size(); first += kBatch) {
    if (stop.load(std::memory_order_relaxed)) return std::nullopt;
    NetworkInput input;
    input.batch = static_cast<int>(std::min<std::size_t>(kBatch, m_rows.size() - first));
    std::vector<const Real*> pointers;
    for (std::size_t k = 0; k < fields.size(); ++k) {
      const Field& field = data.inputs[fields[k]];
      x[k].resize(static_cast<std::size_t>(field.type.shape.count() * kBatch));
      for (int i = 0; i < input.batch; ++i) field.read(m_rows[first + static_cast<std::size_t>(i)], x[k].data() + i * field.type.shape.count());
      pointers.push_back(x[k].data());
    }
    for (int i = 0; i < input.batch; ++i) {
      const std::int64_t row = m_rows[first + static_cast<std::size_t>(i)];
      data.target.read(row, target.data() + i * targetSize);
      if (!mask.empty()) data.mask.read(row, mask.data() + i * items);
    }
    input.inputs = pointers;
    input.target = target.data();
    input.mask = mask.empty() ? nullptr : mask.data();
    input.mode = Mode::Inference;
    m_network.forwardWithout(input, off, team);
    const std::span<const Real> losses = m_network.itemLosses();
    const Real* y = m_network.output().data();
    for (std::int64_t i = 0; i < input.batch * items; ++i) {
      if (!mask.empty() && mask[static_cast<std::size_t>(i)] == 0) continue;
      ++counted;
      loss += static_cast<double>(losses[static_cast<std::size_t>(i)]);
      if (!classes) continue;
      const Real* z = y + i * width;
      const std::int64_t guess = reading.target.kind == TargetKind::Binary ? (z[0] > 0) : std::max_element(z, z + width) - z;
      right += guess == static_cast<std::int64_t>(target[static_cast<std::size_t>(i)]);
    }
  }
  AblationScore score;
  score.samples = static_cast<std::int64_t>(m_rows.size());
  if (counted > 0) {
    score.loss = loss / static_cast<double>(counted);
    if (classes) score.accuracy = static_cast<double>(right) / static_cast<double>(counted);
  }
  return score;
}

} // namespace glassbox

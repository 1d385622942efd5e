#include "widgets/views/probe_bench.h"

#include "engine/train/data_fit.h"

#include <algorithm>
#include <cmath>

namespace glassbox {

double logistic(double z) { return z >= 0 ? 1 / (1 + std::exp(-z)) : std::exp(z) / (1 + std::exp(z)); }

bool runRows(const ProbeBench& bench, const std::vector<std::int64_t>& rowNumbers, const ProbeRows& read) {
  const Dataset& data = *bench.subject.data;
  const std::vector<std::size_t> fields = fieldsFor(bench.network.analysis(), data);
  const auto count = static_cast<std::int64_t>(rowNumbers.size());
  const auto chunk = std::min<std::int64_t>(bench.network.maxBatch(), kProbeChunk);
  std::vector<std::vector<float>> buffers;
  for (const std::size_t field : fields) buffers.emplace_back(static_cast<std::size_t>(data.inputs[field].type.shape.count() * std::min(chunk, count)));
  Team team; // of one: the other processors belong to the training
  for (std::int64_t first = 0; first < count; first += chunk) {
    if (bench.stop.load(std::memory_order_relaxed)) return false;
    NetworkInput input;
    input.batch = static_cast<int>(std::min(chunk, count - first));
    input.mode = Mode::Inference;
    std::vector<const Real*> pointers;
    for (std::size_t k = 0; k < fields.size(); ++k) {
      const Field& field = data.inputs[fields[k]];
      for (int i = 0; i < input.batch; ++i)
        field.read(rowNumbers[static_cast<std::size_t>(first + i)], buffers[k].data() + i * field.type.shape.count());
      pointers.push_back(buffers[k].data());
    }
    input.inputs = pointers;
    bench.network.forward(input, team);
    read(first, input.batch);
  }
  return true;
}

OutputReading::OutputReading(const Analysis& analysis) {
  if (!analysis.loss.empty()) {
    target = analysis.nodes.at(analysis.loss).target;
    loss = analysis.spec->find(analysis.loss)->key;
  }
  if (const PortType* out = analysis.typeOf({analysis.output, "out"})) outputs = static_cast<int>(out->shape.count());
}

void OutputReading::toShares(const float* y, std::vector<float>& shares) const {
  shares.assign(y, y + outputs);
  if (loss == "binary_cross_entropy") {
    for (float& v : shares) v = static_cast<float>(logistic(v));
  } else if (target.kind == TargetKind::Class && target.items == 1) {
    const double top = *std::max_element(y, y + outputs);
    double sum = 0;
    for (int k = 0; k < outputs; ++k) sum += std::exp(y[k] - top);
    for (int k = 0; k < outputs; ++k) shares[static_cast<std::size_t>(k)] = static_cast<float>(std::exp(y[k] - top) / sum);
  }
}

float OutputReading::shareOf(const std::vector<float>& shares, int k) const {
  if (target.kind == TargetKind::Class) return shares[static_cast<std::size_t>(k)];
  return k == 1 ? shares[0] : 1 - shares[0];
}

int OutputReading::guess(const float* y) const {
  if (target.kind == TargetKind::Class) return static_cast<int>(std::max_element(y, y + outputs) - y);
  return y[0] > 0;
}

} // namespace glassbox

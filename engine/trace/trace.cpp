#include "engine/trace/trace.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/trace/node_reader.h"
#include "engine/trace/record.h"
#include "engine/train/clipping.h"
#include "engine/train/optimizers.h"
#include "engine/train/schedules.h"

namespace glassbox {
namespace {

/// Position of the entry before which a stage belongs: behind the node's output, or its target for a loss, and the stages there.
std::size_t placeFor(const Trace& trace, const NodeId& node) {
  for (std::size_t i = trace.entries.size(); i-- > 0;)
    if (trace.entries[i].node == node && (trace.entries[i].kind == TraceKind::Output || trace.entries[i].kind == TraceKind::Target)) {
      ++i;
      while (i < trace.entries.size() && trace.entries[i].node == node && trace.entries[i].kind == TraceKind::Stage) ++i;
      return i;
    }
  return trace.entries.size();
}

/// Computes the stages that no kernel forms, plainly from what was recorded.
void addStages(Trace& trace, const Analysis& analysis) {
  for (const NodeId& id : analysis.order) {
    const NodeAnalysis& node = analysis.nodes.at(id);
    if (analysis.spec->find(id)->bypassed) continue;
    for (const StageDef& stage : node.def->stages) {
      const NodeReader reader(trace, analysis, id);
      TraceEntry entry{id + "." + stage.name, id, TraceKind::Stage, stage.title, stage.formula, stage.shape(reader), true, {}};
      if (entry.shape.count() == 0) continue;  // this node has none
      if (stage.fill) {
        entry.values.resize(static_cast<std::size_t>(entry.shape.count()));
        stage.fill(reader, entry.values);
      }
      std::vector<std::int64_t> index(static_cast<std::size_t>(entry.shape.rank()), 0);
      for (std::int64_t i = 0; stage.at && i < entry.shape.count(); ++i) {
        entry.values.push_back(stage.at(index, reader));
        for (std::size_t axis = index.size(); axis-- > 0;) {
          if (++index[axis] < entry.shape[static_cast<int>(axis)]) break;
          index[axis] = 0;
        }
      }
      trace.entries.insert(trace.entries.begin() + static_cast<std::ptrdiff_t>(placeFor(trace, id)), std::move(entry));
    }
  }
}

/// The weights after the update, from an optimizer that starts with this step.
void addUpdates(Trace& trace, const Analysis& analysis, const PlanValues& plan) {
  double squares = 0;
  for (const TraceEntry& entry : trace.entries)
    if (entry.kind == TraceKind::WeightGradient)
      for (double g : entry.values) squares += g * g;
  if (plan.clip > 0) trace.gradientScale = clipScale(std::sqrt(squares), plan.clip);
  std::vector<TraceEntry> updated;
  for (const TraceEntry& gradient : trace.entries) {
    if (gradient.kind != TraceKind::WeightGradient) continue;
    const std::string weightName = gradient.name.substr(0, gradient.name.size() - 5);
    const TraceEntry& weight = *trace.find(weightName);
    PlainStep step{1, trace.rate, trace.gradientScale, WeightRole::Bias};
    for (const WeightDef& def : analysis.nodes.at(gradient.node).inference.weights)
      if (gradient.node + "." + def.name == weightName) step.role = def.role;
    TraceEntry entry{weightName + ".new", gradient.node, TraceKind::UpdatedWeight, weight.title, {}, weight.shape, true, {}};
    for (std::size_t i = 0; i < weight.values.size(); ++i) entry.values.push_back(updatePlainly(plan, step, gradient.values[i], {weight.values[i]}).weight);
    updated.push_back(std::move(entry));
  }
  for (TraceEntry& entry : updated) trace.entries.push_back(std::move(entry));
}

}  // namespace

const TraceEntry* Trace::find(const std::string& name) const {
  auto at = std::find_if(entries.begin(), entries.end(), [&](const TraceEntry& entry) { return entry.name == name; });
  return at == entries.end() ? nullptr : &*at;
}

Result<Trace> traceStep(const TraceRequest& request) {
  if (request.rows.empty()) return Error(GB_TEXT("engine", "A step needs at least one sample."));
  if (request.rows.size() > 64) return Error(GB_TEXT("engine", "A traced step holds at most 64 samples."));
  for (std::int64_t row : request.rows)
    if (row < 0 || row >= request.data->samples())
      return Error(GB_TEXT("engine", "There is no sample %1: the data have %2, numbered from 0.").arg(row).arg(request.data->samples()));
  Result<Trace> trace = request.precision == Precision::Double ? f64::recordStep(request) : f32::recordStep(request);
  if (!trace) return trace;
  const Analysis analysis = analyse(*request.spec);
  addStages(*trace, analysis);
  const PlanValues plan = *planValues(request.plan);
  const std::int64_t rows = std::max<std::int64_t>(request.data->train, 1), batch = findOptimizer(plan.optimizer)->fullBatch ? rows : plan.batch;
  trace->rate = rateAt(plan, request.step, (rows + batch - 1) / batch);
  addUpdates(*trace, analysis, plan);
  return trace;
}

std::int64_t flatIndex(const Shape& shape, std::span<const std::int64_t> index) {
  if (static_cast<int>(index.size()) != shape.rank()) return -1;
  std::int64_t flat = 0;
  for (int axis = 0; axis < shape.rank(); ++axis) {
    const std::int64_t i = index[static_cast<std::size_t>(axis)];
    if (i < 0 || i >= shape[axis]) return -1;
    flat = flat * shape[axis] + i;
  }
  return flat;
}

Result<ElementRef> parseElement(const std::string& text) {
  const Error unreadable(GB_TEXT("engine", "\"%1\" is not an element: write the name of an array and an index, such as dense1.weight[1,2].").arg(text.substr(0, 80)));
  const std::size_t open = text.find('[');
  if (open == std::string::npos || open == 0 || text.back() != ']') return unreadable;
  ElementRef ref{text.substr(0, open), {}};
  const char* at = text.data() + open + 1;
  const char* end = text.data() + text.size() - 1;
  while (true) {
    std::int64_t value = 0;
    auto [next, error] = std::from_chars(at, end, value);
    if (error != std::errc()) return unreadable;
    ref.index.push_back(value);
    if (next == end) return ref;
    if (*next != ',') return unreadable;
    at = next + 1;
  }
}

std::string writeElement(const std::string& name, std::span<const std::int64_t> index) {
  std::string out = name + "[";
  for (std::size_t i = 0; i < index.size(); ++i) out += (i ? "," : "") + std::to_string(index[i]);
  return out + "]";
}

}  // namespace glassbox

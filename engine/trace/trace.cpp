#include "engine/trace/trace.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "engine/data/readers/file.h"
#include "engine/trace/node_reader.h"
#include "engine/trace/record.h"
#include "engine/trace/update_trace.h"
#include "engine/train/optimizers.h"

namespace glassbox {
namespace {

/// Position of the entry before which a stage belongs: with the node's other stages behind its output, or its target for a loss;
/// a gradient behind the gradient of the node's output, or behind the mean loss.
std::size_t placeFor(const Trace& trace, const NodeId& node, const std::string& stage) {
  const bool backward = stage.ends_with(".grad");
  const auto isAnchor = [&](const TraceEntry& entry) {
    if (entry.node != node) return false;
    if (backward) return entry.kind == TraceKind::Gradient || (entry.kind == TraceKind::Loss && entry.name == node + ".out");
    return entry.kind == TraceKind::Output || entry.kind == TraceKind::Target;
  };
  for (std::size_t i = trace.entries.size(); i-- > 0;)
    if (isAnchor(trace.entries[i])) {
      ++i;
      while (i < trace.entries.size() && trace.entries[i].node == node && trace.entries[i].kind == TraceKind::Stage) ++i;
      return i;
    }
  return trace.entries.size();
}

/// Puts each node's output behind the arrays that it is made of.
void orderStages(Trace& trace, const Analysis& analysis) {
  for (std::size_t first = 0; first < trace.entries.size(); ++first) {
    const NodeId node = trace.entries[first].node;
    if (trace.entries[first].kind != TraceKind::Output) continue;
    std::size_t end = first + 1;
    while (end < trace.entries.size() && trace.entries[end].node == node && trace.entries[end].kind == TraceKind::Stage) ++end;
    const std::vector<std::string>& order = analysis.nodes.at(node).def->stageOrder;
    const auto rank = [&](const TraceEntry& entry) {
      const auto listed = std::find(order.begin(), order.end(), entry.name.substr(node.size() + 1));
      if (listed != order.end()) return listed - order.begin();
      const auto most = static_cast<std::ptrdiff_t>(order.size());
      return entry.kind == TraceKind::Output ? most + 1 : entry.recomputed ? most + 2 : most;
    };
    std::stable_sort(trace.entries.begin() + static_cast<std::ptrdiff_t>(first), trace.entries.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](const TraceEntry& a, const TraceEntry& b) { return rank(a) < rank(b); });
    first = end - 1;
  }
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
      trace.entries.insert(trace.entries.begin() + static_cast<std::ptrdiff_t>(placeFor(trace, id, stage.name)), std::move(entry));
    }
  }
}

/// About the memory that a trace takes: of every weight its gradient, its new value and what the optimizer forms, as doubles, and
/// the outputs and their gradients.
std::int64_t traceBytes(const TraceRequest& request, const Analysis& analysis) {
  const Result<PlanValues> plan = planValues(request.plan);
  const OptimizerDef* optimizer = plan ? findOptimizer(plan->optimizer) : nullptr;
  const std::int64_t perWeight = 6 + 3 * (optimizer ? optimizer->statePerWeight : 0);
  std::int64_t numbers = 0;
  for (const auto& [id, node] : analysis.nodes)
    for (const PortType& out : node.inference.outputs) numbers += 3 * out.shape.count();
  return 8 * (analysis.parameters * perWeight + numbers * static_cast<std::int64_t>(request.rows.size() + request.entered.size()));
}

}  // namespace

const TraceEntry* Trace::find(const std::string& name) const {
  if (places.size() == entries.size()) {
    const auto place = places.find(name);
    return place == places.end() ? nullptr : &entries[place->second];
  }
  auto at = std::find_if(entries.begin(), entries.end(), [&](const TraceEntry& entry) { return entry.name == name; });
  return at == entries.end() ? nullptr : &*at;
}

Result<void> traceFits(const TraceRequest& request) {
  const std::int64_t bytes = traceBytes(request, analyse(*request.spec)), free = freeMemory().value_or(std::numeric_limits<std::int64_t>::max());
  if (bytes <= free / 2) return {};
  return Error(GB_TEXT("engine", "Taking a step of this network apart needs about %1 of memory, and %2 are free.").arg(sizeText(bytes)).arg(sizeText(free)), {},
               GB_TEXT("engine", "Take a smaller network of the same kind: with fewer blocks or units its formulas are the same."));
}

Result<Trace> traceStep(const TraceRequest& request) {
  if (Result<void> fits = traceFits(request); !fits) return fits.error();
  const Analysis analysis = analyse(*request.spec);
  Result<StepData> data = stepData(analysis, request);
  if (!data) return data.error();
  Result<RecordedStep> recorded = request.precision == Precision::Double ? f64::recordStep(request, analysis, *data) : f32::recordStep(request, analysis, *data);
  if (!recorded) return recorded.error();
  Trace trace = std::move(recorded->trace);
  trace.number = request.step + 1;
  addStages(trace, analysis);
  orderStages(trace, analysis);
  addUpdates(trace, analysis, *data, *recorded);
  for (std::size_t i = 0; i < trace.entries.size(); ++i) trace.places.emplace(trace.entries[i].name, i);
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

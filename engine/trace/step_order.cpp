#include "engine/trace/step_order.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/trace/explain.h"

namespace glassbox {
namespace {

using Names = std::vector<std::string>;

void addOnce(Names& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

/// What the arrays of a trace read, found by explaining the first and the last element of each: in a recurrent layer the first
/// has a future, and the last has a past.
class Readings {
 public:
  Readings(const Trace& trace, const TraceRequest& request) : m_trace(trace), m_request(request) {}

  const Names& of(const TraceEntry& entry) {
    auto [at, isNew] = m_known.try_emplace(entry.name);
    if (!isNew || entry.values.empty()) return at->second;
    std::vector<std::int64_t> first(static_cast<std::size_t>(entry.shape.rank()), 0), last;
    for (int axis = 0; axis < entry.shape.rank(); ++axis) last.push_back(entry.shape[axis] - 1);
    for (const auto& index : {first, last}) {
      const Result<Explanation> explanation = explain(m_trace, m_request, writeElement(entry.name, index));
      if (!explanation) continue;
      for (const Term& term : explanation->terms)
        for (const Factor& factor : term.factors) add(at->second, factor);
      for (const Factor& argument : explanation->arguments) add(at->second, argument);
    }
    return at->second;
  }

 private:
  void add(Names& names, const Factor& factor) const {
    if (const std::size_t open = factor.from.find('['); open != std::string::npos) addOnce(names, factor.from.substr(0, open));
  }

  const Trace& m_trace;
  const TraceRequest& m_request;
  std::map<std::string, Names> m_known;
};

/// The arrays of one node and phase, put in the order in which one follows from another; `circular` when some need each other,
/// as those of a recurrent layer do from one time step to the next.
std::vector<const TraceEntry*> inOrder(const std::vector<const TraceEntry*>& entries, Readings& readings, bool& circular) {
  std::vector<const TraceEntry*> sorted;
  std::set<std::string> done, open;
  circular = false;
  const auto visit = [&](const auto& self, const TraceEntry* entry) -> void {
    if (done.count(entry->name)) return;
    if (!open.insert(entry->name).second) {
      circular = true;
      return;
    }
    for (const std::string& name : readings.of(*entry))
      for (const TraceEntry* other : entries)
        if (other->name == name) self(self, other);
    done.insert(entry->name);
    sorted.push_back(entry);
  };
  for (const TraceEntry* entry : entries) visit(visit, entry);
  return sorted;
}

class Walk {
 public:
  Walk(const Trace& trace, const TraceRequest& request) : m_trace(trace), m_readings(trace, request), m_analysis(analyse(*request.spec)) {}

  std::vector<StepStop> stops() {
    for (const NodeId& id : m_analysis.order)
      if (id != m_analysis.loss) addForward(id);
    if (!m_analysis.loss.empty()) {
      const auto isBackward = [](const TraceEntry& e) { return e.kind == TraceKind::Stage && e.name.ends_with(".grad"); };
      addAll(StepPhase::Loss, m_analysis.loss, entriesOf(m_analysis.loss, [&](const TraceEntry& e) { return (e.kind == TraceKind::Stage && !isBackward(e)) || e.kind == TraceKind::Loss; }));
      addAll(StepPhase::Backward, m_analysis.loss, entriesOf(m_analysis.loss, isBackward));
    }
    for (auto at = m_analysis.order.rbegin(); at != m_analysis.order.rend(); ++at)
      if (*at != m_analysis.loss) addBackward(*at);
    addUpdate({});  // the learning rate, the norm of all gradients
    for (auto at = m_analysis.order.rbegin(); at != m_analysis.order.rend(); ++at)
      if (*at != m_analysis.loss) addUpdate(*at);
    return std::move(m_stops);
  }

 private:
  template<class Wanted> std::vector<const TraceEntry*> entriesOf(const NodeId& id, const Wanted& wanted) const {
    std::vector<const TraceEntry*> out;
    for (const TraceEntry& entry : m_trace.entries)
      if (entry.node == id && wanted(entry)) out.push_back(&entry);
    return out;
  }

  void add(StepPhase phase, const NodeId& id, const std::vector<const TraceEntry*>& entries, std::int64_t time = -1) {
    if (entries.empty()) return;
    StepStop stop{phase, id, {}, {}, time};
    for (const TraceEntry* entry : entries) stop.arrays.push_back(entry->name);
    for (const TraceEntry* entry : entries)
      for (const std::string& name : m_readings.of(*entry))
        if (std::find(stop.arrays.begin(), stop.arrays.end(), name) == stop.arrays.end()) addOnce(stop.reads, name);
    m_stops.push_back(std::move(stop));
  }

  void addAll(StepPhase phase, const NodeId& id, const std::vector<const TraceEntry*>& entries) {
    bool circular = false;
    add(phase, id, inOrder(entries, m_readings, circular));
  }

  /// Inner arrays stop by stop where there are several, or time step by time step where they need each other; then `last`.
  void addInner(StepPhase phase, const NodeId& id, const std::vector<const TraceEntry*>& inner, const std::vector<const TraceEntry*>& last) {
    bool circular = false;
    const std::vector<const TraceEntry*> sorted = inOrder(inner, m_readings, circular);
    if (circular) {
      const std::int64_t steps = sorted[0]->shape[1];
      for (std::int64_t t = 0; t < steps; ++t) add(phase, id, sorted, phase == StepPhase::Backward ? steps - 1 - t : t);
      add(phase, id, last);
    } else if (sorted.size() >= 2) {
      for (const TraceEntry* entry : sorted) add(phase, id, {entry});
      add(phase, id, last);
    } else {
      std::vector<const TraceEntry*> all = sorted;
      all.insert(all.end(), last.begin(), last.end());
      add(phase, id, all);
    }
  }

  /// Names of all arrays of a node that lead to `from`.
  std::set<std::string> leadTo(const std::vector<const TraceEntry*>& stages, const TraceEntry& from) {
    std::set<std::string> found;
    const auto visit = [&](const auto& self, const TraceEntry& entry) -> void {
      for (const std::string& name : m_readings.of(entry))
        for (const TraceEntry* stage : stages)
          if (stage->name == name && found.insert(name).second) self(self, *stage);
    };
    visit(visit, from);
    return found;
  }

  void addForward(const NodeId& id) {
    const TraceEntry* out = m_trace.find(id + ".out");
    if (!out) return;
    const auto stages = entriesOf(id, [](const TraceEntry& e) { return e.kind == TraceKind::Stage && !e.name.ends_with(".grad"); });
    const std::set<std::string> forward = leadTo(stages, *out);
    std::vector<const TraceEntry*> inner;
    for (const TraceEntry* stage : stages) {
      if (forward.count(stage->name)) inner.push_back(stage);
      else m_later[id].push_back(stage);  // a slope: only the way back needs it
    }
    addInner(StepPhase::Forward, id, inner, {out});
  }

  void addBackward(const NodeId& id) {
    const auto gradient = entriesOf(id, [](const TraceEntry& e) { return e.kind == TraceKind::Gradient; });
    if (gradient.empty()) return;
    auto inner = entriesOf(id, [](const TraceEntry& e) { return e.kind == TraceKind::Stage && e.name.ends_with(".grad"); });
    const auto& later = m_later[id];
    inner.insert(inner.begin(), later.begin(), later.end());
    const auto last = entriesOf(id, [](const TraceEntry& e) { return e.kind == TraceKind::WireGradient || e.kind == TraceKind::WeightGradient; });
    if (inner.size() < 2) {
      auto all = gradient;
      all.insert(all.end(), inner.begin(), inner.end());
      // First the gradient at the output, then what the weights owe to it.
      const bool weighted = std::any_of(last.begin(), last.end(), [](const TraceEntry* entry) { return entry->kind == TraceKind::WeightGradient; });
      if (!weighted) all.insert(all.end(), last.begin(), last.end());
      add(StepPhase::Backward, id, all);
      if (weighted) add(StepPhase::Backward, id, last);
      return;
    }
    add(StepPhase::Backward, id, gradient);
    addInner(StepPhase::Backward, id, inner, last);
  }

  void addUpdate(const NodeId& id) {
    addAll(StepPhase::Update, id, entriesOf(id, [](const TraceEntry& e) { return e.kind == TraceKind::UpdateStage || e.kind == TraceKind::UpdatedWeight; }));
  }

  const Trace& m_trace;
  Readings m_readings;
  Analysis m_analysis;
  std::map<NodeId, std::vector<const TraceEntry*>> m_later;
  std::vector<StepStop> m_stops;
};

}  // namespace

std::vector<StepStop> stepOrder(const Trace& trace, const TraceRequest& request) { return Walk(trace, request).stops(); }

}  // namespace glassbox

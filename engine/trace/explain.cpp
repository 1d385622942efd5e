#include "engine/trace/explain.h"

#include <cmath>
#include <numeric>

#include "engine/trace/node_reader.h"
#include "engine/trace/update_trace.h"

namespace glassbox {
namespace {

struct Cut {
  NodeId node;
  std::string rest;
};
Cut cut(const std::string& name) {
  const std::size_t dot = name.find('.');
  return dot == std::string::npos ? Cut{name, ""} : Cut{name.substr(0, dot), name.substr(dot + 1)};
}

/// The weight whose gradient is meant by "weight" or "weight.grad" at a node; empty when it is none.
std::string weightName(const Analysis& analysis, const Cut& at) {
  const std::string bare = at.rest.ends_with(".grad") ? at.rest.substr(0, at.rest.size() - 5) : at.rest;
  for (const WeightDef& def : analysis.nodes.at(at.node).inference.weights)
    if (def.name == bare) return bare;
  return {};
}

/// Gradient in a node's output: what its one reader passes back, or the sum over all readers.
Result<Explanation> explainGradient(const Trace& trace, const Analysis& analysis, const NodeId& id, std::span<const std::int64_t> index) {
  std::vector<ReaderRef> readers = readersOf(*analysis.spec, id);
  // What leads nowhere sends nothing back.
  std::erase_if(readers, [&](const ReaderRef& reader) { return reader.node != analysis.loss && !trace.find(reader.node + ".grad"); });
  if (readers.size() == 1) {
    const NodeAnalysis& reader = analysis.nodes.at(readers[0].node);
    if (!reader.def->explain) return Error(GB_TEXT("engine", "%1 cannot be explained yet.").arg(reader.def->title));
    return reader.def->explain("in" + std::to_string(readers[0].wire) + ".grad", index, NodeReader(trace, analysis, readers[0].node));
  }
  Explanation out;
  out.sentence = GB_TEXT("engine", "Several layers read this number: the gradients they pass back are added.");
  out.formula = "\\frac{\\partial L}{\\partial y} = \\sum_{r} \\frac{\\partial L}{\\partial x_{r}}";
  for (const ReaderRef& reader : readers) {
    const std::string name = reader.node + ".in" + std::to_string(reader.wire) + ".grad";
    const TraceEntry* entry = trace.find(name);
    if (!entry) return Error(GB_TEXT("engine", "The trace has no array \"%1\".").arg(name));
    out.terms.push_back({{Factor{entry->values[static_cast<std::size_t>(flatIndex(entry->shape, index))], writeElement(name, index), "\\frac{\\partial L}{\\partial x_{r}}"}}});
  }
  return out;
}

Explanation explainMeanLoss(const Trace& trace, const NodeId& loss) {
  Explanation out;
  const TraceEntry& items = *trace.find(loss + ".item");
  out.sentence = GB_TEXT("engine", "The mean of the losses of all items.");
  out.formula = "L = \\frac{1}{n} \\sum_{i} \\ell_{i}";
  double counted = static_cast<double>(items.values.size());
  if (const TraceEntry* mask = trace.find(loss + ".mask")) counted = std::max(1.0, std::accumulate(mask->values.begin(), mask->values.end(), 0.0));
  const Factor mean{1.0 / counted, "", "\\frac{1}{n}"};
  std::vector<std::int64_t> index(static_cast<std::size_t>(items.shape.rank()), 0);
  for (std::size_t i = 0; i < items.values.size(); ++i) {
    out.terms.push_back({{mean, Factor{items.values[i], writeElement(items.name, index), "\\ell_{" + std::to_string(i) + "}"}}});
    for (std::size_t axis = index.size(); axis-- > 0;) {
      if (++index[axis] < items.shape[static_cast<int>(axis)]) break;
      index[axis] = 0;
    }
  }
  return out;
}

/// A weight that several nodes use gets its gradient from all of them.
void addOtherUsers(const Trace& trace, const Analysis& analysis, const NodeId& owner, const std::string& stage, std::span<const std::int64_t> index, Explanation& out) {
  bool shared = false;
  for (const NodeSpec& node : analysis.spec->nodes) {
    if (node.weightsOf != owner || node.bypassed) continue;
    const Explanation more = analysis.nodes.at(node.id).def->explain(stage, index, NodeReader(trace, analysis, node.id));
    out.terms.insert(out.terms.end(), more.terms.begin(), more.terms.end());
    out.arguments.insert(out.arguments.end(), more.arguments.begin(), more.arguments.end());
    shared = true;
  }
  if (!shared) return;
  out.sentence = GB_TEXT("engine", "Several layers use this weight: what comes back from each of them is added.");
  out.formula = "\\frac{\\partial L}{\\partial W} = \\sum_{u} \\left(\\frac{\\partial L}{\\partial W}\\right)_{u}";
}

Result<Explanation> explainIndex(const Trace& trace, const Analysis& analysis, const PlanValues& plan, const ElementRef& ref) {
  if (std::optional<Explanation> update = explainUpdate(trace, analysis, plan, ref)) return *std::move(update);
  const Cut at = cut(ref.name);
  if (!analysis.nodes.count(at.node)) return Error(GB_TEXT("engine", "There is no node \"%1\" in this network.").arg(at.node));
  const NodeAnalysis& node = analysis.nodes.at(at.node);
  const std::string weight = weightName(analysis, at);
  const std::string arrayName = weight.empty() ? ref.name : at.node + "." + weight;
  const TraceEntry* entry = trace.find(arrayName);
  if (!entry) {
    std::string known;
    for (const TraceEntry& e : trace.entries)
      if (e.node == at.node) known += (known.empty() ? "" : ", ") + e.name;
    return Error(GB_TEXT("engine", "There is no array \"%1\"; %2 has %3.").arg(ref.name).arg(at.node).arg(known));
  }
  if (flatIndex(entry->shape, ref.index) < 0)
    return Error(GB_TEXT("engine", "%1 lies outside: %2 has the shape %3, numbered from 0.").arg(writeElement(ref.name, ref.index)).arg(arrayName).arg(entry->shape.str()));
  if (at.rest == "grad") return explainGradient(trace, analysis, at.node, ref.index);
  if (at.node == analysis.loss && at.rest == "out") return explainMeanLoss(trace, at.node);
  if (at.rest == "target" || (at.rest == "mask" && at.node == analysis.loss) || node.def->inputs.empty()) {
    Explanation out;
    out.sentence = GB_TEXT("engine", "This number comes from the data.");
    out.terms = {{{Factor{entry->values[static_cast<std::size_t>(flatIndex(entry->shape, ref.index))], "", ""}}}};
    return out;
  }
  if (!node.def->explain) return Error(GB_TEXT("engine", "%1 cannot be explained yet.").arg(node.def->title));
  const std::string stage = weight.empty() ? at.rest : weight + ".grad";
  if (!weight.empty() && !trace.find(at.node + "." + stage)) return Error(GB_TEXT("engine", "%1 is not trained: it has no gradient.").arg(arrayName));
  Explanation out = node.def->explain(stage, ref.index, NodeReader(trace, analysis, at.node));
  if (!weight.empty()) addOtherUsers(trace, analysis, at.node, stage, ref.index, out);
  return out;
}

}  // namespace

Result<Explainer> Explainer::create(const Trace& trace, const TraceRequest& request) {
  Result<PlanValues> plan = planValues(request.plan);
  if (!plan) return plan.error();
  return Explainer(trace, analyse(*request.spec), *std::move(plan));
}

Result<Explanation> Explainer::explain(const std::string& element) const {
  Result<ElementRef> ref = parseElement(element);
  if (!ref) return ref.error();
  Result<Explanation> out = explainIndex(*m_trace, m_analysis, m_plan, *ref);
  if (!out) return out;
  out->element = element;
  out->value = 0;
  for (const Term& term : out->terms) {
    double product = 1;
    for (const Factor& factor : term.factors) product *= factor.value;
    out->value += product;
  }
  return out;
}

Result<Explanation> explain(const Trace& trace, const TraceRequest& request, const std::string& element) {
  Result<Explainer> explainer = Explainer::create(trace, request);
  if (!explainer) return explainer.error();
  return explainer->explain(element);
}

}  // namespace glassbox

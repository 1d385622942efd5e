#include "engine/trace/difference.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/trace/node_reader.h"
#include "engine/trace/precise.h"

namespace glassbox {
namespace {

/// The number that is moved: of a weight or an input, of what a node gives or takes, or inside a node.
struct Target {
  PreciseStep::Tensor* tensor = nullptr;  ///< else
  NodeId node;
  int wire = -1;
  std::int64_t place = 0;
  std::string inner = {};                 ///< array of the node, "scores"; empty: none
  std::vector<std::int64_t> index = {};   ///< in it
};

double relative(double a, double b) {
  const double scale = std::max(std::abs(a), std::abs(b));
  return scale > 0 ? std::abs(a - b) / scale : 0;
}

}  // namespace

struct Differences::Impl {
  TraceRequest request;
  Analysis analysis;
  PreciseStep step;
  bool hasGradients = false;
  const Trace* inner = nullptr;  ///< the trace whose inner arrays are moved, during a check
  std::optional<Trace> doubles;  ///< the step in double, made when a trace in float asks for what is inside a node

  std::optional<Target> find(const Trace& trace, const TraceEntry& gradient, const ElementRef& ref);
  std::optional<Target> findInner(const Trace& trace, const TraceEntry& gradient, const ElementRef& ref);
  const Trace* inDouble(const Trace& trace);
  std::vector<double> givenMoved(const Target& target, double by) const;
  double lossMoved(const Target& target, double by);
  double preciseGradient(const Target& target);
  NodeId findKink(const Target& target, double e);
};

/// The numbers inside the nodes, in double; null when there is no memory for them.
const Trace* Differences::Impl::inDouble(const Trace& trace) {
  if (trace.precision == Precision::Double) return &trace;
  if (!doubles) {
    TraceRequest again = request;
    again.precision = Precision::Double;
    if (Result<Trace> made = traceStep(again)) doubles = std::move(*made);
  }
  return doubles ? &*doubles : nullptr;
}

std::optional<Target> Differences::Impl::findInner(const Trace& trace, const TraceEntry& gradient, const ElementRef& ref) {
  const auto node = analysis.nodes.find(gradient.node);
  inner = inDouble(trace);
  if (node == analysis.nodes.end() || !node->second.def->moved || !inner || !ref.name.ends_with(".grad")) return {};
  Target target{nullptr, gradient.node, -1, flatIndex(gradient.shape, ref.index), gradient.name.substr(gradient.node.size() + 1, gradient.name.size() - gradient.node.size() - 6), ref.index};
  return givenMoved(target, 0).empty() ? std::nullopt : std::optional(std::move(target));
}

std::vector<double> Differences::Impl::givenMoved(const Target& target, double by) const {
  return analysis.nodes.at(target.node).def->moved(target.inner, target.index, by, NodeReader(*inner, analysis, target.node));
}

std::optional<Target> Differences::Impl::find(const Trace& trace, const TraceEntry& gradient, const ElementRef& ref) {
  const std::int64_t place = flatIndex(gradient.shape, ref.index);
  const std::string name = gradient.name.substr(0, gradient.name.size() - 5);
  for (PreciseStep::Tensor& t : step.weights())
    if (t.name == name) return Target{&t, {}, -1, place};
  if (gradient.kind == TraceKind::Gradient) {
    for (PreciseStep::Tensor& t : step.inputs())
      if (t.name == name + ".out") return Target{&t, gradient.node, -1, place};
    return Target{nullptr, gradient.node, -1, place};
  }
  if (gradient.node == analysis.loss && name.ends_with(".logits")) return Target{nullptr, analysis.output, -1, place};  // what it takes is what the output gives
  if (gradient.kind == TraceKind::WireGradient) return Target{nullptr, gradient.node, std::stoi(name.substr(gradient.node.size() + 3)), place};
  return findInner(trace, gradient, ref);
}

double Differences::Impl::lossMoved(const Target& target, double by) {
  if (!target.inner.empty()) {
    const std::vector<double> given = givenMoved(target, by);
    return target.node == analysis.loss ? given[0] : step.lossGiven(target.node, given);
  }
  if (!target.tensor) return step.lossNudged(target.node, target.wire, target.place, by);
  double& value = target.tensor->values[static_cast<std::size_t>(target.place)];
  const double before = value;
  value = before + by;
  const double loss = step.loss();
  value = before;
  return loss;
}

double Differences::Impl::preciseGradient(const Target& target) {
  const auto place = static_cast<std::size_t>(target.place);
  if (!target.inner.empty()) return inner->find(target.node + "." + target.inner + ".grad")->values[place];
  if (!hasGradients) step.backward();
  hasGradients = true;
  if (target.tensor && !target.tensor->gradient.empty()) return target.tensor->gradient[place];
  const std::vector<double> gradient = step.gradientOf(target.node, target.wire);
  return gradient.empty() ? 0 : gradient[place];
}

/// The first node whose output does not follow a smooth curve while the number moves by e. With y(e) its largest second
/// difference is y(e) - 2 y(0) + y(-e), which falls to a quarter when e is halved where y is smooth, and not at a kink.
NodeId Differences::Impl::findKink(const Target& target, double e) {
  const auto givenAt = [&](double by) {
    lossMoved(target, by);
    return step.given();
  };
  const auto middle = givenAt(0), above = givenAt(e), below = givenAt(-e), halfAbove = givenAt(e / 2), halfBelow = givenAt(-e / 2);
  for (std::size_t k = 0; k < middle.size(); ++k) {
    double bend = 0, slope = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < middle[k].values.size(); ++i) {
      const double second = std::abs(above[k].values[i] - 2 * middle[k].values[i] + below[k].values[i]);
      slope = std::max(slope, std::abs(above[k].values[i] - below[k].values[i]));
      if (second > bend) bend = second, most = i;
    }
    if (bend <= 1e-4 * slope) continue;
    const double half = std::abs(halfAbove[k].values[most] - 2 * middle[k].values[most] + halfBelow[k].values[most]);
    const double fall = half > 0 ? bend / half : std::numeric_limits<double>::infinity();
    if (fall < 3.6 || fall > 4.4) return middle[k].node;
  }
  return {};
}

Differences::Differences(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Differences::Differences(Differences&&) noexcept = default;
Differences& Differences::operator=(Differences&&) noexcept = default;
Differences::~Differences() = default;

Result<Differences> Differences::create(const TraceRequest& request) {
  Result<PreciseStep> step = PreciseStep::create(request);
  if (!step) return step.error();
  return Differences(std::unique_ptr<Impl>(new Impl{request, analyse(*request.spec), std::move(*step)}));
}

std::optional<DifferenceCheck> Differences::check(const Trace& trace, const std::string& element, double e) {
  Impl& m = *m_impl;
  Result<ElementRef> ref = parseElement(element);
  if (!ref) return {};
  const TraceEntry* entry = trace.find(ref->name.ends_with(".grad") ? ref->name : ref->name + ".grad");
  if (!entry || flatIndex(entry->shape, ref->index) < 0) return {};
  const std::optional<Target> target = m.find(trace, *entry, *ref);
  if (!target) return {};

  DifferenceCheck c;
  c.element = writeElement(entry->name, ref->index);
  c.gradient = entry->values[static_cast<std::size_t>(target->place)];
  c.step = e;
  const double middle = m.lossMoved(*target, 0), above = m.lossMoved(*target, e), below = m.lossMoved(*target, -e);
  c.left = (middle - below) / e;
  c.right = (above - middle) / e;
  c.difference = (above - below) / (2 * e);
  c.relativeError = relative(c.gradient, c.difference);
  // Two losses with a rounding error of some units in the last place each, divided by the step.
  const double noise = 16 * std::numeric_limits<double>::epsilon() * std::max({std::abs(middle), std::abs(above), std::abs(below)}) / e;
  const auto agrees = [&](double gradient, double difference) { return relative(gradient, difference) <= 1e-6 || std::abs(gradient - difference) <= noise; };

  if (c.relativeError <= 1e-6) {
    c.sentence = GB_TEXT("engine", "The central difference agrees with the gradient: they differ by less than a millionth.");
    return c;
  }
  double largest = 0;
  for (double g : entry->values) largest = std::max(largest, std::abs(g));
  const double precise = trace.precision == Precision::Single ? m.preciseGradient(*target) : c.gradient;
  if (trace.precision == Precision::Single && agrees(precise, c.difference) && std::abs(precise - c.gradient) <= 1e-5 * largest) {
    c.verdict = Verdict::Float;
    c.sentence = GB_TEXT("engine", "The gradient was formed in float, which has about 7 digits; formed in double it agrees with the central difference.");
    return c;
  }
  const double scale = std::max(std::abs(c.left), std::abs(c.right));
  if (std::abs(c.right - c.left) > 1e-3 * scale && std::abs(c.right - c.left) > 8 * noise) {
    c.kink = m.findKink(*target, e);
    if (!c.kink.empty()) {
      c.verdict = Verdict::Kink;
      c.sentence = GB_TEXT("engine", "Within this step %1 has a kink: on the left the loss changes by %2 per unit, on the right by %3, and the difference is a mixture. At a kink there is no derivative; the gradient is that of one side.")
                       .arg(nodeTitle(*m.analysis.spec, c.kink)).arg(c.left).arg(c.right);
      return c;
    }
  }
  if (std::abs(c.gradient - c.difference) <= noise) {
    c.verdict = Verdict::Rounding;
    c.sentence = GB_TEXT("engine", "Rounding limits the difference here: so small a step changes the loss only in its last digits. A larger step shows more.");
    return c;
  }
  const double half = (m.lossMoved(*target, e / 2) - m.lossMoved(*target, -e / 2)) / e;
  if (std::abs(half - precise) < 0.4 * std::abs(c.difference - precise)) {
    c.verdict = Verdict::TooLarge;
    c.sentence = GB_TEXT("engine", "The step is so large that the loss curves over it: with half the step the two are nearer. Take a smaller one.");
    return c;
  }
  c.verdict = c.relativeError <= 1e-3 ? Verdict::Close : Verdict::Differs;
  c.sentence = c.verdict == Verdict::Close ? GB_TEXT("engine", "The central difference is close to the gradient: they agree in three digits or more.")
                                           : GB_TEXT("engine", "The central difference and the gradient do not agree.");
  return c;
}

}  // namespace glassbox

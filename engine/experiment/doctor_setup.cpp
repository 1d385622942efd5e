// What the doctor sees in network and plan before anything is trained, and the cures that several findings share.
#include <algorithm>
#include <cmath>

#include "engine/experiment/doctor_parts.h"

namespace glassbox {
namespace doctor {

NodeId numberInput(const NetworkSpec& spec) {
  const Analysis analysis = analyse(spec);
  for (const NodeId& id : analysis.inputs)
    if (const PortType* type = analysis.typeOf({id, "out"}); type && type->element == Element::Number) return id;
  return {};
}

Cure setCure(const std::string& key, const std::string& value, Text label) { return {Cure::Change::Set, key, value, {}, std::move(label)}; }

Cure rateCure(double rate) {
  // Two digits are enough for a rate.
  const double unit = std::pow(10.0, std::floor(std::log10(rate)) - 1), rounded = std::min(std::round(rate / unit) * unit, 1000.0);
  const std::string value = writeParam(rounded);
  return setCure("rate", value, GB_TEXT("engine", "Learning rate %1").arg(value));
}

Cure normalizeCure(const NetworkSpec& spec) {
  const NodeId input = numberInput(spec);
  if (input.empty()) return {};
  return {Cure::Change::Insert, "normalize", {}, input, GB_TEXT("engine", "A Normalize layer behind the input")};
}

}  // namespace doctor

std::vector<Finding> examineSetup(const RunSetup& setup) {
  using Severity = Issue::Severity;
  std::vector<Finding> out;
  const NetworkSpec& spec = *setup.spec;
  const Result<PlanValues> plan = planValues(setup.plan);
  NodeId normalizes;
  for (const NodeSpec& node : spec.nodes) {
    if (node.key == "batch_norm" && !node.bypassed && normalizes.empty()) normalizes = node.id;
    const char* const twice = node.key == "softmax_cross_entropy" ? "softmax" : node.key == "binary_cross_entropy" ? "sigmoid" : nullptr;
    if (!twice) continue;
    for (const Wire& wire : spec.wires) {
      const NodeSpec* before = wire.to.node == node.id ? spec.find(wire.from.node) : nullptr;
      if (!before || before->key != twice || before->bypassed) continue;
      const bool softmax = before->key == "softmax";
      const Text title = nodeTitle(spec, before->id);
      out.push_back({FindingKind::DoubleSoftmax, Severity::Error, before->id, {{"times", 2}}, GB_TEXT("engine", "%1 is applied twice: by the node %2 and again inside the loss.").arg(twice).arg(title),
                     GB_TEXT("engine", "The loss takes raw scores and turns them into probabilities itself. Done twice, the probabilities stay close to each other and the gradient is small."),
                     softmax ? "p = \\mathrm{softmax}(\\mathrm{softmax}(z))" : "p = \\sigma(\\sigma(z))",
                     {Cure::Change::Remove, {}, {}, before->id, GB_TEXT("engine", "Without %1").arg(title)}});
    }
  }
  if (plan && !normalizes.empty() && plan->batch == 1)
    out.push_back({FindingKind::BatchNormOfOne, Severity::Error, normalizes, {{"batch", 1}}, GB_TEXT("engine", "Batch normalization with batches of one sample."),
                   GB_TEXT("engine", "The mean of one sample is the sample itself, so that nothing of it is left. Batches of 16 and more give means that say something."), "\\hat{x} = \\frac{x - \\mu_B}{\\sqrt{\\sigma_B^2 + \\epsilon}}",
                   doctor::setCure("batch", "32", GB_TEXT("engine", "Batch size %1").arg("32"))});
  return out;
}

}  // namespace glassbox

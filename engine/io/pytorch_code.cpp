#include "engine/io/pytorch_code.h"

#include <algorithm>

#include "engine/io/pytorch_export.h"
#include "engine/io/pytorch_module.h"
#include "engine/io/pytorch_training.h"
#include "engine/train/optimizers.h"

namespace glassbox {
namespace {

/// Takes the marks out of the text: each line's nodes stand at its end.
TorchCode withoutMarks(const std::string& marked) {
  TorchCode code;
  for (std::size_t at = 0; at < marked.size();) {
    const std::size_t end = marked.find('\n', at);
    const std::string line = marked.substr(at, end - at);
    const std::size_t mark = line.find(kTorchMark);
    code.script += line.substr(0, mark) + "\n";
    code.nodes.emplace_back();
    for (std::size_t from = mark; from != std::string::npos;) {
      const std::size_t next = line.find(kTorchMark, from + 1);
      code.nodes.back().push_back(line.substr(from + 1, next == std::string::npos ? next : next - from - 1));
      from = next;
    }
    at = end == std::string::npos ? marked.size() : end + 1;
  }
  return code;
}

}  // namespace

int TorchCode::firstLineOf(const NodeId& id) const {
  const auto at = std::find_if(nodes.begin(), nodes.end(), [&](const std::vector<NodeId>& of) { return std::find(of.begin(), of.end(), id) != of.end(); });
  return at == nodes.end() ? -1 : static_cast<int>(at - nodes.begin());
}

Result<TorchCode> torchCode(const Project& project, const Analysis& analysis, const TorchCodeData& data) {
  for (const Issue& issue : analysis.issues)
    if (issue.severity == Issue::Severity::Error) return issue.error;
  Result<TorchModule> module = torchModule(project.spec, analysis, data.masked, TorchMarks::On);
  if (!module) return module.error();
  std::string body = module->classes + "\n\n" + module->loss;
  if (data.trainRows > 0) {
    Result<PlanValues> plan = planValues(project.plan);
    if (!plan) return plan.error();
    const std::int64_t batch = findOptimizer(plan->optimizer)->fullBatch ? data.trainRows : std::min<std::int64_t>(plan->batch, data.trainRows);
    body += "\n\n" + torchLossOn(module->inputs, data.masked) + "\n\n" + torchTraining(*plan, (data.trainRows + batch - 1) / batch);
  }
  return withoutMarks(torchImports(body) + "\n\n" + body);
}

}  // namespace glassbox

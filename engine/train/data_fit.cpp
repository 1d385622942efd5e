#include "engine/train/data_fit.h"

#include <optional>

namespace glassbox {

std::vector<std::size_t> fieldsFor(const Analysis& analysis, const Dataset& data) {
  std::vector<std::size_t> fields;
  for (std::size_t i = 0; i < analysis.inputs.size(); ++i) {
    const std::string& wanted = analysis.nodes.at(analysis.inputs[i]).params.words("field");
    std::size_t found = std::min(i, data.inputs.size() - 1);
    for (std::size_t k = 0; k < data.inputs.size(); ++k)
      if (data.inputs[k].name == wanted) found = k;
    fields.push_back(found);
  }
  return fields;
}

namespace {

Issue issueAt(const NodeId& node, Error error, std::vector<Repair> repairs = {}) {
  return {Issue::Severity::Error, node, {}, std::move(error), std::move(repairs)};
}

Repair setting(Text label, std::string param, ParamValue value) { return {std::move(label), {}, std::move(param), std::move(value)}; }

void checkInput(const Analysis& analysis, const NodeId& id, const Field& field, std::vector<Issue>& issues) {
  const PortType& want = analysis.nodes.at(id).inference.outputs[0];
  const PortType& have = field.type;
  const Text title = nodeTitle(*analysis.spec, id);
  if (want.element != have.element) {
    issues.push_back(issueAt(id, Error(want.element == Element::Token ? GB_TEXT("engine", "%1 expects tokens, and the data hold numbers.").arg(title)
                                                                      : GB_TEXT("engine", "%1 expects numbers, and the data hold tokens.").arg(title))));
  } else if (want.shape.count() != have.shape.count()) {
    const std::string shape = have.shape.str();
    issues.push_back(issueAt(id,
                             Error(GB_TEXT("engine", "%1 has the shape %2, and one sample of the data has %3.").arg(title).arg(want.shape.str()).arg(shape), "",
                                   GB_TEXT("engine", "Set the input's shape to %1 or open other data.").arg(shape)),
                             {setting(GB_TEXT("engine", "Set the shape to %1").arg(shape), "shape", shape)}));
  }
}

std::optional<Issue> checkTarget(const Analysis& analysis, const Dataset& data) {
  const TargetType& target = analysis.nodes.at(analysis.loss).target;
  const Text loss = nodeTitle(*analysis.spec, analysis.loss);
  const std::int64_t have = data.target.type.shape.count();
  if (target.kind == TargetKind::Numbers) {
    if (data.task == DataTask::Classes)
      return issueAt(analysis.loss, Error(GB_TEXT("engine", "%1 compares numbers, and the data have %2 classes.").arg(loss).arg(data.classes()), "",
                                          GB_TEXT("engine", "Use softmax cross-entropy for classes.")));
    if (have != target.items)
      return issueAt(analysis.loss, Error(GB_TEXT("engine", "The network gives %1 numbers per sample, and the data have %2 to compare them with.")
                                              .arg(target.shape.str()).arg(data.target.type.shape.str())));
    return {};
  }
  if (data.task == DataTask::Regression)
    return issueAt(analysis.loss, Error(GB_TEXT("engine", "%1 expects classes, and the data have numbers to be met.").arg(loss), "",
                                        GB_TEXT("engine", "Use the mean squared error for numbers.")));
  if (have != target.items)
    return issueAt(analysis.loss, Error(GB_TEXT("engine", "The network gives %1 answers per sample, and the data have %2.").arg(target.items).arg(have)));
  if (target.kind == TargetKind::Binary && data.classes() > 2)
    return issueAt(analysis.loss, Error(GB_TEXT("engine", "%1 is for two classes, and the data have %2.").arg(loss).arg(data.classes()), "",
                                        GB_TEXT("engine", "Use softmax cross-entropy with one output per class.")));
  if (target.kind == TargetKind::Class && data.classes() > target.classes) {
    Error error(GB_TEXT("engine", "The network has %1 outputs, and the data have %2 classes.").arg(target.classes).arg(data.classes()), "",
                GB_TEXT("engine", "Give the last layer %1 units.").arg(data.classes()));
    const Params& params = analysis.nodes.at(analysis.output).params;
    if (!params.find("units")) return issueAt(analysis.loss, std::move(error));
    return issueAt(analysis.output, std::move(error), {setting(GB_TEXT("engine", "Give it %1 units").arg(data.classes()), "units", data.classes())});
  }
  return {};
}

}  // namespace

std::vector<Issue> dataIssues(const Analysis& analysis, const Dataset& data) {
  if (data.inputs.empty() || data.train == 0) return {issueAt({}, Error(GB_TEXT("engine", "The data have no training samples.")))};
  std::vector<Issue> issues;
  const std::vector<std::size_t> fields = fieldsFor(analysis, data);
  for (std::size_t i = 0; i < fields.size(); ++i) checkInput(analysis, analysis.inputs[i], data.inputs[fields[i]], issues);
  if (std::optional<Issue> issue = checkTarget(analysis, data)) issues.push_back(std::move(*issue));
  return issues;
}

Result<void> checkDataFits(const Analysis& analysis, const Dataset& data) {
  const std::vector<Issue> issues = dataIssues(analysis, data);
  if (!issues.empty()) return issues[0].error;
  return {};
}

}  // namespace glassbox

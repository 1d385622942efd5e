#include "engine/train/data_fit.h"

#include <algorithm>
#include <cmath>
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

std::vector<NodeId> embeddingsOf(const Analysis& analysis, const NodeId& input) {
  std::vector<NodeId> found;
  for (const Wire& wire : analysis.spec->wires)
    if (wire.from.node == input && analysis.spec->find(wire.to.node)->key == "embedding" && analysis.nodes.at(wire.to.node).known) found.push_back(wire.to.node);
  return found;
}

}  // namespace

std::int64_t vocabularyOf(const Analysis& analysis, const NodeId& input) {
  std::int64_t least = 0;
  for (const NodeId& id : embeddingsOf(analysis, input)) {
    const std::int64_t tokens = analysis.nodes.at(id).params.integer("tokens");
    least = least == 0 ? tokens : std::min(least, tokens);
  }
  return least;
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

/// The first token that an Embedding behind the input has no vector for: it would be looked up outside the table.
void checkTokens(const Analysis& analysis, const NodeId& input, const Field& field, std::vector<Issue>& issues) {
  const std::int64_t known = vocabularyOf(analysis, input);
  if (known == 0 || field.type.element != Element::Token) return;
  if (field.isWindows()) { // a text is looked through once, not once for every window over it
    const Buffer<std::uint16_t>& tokens = *field.windows.tokens;
    if (*std::max_element(tokens.begin(), tokens.end()) < known) return;
  }
  const std::int64_t length = field.type.shape.count();
  std::vector<float> sample(static_cast<std::size_t>(length));
  for (std::int64_t row = 0; row < field.samples(); ++row) {
    field.read(row, sample.data());
    for (const float token : sample) {
      if (token >= 0 && token < static_cast<float>(known) && token == std::floor(token)) continue;
      for (const NodeId& reader : embeddingsOf(analysis, input)) {
        if (analysis.nodes.at(reader).params.integer("tokens") != known) continue;
        const NodeId node = analysis.original(reader);
        std::vector<Repair> repairs;
        const bool whole = token >= 0 && token == std::floor(token) && token < 1e6f;
        if (whole) repairs = {setting(GB_TEXT("engine", "Give it %1 tokens").arg(static_cast<std::int64_t>(token) + 1), "tokens", static_cast<std::int64_t>(token) + 1)};
        issues.push_back(issueAt(node, Error(GB_TEXT("engine", "%1 has vectors for the tokens 0 to %2, and sample %3 of the data has the token %4.")
                                                 .arg(nodeTitle(*analysis.spec, node)).arg(known - 1).arg(row).arg(static_cast<double>(token)),
                                             "", GB_TEXT("engine", "Make its vocabulary as large as that of the data.")),
                                 std::move(repairs)));
        return;
      }
    }
  }
}

Repair otherLoss(Text label, std::string key) { return {std::move(label), std::move(key), "", false, Repair::Place::Instead, ""}; }

std::optional<Issue> checkTarget(const Analysis& analysis, const Dataset& data) {
  const TargetType& target = analysis.nodes.at(analysis.loss).target;
  const Text loss = nodeTitle(*analysis.spec, analysis.loss);
  const std::int64_t have = data.target.type.shape.count();
  if (target.kind == TargetKind::Numbers) {
    if (data.task == DataTask::Classes)
      return issueAt(analysis.loss, Error(GB_TEXT("engine", "%1 compares numbers, and the data have %2 classes.").arg(loss).arg(data.classes()), "",
                                          GB_TEXT("engine", "Use softmax cross-entropy for classes.")),
                     {target.items == 1 && data.classes() == 2 ? otherLoss(GB_TEXT("engine", "Use binary cross-entropy"), "binary_cross_entropy")
                                                               : otherLoss(GB_TEXT("engine", "Use softmax cross-entropy"), "softmax_cross_entropy")});
    if (have != target.items)
      return issueAt(analysis.loss, Error(GB_TEXT("engine", "The network gives %1 numbers per sample, and the data have %2 to compare them with.")
                                              .arg(target.shape.str()).arg(data.target.type.shape.str())));
    return {};
  }
  if (data.task == DataTask::Regression)
    return issueAt(analysis.loss, Error(GB_TEXT("engine", "%1 expects classes, and the data have numbers to be met.").arg(loss), "",
                                        GB_TEXT("engine", "Use the mean squared error for numbers.")),
                   {otherLoss(GB_TEXT("engine", "Use the mean squared error"), "mse")});
  const bool sizable = analysis.nodes.at(analysis.output).params.find("units") != nullptr;
  Repair enough = setting(GB_TEXT("engine", "Give it %1 units").arg(data.classes()), "units", data.classes());
  enough.node = analysis.original(analysis.output);
  if (target.kind == TargetKind::Binary && data.classes() > 2 && target.items == data.classes())
    return issueAt(analysis.loss, Error(GB_TEXT("engine", "The network gives %1 answers per sample, and the data have %2.").arg(target.items).arg(have), "",
                                        GB_TEXT("engine", "Use softmax cross-entropy for classes.")),
                   {otherLoss(GB_TEXT("engine", "Use softmax cross-entropy"), "softmax_cross_entropy")});
  // The units first: with one number the other loss could not be used, and there would be no way on.
  if (target.kind == TargetKind::Binary && data.classes() > 2)
    return issueAt(analysis.loss, Error(GB_TEXT("engine", "%1 is for two classes, and the data have %2.").arg(loss).arg(data.classes()), "",
                                        GB_TEXT("engine", "Use softmax cross-entropy with one output per class.")),
                   {sizable ? enough : otherLoss(GB_TEXT("engine", "Use softmax cross-entropy"), "softmax_cross_entropy")});
  if (have != target.items)
    return issueAt(analysis.loss, Error(GB_TEXT("engine", "The network gives %1 answers per sample, and the data have %2.").arg(target.items).arg(have)));
  if (target.kind == TargetKind::Class && data.classes() > target.classes) {
    Error error(GB_TEXT("engine", "The network has %1 outputs, and the data have %2 classes.").arg(target.classes).arg(data.classes()), "",
                GB_TEXT("engine", "Give the last layer %1 units.").arg(data.classes()));
    if (!sizable) return issueAt(analysis.loss, std::move(error));
    return issueAt(enough.node, std::move(error), {enough});
  }
  return {};
}

}  // namespace

std::vector<Issue> dataIssues(const Analysis& analysis, const Dataset& data) {
  if (data.inputs.empty() || data.train == 0) return {issueAt({}, Error(GB_TEXT("engine", "The data have no training samples.")))};
  std::vector<Issue> issues;
  const std::vector<std::size_t> fields = fieldsFor(analysis, data);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    checkInput(analysis, analysis.inputs[i], data.inputs[fields[i]], issues);
    checkTokens(analysis, analysis.inputs[i], data.inputs[fields[i]], issues);
  }
  if (std::optional<Issue> issue = checkTarget(analysis, data)) issues.push_back(std::move(*issue));
  return issues;
}

Result<void> checkDataFits(const Analysis& analysis, const Dataset& data) {
  const std::vector<Issue> issues = dataIssues(analysis, data);
  if (!issues.empty()) return issues[0].error;
  return {};
}

}  // namespace glassbox

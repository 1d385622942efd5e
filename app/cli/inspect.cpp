// glassbox-cli trace, explain and gradcheck: the numbers of one step.
#include "app/cli/inspect.h"

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "engine/trace/difference.h"
#include "engine/trace/explain.h"
#include "engine/trace/gradient_check.h"

namespace glassbox::cli {
namespace {

const char* name(TraceKind kind) {
  switch (kind) {
    case TraceKind::Weight: return "weight";
    case TraceKind::Output: return "output";
    case TraceKind::Stage: return "stage";
    case TraceKind::Target: return "target";
    case TraceKind::Loss: return "loss";
    case TraceKind::Gradient: return "gradient";
    case TraceKind::WireGradient: return "wire_gradient";
    case TraceKind::WeightGradient: return "weight_gradient";
    case TraceKind::UpdateStage: return "update";
    case TraceKind::UpdatedWeight: return "updated_weight";
  }
  return "";
}

Json shapeJson(const Shape& shape) {
  Json out = Json::array();
  for (int axis = 0; axis < shape.rank(); ++axis) out.push_back(shape[axis]);
  return out;
}

Json factorJson(const Factor& factor) {
  Json out{{"value", number(factor.value)}};
  if (!factor.from.empty()) out["from"] = factor.from;
  return out;
}

const std::map<std::string, Takes> kOptions{{"--weights", Takes::One}, {"--sample", Takes::Many}, {"--json", Takes::None},  {"--data", Takes::One},
                                            {"--target", Takes::One},  {"--element", Takes::Many}, {"--set", Takes::One},     {"--seed", Takes::One},
                                            {"--precision", Takes::One}};

/// Reads the words behind a command that looks into one step.
Result<ProjectInput> readInput(const Arguments& arguments) {
  if (arguments.positional().size() != 1) return Error(GB_TEXT("cli", "This command takes one project."));
  Result<ProjectInput> input = readProjectInput(arguments.positional()[0], arguments);
  if (!input) return input;
  if (Result<void> done = loadData(*input, arguments, false); !done) return done.error();
  return input;
}

}  // namespace

Result<TraceRequest> traceRequest(ProjectInput& input, const Arguments& arguments) {
  TraceRequest request;
  request.spec = std::make_shared<const NetworkSpec>(input.project.spec);
  request.plan = input.project.plan;
  request.data = input.data;
  Result<std::vector<double>> weights = readWeights(input, arguments);
  if (!weights) return weights.error();
  request.weights = *weights;
  for (const std::string& sample : arguments.values("--sample")) {
    const ParamDef number = integerParam("--sample", {}, {}, 0, 0, kMaxSamples);
    Result<ParamValue> row = readParam(number, sample);
    if (!row) return row.error();
    request.rows.push_back(std::get<std::int64_t>(*row));
  }
  if (request.rows.empty()) request.rows = {0};
  if (arguments.value("--precision", "double") == "single") request.precision = Precision::Single;
  return request;
}

int runTrace(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(all, kOptions);
  if (!arguments) return wrongUsage(arguments.error());
  Result<ProjectInput> input = readInput(*arguments);
  if (!input) return refuse(input.error());
  Result<TraceRequest> request = traceRequest(*input, *arguments);
  if (!request) return refuse(request.error());
  Result<Trace> trace = traceStep(*request);
  if (!trace) return refuse(trace.error());
  for (const TraceEntry& entry : trace->entries) {
    Json line{{"name", entry.name}, {"kind", name(entry.kind)}, {"shape", shapeJson(entry.shape)}};
    if (entry.recomputed) line["recomputed"] = true;
    line["values"] = entry.values;
    if (arguments->has("--json")) printJson(line);
    else printLine(entry.name + " " + entry.shape.str() + " " + line["values"].dump());
  }
  return kDone;
}

namespace {

Json explanationJson(const Explanation& explanation, const std::optional<DifferenceCheck>& check) {
  Json out{{"element", explanation.element}, {"formula", explanation.formula}, {"value", number(explanation.value)}, {"terms", Json::array()}};
  for (const Term& term : explanation.terms) {
    Json factors = Json::array();
    for (const Factor& factor : term.factors) factors.push_back(factorJson(factor));
    out["terms"].push_back({{"factors", factors}});
  }
  if (!explanation.arguments.empty()) {
    out["arguments"] = Json::array();
    for (const Factor& factor : explanation.arguments) out["arguments"].push_back(factorJson(factor));
  }
  if (check) out["central_difference"] = number(check->difference);
  if (check && check->verdict == Verdict::Kink) out["kink"] = true;
  return out;
}

void printExplanation(const Explanation& explanation, const std::optional<DifferenceCheck>& check) {
  printLine(explanation.element + " = " + number(explanation.value).dump());
  printLine(words(explanation.sentence));
  printLine(explanation.formula);
  for (const std::string& line : explanation.derivation) printLine("  " + line);
  for (const Term& term : explanation.terms) {
    std::string line = "  ";
    for (std::size_t i = 0; i < term.factors.size(); ++i)
      line += (i ? " * " : "") + Json(term.factors[i].value).dump() + (term.factors[i].from.empty() ? "" : " (" + term.factors[i].from + ")");
    printLine(line);
  }
  if (!check) return;
  printLine(words(GB_TEXT("cli", "central difference %1").arg(number(check->difference).dump())));
  printLine(words(check->sentence));
}

}  // namespace

int runExplain(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(all, kOptions);
  if (!arguments) return wrongUsage(arguments.error());
  if (!arguments->has("--element")) return wrongUsage(Error(GB_TEXT("cli", "`explain` needs --element, such as dense1.weight[1,2].")));
  Result<ProjectInput> input = readInput(*arguments);
  if (!input) return refuse(input.error());
  Result<TraceRequest> request = traceRequest(*input, *arguments);
  if (!request) return refuse(request.error());
  Result<Trace> trace = traceStep(*request);
  if (!trace) return refuse(trace.error());
  Result<Differences> differences = Differences::create(*request);
  if (!differences) return refuse(differences.error());
  for (const std::string& element : arguments->values("--element")) {
    Result<Explanation> explanation = explain(*trace, *request, element);
    if (!explanation) return refuse(explanation.error());
    const std::optional<DifferenceCheck> check = differences->check(*trace, element);
    if (arguments->has("--json")) printJson(explanationJson(*explanation, check));
    else printExplanation(*explanation, check);
  }
  return kDone;
}

int runGradcheck(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(all, kOptions);
  if (!arguments) return wrongUsage(arguments.error());
  if (arguments->positional().size() != 1) return wrongUsage(Error(GB_TEXT("cli", "`gradcheck` takes one project.")));
  Result<ProjectInput> input = readProjectInput(arguments->positional()[0], *arguments);
  if (!input) return refuse(input.error());
  if (arguments->has("--data")) {
    if (Result<void> done = loadData(*input, *arguments, false); !done) return refuse(done.error());
  } else {
    const Analysis analysis = analyse(input->project.spec);
    for (const Issue& issue : analysis.issues)
      if (issue.severity == Issue::Severity::Error) return refuse(issue.error);
    input->data = randomData(analysis, 8, input->project.plan.seed);
  }
  Result<TraceRequest> request = traceRequest(*input, *arguments);
  if (!request) return refuse(request.error());
  if (!arguments->has("--sample")) {
    request->rows.clear();
    for (std::int64_t row = 0; row < std::min<std::int64_t>(8, input->data->samples()); ++row) request->rows.push_back(row);
  }
  Result<std::vector<TensorCheck>> checks = checkGradients(*request, {});
  if (!checks) return refuse(checks.error());
  for (const TensorCheck& check : *checks) {
    const Json line{{"parameter", check.parameter}, {"max_relative_error", check.maxRelativeError}, {"elements", check.elements}, {"kinks", check.kinks}};
    if (arguments->has("--json")) printJson(line);
    else printLine(words(GB_TEXT("cli", "%1: largest relative difference %2 over %3 elements, %4 kinks").arg(check.parameter).arg(check.maxRelativeError).arg(check.elements).arg(check.kinks)));
  }
  return kDone;
}

}  // namespace glassbox::cli

#include "app/cli/project_input.h"

#include <iostream>
#include <iterator>

#include "app/cli/picture_decoder.h"
#include "engine/data/reconstruction.h"
#include "engine/io/checkpoint.h"
#include "engine/io/gpt2_checkpoint.h"
#include "engine/io/vocabulary.h"
#include "engine/trace/gradient_check.h"
#include "engine/train/adapt.h"

namespace glassbox::cli {

Result<void> applySetting(Project& project, const std::string& setting) {
  const std::size_t equals = setting.find('=');
  if (equals == std::string::npos || equals == 0) return Error(GB_TEXT("cli", "\"%1\" is not a setting: write key=value.").arg(setting));
  const std::string key = setting.substr(0, equals), value = setting.substr(equals + 1);
  if (key == "validation") {
    const ParamDef share = numberParam("validation", GB_TEXT("cli", "Validation share"), GB_TEXT("cli", "Share of the training part that is held back."), 0, 0, 0.9);
    Result<ParamValue> read = readParam(share, value);
    if (!read) return read.error();
    project.data.shares.validation = std::get<double>(*read);
    return {};
  }
  Result<TrainingPlan> plan = setPlanValue(project.plan, key, value);
  if (!plan) return plan.error();
  project.plan = *plan;
  return {};
}

Result<ProjectInput> readProjectInput(const std::string& path, const Arguments& arguments) {
  ProjectInput input;
  Result<Project> project = Error();
  if (path == "-") {
    const std::string bytes{std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
    project = parseProject(bytes, "-");
  } else if (std::error_code ignored; std::filesystem::is_directory(path, ignored)) {
    Result<std::int64_t> context = arguments.integer("--context", 0, 1, 1'000'000);
    if (!context) return context.error();
    Result<Gpt2Checkpoint> checkpoint = readGpt2Checkpoint(path, *context);
    if (!checkpoint) return checkpoint.error();
    project = std::move(checkpoint->project);
    input.weights = std::make_shared<const TensorFile>(std::move(checkpoint->weights));
    input.base = path;
  } else {
    if (arguments.has("--context")) return Error(GB_TEXT("cli", "--context is for a folder with a GPT-2 checkpoint; a project says itself how many tokens it takes."));
    project = readProject(path);
    input.base = std::filesystem::path(path).parent_path();
  }
  if (!project) return project.error();
  input.project = std::move(*project);
  for (const std::string& setting : arguments.values("--set"))
    if (Result<void> done = applySetting(input.project, setting); !done) return done.error();
  if (arguments.has("--seed"))
    if (Result<void> done = applySetting(input.project, "seed=" + arguments.value("--seed")); !done) return done.error();
  if (arguments.has("--no-shuffle")) input.project.plan.values.set("shuffle", false);
  return input;
}

Result<void> readWeightsFile(ProjectInput& input, const Arguments& arguments) {
  const bool named = arguments.has("--weights");
  if (!named && (input.weights || input.project.weights.file.empty())) return {};
  Result<TensorFile> file = named ? readSafetensors(arguments.value("--weights")) : readProjectWeights(input.project, input.base / "project");
  if (!file) return file.error();
  input.weights = std::make_shared<const TensorFile>(*std::move(file));
  return {};
}

namespace {

/// Tokens that the network takes at once; 0 when it takes none.
std::int64_t contextOf(const NetworkSpec& spec) {
  const Analysis analysis = analyse(spec);
  for (const NodeId& id : analysis.inputs) {
    const auto node = analysis.nodes.find(id);
    if (node == analysis.nodes.end() || node->second.inference.outputs.empty()) continue;
    const PortType& type = node->second.inference.outputs[0];
    if (type.element == Element::Token) return type.shape.count();
  }
  return 0;
}

}  // namespace

std::string weightsPlace(const ProjectInput& input, const Arguments& arguments) {
  return arguments.value("--weights", input.project.weights.file.empty() ? input.base.string() : input.project.weights.file);
}

Result<void> loadData(ProjectInput& input, const Arguments& arguments, bool keepWhole) {
  DataSpec spec = input.project.data;
  std::filesystem::path base = input.base;
  if (arguments.has("--data")) {
    Result<DataSpec> found = sniff(arguments.value("--data"));
    if (!found) return found.error();
    const PartShares shares = spec.shares;
    Params params = spec.source == found->source ? spec.params : Params();  // same kind: context, tokens, size stay as set
    // An autoencoder stays one with other pictures.
    if (wantsReconstruction(spec.params) && findParam(findReader(found->source)->params, "answer")) params.set("answer", std::string("picture"));
    spec = *found;
    spec.params = params;
    if (spec.source == "text" && !spec.params.has("context"))
      if (const std::int64_t context = contextOf(input.project.spec); context > 0) spec.params.set("context", context);
    if (spec.source == "text" && keepWhole) spec.params.set("windows", std::string("side_by_side"));  // measure each token once
    spec.shares = shares;
    if (keepWhole) spec.shares = {0, 0};
    base.clear();
    input.remarks.push_back(GB_TEXT("cli", "%1 is read as %2.").arg(arguments.value("--data")).arg(findReader(spec.source)->title));
  }
  if (arguments.has("--target")) spec.params.set("target", arguments.value("--target"));
  if (spec.source.empty()) return Error(GB_TEXT("cli", "The project names no data: add --data PATH."));
  if (Result<void> done = readWeightsFile(input, arguments); !done) return done;
  LoadContext context;
  context.pictures = decodePicture;
  if (input.weights) {
    Result<TokenizerPtr> tokenizer = tokenizerOf(*input.weights, weightsPlace(input, arguments));
    if (!tokenizer) return tokenizer.error();
    context.tokenizer = *std::move(tokenizer);
    if (context.tokenizer && spec.source == "text" && !spec.params.has("tokenizer") && context.tokenizer->kind() == "gpt2")
      spec.params.set("tokenizer", std::string("gpt2"));
  }
  Result<DatasetPtr> data = load(spec, base, context);
  if (!data) return data.error();
  input.data = *data;
  input.wholeFile = keepWhole && arguments.has("--data") && input.data->test == 0;
  input.project.data = spec;
  for (const DataNote& note : input.data->notes) input.remarks.push_back(note);
  Adapted adapted = adaptToData(input.project.spec, *input.data);
  input.project.spec = std::move(adapted.spec);
  for (Text& change : adapted.changes) input.remarks.push_back(std::move(change));
  return {};
}

Result<void> makeRandomData(ProjectInput& input, const Arguments& arguments, std::int64_t samples) {
  const Analysis analysis = analyse(input.project.spec);
  for (const Issue& issue : analysis.issues)
    if (issue.severity == Issue::Severity::Error) return issue.error;
  if (Result<void> done = readWeightsFile(input, arguments); !done) return done;
  input.data = randomData(analysis, samples, input.project.plan.seed);
  return {};
}

Result<std::vector<double>> readWeights(const ProjectInput& input, const Arguments& arguments) {
  if (!input.weights) return std::vector<double>{};
  const Analysis analysis = analyse(input.project.spec);
  Result<Network> network = Network::compile(analysis, CompileOptions{1, KernelSet::v2, false, true});
  if (!network) return network.error();
  if (Result<void> done = weightsFromFile(*network, *input.weights, input.data.get(), weightsPlace(input, arguments)); !done) return done.error();
  return flatWeights(*network);
}

}  // namespace glassbox::cli

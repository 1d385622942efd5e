// glassbox-cli new "input 784 | dense 10 | softmax_cross_entropy": a project from one line, on standard output; and of a folder
// with a GPT-2 checkpoint a project with weights.
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/project_input.h"
#include "engine/graph/analysis.h"

#include <filesystem>

namespace glassbox::cli {
namespace {

int newFromFolder(const Arguments& arguments) {
  if (!arguments.has("--save-project")) return wrongUsage(Error(GB_TEXT("cli", "A checkpoint becomes a project and weights beside it: add --save-project OUT.glassbox.")));
  Result<ProjectInput> input = readProjectInput(arguments.positional()[0], arguments);
  if (!input) return refuse(input.error());
  const Result<WeightsRef> saved = saveProjectWithWeights(input->project, *input->weights, arguments.value("--save-project"));
  return saved ? kDone : refuse(saved.error());
}

}  // namespace

int runNew(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(all, {{"--set", Takes::One}, {"--seed", Takes::One}, {"--context", Takes::One}, {"--save-project", Takes::One}});
  if (!arguments) return wrongUsage(arguments.error());
  if (arguments->positional().size() != 1) return wrongUsage(Error(GB_TEXT("cli", "`new` takes one line in quotes, such as \"input 2 | dense 8 tanh | dense 1 | binary_cross_entropy\".")));
  if (std::error_code ignored; std::filesystem::is_directory(arguments->positional()[0], ignored)) return newFromFolder(*arguments);
  for (const char* option : {"--context", "--save-project"})
    if (arguments->has(option)) return wrongUsage(Error(GB_TEXT("cli", "%1 is for a folder with a GPT-2 checkpoint.").arg(option)));
  Project project;
  Result<NetworkSpec> spec = parseLine(arguments->positional()[0]);
  if (!spec) return refuse(spec.error());
  project.spec = *spec;
  project.title = "network";
  for (const std::string& setting : arguments->values("--set"))
    if (Result<void> done = applySetting(project, setting); !done) return refuse(done.error());
  if (arguments->has("--seed"))
    if (Result<void> done = applySetting(project, "seed=" + arguments->value("--seed")); !done) return refuse(done.error());
  for (const Issue& issue : analyse(project.spec).issues) {
    if (issue.severity == Issue::Severity::Error) return refuse(issue.error);
    remark(words(issue.error));
  }
  printLine(writeProject(project));
  return kDone;
}

}  // namespace glassbox::cli

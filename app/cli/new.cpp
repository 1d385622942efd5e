// glassbox-cli new "input 784 | dense 10 | softmax_cross_entropy": a project from one line, on standard output.
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/project_input.h"
#include "engine/graph/analysis.h"

namespace glassbox::cli {

int runNew(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(all, {{"--set", Takes::One}, {"--seed", Takes::One}});
  if (!arguments) return wrongUsage(arguments.error());
  if (arguments->positional().size() != 1) return wrongUsage(Error(GB_TEXT("cli", "`new` takes one line in quotes, such as \"input 2 | dense 8 tanh | dense 1 | binary_cross_entropy\".")));
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

// glassbox-cli doctor: what is wrong with a project, found by a short training.
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/project_input.h"
#include "engine/experiment/doctor.h"

namespace glassbox::cli {

int runDoctor(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(all, {{"--data", Takes::One}, {"--target", Takes::One}, {"--set", Takes::One}, {"--seed", Takes::One}, {"--steps", Takes::One}, {"--json", Takes::None}});
  if (!arguments) return wrongUsage(arguments.error());
  if (arguments->positional().size() != 1) return wrongUsage(Error(GB_TEXT("cli", "`doctor` takes one project.")));
  const Result<std::int64_t> steps = arguments->integer("--steps", 200, 10, 10'000);
  if (!steps) return wrongUsage(steps.error());
  Result<ProjectInput> input = readProjectInput(arguments->positional()[0], *arguments);
  if (!input) return refuse(input.error());
  if (Result<void> done = loadData(*input, *arguments, false); !done) return refuse(done.error());
  for (const Text& text : input->remarks) remark(words(text));
  RunSetup setup;
  setup.spec = std::make_shared<const NetworkSpec>(input->project.spec);
  setup.plan = input->project.plan;
  setup.data = input->data;
  const Result<std::vector<Finding>> findings = examine(setup, {.steps = *steps});
  if (!findings) return refuse(findings.error());
  for (const Finding& f : *findings) {
    if (!arguments->has("--json")) {
      printLine(f.node.empty() ? words(f.sentence) : f.node + ": " + words(f.sentence));
      printLine("  " + words(f.explanation));
      if (!f.cure.empty()) printLine("  " + words(GB_TEXT("cli", "To try: %1").arg(f.cure.label)));
      continue;
    }
    nlohmann::ordered_json evidence;
    for (const Evidence& e : f.evidence) evidence[e.name] = number(e.value);
    printJson({{"kind", name(f.kind)}, {"severity", f.severity == Issue::Severity::Error ? "error" : "warning"}, {"node", f.node}, {"evidence", evidence}, {"sentence", words(f.sentence)},
               {"explanation", words(f.explanation)}, {"formula", f.formula},
               {"cure", {{"change", name(f.cure.change)}, {"key", f.cure.key}, {"value", f.cure.value}, {"node", f.cure.node}, {"label", words(f.cure.label)}}}});
  }
  if (findings->empty() && !arguments->has("--json")) printLine(words(GB_TEXT("cli", "Nothing found.")));
  return kDone;
}

}  // namespace glassbox::cli

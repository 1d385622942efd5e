// glassbox-cli sweep: one or two settings over a grid, several seeds, ranked by validation.
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/project_input.h"
#include "engine/experiment/sweep.h"
#include "engine/io/atomic_file.h"

namespace glassbox::cli {
namespace {

Json jsonOf(const SweepResult& result, std::size_t place) {
  const SweepCell& cell = result.cells[result.ranking[place]];
  Json line{{"rank", place + 1}};
  for (std::size_t axis = 0; axis < result.axes.size(); ++axis) line[result.axes[axis].key] = cell.values[axis];
  if (cell.error) {
    line["error"] = words(*cell.error);
    return line;
  }
  if (cell.runs.empty()) return line;
  line["validation_loss"] = number(cell.meanLoss);
  line["deviation"] = number(cell.lossDeviation);
  if (cell.hasAccuracy) line["validation_accuracy"] = cell.meanAccuracy;
  Json runs = Json::array();
  for (const SweepRun& run : cell.runs)
    runs.push_back({{"seed", run.seed}, {"validation_loss", number(run.loss)}, {"steps", run.steps}, {"reason", name(run.reason)}, {"fingerprint", run.fingerprint}});
  line["runs"] = runs;
  return line;
}

}  // namespace

int runSweepCommand(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(
      all, {{"--vary", Takes::One}, {"--seeds", Takes::One}, {"--trials", Takes::One}, {"--csv", Takes::One}, {"--data", Takes::One}, {"--target", Takes::One},
            {"--set", Takes::One}, {"--seed", Takes::One}, {"--epochs", Takes::One}, {"--steps", Takes::One}, {"--threads", Takes::One}, {"--json", Takes::None}});
  if (!arguments) return wrongUsage(arguments.error());
  if (arguments->positional().size() != 1) return wrongUsage(Error(GB_TEXT("cli", "`sweep` takes one project.")));
  const std::vector<std::string> vary = arguments->values("--vary");
  if (vary.empty() || vary.size() > 2) return wrongUsage(Error(GB_TEXT("cli", "`sweep` needs --vary key=v1,v2,... once or twice.")));
  SweepSetup setup;
  for (const std::string& text : vary) {
    Result<SweepAxis> axis = parseSweepAxis(text);
    if (!axis) return wrongUsage(axis.error());
    setup.axes.push_back(*axis);
  }
  const Result<std::int64_t> seeds = arguments->integer("--seeds", 1, 1, 1000), trials = arguments->integer("--trials", 0, 1, 1'000'000);
  const Result<std::int64_t> threads = arguments->integer("--threads", availableThreads(), 1, 64);
  for (const Result<std::int64_t>* option : {&seeds, &trials, &threads})
    if (!*option) return wrongUsage(option->error());
  setup.seeds = static_cast<int>(*seeds);
  setup.trials = static_cast<int>(*trials);
  setup.parallel = static_cast<int>(*threads);

  Result<ProjectInput> input = readProjectInput(arguments->positional()[0], *arguments);
  if (!input) return refuse(input.error());
  for (const char* limit : {"epochs", "steps"})
    if (const std::string option = std::string("--") + limit; arguments->has(option)) {
      input->project.plan.values.erase(limit[0] == 'e' ? "steps" : "epochs");
      if (Result<void> done = applySetting(input->project, std::string(limit) + "=" + arguments->value(option)); !done) return refuse(done.error());
    }
  if (Result<void> done = loadData(*input, *arguments, false); !done) return refuse(done.error());
  for (const Text& text : input->remarks) remark(words(text));
  setup.run.spec = std::make_shared<const NetworkSpec>(input->project.spec);
  setup.run.plan = input->project.plan;
  setup.run.data = input->data;

  ProgressBar bar;
  if (arguments->has("--csv"))
    if (Result<void> may = checkReplaceable(arguments->value("--csv")); !may) return refuse(may.error());  // before the training that would be lost
  Result<SweepResult> result = runSweep(setup, [&](int done, int count, const SweepCell&) {
    bar.show(static_cast<double>(done) / count, words(GB_TEXT("cli", "run %1 of %2").arg(done).arg(count)));
  });
  bar.clear();
  if (!result) return refuse(result.error());
  for (const Text& text : result->remarks) remark(words(text));
  for (std::size_t place = 0; place < result->ranking.size(); ++place) {
    const Json line = jsonOf(*result, place);
    if (arguments->has("--json")) {
      printJson(line);
      continue;
    }
    std::string text;
    for (const auto& [key, value] : line.items())
      if (key != "runs") text += (text.empty() ? "" : "  ") + key + " " + (value.is_string() ? value.get<std::string>() : value.dump());
    printLine(text);
  }
  if (arguments->has("--csv")) {
    if (Result<void> saved = replaceFile(arguments->value("--csv"), sweepToCsv(*result)); !saved) return refuse(saved.error());
  }
  return kDone;
}

}  // namespace glassbox::cli

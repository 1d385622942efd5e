// glassbox-cli eval: loss, accuracy, scores per class and confusion counts of saved weights.
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/project_input.h"
#include "engine/train/trainer.h"

namespace glassbox::cli {
namespace {

Json report(const Metrics& metrics, const Dataset& data, const std::string& part) {
  Json out{{"part", part}, {"samples", metrics.samples}, {"loss", number(metrics.loss)}};
  if (metrics.hasAccuracy) out["accuracy"] = metrics.accuracy;
  if (metrics.hasExact) out["exact"] = metrics.exact;
  if (metrics.hasR2) out["r2"] = number(metrics.r2);
  if (metrics.classes == 0) return out;
  out["classes"] = Json::array();
  out["confusion"] = Json::array();
  for (std::int64_t c = 0; c < metrics.classes; ++c) {
    const ClassScores s = scoresOf(metrics, c);
    const std::string title = c < data.classes() ? data.classNames[static_cast<std::size_t>(c)] : std::to_string(c);
    out["classes"].push_back({{"name", title}, {"precision", s.precision}, {"recall", s.recall}, {"f1", s.f1}, {"support", s.support}});
    Json row = Json::array();
    for (std::int64_t k = 0; k < metrics.classes; ++k) row.push_back(metrics.confusion[static_cast<std::size_t>(c * metrics.classes + k)]);
    out["confusion"].push_back(row);
  }
  return out;
}

void printWords(const Json& out) {
  for (const char* key : {"part", "samples", "loss", "accuracy", "exact", "r2"})
    if (out.contains(key)) printLine(std::string(key) + " " + (out[key].is_string() ? out[key].get<std::string>() : out[key].dump()));
  if (!out.contains("classes")) return;
  for (const Json& c : out["classes"])
    printLine(c["name"].get<std::string>() + "  precision " + c["precision"].dump() + "  recall " + c["recall"].dump() + "  f1 " + c["f1"].dump() + "  support " + c["support"].dump());
  for (const Json& row : out["confusion"]) printLine(row.dump());
}

}  // namespace

int runEval(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(all, {{"--weights", Takes::One}, {"--data", Takes::One}, {"--target", Takes::One}, {"--context", Takes::One}, {"--json", Takes::None}, {"--set", Takes::One}, {"--seed", Takes::One}});
  if (!arguments) return wrongUsage(arguments.error());
  if (arguments->positional().size() != 1) return wrongUsage(Error(GB_TEXT("cli", "`eval` takes one project.")));
  Result<ProjectInput> input = readProjectInput(arguments->positional()[0], *arguments);
  if (!input) return refuse(input.error());
  if (Result<void> done = loadData(*input, *arguments, true); !done) return refuse(done.error());
  for (const Text& text : input->remarks) remark(words(text));
  Result<std::vector<double>> weights = readWeights(*input, *arguments);
  if (!weights) return refuse(weights.error());
  if (weights->empty()) return refuse(Error(GB_TEXT("cli", "There are no weights to measure: add --weights FILE.")));
  RunSetup setup;
  setup.spec = std::make_shared<const NetworkSpec>(input->project.spec);
  setup.plan = input->project.plan;
  setup.data = input->data;
  Result<std::unique_ptr<Trainer>> trainer = Trainer::create(std::move(setup));
  if (!trainer) return refuse(trainer.error());
  setFlatWeights((*trainer)->network(), *weights);
  const Part part = input->wholeFile || input->data->test == 0 ? Part::Train : Part::Test;
  const Json out = report((*trainer)->evaluate(part), *input->data, input->wholeFile ? "all" : part == Part::Test ? "test" : "train");
  if (arguments->has("--json")) printJson(out);
  else printWords(out);
  return kDone;
}

}  // namespace glassbox::cli

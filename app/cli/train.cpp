// glassbox-cli train: trains a project and prints its curve.
#include <chrono>
#include <thread>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/project_input.h"
#include "engine/io/atomic_file.h"
#include "engine/io/checkpoint.h"
#include "engine/train/trainer.h"

namespace glassbox::cli {
namespace {

/// Turns points and evaluations into lines, one held back so that the last can carry the result.
class CurvePrinter {
 public:
  CurvePrinter(Trainer& trainer, bool json, bool everyStep)
      : m_trainer(trainer), m_json(json), m_everyStep(everyStep), m_steps(planValues(trainer.setup().plan)->steps) {}

  /// Takes what has come; false when nothing had.
  bool drain() {
    bool any = false;
    while (m_trainer.points().pop(m_point)) {
      any = true;
      m_sum += m_point.loss.sum;
      m_count += m_point.count;
      const bool measured = m_point.step % m_trainer.stepsPerEpoch() == 0 || m_point.step == m_steps;
      if (measured) waitForEval();
      if (m_everyStep) emit(m_point.loss.sum / static_cast<double>(m_point.count), measured);
      else if (measured) emit(m_sum / static_cast<double>(m_count), true);
      if (measured) m_sum = 0, m_count = 0;
      showProgress();
    }
    return any;
  }

  /// The last line; `fields` are added to it.
  void finish(const Json& fields) {
    if (m_count > 0 && !m_everyStep) emit(m_sum / static_cast<double>(m_count), false);
    m_bar.clear();
    if (!m_json) {
      flush();
      return;
    }
    Json last = m_held.is_null() ? Json{{"step", 0}, {"epoch", 0}} : m_held;
    for (const auto& [key, value] : fields.items()) last[key] = value;
    printJson(last);
  }

 private:
  void waitForEval() {
    while (m_eval.step != m_point.step && !m_trainer.evals().pop(m_eval)) std::this_thread::sleep_for(std::chrono::microseconds(20));
  }

  void emit(double loss, bool withEval) {
    Json line{{"step", m_point.step}, {"epoch", m_point.epoch}, {"loss", number(loss)}};
    if (withEval) {
      addPart(line, "validation", m_eval.validation);
      addPart(line, "test", m_eval.test);
    }
    const RunStatus status = m_trainer.status();
    line["samples_per_s"] = status.seconds > 0 ? std::round(static_cast<double>(status.samples) / status.seconds) : 0;
    flush();
    m_held = line;
  }

  static void addPart(Json& line, const std::string& part, const Scores& metrics) {
    if (metrics.samples == 0) return;
    line[part + "_loss"] = number(metrics.loss);
    if (metrics.hasAccuracy) line[part + "_accuracy"] = metrics.accuracy;
    if (metrics.hasExact) line[part + "_exact"] = metrics.exact;
    if (metrics.hasR2) line[part + "_r2"] = number(metrics.r2);
  }

  void flush() {
    if (m_held.is_null()) return;
    if (m_json) {
      printJson(m_held);
    } else {
      m_bar.clear();
      std::string line;
      for (const auto& [key, value] : m_held.items()) line += (line.empty() ? "" : "  ") + key + " " + value.dump();
      printLine(line);
    }
    m_held = nullptr;
  }

  void showProgress() {
    const PlanValues plan = *planValues(m_trainer.setup().plan);
    const double perEpoch = static_cast<double>(m_trainer.stepsPerEpoch());
    const double total = plan.steps ? static_cast<double>(plan.steps) : static_cast<double>(plan.epochs) * perEpoch;
    m_bar.show(total > 0 ? static_cast<double>(m_point.step) / total : 0, words(GB_TEXT("cli", "step %1, epoch %2").arg(m_point.step).arg(m_point.epoch)));
  }

  Trainer& m_trainer;
  bool m_json, m_everyStep;
  std::int64_t m_steps;  ///< that the plan sets; 0: no limit
  StepPoint m_point;
  EvalPoint m_eval;
  Json m_held;
  double m_sum = 0;
  std::int64_t m_count = 0;
  ProgressBar m_bar;
};

Result<void> setLength(Project& project, const Arguments& arguments) {
  if (arguments.has("--epochs")) {
    project.plan.values.erase("steps");
    return applySetting(project, "epochs=" + arguments.value("--epochs"));
  }
  if (arguments.has("--steps")) {
    project.plan.values.erase("epochs");
    return applySetting(project, "steps=" + arguments.value("--steps"));
  }
  return {};
}

}  // namespace

int runTrain(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(
      all, {{"--data", Takes::One}, {"--target", Takes::One}, {"--weights", Takes::One}, {"--no-shuffle", Takes::None}, {"--epochs", Takes::One}, {"--steps", Takes::One},
            {"--set", Takes::One}, {"--seed", Takes::One}, {"--threads", Takes::One}, {"--save", Takes::One}, {"--save-project", Takes::One}, {"--log", Takes::One}, {"--context", Takes::One}, {"--json", Takes::None}});
  if (!arguments) return wrongUsage(arguments.error());
  if (arguments->positional().size() != 1) return wrongUsage(Error(GB_TEXT("cli", "`train` takes one project.")));
  const std::string log = arguments->value("--log", "epochs");
  if (log != "epochs" && log != "steps") return wrongUsage(Error(GB_TEXT("cli", "--log is \"%1\"; it must be steps or epochs.").arg(log)));
  Result<std::int64_t> threads = arguments->integer("--threads", std::min(availableThreads(), 8), 1, 64);
  if (!threads) return wrongUsage(threads.error());

  Result<ProjectInput> input = readProjectInput(arguments->positional()[0], *arguments);
  if (!input) return refuse(input.error());
  if (Result<void> done = setLength(input->project, *arguments); !done) return refuse(done.error());
  if (Result<void> done = loadData(*input, *arguments, false); !done) return refuse(done.error());
  for (const Text& text : input->remarks) remark(words(text));

  Result<PlanValues> plan = planValues(input->project.plan);
  if (!plan) return refuse(plan.error());
  const bool noSteps = arguments->value("--steps") == "0";
  if (!noSteps && plan->steps == 0 && plan->epochs == 0 && plan->stopLoss == 0 && plan->seconds == 0 && plan->patience == 0)
    return refuse(Error(GB_TEXT("cli", "The project does not say when to stop: add --epochs N or --steps N.")));

  for (const char* option : {"--save", "--save-project"})  // before the training that would be lost
    if (arguments->has(option))
      if (Result<void> may = checkReplaceable(arguments->value(option)); !may) return refuse(may.error());
  RunSetup setup;
  setup.spec = std::make_shared<const NetworkSpec>(input->project.spec);
  setup.plan = input->project.plan;
  setup.data = input->data;
  setup.threads = static_cast<int>(*threads);
  setup.recordEveryStep = true;
  Result<std::vector<double>> weights = readWeights(*input, *arguments);
  if (!weights) return refuse(weights.error());
  Result<std::unique_ptr<Trainer>> created = Trainer::create(std::move(setup));
  if (!created) return refuse(created.error());
  Trainer& trainer = **created;
  if (!weights->empty()) setFlatWeights(trainer.network(), *weights);

  for (const Text& text : trainer.remarks()) remark(words(text));
  const bool json = arguments->has("--json");
  CurvePrinter printer(trainer, json, log == "steps");
  if (!noSteps) {
    trainer.run();
    while (trainer.running())
      if (!printer.drain()) std::this_thread::sleep_for(std::chrono::microseconds(100));
    printer.drain();
  }
  const RunStatus status = trainer.status();
  Json fields{{"done", true}, {"reason", noSteps ? "steps" : name(status.reason)}, {"fingerprint", trainer.fingerprint()}, {"seconds", status.seconds}};
  if (status.bestStep != 0) {
    fields["best_step"] = status.bestStep;
    fields["best_validation_loss"] = number(status.bestValidation);
  }
  printer.finish(fields);
  if (status.bestStep != 0) remark(words(GB_TEXT("cli", "The weights are those of step %1, where the validation loss was least: %2.").arg(status.bestStep).arg(status.bestValidation)));
  if (!json)
    printLine(words(GB_TEXT("cli", "%1 steps in %2 s, ended by %3, fingerprint %4")
                        .arg(status.step)
                        .arg(std::round(status.seconds * 100) / 100)
                        .arg(noSteps ? "steps" : name(status.reason))
                        .arg(trainer.fingerprint())));

  int end = kDone; // what one of them could not keep the other may
  if (arguments->has("--save"))
    if (Result<void> saved = saveSafetensors(weightsToFile(trainer.network(), input->data.get()), arguments->value("--save")); !saved) end = refuse(saved.error());
  if (arguments->has("--save-project")) {
    const std::filesystem::path path = arguments->value("--save-project");
    Result<WeightsRef> saved = saveProjectWithWeights(input->project, weightsToFile(trainer.network(), input->data.get()), path);
    if (!saved) end = refuse(saved.error());
  }
  if (std::optional<Error> failure = trainer.failure()) return refuse(*failure);
  return end;
}

}  // namespace glassbox::cli

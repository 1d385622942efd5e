// glassbox-cli bench: speed of the ordinary training path, one JSON line a workload.
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <fstream>
#include <sstream>
#include <thread>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/project_input.h"
#include "app/cli/workloads.h"
#include "engine/train/trainer.h"
#include "engine/trace/gradient_check.h"

namespace glassbox::cli {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Processor seconds: of all processes (user, nice, system, irq, ...) and of this one.
struct CpuTimes {
  double all = 0, own = 0;
  Clock::time_point at = Clock::now();

  static CpuTimes now() {
    CpuTimes t;
    std::ifstream stat("/proc/stat");
    std::string word;
    stat >> word;
    const double ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
    for (int i = 0; i < 8; ++i) {
      double value = 0;
      stat >> value;
      if (i != 3 && i != 4) t.all += value / ticks;  // not idle, not waiting for a disk
    }
    t.own = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
    return t;
  }
  /// Cores that other processes used since then.
  double others() const {
    const CpuTimes end = now();
    return std::max(0.0, ((end.all - all) - (end.own - own)) / std::chrono::duration<double>(end.at - at).count());
  }
};

/// Losses before update 0 and before update 20.
std::pair<double, double> firstLosses(Trainer& trainer) {
  trainer.runSteps(21);
  trainer.waitUntilIdle();
  std::pair<double, double> losses;
  StepPoint point;
  while (trainer.points().pop(point)) {
    if (point.step == 1) losses.first = point.loss.sum;
    if (point.step == 21) losses.second = point.loss.sum;
  }
  return losses;
}

double rounded(double value, double unit) { return std::round(value / unit) * unit; }

double timeSteps(Trainer& trainer, std::int64_t steps) {
  const auto start = Clock::now();
  trainer.runSteps(steps);
  trainer.waitUntilIdle();
  return secondsSince(start);
}

void drain(Trainer& trainer) {
  StepPoint point;
  while (trainer.points().pop(point)) {
  }
  EvalPoint eval;
  while (trainer.evals().pop(eval)) {
  }
}

/// One workload's line but for its check values. time(n) runs n steps and returns seconds; each is of so many samples.
template<class Time> Json measureSteps(const std::string& name, int threads, double minTime, std::int64_t samplesPerStep, const Time& time) {
  std::int64_t steps = 1;
  double seconds = 0;
  while ((seconds = time(steps)) < std::min(0.15, minTime / 3)) steps *= 2;
  steps = std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(minTime / (seconds / static_cast<double>(steps)))));
  double best = 0, bestOthers = 9;
  const double quiet = 0.08 + std::max(0, static_cast<int>(std::thread::hardware_concurrency()) - threads);
  for (int attempt = 0; attempt < 5 && bestOthers >= quiet; ++attempt) {
    const CpuTimes before = CpuTimes::now();
    const double perStep = time(steps) / static_cast<double>(steps);
    const double others = before.others();
    if (others < bestOthers) best = perStep, bestOthers = others;
  }
  return Json{{"workload", name}, {"peer", "engine"}, {"threads", threads}, {"samples_per_s", rounded(static_cast<double>(samplesPerStep) / best, 0.01)},
              {"step_us", rounded(best * 1e6, 0.01)}, {"steps", steps}, {"others", rounded(bestOthers, 0.001)}};
}

Json measure(const std::string& name, Trainer& trainer, int threads, double minTime, std::int64_t samplesPerStep) {
  const auto [loss0, loss20] = firstLosses(trainer);
  Json line = measureSteps(name, threads, minTime, samplesPerStep, [&](std::int64_t steps) {
    drain(trainer);
    return timeSteps(trainer, steps);
  });
  line["loss0"] = rounded(loss0, 1e-6);
  line["loss20"] = rounded(loss20, 1e-6);
  return line;
}

/// A network that reads: its check value is the first logit of the last token.
Result<void> benchReading(const Workload& workload, int threads, double minTime) {
  const Reading& reading = *workload.reading;
  const auto count = static_cast<std::int64_t>(reading.tokens.size());
  const auto most = static_cast<int>(std::max<std::int64_t>(count, 1));
  Result<Network> network = Network::compile(analyse(workload.spec), CompileOptions{1, defaultKernelSet(), false, true, most});
  if (!network) return network.error();
  fillWeights(*network, workload);
  fillPast(*network, reading);
  const float* in[] = {reading.tokens.data()};
  std::int64_t call = 0;
  const auto read = [&](Team& team) {
    network->forwardSteps({reading.past + call * count, count, in, reading.wanted}, team);
    call = (call + 1) % reading.calls;
  };
  double logit = 0;
  Team::run(threads, [&](Team& team) {
    read(team);
    const std::span<const float> logits = network->stepOutput();
    logit = logits[logits.size() / static_cast<std::size_t>(reading.wanted) * static_cast<std::size_t>(reading.wanted - 1)];
  });
  Json line = measureSteps(workload.name, threads, minTime, count, [&](std::int64_t steps) {
    const auto start = Clock::now();
    Team::run(threads, [&](Team& team) {
      for (std::int64_t i = 0; i < steps; ++i) read(team);
    });
    return secondsSince(start);
  });
  line["tokens_per_s"] = line["samples_per_s"];
  line["loss0"] = rounded(logit, 1e-6);
  printJson(line);
  return {};
}

Result<void> benchWorkload(const Workload& workload, int threads, double minTime) {
  if (workload.reading) return benchReading(workload, threads, minTime);
  RunSetup setup;
  setup.spec = std::make_shared<const NetworkSpec>(workload.spec);
  setup.plan = workload.plan;
  setup.data = workload.data;
  setup.threads = threads;
  Result<std::unique_ptr<Trainer>> trainer = Trainer::create(std::move(setup));
  if (!trainer) return trainer.error();
  fillWeights((*trainer)->network(), workload);
  const std::int64_t batch = std::min<std::int64_t>(planValues(workload.plan)->batch, workload.data->train);
  printJson(measure(workload.name, **trainer, threads, minTime, batch));
  return {};
}

Result<void> benchProject(const Arguments& arguments, int threads, double minTime) {
  Result<ProjectInput> input = readProjectInput(arguments.value("--project"), arguments);
  if (!input) return input.error();
  if (input->project.data.source.empty() && !arguments.has("--data")) {
    const Analysis analysis = analyse(input->project.spec);
    for (const Issue& issue : analysis.issues)
      if (issue.severity == Issue::Severity::Error) return issue.error;
    input->data = randomData(analysis, 2048, 1);
  } else if (Result<void> loaded = loadData(*input, arguments, false); !loaded) {
    return loaded;
  }
  RunSetup setup;
  setup.spec = std::make_shared<const NetworkSpec>(input->project.spec);
  setup.plan = input->project.plan;
  for (const char* rule : {"steps", "epochs", "stop_loss"}) setup.plan.values.erase(rule);
  setup.data = input->data;
  setup.threads = threads;
  Result<std::unique_ptr<Trainer>> trainer = Trainer::create(std::move(setup));
  if (!trainer) return trainer.error();
  const double perStep = static_cast<double>(input->data->train) / static_cast<double>((*trainer)->stepsPerEpoch());
  printJson(measure(input->project.title, **trainer, threads, minTime, static_cast<std::int64_t>(std::llround(perStep))));
  return {};
}

}  // namespace

int runBench(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(
      all, {{"--workloads", Takes::One}, {"--project", Takes::One}, {"--threads", Takes::One}, {"--min-time", Takes::One}, {"--set", Takes::One}, {"--seed", Takes::One}, {"--data", Takes::One}, {"--target", Takes::One}});
  if (!arguments) return wrongUsage(arguments.error());
  Result<std::int64_t> threads = arguments->integer("--threads", 1, 1, 64);
  Result<double> minTime = arguments->number("--min-time", 0.6, 0.001, 600);
  if (!threads) return wrongUsage(threads.error());
  if (!minTime) return wrongUsage(minTime.error());
  if (arguments->has("--project")) {
    Result<void> done = benchProject(*arguments, static_cast<int>(*threads), *minTime);
    return done ? kDone : refuse(done.error());
  }
  std::string all_names;
  for (const char* name : workloadNames()) all_names += (all_names.empty() ? "" : ",") + std::string(name);
  std::istringstream list(arguments->value("--workloads", all_names));
  for (std::string name; std::getline(list, name, ',');) {
    const std::optional<Workload> workload = findWorkload(name);
    if (!workload) return refuse(Error(GB_TEXT("cli", "There is no workload \"%1\"; known are %2.").arg(name).arg(all_names)));
    if (Result<void> done = benchWorkload(*workload, static_cast<int>(*threads), *minTime); !done) return refuse(done.error());
  }
  return kDone;
}

}  // namespace glassbox::cli

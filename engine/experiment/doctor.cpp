#include "engine/experiment/doctor.h"

#include <algorithm>

#include "engine/experiment/doctor_parts.h"
#include "engine/experiment/sweep.h"
#include "engine/graph/spec_edit.h"

namespace glassbox {
namespace {

constexpr double kMostWork = 5e10;  // arithmetic operations of one short copy
constexpr std::int64_t kLeastSteps = 20;

std::int64_t affordableSteps(const RunSetup& setup, const PlanValues& plan, std::int64_t wanted) {
  const Analysis analysis = analyse(*setup.spec);
  const auto perStep = static_cast<double>(analysis.forwardFlops + analysis.backwardFlops) * plan.batch;
  const auto affordable = static_cast<std::int64_t>(std::min(kMostWork / std::max(perStep, 1.0), 1e9));
  return std::min(wanted, std::max(affordable, kLeastSteps));
}

/// Copies of a repeated group are drawn as one: the finding stands at what they are copies of, and once.
void foldCopies(const NetworkSpec& given, std::vector<Finding>& found) {
  const Analysis analysis = analyse(given);
  std::vector<Finding> kept;
  for (Finding& finding : found) {
    if (!finding.node.empty()) finding.node = analysis.original(finding.node);
    const auto same = [&](const Finding& other) { return other.kind == finding.kind && other.node == finding.node; };
    if (std::none_of(kept.begin(), kept.end(), same)) kept.push_back(std::move(finding));
  }
  std::stable_sort(kept.begin(), kept.end(), [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
  found = std::move(kept);
}

}  // namespace

const char* name(FindingKind kind) {
  static const char* const names[] = {"double_softmax", "zero_init", "symmetric_init", "batch_norm_of_one", "leaked_rows", "class_imbalance", "shuffled_labels", "unscaled_inputs", "not_finite", "diverging",
                                      "vanishing_gradients", "exploding_gradients", "dead_units", "saturated_units", "saturated_attention", "rate_too_small", "rate_too_large"};
  static_assert(std::size(names) == kFindingKinds);
  return names[static_cast<int>(kind)];
}

const char* name(Cure::Change change) {
  static const char* const names[] = {"none", "set", "remove", "insert", "drop_leaked", "balance", "draw_labels"};
  static_assert(std::size(names) == static_cast<int>(Cure::Change::DrawLabels) + 1);
  return names[static_cast<int>(change)];
}

Result<RunSetup> applyCure(RunSetup setup, const Cure& cure) {
  using Change = Cure::Change;
  NetworkSpec spec = *setup.spec;
  const auto takeData = [&](Dataset data) { setup.data = std::make_shared<const Dataset>(std::move(data)); };
  switch (cure.change) {
    case Change::None: return Error(GB_TEXT("engine", "No setting cures this: the data have to change."));
    case Change::Set:
      if (Result<void> done = applySweepValues({{cure.key, {cure.value}}}, {cure.value}, spec, setup.plan); !done) return done.error();
      break;
    case Change::Remove: spec = spec_edit::removeNodes(spec, {cure.node}); break;
    case Change::Insert: {
      NodeId added;
      Result<NetworkSpec> changed = spec_edit::insertAfter(spec, cure.key, cure.node, added);
      if (!changed) return changed.error();
      spec = std::move(*changed);
      break;
    }
    case Change::DropLeaked: takeData(doctor::withTrainingRows(*setup.data, doctor::rowsWithoutLeaks(*setup.data))); break;
    case Change::Balance: takeData(doctor::withTrainingRows(*setup.data, doctor::balancedRows(*setup.data))); break;
    case Change::DrawLabels: takeData(doctor::withDrawnLabels(*setup.data, setup.plan.seed)); break;
  }
  // Weights that were brought belong to the sick network: with another one, or to be drawn otherwise, it begins anew.
  const bool drawn = spec != *setup.spec || cure.key == "init";
  if (drawn) setup.startWeights = {}, setup.start = nullptr;
  setup.spec = std::make_shared<const NetworkSpec>(std::move(spec));
  return setup;
}

Result<std::vector<Finding>> examine(RunSetup setup, const DoctorLimits& limits, const std::stop_token& stop, const std::optional<Lived>& lived) {
  const Result<PlanValues> plan = planValues(setup.plan);
  if (!plan) return plan.error();
  std::vector<Finding> found = examineSetup(setup);
  for (Finding& finding : examineData(setup)) found.push_back(std::move(finding));
  const RunSetup copy = doctor::shortCopy(setup, affordableSteps(setup, *plan, limits.steps));
  Result<doctor::ShortRun> run = doctor::trainShortly(copy, doctor::Watch::OwnBatches, stop);
  if (!run) return run.error();
  if (Result<void> done = doctor::examineLosses(copy, *run, *plan, stop, found); !done) return done.error();
  if (lived) {
    if (lived->weights.size() != run->begin.size()) return Error(GB_TEXT("engine", "The weights are %1 numbers, and this network has %2.").arg(lived->weights.size()).arg(run->begin.size()));
    if (Result<void> done = doctor::examineLived(copy, *run, *lived, *plan, found); !done) return done.error();
    run->end = lived->weights, run->reason = lived->reason;
  }
  if (Result<void> done = doctor::examineUnits(copy, *run, *plan, found); !done) return done.error();
  if (Result<void> done = doctor::examineRate(copy, *run, *plan, stop, found); !done) return done.error();
  if (Result<void> done = doctor::examineLabels(copy, *run, stop, found); !done) return done.error();
  foldCopies(*setup.spec, found);
  return found;
}

}  // namespace glassbox

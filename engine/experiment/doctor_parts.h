// What the doctor's parts share: short trainings of copies, and a network to look into.
#pragma once

#include <optional>

#include "engine/experiment/doctor.h"

namespace glassbox::doctor {

/// Input nodes of the spec, where a cure puts `normalize` behind one that reads numbers; empty without such an input.
NodeId numberInput(const NetworkSpec& spec);

/// Cures that several findings share.
Cure setCure(const std::string& key, const std::string& value, Text label);
Cure rateCure(double rate);
Cure normalizeCure(const NetworkSpec& spec);

/// What a short training has left.
struct ShortRun {
  std::vector<StepPoint> points;
  std::vector<double> begin, end;   ///< flat weights
  std::vector<NodeId> trained;      ///< whose norms the points hold
  StopReason reason = StopReason::None;
  std::int64_t step = 0;
  std::int64_t judged = 0, risen = 0;  ///< steps whose own batch was looked at again, and those that made its loss larger
  double before() const;               ///< loss of the first batch, before any step
  double first() const;                ///< mean loss of the first steps
  double last() const;                 ///< of the last fifth
};

/// `setup` as it is for a short copy: one thread, exact on every computer, and no end but `steps`.
RunSetup shortCopy(RunSetup setup, std::int64_t steps);

/// Trains it. With `watched`, some steps at both ends are judged by the loss of their own batch before and after. Fails when the
/// setup cannot be trained, or when `stop` is asked for.
enum class Watch { Nothing, OwnBatches };
Result<ShortRun> trainShortly(const RunSetup& setup, Watch watch, const std::stop_token& stop);

/// Gives each of them what it finds to say.
Result<void> examineLosses(const RunSetup& setup, const ShortRun& run, const PlanValues& plan, const std::stop_token& stop, std::vector<Finding>& out);
Result<void> examineLived(const RunSetup& setup, const ShortRun& run, const Lived& lived, const PlanValues& plan, std::vector<Finding>& out);
Result<void> examineRate(const RunSetup& setup, const ShortRun& run, const PlanValues& plan, const std::stop_token& stop, std::vector<Finding>& out);
Result<void> examineUnits(const RunSetup& setup, const ShortRun& run, const PlanValues& plan, std::vector<Finding>& out);
Result<void> examineLabels(const RunSetup& setup, const ShortRun& run, const std::stop_token& stop, std::vector<Finding>& out);

/// False where inputs and targets go together as they do not by chance: by one column, or by neighbors.
bool labelsLookDrawn(const Dataset& data);

/// The same data with other training rows: their numbers, in the new order.
Dataset withTrainingRows(const Dataset& data, const std::vector<std::int64_t>& training);
/// Training rows that are not in the test part too.
std::vector<std::int64_t> rowsWithoutLeaks(const Dataset& data);
/// Every class as often as the most frequent one, rows repeated in their order.
std::vector<std::int64_t> balancedRows(const Dataset& data);
/// Targets (and masks) of the training part dealt out by `seed`.
Dataset withDrawnLabels(const Dataset& data, std::uint64_t seed);

Error stopped();

}  // namespace glassbox::doctor

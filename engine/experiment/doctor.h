// The doctor: trains a short copy of a run and names what is wrong with it, with its evidence and the change that would cure it.
#pragma once

#include <string>
#include <vector>

#include "engine/train/trainer.h"

namespace glassbox {

enum class FindingKind { DoubleSoftmax, ZeroInit, BatchNormOfOne, LeakedRows, ClassImbalance, UnscaledInputs, NotFinite, Diverging, VanishingGradients, ExplodingGradients, DeadUnits, RateTooSmall };

/// "double_softmax", ...: as in JSON.
const char* name(FindingKind kind);

/// The experiment: one setting changed, or one node taken out. Both empty: nothing in the project cures it (the data do).
struct Cure {
  std::string key, value;  ///< as in a sweep: "rate" or "dense1.units"
  NodeId remove;
  bool empty() const { return key.empty() && remove.empty(); }
};

struct Finding {
  FindingKind kind = FindingKind::NotFinite;
  Issue::Severity severity = Issue::Severity::Warning;
  NodeId node;             ///< empty: the whole run
  double evidence = 0;     ///< the number that was judged; the sentence says which
  Text sentence, explanation;
  std::string formula;     ///< TeX
  Cure cure;
};

struct DoctorLimits {
  std::int64_t steps = 200;  ///< of the short copy
};

/// What spec, plan and data show without training.
std::vector<Finding> examineSetup(const RunSetup& setup);
std::vector<Finding> examineData(const Dataset& data);

/// All of it, and what a short training shows. The same findings for the same setup. Fails where the setup cannot be trained.
Result<std::vector<Finding>> examine(RunSetup setup, const DoctorLimits& limits = {});

/// The sick run with its cure. Fails for an empty cure.
Result<RunSetup> applyCure(RunSetup setup, const Cure& cure);

}  // namespace glassbox

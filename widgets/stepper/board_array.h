// One array of a traced step as the board shows it, and what is pointed out in it.
#pragma once

#include "engine/trace/trace.h"
#include "widgets/common/theme.h"
#include "widgets/plots/heat_map.h"
#include "widgets/stepper/array_layout.h"

#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace glassbox {

/// Row-major numbers of an array, shared with whoever made them: std::shared_ptr<...>(trace, &trace->entries[i].values).
using ArrayValues = std::shared_ptr<const std::vector<double>>;

struct BoardArray {
  std::string name;      ///< of the trace entry: dense1.weight.grad; no two arrays of a board have the same
  QString title{};       ///< in words: "gradient at h"
  std::string formula{}; ///< TeX of its letter or rule; may be empty
  Shape shape{};
  ArrayValues values{};                              ///< shape.count() of them
  ArrayValues before{};                              ///< the same before a change, to be compared; null: nothing was changed
  std::shared_ptr<const std::vector<bool>> masked{}; ///< true for elements that take no part, as behind a causal mask; null: none
  HeatRamp ramp = HeatRamp::Diverging;               ///< Probability for shares as those of softmax and attention
  std::optional<double> largest{};                   ///< largest finite |value|; found by the board, in one pass, when empty
  BatchAxis batch = BatchAxis::None;                 ///< weights have no samples
  bool gradient = false;
  bool formed = false; ///< what the step makes; otherwise it is read
};

/// An element drawn in a color: what the formula uses.
struct BoardMark {
  ElementRef element;
  ColorRole color = ColorRole::Accent;
};

/// Arrays whose numbers the learner is asked for, by name, with the elements (row-major) that are already known.
using HiddenArrays = std::map<std::string, std::set<std::int64_t>>;

} // namespace glassbox

// Which samples of a data set are looked at, and the mean loss of a network over them.
#pragma once

#include "engine/data/dataset.h"
#include "engine/graph/network.h"

#include <atomic>
#include <optional>
#include <span>
#include <vector>

namespace glassbox {

/// Every n-th row of a part, at most `most` of them: a part may be sorted by class.
std::vector<std::int64_t> spreadRows(RowRange range, std::int64_t most);

/// Mean loss over all items of `rows` that count, as Evaluator has it. Nothing when stopped, or when no item counts.
std::optional<double> meanLoss(Network& network, const Dataset& data, std::span<const std::int64_t> rows, const std::atomic<bool>& stop);

} // namespace glassbox

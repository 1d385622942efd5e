// Runs chosen samples of a data set through a copy of a network, in the caller's thread.
#pragma once

#include "engine/data/dataset.h"
#include "engine/graph/network.h"

#include <atomic>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace glassbox {

/// Every n-th row of a part, at most `most` of them: a part may be sorted by class.
std::vector<std::int64_t> spreadRows(RowRange range, std::int64_t most);

/// Inference over `rows`, network.maxBatch() of them at a time; after each chunk read(first, count) finds what the network wrote
/// for rows[first ...]. False when `stop` became true.
bool runSamples(Network& network, const Dataset& data, std::span<const std::int64_t> rows, const std::atomic<bool>& stop,
                const std::function<void(std::int64_t first, int count)>& read);

/// Mean loss over all items of `rows` that count, as Evaluator has it. Nothing when stopped, or when no item counts.
std::optional<double> meanLoss(Network& network, const Dataset& data, std::span<const std::int64_t> rows, const std::atomic<bool>& stop);

} // namespace glassbox

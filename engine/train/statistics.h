// Measures the statistics that layers such as normalize take from the training data.
#pragma once

#include "engine/data/dataset.h"
#include "engine/graph/network.h"

namespace glassbox {

/// Fills every Statistic weight (mean, deviation) from the training part, layer by layer from the input on.
/// A deviation of 0 (a feature that never changes) becomes 1. Sums are in double, in row order.
void measureStatistics(Network& network, const DatasetPtr& data, Team& team);

}  // namespace glassbox

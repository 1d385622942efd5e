// Whether a data set fits a network: every mismatch is a sentence that names both shapes, never a broadcast.
#pragma once

#include "engine/data/dataset.h"
#include "engine/graph/analysis.h"

namespace glassbox {

/// Every mismatch of a sound network and its data, with the repair where one is known: an input's element count differs
/// from the data's (28x28 pictures fit 784, 1x28x28 and 28x28), the target is not what the loss compares with, there are
/// more classes than outputs, a token has no vector in the Embedding that reads it.
std::vector<Issue> dataIssues(const Analysis& analysis, const Dataset& data);

/// Fails with the first of them.
Result<void> checkDataFits(const Analysis& analysis, const Dataset& data);

/// Index into data.inputs for each input node, in analysis order.
std::vector<std::size_t> fieldsFor(const Analysis& analysis, const Dataset& data);

/// How many tokens the Embeddings that read an input know (the least of them); 0 when none reads it.
std::int64_t vocabularyOf(const Analysis& analysis, const NodeId& input);

}  // namespace glassbox

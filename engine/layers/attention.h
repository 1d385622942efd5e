// What every number inside an attention layer is made of: its stages and explanations.
#pragma once

#include "engine/layers/layer.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

/// Scores before the softmax, and the gradients on the way back; recomputed plainly from what a step records.
std::vector<StageDef> attentionStages();

/// Terms of "out", "in0.grad", the weights' gradients, the caches and the stages.
Explanation explainAttention(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace);

/// NodeDef::moved, for query, key, value, scores, weights and mixed.
std::vector<double> movedAttention(const std::string& array, std::span<const std::int64_t> index, double by, const TraceReader& trace);

}  // namespace glassbox::inline GLASSBOX_REAL_NS

// What rnn, lstm and gru share: sequences, stacked layers, PyTorch's parameters, and how their numbers are explained.
#pragma once

#include "engine/layers/layer.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

/// The description of a recurrent layer but for its texts: parameters, inference, layer, explanations and examples.
/// `key` is "rnn", "lstm" or "gru".
LayerDef recurrentDef(std::string key);

/// "w_ih" of the first layer, "w_ih_l1" of the second; a gradient's ending stays at the end: "hidden_l1.grad".
std::string recurrentName(const std::string& name, std::int64_t layer);

constexpr std::int64_t kMostRecurrentLayers = 16;

/// What a trace shows beside what the layer keeps: slopes, and of an LSTM the squeezed cells, for each layer of the stack.
std::vector<StageDef> recurrentStages(bool lstm);
/// Inner arrays in the order they are computed (NodeDef::stageOrder).
std::vector<std::string> recurrentOrder();

/// Terms of one number of a recurrent layer.
Explanation explainRecurrent(Cell cell, const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace);

/// NodeDef::moved, for sum, recalled, cells and hidden of every layer of the stack.
std::vector<double> movedRecurrent(Cell cell, const std::string& array, std::span<const std::int64_t> index, double by, const TraceReader& trace);

}  // namespace glassbox::inline GLASSBOX_REAL_NS

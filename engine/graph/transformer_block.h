// The transformer block of the line grammar: a group of ordinary nodes, repeated.
#pragma once

#include <span>
#include <string>

#include "engine/core/result.h"
#include "engine/graph/network_spec.h"
#include "engine/layers/layer.h"

namespace glassbox {

/// Title, help and parameters of the block, described as a layer is. It is no layer: a network has the nodes it stands for.
const NodeDef& transformerBlockDef();

/// The layer, loss or block that can be put into a network under this key; null for another word.
const NodeDef* findAddable(const std::string& key);

/// Appends what `transformer_block heads [name=value ...]` stands for behind the node `after` of `spec` and returns the node
/// that the next one reads. It is a group "transformer_block<number>" of layer_norm, attention, add, layer_norm, dense (mlp
/// times the width), gelu, dense, add: the pre-norm block of GPT-2 (Radford et al. 2019).
/// words: what stands behind the key. heads (1), causal (false), repeat (1), mlp (4), dropout (0: none; else behind the
/// attention and behind the second dense layer). `label` names the last add; may be empty.
/// Fails when a word cannot be read, or the width of what comes before is not known.
Result<NodeId> appendTransformerBlock(NetworkSpec& spec, const NodeId& after, std::span<const std::string> words, const std::string& label);

}  // namespace glassbox

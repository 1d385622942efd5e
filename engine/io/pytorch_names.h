// What users call things, made fit for a Python script: identifiers by construction, comments of one line.
#pragma once

#include <string>
#include <string_view>

#include "engine/graph/network_spec.h"

namespace glassbox {

/// What a node is called in the script: "dense1" as it is; a label gets "_layer" behind it, so that it is never a word of
/// Python or of nn.Module, in this version or another. `id` is a node id (isNodeId).
std::string torchName(const NodeId& id);

/// "TransformerBlock1" for "transformer_block1": a class of the group's layers. Whatever the id is, an identifier that ends in
/// `number`, which is the group's own, or in the id's own number.
std::string torchClassName(std::string_view groupId, std::size_t number);

/// The words as they can stand behind a #: control characters, line breaks of any script, marks that turn the direction of
/// writing and what is not UTF-8 are left out, and long words are cut.
std::string torchComment(std::string_view words);

}  // namespace glassbox

// One number for what decides the meaning of a network's weights, so that weights tell when they belong to another network.
#pragma once

#include <string>

#include "engine/graph/network_spec.h"

namespace glassbox {

/// Hash of node ids, types, parameters, shared and bypassed nodes, wires and repeats, as 16 hex digits. Not of shown
/// names, positions or frozen weights, and not of the order in which nodes were added.
std::string specHash(const NetworkSpec& spec);

}  // namespace glassbox

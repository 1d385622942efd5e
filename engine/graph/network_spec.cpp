#include "engine/graph/network_spec.h"

#include <algorithm>

namespace glassbox {
namespace {

template<class Spec> auto findIn(Spec& spec, const NodeId& id) {
  auto at = std::find_if(spec.nodes.begin(), spec.nodes.end(), [&](const NodeSpec& node) { return node.id == id; });
  return at == spec.nodes.end() ? nullptr : &*at;
}

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

const NodeSpec* NetworkSpec::find(const NodeId& id) const { return findIn(*this, id); }
NodeSpec* NetworkSpec::find(const NodeId& id) { return findIn(*this, id); }

std::vector<const Wire*> NetworkSpec::into(const PortRef& port) const {
  std::vector<const Wire*> found;
  for (const Wire& wire : wires)
    if (wire.to == port) found.push_back(&wire);
  return found;
}

NodeId NetworkSpec::freshId(const std::string& key) const {
  for (int number = 1;; ++number) {
    NodeId id = key + std::to_string(number);
    if (!find(id)) return id;
  }
}

bool isNodeId(std::string_view text) {
  return !text.empty() && text.size() <= 40 && isLetter(text[0]) &&
         std::all_of(text.begin(), text.end(), [](char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '_'; });
}

}  // namespace glassbox

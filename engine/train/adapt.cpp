#include "engine/train/adapt.h"

#include <algorithm>

#include "engine/graph/analysis.h"

namespace glassbox {

namespace {

bool isSet(const NodeSpec& node, const char* key) { return node.params.find(key) != nullptr; }

/// The data's shape; as a row where that is what the network can take (pictures into a dense layer).
std::string shapeFor(NetworkSpec spec, const NodeId& input, const Shape& shape) {
  for (const std::string& candidate : {shape.str(), std::to_string(shape.count())}) {
    spec.find(input)->params.set("shape", candidate);
    if (analyse(spec).sound()) return candidate;
  }
  return shape.str();
}

/// A dense layer, new from the palette, that gives the scores of the classes.
bool isFreshOutput(const NetworkSpec& spec, const NodeSpec& node) {
  if (node.key != "dense" || isSet(node, "units") || isSet(node, "classes")) return false;
  return std::any_of(spec.wires.begin(), spec.wires.end(), [&](const Wire& wire) {
    const NodeSpec* reader = wire.from.node == node.id ? spec.find(wire.to.node) : nullptr;
    return reader && reader->key == "softmax_cross_entropy";
  });
}

std::int64_t vocabulary(const Dataset& data) { return static_cast<std::int64_t>(data.vocabulary.size()); }

/// Of an embedding.
std::int64_t tokensOf(const NodeSpec& node) {
  const ParamValue* set = node.params.find("tokens");
  const ParamDef* def = findParam(findNode("embedding")->params, "tokens");
  const ParamValue& value = set ? *set : def->fallback;
  const std::int64_t* count = std::get_if<std::int64_t>(&value);
  return count ? *count : 0;
}

bool followsClasses(const NodeSpec& node) {
  const ParamValue* classes = node.params.find("classes");
  return classes && *classes == ParamValue(std::string("auto"));
}

/// Whether a layer of as many units as classes reads the embedding's table: then both must have as many rows.
bool sharesTable(const NetworkSpec& spec, const NodeSpec& embedding) {
  return std::any_of(spec.nodes.begin(), spec.nodes.end(), [&](const NodeSpec& node) { return node.weightsOf == embedding.id && followsClasses(node); });
}

bool hasWrongSize(const NetworkSpec& spec, const NodeSpec& embedding, const Dataset& data) {
  const std::int64_t tokens = tokensOf(embedding), wanted = vocabulary(data);
  return tokens < wanted || (tokens > wanted && wanted == data.classes() && sharesTable(spec, embedding));
}

Adapted adapt(const NetworkSpec& spec, const Dataset& data, bool freshToo) {
  Adapted out{spec, {}};
  const auto inputs = std::count_if(spec.nodes.begin(), spec.nodes.end(), [](const NodeSpec& node) { return node.key == "input"; });
  for (NodeSpec& node : out.spec.nodes) {
    if (freshToo && node.key == "input" && inputs == 1 && data.inputs.size() == 1 && !isSet(node, "shape") && data.inputs[0].type.element == Element::Number) {
      const std::string shape = shapeFor(spec, node.id, data.inputs[0].type.shape);
      node.params.set("shape", shape);
      out.changes.push_back(GB_TEXT("engine", "%1 now has the shape %2 of the data.").arg(nodeTitle(spec, node.id)).arg(shape));
    }
    if (node.key == "embedding" && hasWrongSize(spec, node, data)) {
      node.params.set("tokens", vocabulary(data));
      out.changes.push_back(GB_TEXT("engine", "%1 now has %2 vectors, one for each token of the data.").arg(nodeTitle(spec, node.id)).arg(vocabulary(data)));
    }
    if (data.classes() < 2) continue;
    const ParamValue* units = node.params.find("units");
    const bool fresh = freshToo && isFreshOutput(spec, node);
    if (!fresh && !followsClasses(node)) continue;
    if (units && *units == ParamValue(data.classes())) continue;
    if (fresh) node.params.set("classes", std::string("auto"));
    node.params.set("units", data.classes());
    out.changes.push_back(GB_TEXT("engine", "%1 now has %2 units, one for each class of the data.").arg(nodeTitle(spec, node.id)).arg(data.classes()));
  }
  return out;
}

}  // namespace

Adapted adaptToData(const NetworkSpec& spec, const Dataset& data) { return adapt(spec, data, false); }
Adapted adaptFreshToData(const NetworkSpec& spec, const Dataset& data) { return adapt(spec, data, true); }

}  // namespace glassbox

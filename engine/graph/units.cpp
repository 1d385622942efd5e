#include "engine/graph/units.h"

namespace glassbox {
NodeUnits unitsOf(const Analysis& analysis, const NodeId& node) {
  NodeUnits units;
  const NodeSpec* spec = analysis.spec->find(node);
  const PortType* out = analysis.typeOf({node, "out"});
  if (!spec || !out || out->element != Element::Number || analysis.nodes.at(node).def->inputs.empty()) return units;
  const Shape& shape = out->shape;
  if (spec->key == "attention") {
    units.kind = UnitKind::Head;
    units.count = analysis.nodes.at(node).params.integer("heads");
  } else if (shape.rank() == 3) {
    units.kind = UnitKind::Channel;
    units.count = shape[0];
    units.inner = shape.count() / shape[0];
  } else if (shape.rank() >= 1) {
    units.kind = shape.rank() == 1 ? UnitKind::Neuron : UnitKind::Feature;
    units.count = shape.back();
    units.outer = shape.count() / shape.back();
  }
  return units;
}

} // namespace glassbox

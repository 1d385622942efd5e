#include "engine/train/adapt.h"

#include "engine/graph/analysis.h"

namespace glassbox {

Adapted adaptToData(const NetworkSpec& spec, const Dataset& data) {
  Adapted out{spec, {}};
  if (data.classes() < 2) return out;
  for (NodeSpec& node : out.spec.nodes) {
    const ParamValue* classes = node.params.find("classes");
    const ParamValue* units = node.params.find("units");
    if (!classes || *classes != ParamValue(std::string("auto"))) continue;
    if (units && *units == ParamValue(data.classes())) continue;
    node.params.set("units", data.classes());
    out.changes.push_back(GB_TEXT("engine", "%1 now has %2 units, one for each class of the data.").arg(nodeTitle(spec, node.id)).arg(data.classes()));
  }
  return out;
}

}  // namespace glassbox

// Panels of building: the code beside the diagram, finding a layer, gradients on the wires.
#pragma once

#include "panels.h"

namespace glassbox::test {

void addBuildPanels(std::vector<Panel>& panels);

} // namespace glassbox::test

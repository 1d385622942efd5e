// Panels of comparing: networks side by side in columns.
#pragma once

#include "panels.h"

namespace glassbox::test {

void addSideBySidePanels(std::vector<Panel>& panels);

} // namespace glassbox::test

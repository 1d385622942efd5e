// The pictures of the Look tab that need a network of their own, as panels.
#pragma once

#include "panels.h"

namespace glassbox::test {

void addLookPanels(std::vector<Panel>& panels);

} // namespace glassbox::test

// What belongs to the whole program: the page of settings, and the list of commands.
#pragma once

#include "panels.h"

namespace glassbox::test {

void addProgramPanels(std::vector<Panel>& panels);

} // namespace glassbox::test

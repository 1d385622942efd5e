// Panels of the learners: list with its head, report, class table, nickname.
#pragma once

#include "panels.h"

namespace glassbox::test {

void addLearnerPanels(std::vector<Panel>& panels);

} // namespace glassbox::test

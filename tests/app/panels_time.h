// Panels of the views over time and of language: histograms, attention, embedding, landscape, generated text.
#pragma once

#include "panels.h"

namespace glassbox::test {

void addTimePanels(std::vector<Panel>& panels);

} // namespace glassbox::test

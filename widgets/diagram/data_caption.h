// What the data tile shows of a data set: its name, how much there is, and a picture of samples.
#pragma once

#include "engine/data/dataset.h"
#include "widgets/diagram/diagram_content.h"

namespace glassbox {

DataCaption captionOf(const Dataset& data);

} // namespace glassbox

// What the diagram lights for a stop of a step: its node and wires, and the numbers that are known by then.
#pragma once

#include "widgets/diagram/diagram_content.h"
#include "widgets/stepper/stepper.h"

namespace glassbox {

/// Forward: the node and the wires into it. Backward: the node and the wires out of it, which bring the gradient. Values stand on
/// a node once its forward stop is reached, gradients once its backward stop is. Of one sample, and of nodes with few numbers only.
/// Where the gradients of a layer's weights are formed, the wires into it are lit too. `element` is the number that is explained:
/// where it is a weight's, the weight is marked. `hidden`: a quiz, the numbers of this stop are not to be seen.
DiagramFlow lightOf(const StepView& view, int stop, int sample, const std::string& element = {}, bool hidden = false);

/// Weights and biases of small layers as the traced step has them, and its loss; in a quiz without the loss.
DiagramLive liveOf(const StepView& view, bool quiz = false);

} // namespace glassbox

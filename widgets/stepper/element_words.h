// How an element of a trace is called and coloured on the screen.
#pragma once

#include "engine/trace/trace.h"
#include "widgets/common/theme.h"

#include <QString>

namespace glassbox {

/// What an array is, by the direction it belongs to: the colour of its numbers and of the tint behind a link to them.
enum class ArrayRole { Forward, Backward, Weight };
ArrayRole roleOf(const TraceEntry& entry);

/// Fwd, Bwd, or for a weight the colour of its sign.
ColorRole inkOf(ArrayRole role, double value);
ColorRole tintOf(ArrayRole role);

/// "Gradient at the output of Dense 1", "Weights of Dense 1", "Input".
QString arrayTitle(const NetworkSpec& spec, const TraceEntry& entry);
/// The same where there is little room: "δ Dense 1", "W Dense 1".
QString shortArrayTitle(const NetworkSpec& spec, const TraceEntry& entry);
/// TeX of the letter that stands for an array in formulas; its own rule where it has one; may be empty.
std::string letterOf(const NetworkSpec& spec, const TraceEntry& entry);
/// "Gradient of one weight": what kind of number an element is.
QString elementTitle(const TraceEntry& entry);

} // namespace glassbox

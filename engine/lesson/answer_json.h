// An answer to a question in files of progress and in reports: a number, the key of a choice or region, or a drawn curve.
#pragma once

#include "engine/io/json_reader.h"
#include "engine/io/json_writer.h"
#include "engine/lesson/lab_state.h"

namespace glassbox {

/// `name` is what a fault calls it: the question.
AnswerValue readAnswer(JsonValue value, const std::string& name, JsonFaults& faults);
void writeAnswer(JsonWriter& out, const AnswerValue& answer);

/// The axes that stand in an object beside other keys: "metric", "steps", "least", "most".
CurveAxes readAxes(JsonReader& from);
/// A list of heights that lie on the paper.
std::vector<double> readHeights(JsonValue list, const CurveAxes& axes, std::string_view name, JsonFaults& faults);

}  // namespace glassbox

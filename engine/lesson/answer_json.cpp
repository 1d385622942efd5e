#include "engine/lesson/answer_json.h"

#include <algorithm>

#include "engine/lesson/lesson_reader.h"

namespace glassbox {
namespace {

constexpr double kLargest = 1e300, kHighest = 1e30;
constexpr std::int64_t kMostSteps = 100'000'000;

}  // namespace

CurveAxes readAxes(JsonReader& from) {
  JsonFaults& faults = from.faults();
  CurveAxes axes;
  axes.metric = from.text("metric");
  const auto known = drawnMetrics();
  if (faults.ok() && std::find(known.begin(), known.end(), axes.metric) == known.end())
    faults.report(*from.value().find("metric"), GB_TEXT("engine", "\"metric\" is \"%1\"; it should be one of %2.").arg(axes.metric.substr(0, 60)).arg(listOf(known)));
  axes.steps = from.integer("steps", 1, kMostSteps);
  axes.least = from.number("least", -kHighest, kHighest);
  axes.most = from.number("most", -kHighest, kHighest);
  if (faults.ok() && axes.least >= axes.most) faults.report(*from.value().find("most"), GB_TEXT("engine", "\"most\" should be larger than \"least\"."));
  return axes;
}

std::vector<double> readHeights(JsonValue list, const CurveAxes& axes, std::string_view name, JsonFaults& faults) {
  std::vector<double> heights;
  if (!faults.ok()) return heights;
  if (list.kind() != JsonKind::Array || list.size() < 2 || list.size() > DrawnCurve::kMostPoints) {
    faults.report(list, GB_TEXT("engine", "A drawn curve is a list of 2 to %1 heights.").arg(DrawnCurve::kMostPoints));
    return heights;
  }
  list.forEach([&](JsonValue item) { heights.push_back(JsonReader::numberOf(item, name, axes.least, axes.most, faults)); });
  return heights;
}

AnswerValue readAnswer(JsonValue value, const std::string& name, JsonFaults& faults) {
  if (value.kind() == JsonKind::Text) return value.text();
  if (value.kind() != JsonKind::Object) return JsonReader::numberOf(value, name, -kLargest, kLargest, faults);
  JsonReader from(value, faults);
  DrawnCurve curve;
  from.require("drawn");
  const auto heights = from.any("drawn");
  curve.axes = readAxes(from);
  if (heights) curve.heights = readHeights(*heights, curve.axes, "drawn", faults);
  from.finish();
  return curve;
}

void writeAnswer(JsonWriter& out, const AnswerValue& answer) {
  if (const double* number = std::get_if<double>(&answer)) return out.number(*number);
  if (const std::string* key = std::get_if<std::string>(&answer)) return out.text(*key);
  const DrawnCurve& curve = std::get<DrawnCurve>(answer);
  out.beginObject(JsonWriter::Form::Inline);
  out.key("drawn");
  out.beginArray(JsonWriter::Form::Inline);
  for (const double height : curve.heights) out.number(height);
  out.end();
  out.text("metric", curve.axes.metric);
  out.integer("steps", curve.axes.steps);
  out.number("least", curve.axes.least);
  out.number("most", curve.axes.most);
  out.end();
}

}  // namespace glassbox

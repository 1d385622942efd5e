// What the learner set and drew: points on the plane, pictures drawn with the mouse.
#include <algorithm>

#include "engine/data/generators/generators.h"
#include "engine/data/generators/plane.h"

namespace glassbox::generators {
namespace {

/// Classes up to the largest number in use; names where the spec has them. Fails with fewer than two classes in use.
template<class Item> Result<void> setClasses(Dataset& data, const DataSpec& spec, const std::vector<Item>& items) {
  int most = static_cast<int>(spec.classNames.size()) - 1;
  for (const Item& item : items) {
    if (item.classIndex < 0 || item.classIndex >= 1000)
      return Error(GB_TEXT("engine", "%1 is no class: classes count from 0 to 999.").arg(item.classIndex));
    most = std::max(most, item.classIndex);
  }
  if (std::all_of(items.begin(), items.end(), [&](const Item& item) { return item.classIndex == items[0].classIndex; }))
    return Error(GB_TEXT("engine", "All belong to one class: there is nothing to tell apart."), {},
                 GB_TEXT("engine", "Add some of another class."));
  data.classNames = spec.classNames;
  for (int c = static_cast<int>(data.classNames.size()); c <= most; ++c) data.classNames.push_back("class " + std::to_string(c));
  data.task = taskOfClasses(data.classes());
  return {};
}

Result<Dataset> makePoints(const DataSpec& spec) {
  if (spec.points.empty())
    return Error(GB_TEXT("engine", "No point has been set yet."), {}, GB_TEXT("engine", "Click on the plane, or paint on it."));
  Dataset data = classPlane(static_cast<std::int64_t>(spec.points.size()), 2);
  if (Result<void> done = setClasses(data, spec, spec.points); !done) return done.error();
  for (std::size_t i = 0; i < spec.points.size(); ++i)
    setPoint(data, static_cast<std::int64_t>(i), spec.points[i].x, spec.points[i].y, spec.points[i].classIndex);
  data.notes.push_back(GB_TEXT("engine", "The %1 points are yours and lie in the project.").arg(spec.points.size()));
  return data;
}

Result<Dataset> makeCurve(const DataSpec& spec) {
  if (spec.points.empty())
    return Error(GB_TEXT("engine", "No point has been set yet."), {}, GB_TEXT("engine", "Click on the plane, or paint on it."));
  Dataset data = regressionData(static_cast<std::int64_t>(spec.points.size()), 1);
  for (std::size_t i = 0; i < spec.points.size(); ++i) {
    data.inputs[0].numbers[i] = static_cast<float>(spec.points[i].x);
    data.target.numbers[i] = static_cast<float>(spec.points[i].y);
  }
  data.notes.push_back(GB_TEXT("engine", "The %1 points are yours and lie in the project.").arg(spec.points.size()));
  return data;
}

Result<Dataset> makeDrawings(const DataSpec& spec) {
  if (spec.drawings.empty())
    return Error(GB_TEXT("engine", "Nothing has been drawn yet."), {}, GB_TEXT("engine", "Draw with the mouse, and say what it is."));
  const DrawnPicture& first = spec.drawings[0];
  const std::size_t pixels = static_cast<std::size_t>(first.width) * static_cast<std::size_t>(first.height);
  Dataset data;
  data.train = static_cast<std::int64_t>(spec.drawings.size());
  data.inputs.resize(1);
  data.inputs[0].name = "x";
  data.inputs[0].type.shape = Shape{1, first.height, first.width};
  data.inputs[0].divisor = 255;
  data.inputs[0].bytes = Buffer<std::uint8_t>(pixels * spec.drawings.size());
  data.target.name = "y";
  data.target.numbers = Buffer<float>(spec.drawings.size());
  if (Result<void> done = setClasses(data, spec, spec.drawings); !done) return done.error();
  for (std::size_t i = 0; i < spec.drawings.size(); ++i) {
    const DrawnPicture& drawing = spec.drawings[i];
    if (drawing.width != first.width || drawing.height != first.height || drawing.pixels.size() != pixels)
      return Error(GB_TEXT("engine", "Drawing %1 has another size than the first.").arg(i + 1), {},
                   GB_TEXT("engine", "Remove it and draw it again."));
    std::copy(drawing.pixels.begin(), drawing.pixels.end(), data.inputs[0].bytes.begin() + i * pixels);
    data.target.numbers[i] = static_cast<float>(drawing.classIndex);
  }
  data.notes.push_back(GB_TEXT("engine", "The %1 drawings are yours and lie in the project.").arg(spec.drawings.size()));
  data.notes.push_back(GB_TEXT("engine", "Each pixel is a byte and becomes x / 255."));
  return data;
}

GeneratorDef own(std::string key, Text title, Text help, Result<Dataset> (*make)(const DataSpec& spec)) {
  GeneratorDef def;
  def.key = std::move(key);
  def.title = std::move(title);
  def.help = std::move(help);
  def.shares = {0, 0};
  def.makeOwn = make;
  return def;
}

} // namespace

const GeneratorDef& painted() {
  static const GeneratorDef def = own("painted", GB_TEXT("engine", "Painted points"),
                                      GB_TEXT("engine", "Points that you set on the plane yourself, of as many classes as you like: the "
                                                        "quickest way to see what a network can part and what it cannot."),
                                      makePoints);
  return def;
}

const GeneratorDef& curvePoints() {
  static const GeneratorDef def = own("curve_points", GB_TEXT("engine", "Points of your curve"),
                                      GB_TEXT("engine", "Points that you set yourself: x is the input, y the number to be predicted. See what "
                                                        "curve a network lays through them, and what it does where there are none."),
                                      makeCurve);
  return def;
}

const GeneratorDef& drawings() {
  static const GeneratorDef def =
      own("drawings", GB_TEXT("engine", "Your drawings"),
          GB_TEXT("engine", "Pictures that you drew with the mouse. A few of each class are enough to see a network learn your hand."),
          makeDrawings);
  return def;
}

} // namespace glassbox::generators

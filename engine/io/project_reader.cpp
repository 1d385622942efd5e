// The text of a project, read strictly.
#include <cmath>
#include <limits>
#include <unordered_set>

#include "engine/io/base64.h"
#include "engine/io/folding.h"
#include "engine/io/json_reader.h"
#include "engine/io/project.h"

namespace glassbox {
namespace {

// More than any screen or school needs; what lies beyond would only make the program slow.
constexpr std::size_t kMaxNodes = 10'000;
constexpr std::size_t kMaxRuns = 10'000;
constexpr std::size_t kMaxSettings = 1'000;
constexpr double kMaxPosition = 1e6;
constexpr double kMaxCoordinate = 1e9;
constexpr std::int64_t kMaxClasses = 1'000;
constexpr std::int64_t kMaxDrawing = 1'024;
constexpr std::int64_t kMaxRepeat = 1'000;

using Names = std::unordered_set<std::string>;

ParamValue readValue(JsonValue value, JsonFaults& faults) {
  switch (value.kind()) {
    case JsonKind::Flag: return value.flag();
    case JsonKind::Text: return value.text();
    case JsonKind::Number:
      if (!value.isWhole()) return *value.real();
      if (const std::optional<std::int64_t> whole = value.whole()) return *whole;
      faults.report(value, GB_TEXT("engine", "The whole number %1 is too large; %2 is the largest.")
                               .arg(std::string(value.number().substr(0, 40)))
                               .arg(kJsonWhole));
      return false;
    default: faults.report(value, GB_TEXT("engine", "A setting should be a number, words in quotes, true or false.")); return false;
  }
}

Params readParams(JsonReader& from, std::string_view key) {
  Params params;
  const auto object = from.object(key);
  if (!object) return params;
  if (object->size() > kMaxSettings)
    from.faults().report(*object, GB_TEXT("engine", "There are %1 settings here; %2 is the most.").arg(object->size()).arg(kMaxSettings));
  else object->forEachMember([&](JsonValue name, JsonValue value) { params.set(name.text(), readValue(value, from.faults())); });
  return params;
}

NodeId readNodeId(JsonReader& from, std::string_view key) {
  NodeId id = from.text(key);
  if (from.faults().ok() && !isNodeId(id))
    from.faults().report(
        *from.value().find(key),
        GB_TEXT("engine", "\"%1\" is not a name for a node: letters, digits and _, a letter first, at most 40.").arg(id.substr(0, 60)));
  return id;
}

void requireNode(const Names& nodes, const NodeId& id, JsonValue at, JsonFaults& faults) {
  if (!nodes.contains(id)) faults.report(at, GB_TEXT("engine", "There is no node \"%1\" in this network.").arg(id.substr(0, 60)));
}

NodeSpec readNode(JsonValue value, JsonFaults& faults) {
  JsonReader from(value, faults);
  NodeSpec node;
  node.id = readNodeId(from, "id");
  node.key = readNodeId(from, "type");
  node.params = readParams(from, "params");
  node.name = from.text("name", "");
  node.weightsOf = from.text("weights_of", "");
  node.frozen = from.flag("frozen", false);
  node.bypassed = from.flag("bypassed", false);
  from.finish();
  return node;
}

/// "dense1.out": a node has no point in its name, so the first one divides.
PortRef readPort(JsonReader& from, std::string_view key, const Names& nodes) {
  const std::string words = from.text(key);
  if (!from.faults().ok()) return {};
  const JsonValue at = *from.value().find(key);
  const std::size_t point = words.find('.');
  if (point == std::string::npos || !isNodeId(words.substr(point + 1))) {
    from.faults().report(
        at, GB_TEXT("engine", "\"%1\" is not a port: write the node, a point and the port, as in dense1.out.").arg(words.substr(0, 60)));
    return {};
  }
  PortRef port{words.substr(0, point), words.substr(point + 1)};
  requireNode(nodes, port.node, at, from.faults());
  return port;
}

GroupSpec readGroup(JsonValue value, const Names& nodes, JsonFaults& faults) {
  JsonReader from(value, faults);
  GroupSpec group;
  group.id = readNodeId(from, "id");
  group.name = from.text("name", "");
  from.require("members");
  if (const auto members = from.array("members"))
    members->forEach([&](JsonValue member) {
      if (!faults.ok()) return;
      group.members.push_back(JsonReader::textOf(member, "members", faults));
      requireNode(nodes, group.members.back(), member, faults);
    });
  group.repeat = static_cast<int>(from.integer("repeat", 1, kMaxRepeat, 1));
  from.finish();
  return group;
}

void refuseSecond(Names& names, const std::string& name, JsonReader& from, JsonValue item) {
  if (!names.insert(name).second) {
    const std::optional<JsonValue> id = item.find("id");
    from.faults().report(id ? *id : item, GB_TEXT("engine", "The name \"%1\" is given twice.").arg(name.substr(0, 60)));
  }
}

/// `nodes` receives the names of all nodes.
NetworkSpec readNetwork(JsonValue value, Names& nodes, JsonFaults& faults) {
  JsonReader from(value, faults);
  NetworkSpec spec;
  from.require("nodes");
  if (const auto list = from.array("nodes")) {
    if (list->size() > kMaxNodes)
      faults.report(*list, GB_TEXT("engine", "The network has %1 nodes; %2 is the most.").arg(list->size()).arg(kMaxNodes));
    list->forEach([&](JsonValue item) {
      if (!faults.ok()) return;
      spec.nodes.push_back(readNode(item, faults));
      refuseSecond(nodes, spec.nodes.back().id, from, item);
    });
    std::size_t next = 0;  // a node may use the weights of a later one
    list->forEach([&](JsonValue item) {
      if (!faults.ok()) return;
      const NodeId& source = spec.nodes[next++].weightsOf;
      if (!source.empty()) requireNode(nodes, source, *item.find("weights_of"), faults);
    });
  }
  if (const auto list = from.array("wires"))
    list->forEach([&](JsonValue item) {
      if (!faults.ok()) return;
      JsonReader wire(item, faults);
      PortRef start = readPort(wire, "from", nodes);
      PortRef end = readPort(wire, "to", nodes);
      wire.finish();
      spec.wires.push_back({std::move(start), std::move(end)});
    });
  Names groups;
  if (const auto list = from.array("groups"))
    list->forEach([&](JsonValue item) {
      if (!faults.ok()) return;
      spec.groups.push_back(readGroup(item, nodes, faults));
      refuseSecond(groups, spec.groups.back().id, from, item);
    });
  from.finish();
  return spec;
}

Layout readLayout(JsonValue value, const Names& nodes, const Names& groups, JsonFaults& faults) {
  Layout layout;
  value.forEachMember([&](JsonValue key, JsonValue item) {
    if (!faults.ok()) return;
    const NodeId id = key.text();
    if (const std::string group = groupOfTile(id); group.empty() || !groups.contains(group)) requireNode(nodes, id, key, faults);
    JsonReader from(item, faults);
    Position& position = layout[id];
    position.x = from.number("x", -kMaxPosition, kMaxPosition);
    position.y = from.number("y", -kMaxPosition, kMaxPosition);
    from.finish();
  });
  return layout;
}

int readClass(JsonReader& from, const DataSpec& data) {
  const auto index = from.integer("class", 0, kMaxClasses - 1);
  if (from.faults().ok() && !data.classNames.empty() && index >= static_cast<std::int64_t>(data.classNames.size()))
    from.faults().report(
        *from.value().find("class"),
        GB_TEXT("engine", "Class %1 does not exist: %2 classes are named, and they count from 0.").arg(index).arg(data.classNames.size()));
  return static_cast<int>(index);
}

DrawnPicture readDrawing(JsonValue value, const DataSpec& data, JsonFaults& faults) {
  JsonReader from(value, faults);
  DrawnPicture drawing;
  drawing.classIndex = readClass(from, data);
  drawing.width = static_cast<int>(from.integer("width", 1, kMaxDrawing));
  drawing.height = static_cast<int>(from.integer("height", 1, kMaxDrawing));
  const std::optional<std::vector<std::uint8_t>> pixels = fromBase64(from.text("pixels"));
  from.finish();
  if (!faults.ok()) return drawing;
  const JsonValue at = *value.find("pixels");
  if (!pixels) faults.report(at, GB_TEXT("engine", "The pixels of this drawing are not base64."));
  else if (pixels->size() != static_cast<std::size_t>(drawing.width) * static_cast<std::size_t>(drawing.height))
    faults.report(
        at,
        GB_TEXT("engine", "This drawing has %1 pixels; %2 x %3 were promised.").arg(pixels->size()).arg(drawing.width).arg(drawing.height));
  else drawing.pixels = *pixels;
  return drawing;
}

DataSpec readData(JsonValue value, JsonFaults& faults) {
  JsonReader from(value, faults);
  DataSpec data;
  data.source = from.text("source", "");
  data.params = readParams(from, "params");
  data.path = from.text("path", "");
  data.bytes = from.integer("bytes", 0, kJsonWhole, 0);
  data.hash = from.hash("hash", 0);
  data.seed = from.seed("seed", data.seed);
  if (const auto shares = from.object("shares")) {
    JsonReader parts(*shares, faults);
    data.shares.validation = parts.number("validation", 0, 1, 0);
    data.shares.test = parts.number("test", 0, 1, 0);
    parts.finish();
    if (data.shares.validation + data.shares.test > 1)
      faults.report(*shares, GB_TEXT("engine", "The shares of the parts are together more than 1."));
  }
  if (const auto names = from.array("classes"))
    names->forEach([&](JsonValue name) { data.classNames.push_back(JsonReader::textOf(name, "classes", faults)); });
  if (const auto points = from.array("points"))
    points->forEach([&](JsonValue item) {
      if (!faults.ok()) return;
      JsonReader point(item, faults);
      const double x = point.number("x", -kMaxCoordinate, kMaxCoordinate);
      const double y = point.number("y", -kMaxCoordinate, kMaxCoordinate);
      data.points.push_back({x, y, readClass(point, data)});
      point.finish();
    });
  if (const auto drawings = from.array("drawings"))
    drawings->forEach([&](JsonValue item) {
      if (faults.ok()) data.drawings.push_back(readDrawing(item, data, faults));
    });
  from.finish();
  return data;
}

TrainingPlan readPlan(JsonValue value, JsonFaults& faults) {
  JsonReader from(value, faults);
  TrainingPlan plan;
  plan.seed = from.seed("seed", plan.seed);
  plan.values = readParams(from, "params");
  from.finish();
  return plan;
}

/// A number of a curve: a loss may have been infinite, or no number at all.
double readCurveNumber(JsonValue value, std::string_view name, JsonFaults& faults) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (value.isText("nan")) return std::numeric_limits<double>::quiet_NaN();
  if (value.isText("inf")) return kInfinity;
  if (value.isText("-inf")) return -kInfinity;
  return JsonReader::numberOf(value, name, -kInfinity, kInfinity, faults);
}

/// One list of a curve, put into the points by `put`. Fails when it is not as long as the list of steps.
template<class Put> void readColumn(JsonReader& from, std::string_view key, std::vector<RecordedPoint>& points, const Put& put) {
  const auto column = from.array(key);
  if (!column) return;
  if (column->size() != points.size()) {
    from.faults().report(*column, GB_TEXT("engine", "\"%1\" has %2 values and \"step\" has %3: they should have as many.")
                                      .arg(key)
                                      .arg(column->size())
                                      .arg(points.size()));
    return;
  }
  std::size_t next = 0;
  column->forEach([&](JsonValue item) { put(points[next++], item); });
}

std::vector<RecordedPoint> readCurve(JsonValue value, JsonFaults& faults) {
  JsonReader from(value, faults);
  std::vector<RecordedPoint> points;
  from.require("step");
  from.require("mean");
  const auto steps = from.array("step");
  if (!steps || !faults.ok()) return points;
  if (steps->size() > Project::kMaxCurvePoints) {
    faults.report(*steps, GB_TEXT("engine", "This curve has %1 points; %2 is the most.").arg(steps->size()).arg(Project::kMaxCurvePoints));
    return points;
  }
  points.resize(steps->size());
  std::int64_t last = 0;
  readColumn(from, "step", points, [&](RecordedPoint& point, JsonValue item) {
    point.step = JsonReader::integerOf(item, "step", 0, kJsonWhole, faults);
    if (point.step < last)
      faults.report(item, GB_TEXT("engine", "Step %1 stands behind step %2: steps of a curve should ascend.").arg(point.step).arg(last));
    last = point.step;
  });
  readColumn(from, "count", points,
             [&](RecordedPoint& point, JsonValue item) { point.count = JsonReader::integerOf(item, "count", 1, kJsonWhole, faults); });
  // Smallest and largest are only written where they are not the mean.
  readColumn(from, "mean", points,
             [&](RecordedPoint& point, JsonValue item) { point.min = point.max = point.mean = readCurveNumber(item, "mean", faults); });
  readColumn(from, "min", points, [&](RecordedPoint& point, JsonValue item) { point.min = readCurveNumber(item, "min", faults); });
  readColumn(from, "max", points, [&](RecordedPoint& point, JsonValue item) { point.max = readCurveNumber(item, "max", faults); });
  from.finish();
  return points;
}

/// `earlier` holds the names of the runs before this one.
RecordedRun readRun(JsonValue value, const Names& earlier, JsonFaults& faults) {
  JsonReader from(value, faults);
  RecordedRun run;
  run.id = from.text("id");
  run.name = from.text("name", "");
  run.color = static_cast<int>(from.integer("color", 0, 1'000, 0));
  run.parent = from.text("parent", "");
  if (!run.parent.empty() && !earlier.contains(run.parent))
    faults.report(*value.find("parent"),
                  GB_TEXT("engine", "No run \"%1\" stands before this one, which branched from it.").arg(run.parent.substr(0, 60)));
  run.branchStep = from.integer("branch_step", 0, kJsonWhole, 0);
  if (const auto network = from.object("network")) {
    Names nodes;
    run.network = readNetwork(*network, nodes, faults);
  }
  if (const auto plan = from.object("training")) run.plan = readPlan(*plan, faults);
  run.dataHash = from.hash("data_hash", 0);
  if (value.find("validation_seed")) run.validationSeed = static_cast<std::uint64_t>(from.integer("validation_seed", 0, kJsonWhole));
  if (const auto changes = from.array("changes"))
    changes->forEach([&](JsonValue item) {
      if (!faults.ok()) return;
      JsonReader change(item, faults);
      LiveChange& last = run.changes.emplace_back();
      last.step = change.integer("step", 0, kJsonWhole);
      last.key = change.text("key");
      change.require("value");
      if (const auto now = change.any("value")) last.value = readValue(*now, faults);
      change.finish();
    });
  run.steps = from.integer("steps", 0, kJsonWhole, 0);
  run.ended = from.text("ended", "");
  run.fingerprint = from.text("fingerprint", "");
  run.notes = from.text("notes", "");
  run.overlaid = from.flag("overlaid", false);
  if (const auto curves = from.object("curves"))
    curves->forEachMember([&](JsonValue key, JsonValue curve) {
      if (faults.ok()) run.curves[key.text()] = readCurve(curve, faults);
    });
  from.finish();
  return run;
}

WeightsRef readWeights(JsonValue value, JsonFaults& faults) {
  JsonReader from(value, faults);
  WeightsRef weights;
  weights.file = from.text("file");
  weights.hash = from.text("hash");
  from.hash("hash", 0);  // asks for 16 digits
  from.finish();
  // Opening a project must not reach out of its folder.
  const bool plain = weights.file.ends_with(".safetensors") && weights.file.find('/') == std::string::npos;
  if (faults.ok() && !plain)
    faults.report(*value.find("file"),
                  GB_TEXT("engine", "\"%1\" is not the name of a weights file beside the project.").arg(weights.file.substr(0, 60)));
  return weights;
}

void checkVersion(JsonReader& from) {
  const std::optional<JsonValue> version = from.any("glassbox");
  if (!version) {
    from.faults().report(from.value(), GB_TEXT("engine", "This is not a project: \"glassbox\" with the file version is missing."),
                         GB_TEXT("engine", "Open a file that ends in .glassbox."));
    return;
  }
  const std::int64_t number = JsonReader::integerOf(*version, "glassbox", 1, kJsonWhole, from.faults());
  if (number > Project::kVersion)
    from.faults().report(*version,
                         GB_TEXT("engine", "A newer Glassbox saved this project: its file version is %1, and this program reads up to %2.")
                             .arg(number)
                             .arg(Project::kVersion),
                         GB_TEXT("engine", "Open it with the newer Glassbox."));
}

}  // namespace

Result<Project> parseProject(std::string_view bytes, const std::string& place) {
  const Result<JsonDocument> document = parseJson(bytes, {place});
  if (!document) return document.error();
  JsonFaults faults;
  JsonReader from(document->root(), faults);
  checkVersion(from);  // first: of a newer file nothing else would make sense
  Project project;
  Names nodes;
  from.require("network");
  project.title = from.text("title", "");
  if (const auto network = from.object("network")) project.spec = readNetwork(*network, nodes, faults);
  if (const auto layout = from.object("layout")) {
    Names groups;
    for (const GroupSpec& group : project.spec.groups) groups.insert(group.id);
    project.layout = readLayout(*layout, nodes, groups, faults);
  }
  if (const auto data = from.object("data")) project.data = readData(*data, faults);
  if (const auto plan = from.object("training")) project.plan = readPlan(*plan, faults);
  Names runs;
  if (const auto list = from.array("runs")) {
    if (list->size() > kMaxRuns)
      faults.report(*list, GB_TEXT("engine", "The project has %1 runs; %2 is the most.").arg(list->size()).arg(kMaxRuns));
    list->forEach([&](JsonValue item) {
      if (!faults.ok()) return;
      project.runs.push_back(readRun(item, runs, faults));
      refuseSecond(runs, project.runs.back().id, from, item);
    });
  }
  project.shownRun = from.text("shown_run", "");
  if (faults.ok() && !project.shownRun.empty() && !runs.contains(project.shownRun))
    faults.report(*document->root().find("shown_run"), GB_TEXT("engine", "There is no run \"%1\" in this project.").arg(project.shownRun.substr(0, 60)));
  if (const auto weights = from.object("weights")) project.weights = readWeights(*weights, faults);
  from.finish();
  if (!faults.ok()) return faults.first();
  return project;
}

}  // namespace glassbox

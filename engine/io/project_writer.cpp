// The text of a project: what equals its default is left out, except what a later version might choose otherwise.
#include <algorithm>
#include <cmath>

#include "engine/core/even_groups.h"
#include "engine/io/atomic_file.h"
#include "engine/io/base64.h"
#include "engine/io/folding.h"
#include "engine/io/json_writer.h"
#include "engine/io/project.h"

namespace glassbox {
namespace {

using Form = JsonWriter::Form;

void writeValue(JsonWriter& out, const ParamValue& value) {
  if (auto flag = std::get_if<bool>(&value)) out.flag(*flag);
  else if (auto whole = std::get_if<std::int64_t>(&value)) out.integer(*whole);
  else if (auto number = std::get_if<double>(&value)) out.number(*number);
  else out.text(std::get<std::string>(value));
}

void writeText(JsonWriter& out, std::string_view key, const std::string& value) {
  if (value.empty()) return;
  out.text(key, value);
}

void writeParams(JsonWriter& out, const Params& params) {
  if (params.values().empty()) return;
  out.key("params");
  out.beginObject(Form::Inline);
  for (const auto& [key, value] : params.values()) {
    out.key(key);
    writeValue(out, value);
  }
  out.end();
}

/// A list of items, each written by `write`; nothing when there are none.
template<class Items, class Write>
void writeList(JsonWriter& out, std::string_view key, const Items& items, const Write& write, Form form = Form::Lines) {
  if (items.empty()) return;
  out.key(key);
  out.beginArray(form);
  for (const auto& item : items) write(item);
  out.end();
}

void writeNode(JsonWriter& out, const NodeSpec& node) {
  out.beginObject(Form::Inline);
  out.text("id", node.id);
  out.text("type", node.key);
  writeParams(out, node.params);
  writeText(out, "name", node.name);
  writeText(out, "weights_of", node.weightsOf);
  for (const auto& [key, on] : {std::pair("frozen", node.frozen), std::pair("bypassed", node.bypassed)}) {
    if (!on) continue;
    out.flag(key, true);
  }
  out.end();
}

void writeNetwork(JsonWriter& out, const NetworkSpec& spec) {
  out.key("network");
  out.beginObject();
  out.key("nodes");
  out.beginArray();
  for (const NodeSpec& node : spec.nodes) writeNode(out, node);
  out.end();
  writeList(out, "wires", spec.wires, [&](const Wire& wire) {
    out.beginObject(Form::Inline);
    out.text("from", wire.from.node + "." + wire.from.port);
    out.text("to", wire.to.node + "." + wire.to.port);
    out.end();
  });
  writeList(out, "groups", spec.groups, [&](const GroupSpec& group) {
    out.beginObject(Form::Inline);
    out.text("id", group.id);
    writeText(out, "name", group.name);
    out.key("members");
    out.beginArray();
    for (const NodeId& member : group.members) out.text(member);
    out.end();
    out.integer("repeat", group.repeat);
    out.end();
  });
  out.end();
}

void writeLayout(JsonWriter& out, const Layout& layout, const NetworkSpec& spec) {
  out.key("layout");
  out.beginObject();
  std::vector<NodeId> ids;
  for (const NodeSpec& node : spec.nodes) ids.push_back(node.id);
  for (const GroupSpec& group : spec.groups) ids.push_back(groupTile(group.id));
  std::sort(ids.begin(), ids.end());
  for (const auto& [id, position] : layout) {
    if (!std::binary_search(ids.begin(), ids.end(), id)) continue;
    out.key(id);
    out.beginObject(Form::Inline);
    out.number("x", position.x);
    out.number("y", position.y);
    out.end();
  }
  out.end();
}

void writeData(JsonWriter& out, const DataSpec& data) {
  out.key("data");
  out.beginObject();
  writeText(out, "source", data.source);
  writeParams(out, data.params);
  writeText(out, "path", data.path);
  if (data.bytes != 0) {
    out.integer("bytes", data.bytes);
  }
  if (data.hash != 0) {
    out.text("hash", hexDigits(data.hash));
  }
  out.seed("seed", data.seed);
  out.key("shares");
  out.beginObject(Form::Inline);
  out.number("validation", data.shares.validation);
  out.number("test", data.shares.test);
  out.end();
  writeList(
      out, "classes", data.classNames, [&](const std::string& name) { out.text(name); }, Form::Inline);
  writeList(out, "points", data.points, [&](const PaintedPoint& point) {
    out.beginObject(Form::Inline);
    out.number("x", point.x);
    out.number("y", point.y);
    out.integer("class", point.classIndex);
    out.end();
  });
  writeList(out, "drawings", data.drawings, [&](const DrawnPicture& drawing) {
    out.beginObject(Form::Inline);
    out.integer("class", drawing.classIndex);
    out.integer("width", drawing.width);
    out.integer("height", drawing.height);
    out.text("pixels", toBase64(drawing.pixels));
    out.end();
  });
  out.end();
}

void writePlan(JsonWriter& out, const TrainingPlan& plan) {
  out.key("training");
  out.beginObject(Form::Inline);
  out.seed("seed", plan.seed);
  writeParams(out, plan.values);
  out.end();
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// Column by column, a line each: a quarter of the text that points one by one would take.
void writeCurve(JsonWriter& out, const std::vector<RecordedPoint>& points) {
  const auto column = [&](std::string_view key, const auto& write) {
    out.key(key);
    out.beginArray(Form::Inline);
    for (const RecordedPoint& point : points) write(point);
    out.end();
  };
  const auto every = [&](const auto& holds) { return std::all_of(points.begin(), points.end(), holds); };
  out.beginObject();
  column("step", [&](const RecordedPoint& point) { out.integer(point.step); });
  if (!every([](const RecordedPoint& point) { return point.count == 1; }))
    column("count", [&](const RecordedPoint& point) { out.integer(point.count); });
  column("mean", [&](const RecordedPoint& point) { out.number(point.mean); });
  if (!every([](const RecordedPoint& point) { return same(point.min, point.mean) && same(point.max, point.mean); })) {
    column("min", [&](const RecordedPoint& point) { out.number(point.min); });
    column("max", [&](const RecordedPoint& point) { out.number(point.max); });
  }
  out.end();
}

void writeRun(JsonWriter& out, const RecordedRun& run) {
  out.beginObject();
  out.text("id", run.id);
  writeText(out, "name", run.name);
  out.integer("color", run.color);
  writeText(out, "parent", run.parent);
  if (run.branchStep != 0) {
    out.integer("branch_step", run.branchStep);
  }
  if (run.network) writeNetwork(out, *run.network);
  writePlan(out, run.plan);
  out.text("data_hash", hexDigits(run.dataHash));
  if (run.validationSeed) out.integer("validation_seed", static_cast<std::int64_t>(*run.validationSeed));
  writeList(out, "changes", run.changes, [&](const LiveChange& change) {
    out.beginObject(Form::Inline);
    out.integer("step", change.step);
    out.text("key", change.key);
    out.key("value");
    writeValue(out, change.value);
    out.end();
  });
  out.integer("steps", run.steps);
  writeText(out, "ended", run.ended);
  writeText(out, "fingerprint", run.fingerprint);
  writeText(out, "notes", run.notes);
  if (run.overlaid) out.flag("overlaid", true);
  if (!run.curves.empty()) {
    out.key("curves");
    out.beginObject();
    for (const auto& [key, points] : run.curves) {
      out.key(key);
      writeCurve(out, points.size() > Project::kMaxCurvePoints ? thinned(points, Project::kMaxCurvePoints) : points);
    }
    out.end();
  }
  out.end();
}

}  // namespace

const RecordedRun* Project::shown() const {
  if (shownRun.empty()) return runs.empty() ? nullptr : &runs.back();
  const auto found = std::find_if(runs.begin(), runs.end(), [&](const RecordedRun& run) { return run.id == shownRun; });
  return found == runs.end() ? nullptr : &*found;
}

std::string writeProject(const Project& project) {
  JsonWriter out;
  out.beginObject();
  out.integer("glassbox", Project::kVersion);
  out.text("title", project.title);
  writeNetwork(out, project.spec);
  writeLayout(out, project.layout, project.spec);
  writeData(out, project.data);
  writePlan(out, project.plan);
  writeList(out, "runs", project.runs, [&](const RecordedRun& run) { writeRun(out, run); });
  writeText(out, "shown_run", project.shownRun);
  if (!project.weights.file.empty()) {
    out.key("weights");
    out.beginObject(Form::Inline);
    out.text("file", project.weights.file);
    out.text("hash", project.weights.hash);
    out.end();
  }
  out.end();
  return out.take();
}

RecordedCurves curvesUntil(RecordedCurves curves, std::int64_t step) {
  for (auto& [name, points] : curves) {
    const auto behind = std::find_if(points.begin(), points.end(), [&](const RecordedPoint& point) { return point.step > step; });
    points.erase(behind, points.end());
  }
  return curves;
}

std::vector<RecordedPoint> thinned(std::vector<RecordedPoint> curve, std::size_t limit) {
  if (curve.size() <= limit) return curve;
  std::size_t kept = 0, i = 0;
  for (const std::size_t end : evenGroups(curve.size(), [&](std::size_t at) { return curve[at].count; }, std::max<std::size_t>(1, limit)).ends) {
    RecordedPoint merged = curve[i];
    for (++i; i < end; ++i) {
      const RecordedPoint& next = curve[i];
      const double before = static_cast<double>(merged.count), after = static_cast<double>(next.count);
      merged.mean = (merged.mean * before + next.mean * after) / (before + after);
      merged.min = std::fmin(merged.min, next.min);
      merged.max = std::fmax(merged.max, next.max);
      merged.count += next.count;
      merged.step = next.step;
    }
    curve[kept++] = merged;
  }
  curve.resize(kept);
  return curve;
}

}  // namespace glassbox

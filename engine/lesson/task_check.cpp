// The vocabulary of conditions. Add a kind: one function and one entry of the table.
#include "engine/lesson/task_check.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/lesson/check_support.h"
#include "engine/lesson/least_squares.h"
#include "engine/trace/trace.h"

namespace glassbox {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// ---- metric -------------------------------------------------------------------------------------------------------------

const Scores& partOf(const RunRecord& run, const std::string& part) {
  return part == "train" ? run.train : part == "test" ? run.test : run.validation;
}

Text metricLabel(const std::string& metric, const std::string& part) {
  const int row = metric == "loss" ? 0 : metric == "accuracy" ? 1 : 2;
  const int column = part == "train" ? 0 : part == "validation" ? 1 : 2;
  const Text labels[3][3] = {
      {GB_TEXT("engine", "Training loss"), GB_TEXT("engine", "Validation loss"), GB_TEXT("engine", "Test loss")},
      {GB_TEXT("engine", "Training accuracy"), GB_TEXT("engine", "Validation accuracy"), GB_TEXT("engine", "Test accuracy")},
      {GB_TEXT("engine", "Training R2"), GB_TEXT("engine", "Validation R2"), GB_TEXT("engine", "Test R2")}};
  return labels[row][column];
}

ConditionState readMetric(const Params& params, const LabState& state) {
  const std::string& metric = params.words("metric");
  const Scores& measured = partOf(state.now, params.words("part"));
  ConditionState out;
  out.label = metricLabel(metric, params.words("part"));
  std::optional<double> now;
  if (measured.samples > 0) {
    if (metric == "loss") now = measured.loss;
    if (metric == "accuracy" && measured.hasAccuracy) now = measured.accuracy;
    if (metric == "r2" && measured.hasR2) now = measured.r2;
  }
  double unit = 1;
  if (params.words("relative_to") == "least_squares") {
    const Result<LeastSquares> best = state.data ? leastSquares(*state.data) : Result<LeastSquares>(Error());
    if (!best) {
      out.now.number = now;
      out.bound = Bound::AtMost;
      return out;
    }
    unit = best->loss;
  }
  compareWithBounds(out, params, now, unit);
  return out;
}

Result<void> soundMetric(const Params& params) {
  if (params.words("relative_to") == "least_squares" && (params.words("metric") != "loss" || params.words("part") != "train"))
    return Error(GB_TEXT("engine", "Least squares give a training loss to compare with: use metric \"loss\" and part \"train\"."));
  return needBound(params);
}

// ---- weight_near --------------------------------------------------------------------------------------------------------

/// What the weight should be by least squares; nothing where the network is not one dense layer on these data.
std::optional<double> bestValue(const std::string& element, const LabState& state) {
  const Result<ElementRef> ref = parseElement(element);
  const Result<LeastSquares> best = state.data ? leastSquares(*state.data) : Result<LeastSquares>(Error());
  if (!ref || !best || state.weights.size() != 2) return std::nullopt;
  const bool isBias = ref->name.ends_with(".bias");
  const std::int64_t index = flatIndex(isBias ? best->biasShape : best->weightShape, ref->index);
  if (index < 0) return std::nullopt;
  return (isBias ? best->bias : best->weight)[static_cast<std::size_t>(index)];
}

ConditionState readWeightNear(const Params& params, const LabState& state) {
  const std::string& element = params.words("weight");
  const std::string symbol = params.words("symbol").empty() ? element : params.words("symbol");
  const bool bySquares = params.words("target") == "least_squares";
  ConditionState out;
  out.bound = Bound::AtMost;
  out.needed.number = params.number("within");
  out.label = bySquares ? GB_TEXT("engine", "Distance of %1 from its best value").arg(symbol)
                        : GB_TEXT("engine", "Distance of %1 from %2").arg(symbol).arg(params.number("value"));
  const std::optional<double> now = weightAt(state, element);
  const std::optional<double> target = bySquares ? bestValue(element, state) : params.number("value");
  if (!now || !target) return out;
  out.now.number = std::abs(*now - *target);
  out.met = *out.now.number <= params.number("within");
  return out;
}

Result<void> soundWeightNear(const Params& params) {
  if (Result<ElementRef> ref = parseElement(params.words("weight")); !ref) return ref.error();
  return {};
}

// ---- count --------------------------------------------------------------------------------------------------------------

/// Units of all dense layers but the last one.
std::int64_t hiddenUnits(const Analysis& analysis) {
  std::int64_t sum = 0, last = 0;
  for (const NodeId& id : analysis.order) {
    const NodeAnalysis& node = analysis.nodes.at(id);
    if (!node.known || !node.params.has("units")) continue;
    sum += std::exchange(last, node.params.integer("units"));
  }
  return sum;
}

std::int64_t layersOf(const Analysis& analysis, const std::string& type) {
  return std::count_if(analysis.order.begin(), analysis.order.end(), [&](const NodeId& id) {
    const NodeSpec* node = analysis.spec ? analysis.spec->find(id) : nullptr;
    return node && (type.empty() ? analysis.nodes.at(id).parameters > 0 : node->key == type);
  });
}

ConditionState readCount(const Params& params, const LabState& state) {
  const std::string &of = params.words("of"), &type = params.words("type");
  ConditionState out;
  std::int64_t now = 0;
  if (of == "parameters") {
    out.label = GB_TEXT("engine", "Parameters");
    now = state.analysis.parameters;
  } else if (of == "layers") {
    out.label = type.empty() ? GB_TEXT("engine", "Layers with weights") : GB_TEXT("engine", "Layers of type %1").arg(type);
    now = layersOf(state.analysis, type);
  } else if (of == "hidden_units") {
    out.label = GB_TEXT("engine", "Hidden units");
    now = hiddenUnits(state.analysis);
  } else if (of == "steps") {
    out.label = GB_TEXT("engine", "Steps");
    now = state.now.steps;
  } else {
    out.label = GB_TEXT("engine", "Runs");
    now = static_cast<std::int64_t>(state.earlier.size()) + (state.now.steps > 0);
  }
  compareWithBounds(out, params, static_cast<double>(now));
  return out;
}

// ---- setting ------------------------------------------------------------------------------------------------------------

ConditionState readSetting(const Params& params, const LabState& state) {
  const ParamDef& def = *findParam(planParams(), params.words("key"));
  ConditionState out;
  out.label = def.label;
  std::vector<ParamValue> inForce{valueOf(state.now.plan, def)};  // at the start and after each live change
  for (const LiveChange& change : state.now.changes)
    if (change.key == def.key) inForce.push_back(change.value);
  const bool byWords = !params.words("is").empty();
  for (const ParamValue& value : inForce) {
    if (byWords) {
      out.met = writeParam(value) == params.words("is");
      out.now.words = GB_TEXT("engine", "%1").arg(writeParam(value));
      out.needed.words = GB_TEXT("engine", "%1").arg(params.words("is"));
    } else {
      const Result<ParamValue> number = checkParam(numberParam(def.key, {}, {}, 0, -kInfinity, kInfinity), value);
      compareWithBounds(out, params, number ? std::optional(std::get<double>(*number)) : std::nullopt);
    }
    if (!out.met) return out;  // one value outside is enough, and it is the one to be shown
  }
  return out;
}

Result<void> soundSetting(const Params& params) {
  const ParamDef* def = findParam(planParams(), params.words("key"));
  if (!def) return complete(planParams(), Params{{params.words("key"), false}}).error();
  if (params.words("is").empty()) return needBound(params);
  if (Result<ParamValue> value = readParam(*def, params.words("is")); !value) return value.error();
  return {};
}

// ---- origin -------------------------------------------------------------------------------------------------------------

Text originWords(WeightOrigin origin) {
  switch (origin) {
    case WeightOrigin::Drawn: return GB_TEXT("engine", "initial weights");
    case WeightOrigin::ByHand: return GB_TEXT("engine", "by hand");
    case WeightOrigin::Training: return GB_TEXT("engine", "by training");
    case WeightOrigin::Both: break;
  }
  return GB_TEXT("engine", "by hand and by training");
}

ConditionState readOrigin(const Params& params, const LabState& state) {
  const WeightOrigin wanted = params.words("by") == "hand" ? WeightOrigin::ByHand : WeightOrigin::Training;
  ConditionState out;
  out.label = GB_TEXT("engine", "How the weights were found");
  out.now.words = originWords(state.now.origin());
  out.needed.words = originWords(wanted);
  out.met = state.now.origin() == wanted;
  return out;
}

// ---- same_data ----------------------------------------------------------------------------------------------------------

ConditionState readSameData(const Params&, const LabState& state) {
  const Text lessons = GB_TEXT("engine", "of this lesson"), others = GB_TEXT("engine", "changed");
  ConditionState out;
  out.label = GB_TEXT("engine", "Data");
  out.met = state.data && state.data->hash == state.startData;
  out.now.words = out.met ? lessons : others;
  out.needed.words = lessons;
  return out;
}

// ---- answers: what is needed is not shown -------------------------------------------------------------------------------

ConditionState readNumber(const Params& params, const LabState& state) {
  ConditionState out;
  out.label = GB_TEXT("engine", "Your answer");
  const auto at = state.answers.find(params.words("question"));
  const double* answer = at == state.answers.end() ? nullptr : std::get_if<double>(&at->second);
  if (!answer) return out;
  out.now.number = *answer;
  std::optional<double> right = params.number("value");
  if (const Figure* figure = findFigure(params.words("value_of"))) right = figure->read(state, 0.5);
  out.met = right && std::abs(*answer - *right) <= params.number("within");
  return out;
}

/// What the lab works out is not written down a second time.
Result<void> soundNumber(const Params& params) {
  if (std::isinf(params.number("value")) != params.words("value_of").empty()) return {};
  return Error(GB_TEXT("engine", "The right answer is either \"value\" or \"value_of\": give one of the two."));
}

/// "parameters", ...: figures, or nothing.
ParamDef valueOfParam() {
  std::vector<ParamChoice> choices{{"", GB_TEXT("engine", "a value")}};
  for (const Figure& figure : allFigures()) choices.push_back({figure.key, figure.label});
  return choiceParam("value_of", GB_TEXT("engine", "Value of"), GB_TEXT("engine", "The figure that is the right answer, as the lab works it out."), "", std::move(choices));
}

ConditionState readChoice(const Params& params, const LabState& state) {
  ConditionState out;
  out.label = GB_TEXT("engine", "Your answer");
  const auto at = state.answers.find(params.words("question"));
  const std::string* answer = at == state.answers.end() ? nullptr : std::get_if<std::string>(&at->second);
  if (!answer) return out;
  out.now.words = GB_TEXT("engine", "%1").arg(*answer);
  out.met = *answer == params.words("is");
  return out;
}

/// Without "within" it is enough that the curve was drawn and the run has come to the end of its axis.
ConditionState readDrawn(const Params& params, const LabState& state) {
  ConditionState out;
  const double most = params.number("within");
  const auto at = state.answers.find(params.words("question"));
  const DrawnCurve* drawn = at == state.answers.end() ? nullptr : std::get_if<DrawnCurve>(&at->second);
  const std::optional<double> distance = drawn ? meanDistance(*drawn, state.curves) : std::nullopt;
  out.met = distance && *distance <= most;
  if (std::isinf(most)) {
    out.label = GB_TEXT("engine", "Your curve and the measured one");
    out.needed.words = GB_TEXT("engine", "done");
    out.now.words = out.met ? out.needed.words : GB_TEXT("engine", "not yet");
    return out;
  }
  out.label = GB_TEXT("engine", "Distance of your curve");
  out.bound = Bound::AtMost;
  out.needed.number = most;
  out.now.number = distance;
  return out;
}

// ---- the table ----------------------------------------------------------------------------------------------------------

ParamDef words(std::string key, Text label, Text help) { return wordsParam(std::move(key), std::move(label), std::move(help), ""); }
ParamDef number(std::string key, Text label, Text help, double fallback, double min) {
  return numberParam(std::move(key), std::move(label), std::move(help), fallback, min, kInfinity);
}

std::vector<CheckDef> makeTable() {
  const ParamDef question = words("question", GB_TEXT("engine", "Question"), GB_TEXT("engine", "Which question of the lesson."));
  std::vector<CheckDef> table;
  table.push_back({"metric", GB_TEXT("engine", "A figure of the model as it is now lies within bounds."),
                   {choiceParam("metric", GB_TEXT("engine", "Figure"), GB_TEXT("engine", "What is measured."), "loss",
                                {{"loss", GB_TEXT("engine", "loss")}, {"accuracy", GB_TEXT("engine", "accuracy")}, {"r2", GB_TEXT("engine", "R2")}}),
                    choiceParam("part", GB_TEXT("engine", "Part"), GB_TEXT("engine", "On which part of the data."), "test",
                                {{"train", GB_TEXT("engine", "training set")}, {"validation", GB_TEXT("engine", "validation set")}, {"test", GB_TEXT("engine", "test set")}}),
                    choiceParam("relative_to", GB_TEXT("engine", "Relative to"), GB_TEXT("engine", "The bounds are multiples of this."), "one",
                                {{"one", GB_TEXT("engine", "1")}, {"least_squares", GB_TEXT("engine", "least-squares loss")}}),
                    atMostParam(), atLeastParam()},
                   {"metric", "part"}, soundMetric, readMetric});
  table.push_back({"weight_near", GB_TEXT("engine", "One weight lies near a value, or near its least-squares value."),
                   {words("weight", GB_TEXT("engine", "Weight"), GB_TEXT("engine", "Such as dense1.weight[0,0].")),
                    words("symbol", GB_TEXT("engine", "Symbol"), GB_TEXT("engine", "What the page calls it.")),
                    choiceParam("target", GB_TEXT("engine", "Target"), GB_TEXT("engine", "What it should be near."), "value",
                                {{"value", GB_TEXT("engine", "a value")}, {"least_squares", GB_TEXT("engine", "least squares")}}),
                    number("value", GB_TEXT("engine", "Value"), GB_TEXT("engine", "Used with the target \"value\"."), 0, -kInfinity),
                    number("within", GB_TEXT("engine", "Within"), GB_TEXT("engine", "The largest distance that passes."), 0, 0)},
                   {"weight", "target", "within"}, soundWeightNear, readWeightNear});
  table.push_back({"count", GB_TEXT("engine", "Something that is counted lies within bounds."),
                   {choiceParam("of", GB_TEXT("engine", "Of"), GB_TEXT("engine", "What is counted."), "parameters",
                                {{"parameters", GB_TEXT("engine", "parameters")}, {"layers", GB_TEXT("engine", "layers")}, {"hidden_units", GB_TEXT("engine", "hidden units")},
                                 {"steps", GB_TEXT("engine", "steps of this run")}, {"runs", GB_TEXT("engine", "runs")}}),
                    words("type", GB_TEXT("engine", "Type"), GB_TEXT("engine", "Of layers: which type; without it all that have weights.")),
                    atMostParam(), atLeastParam()},
                   {"of"}, needBound, readCount});
  table.push_back({"setting", GB_TEXT("engine", "A training setting had a value during the whole run."),
                   {words("key", GB_TEXT("engine", "Setting"), GB_TEXT("engine", "A key of the training settings, such as rate.")),
                    words("is", GB_TEXT("engine", "Is"), GB_TEXT("engine", "The value, as on the command line.")),
                    atMostParam(), atLeastParam()},
                   {"key"}, soundSetting, readSetting});
  table.push_back({"origin", GB_TEXT("engine", "The weights were set by hand before any step, or found by training from the initial weights."),
                   {choiceParam("by", GB_TEXT("engine", "By"), GB_TEXT("engine", "How."), "training",
                                {{"hand", GB_TEXT("engine", "by hand")}, {"training", GB_TEXT("engine", "by training")}})},
                   {"by"}, nullptr, readOrigin});
  table.push_back({"same_data", GB_TEXT("engine", "The data are the ones the lesson began with."), {}, {}, nullptr, readSameData});
  table.push_back({"number", GB_TEXT("engine", "A question was answered with a number."),
                   {question, number("value", GB_TEXT("engine", "Value"), GB_TEXT("engine", "The right answer."), kInfinity, -kInfinity), valueOfParam(),
                    number("within", GB_TEXT("engine", "Within"), GB_TEXT("engine", "The largest distance that passes."), 0, 0)},
                   {"question", "within"}, soundNumber, readNumber});
  table.push_back({"choice", GB_TEXT("engine", "A question was answered with a choice."),
                   {question, words("is", GB_TEXT("engine", "Is"), GB_TEXT("engine", "The key of the right choice."))},
                   {"question", "is"}, nullptr, readChoice});
  table.push_back({"drawn", GB_TEXT("engine", "A curve was drawn before the run, and lies near the one that was measured."),
                   {question, number("within", GB_TEXT("engine", "Within"), GB_TEXT("engine", "The largest mean distance over the axis that passes."), kInfinity, 0)},
                   {"question"}, nullptr, readDrawn});
  table.push_back(figureCheck());
  table.push_back(runCheck());
  table.push_back(compareCheck());
  table.push_back(sweepCheck());
  table.push_back(filledCheck());
  return table;
}

}  // namespace

// ---- bounds, shared by all kinds that compare a number ----------------------------------------------------------------

ParamDef atMostParam() {
  return numberParam("at_most", GB_TEXT("engine", "At most"), GB_TEXT("engine", "The largest value that passes."), kInfinity, -kInfinity, kInfinity);
}
ParamDef atLeastParam() {
  return numberParam("at_least", GB_TEXT("engine", "At least"), GB_TEXT("engine", "The smallest value that passes."), -kInfinity, -kInfinity, kInfinity);
}

Result<void> needBound(const Params& params) {
  const double most = params.number("at_most"), least = params.number("at_least");
  if (std::isinf(most) && std::isinf(least)) return Error(GB_TEXT("engine", "This condition has no bound: give \"at_most\" or \"at_least\"."));
  if (least > most) return Error(GB_TEXT("engine", "No number is at least %1 and at most %2.").arg(least).arg(most));
  return {};
}

void compareWithBounds(ConditionState& out, const Params& params, std::optional<double> now, double unit) {
  const double most = params.number("at_most") * unit, least = params.number("at_least") * unit;
  const bool hasMost = !std::isinf(params.number("at_most")), hasLeast = !std::isinf(params.number("at_least"));
  out.bound = hasMost && hasLeast ? (least == most ? Bound::Equal : Bound::Between) : hasLeast ? Bound::AtLeast : Bound::AtMost;
  out.now.number = now;
  out.needed.number = hasMost ? most : least;
  out.least = least;
  out.met = now && *now >= least && *now <= most;  // false for what is not a number
}

std::span<const CheckDef> allChecks() {
  static const std::vector<CheckDef> table = makeTable();
  return table;
}

const CheckDef* findCheck(std::string_view key) {
  const std::span<const CheckDef> all = allChecks();
  const auto at = std::find_if(all.begin(), all.end(), [&](const CheckDef& def) { return def.key == key; });
  return at == all.end() ? nullptr : &*at;
}

std::set<Part> partsAsked(std::span<const Task> tasks) {
  std::set<Part> parts;
  const auto ask = [&](const std::vector<Condition>& conditions) {
    for (const Condition& condition : conditions) {
      if (condition.kind == "run") parts.insert(Part::Train);
      if (condition.kind == "compare" && condition.params.words("figure") != "steps")
        parts.insert(condition.params.words("figure").starts_with("train") ? Part::Train : Part::Test);
      if (condition.kind == "figure")
        for (Part part : findFigure(condition.params.words("of"))->parts) parts.insert(part);
      if (condition.kind == "number")
        if (const Figure* figure = findFigure(condition.params.words("value_of"))) parts.insert(figure->parts.begin(), figure->parts.end());
      if (condition.kind != "metric") continue;
      const std::string& part = condition.params.words("part");
      parts.insert(part == "train" ? Part::Train : part == "test" ? Part::Test : Part::Validation);
    }
  };
  for (const Task& task : tasks) {
    ask(task.conditions);
    for (const Hint& hint : task.hints) ask(hint.when);
  }
  return parts;
}

TaskState checkTask(const Task& task, const LabState& state) {
  TaskState out;
  out.passed = !task.conditions.empty();
  for (const Condition& condition : task.conditions) {
    const CheckDef* def = findCheck(condition.kind);
    out.conditions.push_back(def ? def->read(condition.params, state) : ConditionState{});
    out.passed = out.passed && out.conditions.back().met;
  }
  return out;
}

HintIds hintsFor(const Task& task, const LabState& state) {
  HintIds out;
  for (const Hint& hint : task.hints) {
    const bool holds = std::all_of(hint.when.begin(), hint.when.end(), [&](const Condition& condition) {
      const CheckDef* def = findCheck(condition.kind);
      return def && def->read(condition.params, state).met;
    });
    if (!holds) continue;
    for (const int grade : hint.grades)
      if (std::string& id = out[static_cast<std::size_t>(grade - 1)]; id.empty()) id = hint.id;
  }
  return out;
}

}  // namespace glassbox

#include "engine/trace/update_trace.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/train/clipping.h"
#include "engine/train/update_arrays.h"

namespace glassbox {
namespace {

constexpr const char* kRate = "learning_rate";
constexpr const char* kNorm = "gradient_norm";
constexpr const char* kScale = "clip_scale";
constexpr const char* kGradient = "\\frac{\\partial L}{\\partial w}";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

/// One weight of the trace while its update is computed or explained: finds what the names in terms stand for.
class UpdateNames {
 public:
  UpdateNames(const Trace& trace, const PlanValues& plan, std::string weight) : m_trace(trace), m_plan(plan), m_weight(std::move(weight)) {}

  const TraceEntry* own(const std::string& name) const { return m_trace.find(m_weight + "." + name); }

  /// The array that a name means; null when it is a setting, or this weight has no such array.
  const TraceEntry* array(const std::string& name) const {
    if (name == "weight") return m_trace.find(m_weight);
    if (name == "rate") return m_trace.find(kRate);
    if (name == kScale) return m_trace.find(kScale);
    if (name == "g" && own("total")) return own("total");
    if (name == "g" || name == "g0") return own("clipped") ? own("clipped") : own("grad");
    return own(name);
  }

  std::optional<Factor> setting(const std::string& name) const { return updateSetting(name, m_plan, m_trace.number); }

  /// A name's factor at an element of the weight; nothing for an array that this weight has none of.
  std::optional<Factor> factor(const std::string& name, std::span<const std::int64_t> index) const {
    if (std::optional<Factor> number = setting(name)) return number;
    const TraceEntry* entry = array(name);
    if (!entry) return {};
    const std::int64_t first[] = {0};
    const bool whole = entry->node.empty();
    const auto at = whole ? std::span<const std::int64_t>(first) : index;
    return Factor{entry->values[static_cast<std::size_t>(flatIndex(entry->shape, at))], writeElement(entry->name, at), letter(name, *entry)};
  }

  std::string letter(const std::string& name, const TraceEntry& entry) const {
    if (name == "weight") return "w";
    if (name == "g") return "g";
    if (entry.kind == TraceKind::WeightGradient) return kGradient;
    return entry.formula;
  }

  std::string formula(const UpdateArray& array) const {
    if (array.name == "moved" && own("decay")) return "\\tilde{w} = w + \\Delta w + \\Delta w_{\\lambda}";
    return replaced(array.formula, "{g0}", own("clipped") ? own("clipped")->formula : kGradient);
  }

 private:
  const Trace& m_trace;
  const PlanValues& m_plan;
  std::string m_weight;
};

/// The sum of the products, or the function of the argument, for all numbers at once.
void fill(const UpdateArray& array, const UpdateNames& names, const PlanValues& plan, std::vector<double>& out) {
  if (array.function) {
    const std::vector<double>& x = names.array(array.argument)->values;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = array.function(x[i], plan);
    return;
  }
  std::vector<double> product(out.size());
  for (const std::vector<std::string>& term : array.terms) {
    double constant = 1;
    std::vector<const std::vector<double>*> arrays;
    bool there = true;
    for (const std::string& name : term) {
      if (const std::optional<Factor> number = names.setting(name)) constant *= number->value;
      else if (const TraceEntry* entry = names.array(name); !entry) there = false;
      else if (entry->node.empty()) constant *= entry->values[0];
      else arrays.push_back(&entry->values);
    }
    if (!there) continue;
    std::fill(product.begin(), product.end(), constant);
    for (const std::vector<double>* values : arrays)
      for (std::size_t i = 0; i < out.size(); ++i) product[i] *= (*values)[i];
    for (std::size_t i = 0; i < out.size(); ++i) out[i] += product[i];
  }
}

/// A number of the whole step.
void addNumber(Trace& trace, const char* name, Text title, const char* letter, double value) {
  trace.entries.push_back({name, {}, TraceKind::UpdateStage, std::move(title), letter, Shape{1}, true, {value}});
}

/// Adds the arrays of one weight's update.
class WeightUpdate {
 public:
  WeightUpdate(Trace& trace, const StepData& data, const RecordedStep& recorded, const WeightPlace& place)
      : m_trace(trace), m_data(data), m_recorded(recorded), m_place(place), m_names(trace, data.plan, place.name) {
    m_step = {trace.number, trace.rate, trace.gradientScale, place.def.role};
  }

  void addAll() {
    const std::vector<UpdateArray> arrays = updateArrays(m_data.plan, m_place.def.role);
    if (m_recorded.weights.empty()) updateAll();
    for (const UpdateArray& array : arrays) {
      if (array.state >= 0) {
        const auto begin = m_data.optimizer.begin() + static_cast<std::ptrdiff_t>(stateBegin(array.state));
        add(array.name + ".before", GB_TEXT("engine", "%1, before the step").arg(array.title), replaced(array.letter, "_{t}", "_{t-1}"), {begin, begin + static_cast<std::ptrdiff_t>(m_place.size)});
        add(array.name, array.title, array.letter, stateAfter(array.state));
        continue;
      }
      std::vector<double> values(m_place.size);
      fill(array, m_names, m_data.plan, values);
      add(array.name, array.title, array.letter, std::move(values));
    }
    add("new", m_place.def.title, {}, weightAfter(), TraceKind::UpdatedWeight);
  }

 private:
  std::size_t stateBegin(int state) const { return static_cast<std::size_t>(state) * m_data.weights.size() + m_place.begin; }

  void add(const std::string& name, Text title, std::string letter, std::vector<double> values, TraceKind kind = TraceKind::UpdateStage) {
    const bool kept = !m_recorded.weights.empty() && kind == TraceKind::UpdatedWeight;
    m_trace.entries.push_back({m_place.name + "." + name, m_place.node, kind, std::move(title), std::move(letter), m_place.def.shape, !kept, std::move(values)});
  }

  /// The whole update in plain arithmetic.
  void updateAll() {
    const std::vector<double>& gradient = m_names.own("grad")->values;
    const int states = findOptimizer(m_data.plan.optimizer)->statePerWeight;
    for (std::size_t i = 0; i < m_place.size; ++i) {
      PlainUpdate before{m_data.weights[m_place.begin + i]};
      if (states > 0) before.first = m_data.optimizer[stateBegin(0) + i];
      if (states > 1) before.second = m_data.optimizer[stateBegin(1) + i];
      m_plain.push_back(updatePlainly(m_data.plan, m_step, gradient[i], before));
    }
  }

  std::vector<double> stateAfter(int state) const {
    std::vector<double> values;
    for (const PlainUpdate& u : m_plain) values.push_back(state == 0 ? u.first : u.second);
    if (m_plain.empty()) values.assign(m_recorded.optimizer.begin() + static_cast<std::ptrdiff_t>(stateBegin(state)), m_recorded.optimizer.begin() + static_cast<std::ptrdiff_t>(stateBegin(state) + m_place.size));
    return values;
  }

  std::vector<double> weightAfter() const {
    std::vector<double> values;
    for (const PlainUpdate& u : m_plain) values.push_back(u.weight);
    if (m_plain.empty()) values.assign(m_recorded.weights.begin() + static_cast<std::ptrdiff_t>(m_place.begin), m_recorded.weights.begin() + static_cast<std::ptrdiff_t>(m_place.begin + m_place.size));
    return values;
  }

  Trace& m_trace;
  const StepData& m_data;
  const RecordedStep& m_recorded;
  const WeightPlace& m_place;
  UpdateNames m_names;
  PlainStep m_step;
  std::vector<PlainUpdate> m_plain;
};

double normOf(const std::vector<double>& values) {
  double squares = 0;
  for (double x : values) squares += x * x;
  return std::sqrt(squares);
}

// ---- explanations ------------------------------------------------------------------------------------------------------------

void addTerm(const UpdateNames& names, std::span<const std::int64_t> index, const std::vector<std::string>& term, Explanation& out) {
  Term product;
  for (const std::string& name : term) {
    std::optional<Factor> factor = names.factor(name, index);
    if (!factor) return;
    product.factors.push_back(*std::move(factor));
  }
  out.terms.push_back(std::move(product));
}

/// L1's proximal step: the three cases of the soft threshold.
void explainShrunk(const UpdateNames& names, const PlanValues& plan, std::span<const std::int64_t> index, Explanation& out) {
  out.formula = "w \\leftarrow \\begin{cases} \\tilde{w} - \\eta \\lambda_{1} & \\tilde{w} > \\eta \\lambda_{1} \\\\ 0 & |\\tilde{w}| \\le \\eta \\lambda_{1} \\\\ \\tilde{w} + \\eta \\lambda_{1} & \\tilde{w} < -\\eta \\lambda_{1} \\end{cases}";
  const Factor moved = *names.factor("moved", index), rate = *names.factor("rate", index), l1{plan.l1, "", "\\lambda_{1}"};
  const double shrink = rate.value * plan.l1;
  if (std::abs(moved.value) <= shrink) {
    out.sentence = GB_TEXT("engine", "The weight lay within the learning rate times L1 of 0: L1 makes it exactly 0, and so a weight that is not needed disappears.");
    out.terms = {{{Factor{0, "", "0"}}}};
    out.arguments = {moved, rate};
    return;
  }
  out.sentence = moved.value > 0 ? GB_TEXT("engine", "L1 draws the weight towards 0 by the learning rate times L1, however large it is: this one is positive and becomes smaller.")
                                 : GB_TEXT("engine", "L1 draws the weight towards 0 by the learning rate times L1, however large it is: this one is negative and becomes larger.");
  out.terms = {{{moved}}, {{rate, l1}}};
  if (moved.value > 0) out.terms[1].factors.insert(out.terms[1].factors.begin(), Factor{-1, "", "-1"});
}

Explanation explainNew(const UpdateNames& names, const PlanValues& plan, std::span<const std::int64_t> index) {
  Explanation out;
  if (names.own("moved")) {
    explainShrunk(names, plan, index, out);
    return out;
  }
  const bool decays = names.own("decay");
  out.sentence = decays ? GB_TEXT("engine", "The weight after the step: what it was, the change by its gradient, and the change by weight decay.")
                        : GB_TEXT("engine", "The weight after the step: what it was, and the change by its gradient.");
  out.formula = decays ? "w \\leftarrow w + \\Delta w + \\Delta w_{\\lambda}" : "w \\leftarrow w + \\Delta w";
  for (const char* name : {"weight", "delta", "decay"}) addTerm(names, index, {name}, out);
  return out;
}

Explanation explainArray(const UpdateNames& names, const UpdateArray& array, std::span<const std::int64_t> index) {
  Explanation out;
  out.sentence = array.sentence;
  out.formula = names.formula(array);
  if (array.function) {
    Factor value = *names.factor(array.name, index);
    value.from.clear();
    out.terms = {{{value}}};
    out.arguments = {*names.factor(array.argument, index)};
    return out;
  }
  for (const std::vector<std::string>& term : array.terms) addTerm(names, index, term, out);
  return out;
}

Explanation given(const TraceEntry& entry, std::span<const std::int64_t> index, Text sentence) {
  Explanation out;
  out.sentence = std::move(sentence);
  out.formula = entry.formula;
  out.terms = {{{Factor{entry.values[static_cast<std::size_t>(flatIndex(entry.shape, index))], "", entry.formula}}}};
  return out;
}

constexpr std::size_t kMostListed = 200;  // more nobody reads

/// The norm of a tensor: its elements as arguments, the largest of them where they are many.
Explanation explainNorm(const TraceEntry& norm, const TraceEntry& gradient) {
  Explanation out = given(norm, std::vector<std::int64_t>{0}, GB_TEXT("engine", "The norm of this tensor's gradient: the root of the sum of its squares."));
  out.formula = "\\lVert g_{k} \\rVert = \\sqrt{\\sum_{i} g_{i}^{2}}";
  std::vector<std::size_t> listed(gradient.values.size());
  std::iota(listed.begin(), listed.end(), std::size_t{0});
  if (listed.size() > kMostListed) {
    out.sentence = GB_TEXT("engine", "The norm of this tensor's gradient: the root of the sum of its squares. Of its %1 numbers the %2 largest are listed.").arg(listed.size()).arg(kMostListed);
    const auto larger = [&](std::size_t a, std::size_t b) { return std::abs(gradient.values[a]) > std::abs(gradient.values[b]); };
    std::nth_element(listed.begin(), listed.begin() + kMostListed, listed.end(), larger);
    listed.resize(kMostListed);
    std::sort(listed.begin(), listed.end());
  }
  std::vector<std::int64_t> index(static_cast<std::size_t>(gradient.shape.rank()), 0);
  for (std::size_t flat : listed) {
    auto rest = static_cast<std::int64_t>(flat);
    for (int axis = gradient.shape.rank() - 1; axis >= 0; --axis) index[static_cast<std::size_t>(axis)] = rest % gradient.shape[axis], rest /= gradient.shape[axis];
    out.arguments.push_back({gradient.values[flat], writeElement(gradient.name, index), kGradient});
  }
  return out;
}

Explanation explainRate(const Trace& trace, const PlanValues& plan) {
  Explanation out;
  const Factor full{plan.rate, "", "\\eta_{0}"}, least{std::min(plan.minRate, plan.rate), "", "\\eta_{min}"};
  const double share = plan.rate > 0 ? trace.rate / plan.rate : 1;
  out.sentence = GB_TEXT("engine", "The learning rate of the settings.");
  out.formula = "\\eta = \\eta_{0}";
  out.terms = {{{full}}};
  if (trace.number <= plan.warmup) {
    out.sentence = GB_TEXT("engine", "The learning rate warms up: in its first steps it grows evenly to the rate of the settings.");
    out.formula = "\\eta = \\eta_{0}\\, \\frac{t}{n + 1}";
    out.terms[0].factors.push_back({share, "", "\\frac{t}{n + 1}"});
  } else if (plan.schedule == Schedule::Cosine && trace.rate != plan.rate) {
    const double rest = full.value - least.value;
    out.sentence = GB_TEXT("engine", "The learning rate falls along half a cosine from the rate of the settings to the least rate.");
    out.formula = "\\eta = \\eta_{min} + (\\eta_{0} - \\eta_{min})\\, \\frac{1 + \\cos(\\pi s)}{2}";
    out.terms = {{{least}}, {{Factor{rest, "", "(\\eta_{0} - \\eta_{min})"}, Factor{rest > 0 ? (trace.rate - least.value) / rest : 0, "", "\\frac{1 + \\cos(\\pi s)}{2}"}}}};
  } else if (plan.schedule != Schedule::Constant && trace.rate != plan.rate) {
    out.sentence = GB_TEXT("engine", "The learning rate has fallen by the schedule of the settings.");
    out.formula = "\\eta = \\eta_{0}\\, \\gamma^{k}";
    out.terms[0].factors.push_back({share, "", "\\gamma^{k}"});
  }
  return out;
}

/// learning_rate, gradient_norm and clip_scale.
std::optional<Explanation> explainNumber(const Trace& trace, const PlanValues& plan, const TraceEntry& entry) {
  if (entry.name == kRate) return explainRate(trace, plan);
  Explanation out;
  out.terms = {{{Factor{entry.values[0], "", entry.formula}}}};
  if (entry.name == kNorm) {
    out.sentence = GB_TEXT("engine", "The norm of all gradients together: the root of the sum of their squares, here from the norms of the tensors.");
    out.formula = "\\lVert g \\rVert = \\sqrt{\\sum_{k} \\lVert g_{k} \\rVert^{2}}";
    for (const TraceEntry& e : trace.entries)
      if (e.kind == TraceKind::WeightGradient) out.arguments.push_back({trace.find(e.name.substr(0, e.name.size() - 4) + "norm")->values[0], e.name.substr(0, e.name.size() - 4) + "norm[0]", "\\lVert g_{k} \\rVert"});
    return out;
  }
  out.sentence = trace.gradientScale < 1 ? GB_TEXT("engine", "The gradients together are longer than the limit: all are multiplied by this one number, so that their direction stays.")
                                         : GB_TEXT("engine", "The gradients together are not longer than the limit: nothing is clipped in this step.");
  out.formula = "c = \\min\\left(1, \\frac{" + writeParam(plan.clip) + "}{\\lVert g \\rVert + 10^{-6}}\\right)";
  out.arguments = {{trace.gradientNorm, std::string(kNorm) + "[0]", "\\lVert g \\rVert"}};
  return out;
}

}  // namespace

void addUpdates(Trace& trace, const Analysis& analysis, const StepData& data, const RecordedStep& recorded) {
  trace.rate = data.rate;
  addNumber(trace, kRate, GB_TEXT("engine", "learning rate"), "\\eta", data.rate);
  std::vector<WeightPlace> moving;
  for (WeightPlace& place : weightPlaces(analysis))
    if (trace.find(place.name + ".grad")) moving.push_back(std::move(place));
  if (data.plan.clip > 0) {
    trace.gradientNorm = recorded.norm;
    trace.gradientScale = clipScale(recorded.norm, data.plan.clip);
    for (const WeightPlace& place : moving)
      trace.entries.push_back({place.name + ".norm", place.node, TraceKind::UpdateStage, GB_TEXT("engine", "norm of the gradient"), "\\lVert g_{k} \\rVert", Shape{1}, true,
                               {normOf(trace.find(place.name + ".grad")->values)}});
    addNumber(trace, kNorm, GB_TEXT("engine", "norm of all gradients"), "\\lVert g \\rVert", recorded.norm);
    addNumber(trace, kScale, GB_TEXT("engine", "what clipping multiplies by"), "c", trace.gradientScale);
  }
  for (const WeightPlace& place : moving) WeightUpdate(trace, data, recorded, place).addAll();
}

std::optional<Explanation> explainUpdate(const Trace& trace, const Analysis& analysis, const PlanValues& plan, const ElementRef& ref) {
  const TraceEntry* entry = trace.find(ref.name);
  if (!entry || flatIndex(entry->shape, ref.index) < 0) return {};
  if (entry->node.empty()) return explainNumber(trace, plan, *entry);
  if (entry->kind != TraceKind::UpdateStage && entry->kind != TraceKind::UpdatedWeight) return {};
  for (const WeightPlace& place : weightPlaces(analysis)) {
    if (entry->name.rfind(place.name + ".", 0) != 0 || !trace.find(place.name + ".grad")) continue;
    const UpdateNames names(trace, plan, place.name);
    const std::string rest = entry->name.substr(place.name.size() + 1);
    if (rest == "new") return explainNew(names, plan, ref.index);
    if (rest == "norm") return explainNorm(*entry, *trace.find(place.name + ".grad"));
    for (const UpdateArray& array : updateArrays(plan, place.def.role)) {
      if (rest == array.name) return explainArray(names, array, ref.index);
      if (rest == array.name + ".before")
        return given(*entry, ref.index, GB_TEXT("engine", "What the optimizer remembered of this weight's earlier steps; 0 at the start of a run."));
    }
  }
  return {};
}

}  // namespace glassbox

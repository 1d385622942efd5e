// Figures that the lab works out from the weights, gradients, data and scores of a state.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/lesson/check_support.h"

namespace glassbox {
namespace {

constexpr std::int64_t kMostInputs = 64, kMostSamples = 100'000;  // more is not worked out at once
constexpr int kMostTurns = 1'000;                                 // of the power iteration

const NamedWeights* endingWith(const std::vector<NamedWeights>& all, std::string_view end) {
  const auto at = std::find_if(all.begin(), all.end(), [&](const NamedWeights& w) { return w.name.ends_with(end); });
  return at == all.end() ? nullptr : &*at;
}

/// Matrices of weights, first to last: no biases, gains or statistics.
std::vector<const NamedWeights*> matrices(const std::vector<NamedWeights>& all) {
  std::vector<const NamedWeights*> out;
  for (const NamedWeights& w : all)
    if (w.shape.rank() >= 2) out.push_back(&w);
  return out;
}

std::string lossKey(const LabState& state) {
  const NodeSpec* node = state.analysis.spec ? state.analysis.spec->find(state.analysis.loss) : nullptr;
  return node ? node->key : "";
}

/// Whether the network is one dense layer between an input and a loss, on data it can be worked out for by hand.
bool isOneDense(const LabState& state) {
  const auto layers = std::count_if(state.analysis.order.begin(), state.analysis.order.end(), [&](const NodeId& id) {
    const NodeSpec* node = state.analysis.spec ? state.analysis.spec->find(id) : nullptr;
    return node && node->key != "input" && id != state.analysis.loss;
  });
  const NamedWeights* weight = endingWith(state.weights, ".weight");
  return layers == 1 && state.weights.size() == 2 && weight && endingWith(state.weights, ".bias") && weight->shape.rank() == 2 && state.data &&
         state.data->inputs.size() == 1 && state.data->inputs[0].type.shape.count() == weight->shape[1] && weight->shape[1] <= kMostInputs &&
         state.data->samples() <= kMostSamples;
}

double rms(const std::vector<float>& values) {
  double sum = 0;
  for (const float v : values) sum += static_cast<double>(v) * static_cast<double>(v);
  return values.empty() ? 0 : std::sqrt(sum / static_cast<double>(values.size()));
}

std::optional<double> readParameters(const LabState& state, double) { return static_cast<double>(state.analysis.parameters); }

std::optional<double> readCriticalRate(const LabState& state, double) { return criticalRate(state); }

std::optional<double> readLossRatio(const LabState& state, double) {
  const Scores &train = state.now.train, &test = state.now.test;
  if (train.samples == 0 || test.samples == 0 || train.loss <= 0) return std::nullopt;
  return test.loss / train.loss;
}

/// Share of the numbers of all weight matrices that are exactly 0.
std::optional<double> readZeroShare(const LabState& state, double) {
  double zeros = 0, all = 0;
  for (const NamedWeights* w : matrices(state.weights)) {
    zeros += static_cast<double>(std::count(w->values.begin(), w->values.end(), 0.0f));
    all += static_cast<double>(w->values.size());
  }
  return all > 0 ? std::optional(zeros / all) : std::nullopt;
}

/// Share of the units of the first weight matrix whose incoming weights are, bit for bit, those of its first unit.
std::optional<double> readIdenticalUnits(const LabState& state, double) {
  const std::vector<const NamedWeights*> all = matrices(state.weights);
  if (all.size() < 2 || all.front()->shape[0] < 2) return std::nullopt;
  const std::vector<float>& w = all.front()->values;
  const auto units = static_cast<std::size_t>(all.front()->shape[0]);
  const std::size_t width = w.size() / units;
  std::size_t same = 0;
  for (std::size_t unit = 0; unit < units; ++unit) same += std::equal(w.begin(), w.begin() + static_cast<std::ptrdiff_t>(width), w.begin() + static_cast<std::ptrdiff_t>(unit * width));
  return static_cast<double>(same) / static_cast<double>(units);
}

/// Root mean square of the gradient in the last weight matrix over that in the first, of the last step.
std::optional<double> readGradientRatio(const LabState& state, double) {
  const std::vector<const NamedWeights*> all = matrices(state.gradients);
  if (state.now.steps == 0 || all.size() < 2) return std::nullopt;
  const double first = rms(all.front()->values);
  return first > 0 ? std::optional(rms(all.back()->values) / first) : std::nullopt;
}

/// Angle in degrees between the boundary of one neuron and the best one for the two round clouds of the Gaussians, whose centers
/// lie on the diagonal: with equal round spreads the boundary is perpendicular to the line between them (Bishop 2006, 4.2.1).
std::optional<double> readBayesAngle(const LabState& state, double) {
  if (!isOneDense(state) || state.data->origin != "gaussians" || state.data->classes() != 2) return std::nullopt;
  const NamedWeights& w = *endingWith(state.weights, ".weight");
  if (w.values.size() != 2) return std::nullopt;
  const double x = static_cast<double>(w.values[0]), y = static_cast<double>(w.values[1]), length = std::hypot(x, y);
  if (length == 0) return std::nullopt;
  return std::acos(std::clamp(std::abs(x + y) / (length * std::numbers::sqrt2), 0.0, 1.0)) * 180 / std::numbers::pi;
}

struct Counts {
  double hit = 0, falseAlarm = 0, missed = 0;
};

/// Of the test part, for one neuron with binary cross-entropy: class 1 is said where the probability is at least `threshold`.
std::optional<Counts> countsAt(const LabState& state, double threshold) {
  if (!isOneDense(state) || lossKey(state) != "binary_cross_entropy" || state.data->test == 0 || !(threshold > 0 && threshold < 1)) return std::nullopt;
  const NamedWeights &w = *endingWith(state.weights, ".weight"), &b = *endingWith(state.weights, ".bias");
  if (w.shape[0] != 1) return std::nullopt;
  const double least = std::log(threshold / (1 - threshold));  // of the logit
  std::vector<float> x(w.values.size());
  Counts counts;
  const RowRange range = rows(*state.data, Part::Test);
  for (std::int64_t row = range.begin; row < range.end; ++row) {
    state.data->inputs[0].read(row, x.data());
    float target = 0;
    state.data->target.read(row, &target);
    double z = static_cast<double>(b.values[0]);
    for (std::size_t i = 0; i < x.size(); ++i) z += static_cast<double>(w.values[i]) * static_cast<double>(x[i]);
    const bool said = z >= least, is = target > 0.5f;
    counts.hit += said && is;
    counts.falseAlarm += said && !is;
    counts.missed += !said && is;
  }
  return counts;
}

std::optional<double> share(double part, double rest) { return part + rest > 0 ? part / (part + rest) : 0; }

std::optional<double> readPrecision(const LabState& state, double threshold) {
  const std::optional<Counts> c = countsAt(state, threshold);
  return c ? share(c->hit, c->falseAlarm) : std::nullopt;
}
std::optional<double> readRecall(const LabState& state, double threshold) {
  const std::optional<Counts> c = countsAt(state, threshold);
  return c ? share(c->hit, c->missed) : std::nullopt;
}
std::optional<double> readF1(const LabState& state, double threshold) {
  const std::optional<Counts> c = countsAt(state, threshold);
  return c ? share(2 * c->hit, c->falseAlarm + c->missed) : std::nullopt;
}

/// The threshold is 0.5, or a number that the learner gave as an answer.
ConditionState readFigure(const Params& params, const LabState& state) {
  const Figure& figure = *findFigure(params.words("of"));
  ConditionState out;
  out.label = figure.label;
  std::optional<double> threshold = 0.5;
  if (const std::string& question = params.words("threshold"); !question.empty()) {
    const auto at = state.answers.find(question);
    const double* answer = at == state.answers.end() ? nullptr : std::get_if<double>(&at->second);
    threshold = answer ? std::optional(*answer) : std::nullopt;
  }
  compareWithBounds(out, params, threshold ? figure.read(state, *threshold) : std::nullopt);
  return out;
}

}  // namespace

std::optional<double> criticalRate(const LabState& state) {
  if (!isOneDense(state) || lossKey(state) != "mse" || state.data->train == 0) return std::nullopt;
  const NamedWeights& w = *endingWith(state.weights, ".weight");
  const auto in = static_cast<std::size_t>(w.shape[1]), size = in + 1;
  std::vector<double> h(size * size), v(size, 1), next(size);
  std::vector<float> x(size, 1);
  for (std::int64_t row = 0; row < state.data->train; ++row) {
    state.data->inputs[0].read(row, x.data());  // the last one stays 1: the bias
    for (std::size_t i = 0; i < size; ++i)
      for (std::size_t j = 0; j < size; ++j) h[i * size + j] += static_cast<double>(x[i]) * static_cast<double>(x[j]);
  }
  const double scale = 2.0 / static_cast<double>(state.data->train * w.shape[0]);
  for (std::size_t i = 0; i < size; ++i) v[i] = 1 + 0.1 * static_cast<double>(i);  // not perpendicular to the answer by symmetry
  double lambda = 0;
  for (int turn = 0; turn < kMostTurns; ++turn) {
    double norm = 0, product = 0, length = 0;
    for (std::size_t i = 0; i < size; ++i) {
      next[i] = 0;
      for (std::size_t j = 0; j < size; ++j) next[i] += scale * h[i * size + j] * v[j];
      norm += next[i] * next[i], product += next[i] * v[i], length += v[i] * v[i];
    }
    const double before = std::exchange(lambda, product / length);  // Rayleigh's quotient
    if (norm == 0 || std::abs(lambda - before) <= 1e-14 * lambda) break;
    for (std::size_t i = 0; i < size; ++i) v[i] = next[i] / std::sqrt(norm);
  }
  return lambda > 0 ? std::optional(2 / lambda) : std::nullopt;
}

std::span<const Figure> allFigures() {
  static const std::vector<Figure> table{
      {"parameters", GB_TEXT("engine", "Parameters"), readParameters, {}},
      {"critical_rate", GB_TEXT("engine", "Critical learning rate"), readCriticalRate, {}},
      {"loss_ratio", GB_TEXT("engine", "Test loss / training loss"), readLossRatio, {Part::Train, Part::Test}},
      {"zero_share", GB_TEXT("engine", "Share of weights that are 0"), readZeroShare, {}},
      {"identical_units", GB_TEXT("engine", "Share of equal hidden units"), readIdenticalUnits, {}},
      {"gradient_ratio", GB_TEXT("engine", "Gradient, last layer / first layer"), readGradientRatio, {}},
      {"bayes_angle", GB_TEXT("engine", "Angle to the best boundary in degrees"), readBayesAngle, {}},
      {"precision", GB_TEXT("engine", "Test precision"), readPrecision, {}},
      {"recall", GB_TEXT("engine", "Test recall"), readRecall, {}},
      {"f1", GB_TEXT("engine", "Test F1"), readF1, {}}};
  return table;
}

const Figure* findFigure(std::string_view key) {
  const std::span<const Figure> all = allFigures();
  const auto at = std::find_if(all.begin(), all.end(), [&](const Figure& figure) { return figure.key == key; });
  return at == all.end() ? nullptr : &*at;
}

CheckDef figureCheck() {
  std::vector<ParamChoice> choices;
  for (const Figure& figure : allFigures()) choices.push_back({figure.key, figure.label});
  return {"figure", GB_TEXT("engine", "A figure that the lab works out lies within bounds."),
          {choiceParam("of", GB_TEXT("engine", "Of"), GB_TEXT("engine", "Which figure."), "parameters", choices),
           wordsParam("threshold", GB_TEXT("engine", "Threshold"), GB_TEXT("engine", "The question whose answer is the threshold; without it 0.5."), ""),
           atMostParam(), atLeastParam()},
          {"of"}, needBound, readFigure};
}

}  // namespace glassbox

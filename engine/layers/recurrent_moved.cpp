// A recurrent layer with one inner number moved: the steps and layers behind it run anew, plainly.
#include <cmath>
#include <optional>

#include "engine/layers/recurrent.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

constexpr const char* kMovable[] = {"sum", "recalled", "cells", "hidden"};

/// One number of one sample's sequence, and what is added to it.
struct Move {
  std::string array;  ///< of kMovable
  std::int64_t layer = 0, time = 0, unit = 0;
  double by = 0;
};

std::optional<Move> moveOf(const std::string& array, std::span<const std::int64_t> index, double by, const TraceReader& trace) {
  for (std::int64_t layer = 0; layer < trace.params().integer("layers"); ++layer)
    for (const char* name : kMovable)
      if (recurrentName(name, layer) == array && trace.has(array)) return Move{name, layer, index[1], index[2], by};
  return {};
}

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

/// One layer of the stack on one sample.
class OneLayer {
 public:
  OneLayer(Cell cell, std::int64_t layer, const TraceReader& trace)
      : m_cell(cell), m_hidden(trace.params().integer("units")), m_inWeights(read(trace, "w_ih", layer)), m_backWeights(read(trace, "w_hh", layer)) {
    if (!trace.params().flag("bias")) return;
    m_inBias = read(trace, "b_ih", layer);
    m_backBias = read(trace, "b_hh", layer);
  }

  /// Step `t`: from the input and what the step before left to the new h and c. `move` is null but where something moves.
  void step(const double* x, std::vector<double>& h, std::vector<double>& c, const Move* move) const {
    const auto moved = [&](const char* array, std::int64_t unit) { return move && move->array == array && move->unit == unit ? move->by : 0; };
    const std::int64_t H = m_hidden;
    const std::vector<double> before = h;
    const auto back = [&](std::int64_t row) { return dot(m_backWeights, row, before.data(), H) + (m_backBias.empty() ? 0 : m_backBias[at(row)]); };
    const auto in = [&](std::int64_t row) {
      const auto width = static_cast<std::int64_t>(m_inWeights.size()) / (gateCount(m_cell) * H);
      return dot(m_inWeights, row, x, width) + (m_inBias.empty() ? 0 : m_inBias[at(row)]);
    };
    const auto sum = [&](std::int64_t row) { return in(row) + back(row) + moved("sum", row); };
    for (std::int64_t j = 0; j < H; ++j) {
      if (m_cell == Cell::Lstm) {
        const double i = sigmoid(sum(j)), f = sigmoid(sum(H + j)), g = std::tanh(sum(2 * H + j)), o = sigmoid(sum(3 * H + j));
        c[at(j)] = f * c[at(j)] + i * g + moved("cells", j);
        h[at(j)] = o * std::tanh(c[at(j)]) + moved("hidden", j);
      } else if (m_cell == Cell::Gru) {
        const double r = sigmoid(sum(j)), z = sigmoid(sum(H + j)), recalled = back(2 * H + j) + moved("recalled", j);
        const double n = std::tanh(in(2 * H + j) + r * recalled + moved("sum", 2 * H + j));
        h[at(j)] = (1 - z) * n + z * before[at(j)] + moved("hidden", j);
      } else {
        h[at(j)] = (m_cell == Cell::Tanh ? std::tanh(sum(j)) : std::max(0.0, sum(j))) + moved("hidden", j);
      }
    }
  }

 private:
  static std::size_t at(std::int64_t i) { return static_cast<std::size_t>(i); }
  static std::span<const double> read(const TraceReader& trace, const char* name, std::int64_t layer) { return trace.values(recurrentName(name, layer)); }
  static double dot(std::span<const double> w, std::int64_t row, const double* x, std::int64_t n) {
    double sum = 0;
    for (std::int64_t k = 0; k < n; ++k) sum += w[at(row * n + k)] * x[k];
    return sum;
  }

  Cell m_cell;
  std::int64_t m_hidden;
  std::span<const double> m_inWeights, m_backWeights, m_inBias, m_backBias;
};

}  // namespace

std::vector<double> movedRecurrent(Cell cell, const std::string& array, std::span<const std::int64_t> index, double by, const TraceReader& trace) {
  const std::optional<Move> move = moveOf(array, index, by, trace);
  if (!move) return {};
  const Shape in = trace.shapeOf("in0");
  const std::int64_t time = in[1], hidden = trace.params().integer("units"), layers = trace.params().integer("layers");
  // What the lowest layer that runs anew reads: the sample's rows of the input, or of the layer below.
  const std::span<const double> below = trace.values(move->layer == 0 ? "in0" : recurrentName("hidden", move->layer - 1));
  const auto rows = static_cast<std::ptrdiff_t>(below.size()) / in[0];
  std::vector<double> x(below.begin() + index[0] * rows, below.begin() + (index[0] + 1) * rows);
  for (std::int64_t layer = move->layer; layer < layers; ++layer) {
    const OneLayer one(cell, layer, trace);
    const std::int64_t width = static_cast<std::int64_t>(x.size()) / time;
    std::vector<double> h(static_cast<std::size_t>(hidden)), c(h), given;
    for (std::int64_t t = 0; t < time; ++t) {
      one.step(x.data() + t * width, h, c, layer == move->layer && t == move->time ? &*move : nullptr);
      given.insert(given.end(), h.begin(), h.end());
    }
    x = std::move(given);
  }
  const std::span<const double> recorded = trace.values("out");
  std::vector<double> out(recorded.begin(), recorded.end());
  const std::int64_t size = static_cast<std::int64_t>(out.size()) / in[0];
  std::copy(x.end() - size, x.end(), out.begin() + index[0] * size);
  return out;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS

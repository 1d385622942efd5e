// The terms of every number of a recurrent layer: forward, and the gradient through time.
#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/layers/recurrent.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

Factor constant(double value, const char* tex) { return {value, "", tex}; }

/// The factor with the letter that the formula has for it.
Factor written(Factor factor, const char* tex) {
  factor.tex = tex;
  return factor;
}

/// Reads one layer of the stack: `s` is the sample, `t` the step, `j` a hidden unit, `row` a row of the weights.
class Reader {
 public:
  Reader(Cell cell, std::int64_t layer, const TraceReader& trace) : m_cell(cell), m_layer(layer), m_trace(trace), m_hidden(trace.params().integer("units")) {}

  std::int64_t hidden() const { return m_hidden; }
  std::int64_t rows() const { return gateCount(m_cell) * m_hidden; }
  std::int64_t time() const { return m_trace.shapeOf("in0")[1]; }
  std::int64_t width() const { return m_layer == 0 ? m_trace.shapeOf("in0")[2] : m_hidden; }
  bool isTop() const { return m_layer + 1 == m_trace.params().integer("layers"); }
  Reader above() const { return {m_cell, m_layer + 1, m_trace}; }
  const TraceReader& trace() const { return m_trace; }

  Factor at(const char* name, std::int64_t s, std::int64_t t, std::int64_t unit) const {
    const std::int64_t index[] = {s, t, unit};
    return m_trace.factor(recurrentName(name, m_layer), index);
  }
  Factor input(std::int64_t s, std::int64_t t, std::int64_t k) const {
    const std::int64_t index[] = {s, t, k};
    return m_trace.factor(m_layer == 0 ? "in0" : recurrentName("hidden", m_layer - 1), index);
  }
  Factor gate(std::int64_t s, std::int64_t t, std::int64_t gate, std::int64_t j) const { return at("gates", s, t, gate * m_hidden + j); }
  Factor weight(const char* name, std::int64_t row, std::int64_t column) const {
    const std::int64_t index[] = {row, column};
    return m_trace.factor(recurrentName(name, m_layer), index);
  }
  bool hasBias() const { return m_trace.params().flag("bias"); }
  Factor bias(const char* name, std::int64_t row) const {
    const std::int64_t index[] = {row};
    return m_trace.factor(recurrentName(name, m_layer), index);
  }
  /// Rows of the GRU's candidate, where the old state comes in by way of q.
  bool recalled(std::int64_t row) const { return m_cell == Cell::Gru && row >= 2 * m_hidden; }
  /// Gradient in what W_hh's row `row` gives.
  Factor hiddenSlope(std::int64_t s, std::int64_t t, std::int64_t row) const {
    return recalled(row) ? at("recalled.grad", s, t, row - 2 * m_hidden) : at("sum.grad", s, t, row);
  }

 private:
  Cell m_cell;
  std::int64_t m_layer;
  const TraceReader& m_trace;
  std::int64_t m_hidden;
};

// ---- forward ---------------------------------------------------------------------------------------------------------------

Explanation ofOutput(const Reader& r, std::span<const std::int64_t> index) {
  Explanation out;
  const bool last = r.trace().params().flag("last");
  out.sentence = last ? GB_TEXT("engine", "The hidden state after the last step.") : GB_TEXT("engine", "The hidden state after this step.");
  out.formula = last ? "y = h_{T}" : "y_{t} = h_{t}";
  out.terms = {{{last ? r.at("hidden", index[0], r.time() - 1, index[1]) : r.at("hidden", index[0], index[1], index[2])}}};
  return out;
}

void addHiddenTerms(const Reader& r, Explanation& out, std::int64_t s, std::int64_t t, std::int64_t row) {
  for (std::int64_t i = 0; t > 0 && i < r.hidden(); ++i) out.terms.push_back({{r.weight("w_hh", row, i), r.at("hidden", s, t - 1, i)}});
  if (r.hasBias()) out.terms.push_back({{r.bias("b_hh", row)}});
}

Explanation ofSum(const Reader& r, std::int64_t s, std::int64_t t, std::int64_t row) {
  Explanation out;
  out.sentence = GB_TEXT("engine", "What comes in at this step and what is remembered of the steps before, each number times its weight.");
  out.formula = r.recalled(row) ? "a_{t} = W_{in}\\, x_{t} + b_{in} + r_{t}\\, q_{t}" : "a_{t} = W_{ih}\\, x_{t} + b_{ih} + W_{hh}\\, h_{t-1} + b_{hh}";
  for (std::int64_t k = 0; k < r.width(); ++k) out.terms.push_back({{r.weight("w_ih", row, k), r.input(s, t, k)}});
  if (r.hasBias()) out.terms.push_back({{r.bias("b_ih", row)}});
  if (r.recalled(row)) out.terms.push_back({{r.gate(s, t, 0, row - 2 * r.hidden()), r.at("recalled", s, t, row - 2 * r.hidden())}});
  else addHiddenTerms(r, out, s, t, row);
  return out;
}

Explanation ofRecalled(const Reader& r, std::int64_t s, std::int64_t t, std::int64_t j) {
  Explanation out;
  out.sentence = GB_TEXT("engine", "What the state of the step before would add to the candidate, before the reset gate lets its share through.");
  out.formula = "q_{t} = W_{hn}\\, h_{t-1} + b_{hn}";
  addHiddenTerms(r, out, s, t, 2 * r.hidden() + j);
  return out;
}

Explanation ofGate(Cell cell, const Reader& r, std::int64_t s, std::int64_t t, std::int64_t row) {
  Explanation out;
  const std::int64_t gate = row / r.hidden();
  const bool candidate = gate == 2;
  if (cell == Cell::Lstm) {
    static const Text roles[] = {GB_TEXT("engine", "The input gate: how much of the candidate is written into the cell."), GB_TEXT("engine", "The forget gate: how much of the old cell is kept."),
                                 GB_TEXT("engine", "The candidate: what would be written into the cell."), GB_TEXT("engine", "The output gate: how much of the cell is shown as hidden state.")};
    out.sentence = roles[gate];
  } else {
    static const Text roles[] = {GB_TEXT("engine", "The reset gate: how much of the old state the candidate gets to see."), GB_TEXT("engine", "The update gate: how much of the old state is kept."),
                                 GB_TEXT("engine", "The candidate: what would replace the old state.")};
    out.sentence = roles[gate];
  }
  out.formula = candidate ? "\\tanh a_{t}" : "\\sigma(a_{t})";
  out.terms = {{{constant(r.at("gates", s, t, row).value, candidate ? "\\tanh a" : "\\sigma(a)")}}};
  out.arguments = {written(r.at("sum", s, t, row), "a_{t}")};
  return out;
}

Explanation ofCell(const Reader& r, std::int64_t s, std::int64_t t, std::int64_t j) {
  Explanation out;
  out.sentence = GB_TEXT("engine", "The cell keeps a share of what it held and takes in a share of the candidate.");
  out.formula = "c_{t} = f_{t}\\, c_{t-1} + i_{t}\\, g_{t}";
  if (t > 0) out.terms.push_back({{r.gate(s, t, 1, j), r.at("cells", s, t - 1, j)}});
  out.terms.push_back({{r.gate(s, t, 0, j), r.gate(s, t, 2, j)}});
  return out;
}

Explanation ofHidden(Cell cell, const Reader& r, std::int64_t s, std::int64_t t, std::int64_t j) {
  Explanation out;
  if (cell == Cell::Lstm) {
    out.sentence = GB_TEXT("engine", "The hidden state: the cell, squeezed by tanh, as far as the output gate shows it.");
    out.formula = "h_{t} = o_{t} \\tanh c_{t}";
    out.terms = {{{r.gate(s, t, 3, j), r.at("tanh_cells", s, t, j)}}};
  } else if (cell == Cell::Gru) {
    const Factor z = r.gate(s, t, 1, j), n = r.gate(s, t, 2, j);
    out.sentence = GB_TEXT("engine", "The hidden state: the update gate mixes the candidate with the old state.");
    out.formula = "h_{t} = (1 - z_{t})\\, n_{t} + z_{t}\\, h_{t-1}";
    out.terms = {{{n}}, {{constant(-1, "-1"), z, n}}};
    if (t > 0) out.terms.push_back({{z, r.at("hidden", s, t - 1, j)}});
  } else {
    const bool tanh = cell == Cell::Tanh;
    out.sentence = GB_TEXT("engine", "The hidden state: the activation of the sum. It is all that the next step gets to know of the past.");
    out.formula = tanh ? "h_{t} = \\tanh a_{t}" : "h_{t} = \\max(0, a_{t})";
    out.terms = {{{constant(r.at("hidden", s, t, j).value, tanh ? "\\tanh a" : "\\max(0, a)")}}};
    out.arguments = {written(r.at("sum", s, t, j), "a_{t}")};
  }
  return out;
}

// ---- backward --------------------------------------------------------------------------------------------------------------

Explanation ofHiddenGradient(Cell cell, const Reader& r, std::int64_t s, std::int64_t t, std::int64_t j) {
  Explanation out;
  out.sentence = GB_TEXT("engine", "How much the loss changes with this number of the memory: what reads it at this step, and through the weights everything that comes after it in time.");
  out.formula = cell == Cell::Gru ? "\\frac{\\partial L}{\\partial h_{t}} = \\delta^{out}_{t} + W_{hh}^{\\top} \\delta_{t+1} + z_{t+1} \\frac{\\partial L}{\\partial h_{t+1}}"
                                  : "\\frac{\\partial L}{\\partial h_{t}} = \\delta^{out}_{t} + W_{hh}^{\\top} \\delta_{t+1}";
  if (!r.isTop()) {
    const Reader above = r.above();
    for (std::int64_t row = 0; row < r.rows(); ++row) out.terms.push_back({{above.at("sum.grad", s, t, row), above.weight("w_ih", row, j)}});
  } else if (r.trace().params().flag("last")) {
    const std::int64_t at[] = {s, j};
    if (t + 1 == r.time()) out.terms.push_back({{r.trace().factor("grad", at)}});
  } else {
    const std::int64_t at[] = {s, t, j};
    out.terms.push_back({{r.trace().factor("grad", at)}});
  }
  if (t + 1 == r.time()) return out;
  for (std::int64_t row = 0; row < r.rows(); ++row) out.terms.push_back({{r.hiddenSlope(s, t + 1, row), r.weight("w_hh", row, j)}});
  if (cell == Cell::Gru) out.terms.push_back({{r.gate(s, t + 1, 1, j), r.at("hidden.grad", s, t + 1, j)}});
  return out;
}

Explanation ofCellGradient(const Reader& r, std::int64_t s, std::int64_t t, std::int64_t j) {
  Explanation out;
  out.sentence = GB_TEXT("engine", "How much the loss changes with the cell: through the hidden state of this step, and through the cell of the next one. That second way has no weight and no squeezing in it, so gradients survive many steps.");
  out.formula = "\\frac{\\partial L}{\\partial c_{t}} = \\frac{\\partial L}{\\partial h_{t}}\\, o_{t}\\,(1 - \\tanh^{2} c_{t}) + f_{t+1} \\frac{\\partial L}{\\partial c_{t+1}}";
  const Factor dh = r.at("hidden.grad", s, t, j), o = r.gate(s, t, 3, j), squeezed = r.at("tanh_cells", s, t, j);
  out.terms = {{{dh, o}}, {{constant(-1, "-1"), dh, o, squeezed, squeezed}}};
  if (t + 1 < r.time()) out.terms.push_back({{r.gate(s, t + 1, 1, j), r.at("cells.grad", s, t + 1, j)}});
  return out;
}

Explanation ofSumGradient(Cell cell, const Reader& r, std::int64_t s, std::int64_t t, std::int64_t row) {
  Explanation out;
  const std::int64_t gate = row / r.hidden(), j = row % r.hidden();
  const Factor minus = constant(-1, "-1");
  out.sentence = GB_TEXT("engine", "How much the loss changes with this sum: the gradient of what is made of it, times the slope of the activation there.");
  const Factor slope = r.at("slope", s, t, row);
  if (cell == Cell::Lstm) {
    out.formula = gate == 3   ? "\\frac{\\partial L}{\\partial a} = \\frac{\\partial L}{\\partial h_{t}} \\tanh c_{t}\\; o\\,(1 - o)"
                  : gate == 2 ? "\\frac{\\partial L}{\\partial a} = \\frac{\\partial L}{\\partial c_{t}}\\, i\\,(1 - g^{2})"
                  : gate == 1 ? "\\frac{\\partial L}{\\partial a} = \\frac{\\partial L}{\\partial c_{t}}\\, c_{t-1}\\, f\\,(1 - f)"
                              : "\\frac{\\partial L}{\\partial a} = \\frac{\\partial L}{\\partial c_{t}}\\, g\\, i\\,(1 - i)";
    if (gate == 3) out.terms = {{{r.at("hidden.grad", s, t, j), r.at("tanh_cells", s, t, j), slope}}};
    else if (gate == 2) out.terms = {{{r.at("cells.grad", s, t, j), r.gate(s, t, 0, j), slope}}};
    else if (gate == 0) out.terms = {{{r.at("cells.grad", s, t, j), r.gate(s, t, 2, j), slope}}};
    else out.terms = {{{r.at("cells.grad", s, t, j), t > 0 ? r.at("cells", s, t - 1, j) : constant(0, "c_{0}"), slope}}};
  } else if (cell == Cell::Gru) {
    const Factor z = r.gate(s, t, 1, j);
    if (gate == 0) {
      out.formula = "\\frac{\\partial L}{\\partial a_{r}} = \\frac{\\partial L}{\\partial a_{n}}\\, q\\, r\\,(1 - r)";
      out.terms = {{{r.at("sum.grad", s, t, 2 * r.hidden() + j), r.at("recalled", s, t, j), slope}}};
    } else if (gate == 1) {
      out.formula = "\\frac{\\partial L}{\\partial a_{z}} = \\frac{\\partial L}{\\partial h_{t}}\\,(h_{t-1} - n)\\, z\\,(1 - z)";
      if (t > 0) out.terms.push_back({{r.at("hidden.grad", s, t, j), r.at("hidden", s, t - 1, j), slope}});
      out.terms.push_back({{minus, r.at("hidden.grad", s, t, j), r.gate(s, t, 2, j), slope}});
    } else {
      out.formula = "\\frac{\\partial L}{\\partial a_{n}} = \\frac{\\partial L}{\\partial h_{t}}\\,(1 - z)\\,(1 - n^{2})";
      out.terms = {{{r.at("hidden.grad", s, t, j), slope}}, {{minus, r.at("hidden.grad", s, t, j), z, slope}}};
    }
  } else {
    out.formula = cell == Cell::Tanh ? "\\frac{\\partial L}{\\partial a_{t}} = \\frac{\\partial L}{\\partial h_{t}}\\,(1 - h_{t}^{2})" : "\\frac{\\partial L}{\\partial a_{t}} = \\frac{\\partial L}{\\partial h_{t}}\\,[h_{t} > 0]";
    out.terms = {{{r.at("hidden.grad", s, t, j), slope}}};
  }
  return out;
}

/// Slope of the activation that made a gate, or the hidden state of a plain cell.
Explanation ofSlope(Cell cell, const Reader& r, std::int64_t s, std::int64_t t, std::int64_t row) {
  Explanation out;
  const bool tanh = cell == Cell::Tanh || (gateCount(cell) > 1 && row / r.hidden() == 2);
  out.sentence = GB_TEXT("engine", "How steep the activation is here: what share of the gradient it lets through.");
  out.formula = cell == Cell::Relu ? "f'(a) = [h > 0]" : tanh ? "f'(a) = 1 - y^{2}" : "f'(a) = y\\,(1 - y)";
  out.terms = {{{constant(r.at("slope", s, t, row).value, "f'(a)")}}};
  out.arguments = {written(gateCount(cell) > 1 ? r.at("gates", s, t, row) : r.at("hidden", s, t, row), cell == Cell::Relu ? "h" : "y")};
  return out;
}

Explanation ofSqueezedCell(const Reader& r, std::int64_t s, std::int64_t t, std::int64_t j) {
  Explanation out;
  out.sentence = GB_TEXT("engine", "The cell, squeezed to between -1 and 1 before the output gate shows it.");
  out.formula = "\\tanh c_{t}";
  out.terms = {{{constant(r.at("tanh_cells", s, t, j).value, "\\tanh c")}}};
  out.arguments = {written(r.at("cells", s, t, j), "c_{t}")};
  return out;
}

Explanation ofInputGradient(const Reader& r, std::span<const std::int64_t> index) {
  Explanation out;
  out.sentence = GB_TEXT("engine", "How much the loss changes with this number of the sequence: the gradients of all sums that read it at this step, through their weights.");
  out.formula = "\\frac{\\partial L}{\\partial x_{t}} = W_{ih}^{\\top} \\delta_{t}";
  for (std::int64_t row = 0; row < r.rows(); ++row) out.terms.push_back({{r.at("sum.grad", index[0], index[1], row), r.weight("w_ih", row, index[2])}});
  return out;
}

Explanation ofWeight(const Reader& r, const std::string& base, std::span<const std::int64_t> index) {
  Explanation out;
  const bool hidden = base == "w_hh" || base == "b_hh", isBias = base[0] == 'b';
  out.sentence = isBias ? GB_TEXT("engine", "The same bias works at every step: its gradient is the sum over all samples and steps.")
                        : GB_TEXT("engine", "The same weight works at every step: its gradient is the sum over all samples and steps of the gradient of what it feeds, times what it reads.");
  out.formula = base == "w_ih"   ? "\\frac{\\partial L}{\\partial W_{ih}} = \\sum_{s} \\sum_{t} \\delta_{t}\\, x_{t}^{\\top}"
                : base == "w_hh" ? "\\frac{\\partial L}{\\partial W_{hh}} = \\sum_{s} \\sum_{t} \\delta_{t}\\, h_{t-1}^{\\top}"
                                 : "\\frac{\\partial L}{\\partial b} = \\sum_{s} \\sum_{t} \\delta_{t}";
  const std::int64_t row = index[0];
  for (std::int64_t s = 0; s < r.trace().batch(); ++s)
    for (std::int64_t t = base == "w_hh" ? 1 : 0; t < r.time(); ++t) {
      Term term{{hidden ? r.hiddenSlope(s, t, row) : r.at("sum.grad", s, t, row)}};
      if (base == "w_ih") term.factors.push_back(r.input(s, t, index[1]));
      if (base == "w_hh") term.factors.push_back(r.at("hidden", s, t - 1, index[1]));
      out.terms.push_back(std::move(term));
    }
  return out;
}

// ---- stages ----------------------------------------------------------------------------------------------------------------

/// Stages of layer L of the stack; a node with fewer layers has none. A StageDef holds plain functions, so each layer has its own.
template<std::int64_t L> struct LayerStages {
  static Shape shapeOf(const TraceReader& trace, const char* name) {
    const std::string full = recurrentName(name, L);
    return trace.has(full) ? trace.shapeOf(full) : Shape{0};
  }
  static Shape slopeShape(const TraceReader& trace) { return trace.has("gates") ? shapeOf(trace, "gates") : shapeOf(trace, "hidden"); }

  static void fillSlope(const TraceReader& trace, std::span<double> out) {
    const bool gated = trace.has("gates");
    const bool relu = !gated && trace.params().words("nonlinearity") == "relu";
    const std::span<const double> y = trace.values(recurrentName(gated ? "gates" : "hidden", L));
    const auto hidden = static_cast<std::size_t>(trace.params().integer("units")), rows = static_cast<std::size_t>(slopeShape(trace).back());
    for (std::size_t i = 0; i < y.size(); ++i) {
      const bool tanh = !gated || i % rows / hidden == 2;
      out[i] = relu ? (y[i] > 0 ? 1.0 : 0.0) : tanh ? 1 - y[i] * y[i] : y[i] * (1 - y[i]);
    }
  }

  static void fillSqueezed(const TraceReader& trace, std::span<double> out) {
    const std::span<const double> cells = trace.values(recurrentName("cells", L));
    std::transform(cells.begin(), cells.end(), out.begin(), [](double c) { return std::tanh(c); });
  }

  static void add(bool lstm, std::vector<StageDef>& stages) {
    stages.push_back({recurrentName("slope", L), GB_TEXT("engine", "slopes of the activations, step by step"), "f'(a_{t})", slopeShape, nullptr, fillSlope});
    if (!lstm) return;
    const auto shape = [](const TraceReader& trace) { return shapeOf(trace, "cells"); };
    stages.push_back({recurrentName("tanh_cells", L), GB_TEXT("engine", "cell state, squeezed"), "\\tanh c_{t}", shape, nullptr, fillSqueezed});
  }
};

template<std::int64_t... L> std::vector<StageDef> stagesOf(bool lstm, std::integer_sequence<std::int64_t, L...>) {
  std::vector<StageDef> stages;
  (LayerStages<L>::add(lstm, stages), ...);
  return stages;
}

}  // namespace

std::vector<StageDef> recurrentStages(bool lstm) { return stagesOf(lstm, std::make_integer_sequence<std::int64_t, kMostRecurrentLayers>()); }

std::vector<std::string> recurrentOrder() {
  std::vector<std::string> order;
  for (std::int64_t l = 0; l < kMostRecurrentLayers; ++l)
    for (const char* name : {"sum", "gates", "recalled", "cells", "tanh_cells", "hidden"}) order.push_back(recurrentName(name, l));
  return order;
}

Explanation explainRecurrent(Cell cell, const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  const std::int64_t layers = trace.params().integer("layers");
  if (stage == "out") return ofOutput(Reader(cell, layers - 1, trace), index);
  if (stage == "in0.grad") return ofInputGradient(Reader(cell, 0, trace), index);
  for (std::int64_t l = 0; l < layers; ++l) {
    const Reader r(cell, l, trace);
    for (const char* base : {"w_ih", "w_hh", "b_ih", "b_hh"})
      if (stage == recurrentName(base, l) + ".grad") return ofWeight(r, base, index);
    if (stage == recurrentName("sum", l)) return ofSum(r, index[0], index[1], index[2]);
    if (stage == recurrentName("gates", l)) return ofGate(cell, r, index[0], index[1], index[2]);
    if (stage == recurrentName("slope", l)) return ofSlope(cell, r, index[0], index[1], index[2]);
    if (stage == recurrentName("tanh_cells", l)) return ofSqueezedCell(r, index[0], index[1], index[2]);
    if (stage == recurrentName("cells", l)) return ofCell(r, index[0], index[1], index[2]);
    if (stage == recurrentName("recalled", l)) return ofRecalled(r, index[0], index[1], index[2]);
    if (stage == recurrentName("hidden", l)) return ofHidden(cell, r, index[0], index[1], index[2]);
    if (stage == recurrentName("hidden.grad", l)) return ofHiddenGradient(cell, r, index[0], index[1], index[2]);
    if (stage == recurrentName("cells.grad", l)) return ofCellGradient(r, index[0], index[1], index[2]);
    if (stage == recurrentName("sum.grad", l)) return ofSumGradient(cell, r, index[0], index[1], index[2]);
    if (stage == recurrentName("recalled.grad", l)) {
      Explanation out;
      out.sentence = GB_TEXT("engine", "The gradient in the candidate's sum, as far as the reset gate lets the old state through.");
      out.formula = "\\frac{\\partial L}{\\partial q} = \\frac{\\partial L}{\\partial a_{n}}\\, r";
      out.terms = {{{r.at("sum.grad", index[0], index[1], 2 * r.hidden() + index[2]), r.gate(index[0], index[1], 0, index[2])}}};
      return out;
    }
  }
  return {};
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS

#include "engine/layers/recurrent.h"

#include <cstring>

#include "engine/core/capped.h"
#include "engine/core/tensor.h"
#include "engine/layers/blocks.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

std::size_t index(std::int64_t i) { return static_cast<std::size_t>(i); }

Cell cellOf(const std::string& key, const Params& params) {
  if (key == "lstm") return Cell::Lstm;
  if (key == "gru") return Cell::Gru;
  return params.words("nonlinearity") == "relu" ? Cell::Relu : Cell::Tanh;
}

/// The arrays of a layer that a trace shows, in the order of Pass::caches.
struct TracedArray {
  enum class From { Sums, Kept, Recalled, Cells, Hidden, SlopesOfSums, SlopesOfRecalled, CellGradient, HiddenGradient } from;
  std::string name;
  Text title;
  std::string formula;
  std::int64_t perUnit = 1;

  bool backward() const { return from >= From::SlopesOfSums; }
};

std::vector<TracedArray> tracedArrays(Cell cell) {
  using From = TracedArray::From;
  const std::int64_t gates = gateCount(cell);
  std::vector<TracedArray> out{{From::Sums, "sum", GB_TEXT("engine", "sums before the activation, step by step"), "a_{t}", gates}};
  if (cell == Cell::Lstm) {
    out.push_back({From::Kept, "gates", GB_TEXT("engine", "gates i, f, g, o, step by step"), "i_{t},\\ f_{t},\\ g_{t},\\ o_{t}", 4});
    out.push_back({From::Cells, "cells", GB_TEXT("engine", "cell state, step by step"), "c_{t}"});
  }
  if (cell == Cell::Gru) {
    out.push_back({From::Kept, "gates", GB_TEXT("engine", "gates r, z and candidate n, step by step"), "r_{t},\\ z_{t},\\ n_{t}", 3});
    out.push_back({From::Recalled, "recalled", GB_TEXT("engine", "what the old state says to the candidate, step by step"), "q_{t}"});
  }
  out.push_back({From::Hidden, "hidden", GB_TEXT("engine", "hidden state, step by step"), "h_{t}"});
  out.push_back({From::HiddenGradient, "hidden.grad", GB_TEXT("engine", "gradient of the loss in the hidden state, step by step"), "\\frac{\\partial L}{\\partial h_{t}}"});
  if (cell == Cell::Lstm) out.push_back({From::CellGradient, "cells.grad", GB_TEXT("engine", "gradient of the loss in the cell state, step by step"), "\\frac{\\partial L}{\\partial c_{t}}"});
  out.push_back({From::SlopesOfSums, "sum.grad", GB_TEXT("engine", "gradient of the loss in the sums, step by step"), "\\frac{\\partial L}{\\partial a_{t}}", gates});
  if (cell == Cell::Gru) out.push_back({From::SlopesOfRecalled, "recalled.grad", GB_TEXT("engine", "gradient of the loss in what the old state says, step by step"), "\\frac{\\partial L}{\\partial q_{t}}"});
  return out;
}

/// x: (batch, time, in)   y: (batch, hidden), or (batch, time, hidden) with all steps
///
/// Groups of kLanes samples go through the whole sequence by themselves, forward and backward, so that no time step waits for
/// a thread. What backward needs is kept in lanes form here. The gradients of the weights come at the end, as one product
/// over all samples and steps, shared out by rows of the weight: no partial sums to be merged.
class Recurrent : public Layer {
 public:
  Recurrent(Cell cell, const LayerSetup& setup)
      : m_cell(cell), m_time(setup.inputs[0].shape[0]), m_in(setup.inputs[0].shape[1]), m_hidden(setup.params.integer("units")),
        m_layers(setup.params.integer("layers")), m_last(setup.params.flag("last")), m_bias(setup.params.flag("bias")), m_flopsPerSample(setup.inference.forwardFlops),
        m_traced(tracedArrays(cell)) {
    const std::int64_t groups = groupsOf(setup.maxBatch), steps = groups * m_time * kLanes, rows = gateCount(cell) * m_hidden;
    m_x = Buffer<Real>(index(steps * m_in));
    m_xRows = Buffer<Real>(index(steps * m_in));
    m_dx = Buffer<Real>(index(steps * m_in));
    for (std::int64_t l = 0; l < m_layers; ++l) {
      OneLayer& layer = m_each.emplace_back();
      layer.in = l == 0 ? m_in : m_hidden;
      // The GRU packs the rows of its candidate by themselves.
      const std::int64_t rounded = packedSize(rows, 1) + kLanes;
      layer.inWeights = Buffer<Real>(index(rounded * layer.in));
      layer.hiddenWeights = Buffer<Real>(index(rounded * m_hidden));
      layer.turnedIn = Buffer<Real>(index(packedSize(layer.in, rows)));
      layer.turnedHidden = Buffer<Real>(index(packedSize(m_hidden, rows)));
      layer.bias = Buffer<Real>(index(rows));
      layer.hiddenBias = Buffer<Real>(index(m_hidden));
      layer.h = Buffer<Real>(index(steps * m_hidden));
      layer.hRows = Buffer<Real>(index(steps * m_hidden));
      layer.kept = Buffer<Real>(index(steps * m_hidden * keptCount(cell)));
      layer.dh = Buffer<Real>(index(steps * m_hidden));
      if (cell == Cell::Lstm) layer.c = Buffer<Real>(index(steps * m_hidden)), layer.dc = Buffer<Real>(index(steps * m_hidden));
      layer.slopes = Buffer<Real>(index(steps * m_hidden * slopeCount(cell)));
    }
  }

  void forward(const Pass& pass) override {
    packWeights(pass);
    eachGroup(pass, m_flopsPerSample, [&](std::int64_t group) { forwardGroup(pass, group); });
  }

  // The states of all steps stay where they are, so that any step can be the one that the next call goes on from.
  void forwardSteps(const StepPass& pass) override {
    packWeights(pass);
    const RecurrentKernels& k = pass.kernels->recurrent;
    const std::int64_t step = m_hidden * kLanes;
    Real* x = m_x.data() + pass.begin * m_in * kLanes;
    k.toLanes(1, pass.batch * m_in, pass.x[0], pass.batch * m_in, x);
    for (std::int64_t l = 0; l < m_layers; ++l) {
      RecurrentForward run = forwardRun(l);
      run.time = pass.batch;
      run.resumed = pass.begin > 0;
      run.x = x;
      run.h += pass.begin * step;
      run.kept += pass.begin * step * keptCount(m_cell);
      if (run.c) run.c += pass.begin * step;
      k.forward(run);
      x = run.h;
    }
    const std::int64_t skipped = pass.batch - pass.wanted;
    if (pass.wanted > 0) k.fromLanes(1, pass.wanted * m_hidden, x + skipped * step, pass.y, pass.wanted * m_hidden);
  }

  void backward(const BackwardPass& pass) override {
    turnWeights(pass);
    eachGroup(pass, m_flopsPerSample, [&](std::int64_t group) { backwardGroup(pass, group); });
    if (!pass.dw.empty()) weightGradients(pass);
  }

  std::size_t scratchBytes() const override {
    std::size_t numbers = m_x.size() + m_xRows.size() + m_dx.size();
    for (const OneLayer& l : m_each)
      for (const Buffer<Real>* b : {&l.inWeights, &l.hiddenWeights, &l.turnedIn, &l.turnedHidden, &l.bias, &l.hiddenBias, &l.h, &l.hRows, &l.kept, &l.c, &l.dh, &l.dc, &l.slopes})
        numbers += b->size();
    return numbers * sizeof(Real);
  }

 private:
  /// Lanes form, groups of kLanes samples one behind the other; packed weights in an order of the kernels.
  struct OneLayer {
    std::int64_t in = 0;
    Buffer<Real> inWeights, hiddenWeights;    // packed for forward
    Buffer<Real> turnedIn, turnedHidden;      // packed for backward
    Buffer<Real> bias, hiddenBias;
    Buffer<Real> h, kept, c;                  // (groups, time, ..., kLanes)
    Buffer<Real> hRows;                       // (groups, time, kLanes, hidden)
    Buffer<Real> dh, dc, slopes;
  };

  static std::int64_t groupsOf(std::int64_t batch) { return (batch + kLanes - 1) / kLanes; }
  int weightsPerLayer() const { return m_bias ? 4 : 2; }
  std::int64_t rows() const { return gateCount(m_cell) * m_hidden; }
  const Real* weight(const Pass& pass, std::int64_t layer, int which) const { return pass.weights[index(layer * weightsPerLayer() + which)]; }

  /// Calls work(group) for every group of samples; several make one block where a sequence is little work.
  template<class F> void eachGroup(const Pass& pass, std::int64_t flopsPerSample, const F& work) const {
    const std::int64_t groups = groupsOf(pass.batch);
    const int blocks = workBlocks(groups * kLanes * flopsPerSample, groups);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(groups, blocks, block);
      for (std::int64_t group = r.begin; group < r.end; ++group) work(group);
    });
  }

  /// Calls work(layer) for packing.
  template<class F> void eachLayer(const Pass& pass, const F& work) const {
    const int parts = static_cast<int>(2 * m_layers);
    const bool shared = m_layers * rows() * m_hidden > 8192;  // a block costs about as much as copying so many numbers
    if (!shared) {
      for (int part = 0; part < parts; ++part) work(part / 2, part % 2);
      return;
    }
    pass.team->blocks(parts, [&](int part) { work(part / 2, part % 2); });
  }

  void packWeights(const Pass& pass) {
    const bool gru = m_cell == Cell::Gru;
    const std::int64_t joint = gru ? 2 * m_hidden : rows();
    eachLayer(pass, [&](std::int64_t l, int which) {
      OneLayer& layer = m_each[index(l)];
      const std::int64_t width = which == 0 ? layer.in : m_hidden;
      Real* packed = which == 0 ? layer.inWeights.data() : layer.hiddenWeights.data();
      const Real* w = weight(pass, l, which);
      pass.kernels->recurrent.pack(joint, width, w, packed);
      if (gru) pass.kernels->recurrent.pack(m_hidden, width, w + joint * width, packed + packedSize(joint, width));
      if (which == 1 || !m_bias) return;
      const Real* in = weight(pass, l, 2);
      const Real* hidden = weight(pass, l, 3);
      for (std::int64_t i = 0; i < rows(); ++i) layer.bias[index(i)] = i < joint ? in[i] + hidden[i] : in[i];
      if (gru) std::memcpy(layer.hiddenBias.data(), hidden + joint, sizeof(Real) * index(m_hidden));
    });
  }

  void turnWeights(const BackwardPass& pass) {
    eachLayer(pass, [&](std::int64_t l, int which) {
      OneLayer& layer = m_each[index(l)];
      if (which == 1) pass.kernels->recurrent.packTurned(m_hidden, rows(), weight(pass, l, 1), layer.turnedHidden.data());
      else if (l > 0 || pass.dx[0]) pass.kernels->recurrent.packTurned(layer.in, rows(), weight(pass, l, 0), layer.turnedIn.data());
    });
  }

  std::int64_t samplesOf(const Pass& pass, std::int64_t group) const { return std::min<std::int64_t>(kLanes, pass.batch - group * kLanes); }

  /// Values sample by sample within every step, for the gradients of wide weights.
  void turnSteps(const Kernels& k, std::int64_t width, const Real* lanes, Real* out) const {
    if (width < k.recurrent.rowsFrom) return;
    for (std::int64_t t = 0; t < m_time; ++t) k.recurrent.fromLanes(kLanes, width, lanes + t * width * kLanes, out + t * width * kLanes, width);
  }

  /// One layer over the first group, but for its input.
  RecurrentForward forwardRun(std::int64_t l) {
    OneLayer& layer = m_each[index(l)];
    const std::int64_t joint = m_cell == Cell::Gru ? 2 * m_hidden : rows();
    RecurrentForward run;
    run.cell = m_cell;
    run.time = m_time, run.in = layer.in, run.hidden = m_hidden;
    run.inWeights = layer.inWeights.data();
    run.inCandidate = run.inWeights + packedSize(joint, layer.in);
    run.hiddenWeights = layer.hiddenWeights.data();
    run.hiddenCandidate = run.hiddenWeights + packedSize(joint, m_hidden);
    run.bias = layer.bias.data();
    run.hiddenBias = layer.hiddenBias.data();
    run.h = layer.h.data();
    run.kept = layer.kept.data();
    run.c = m_cell == Cell::Lstm ? layer.c.data() : nullptr;
    return run;
  }

  void forwardGroup(const Pass& pass, std::int64_t group) {
    const RecurrentKernels& k = pass.kernels->recurrent;
    const std::int64_t samples = samplesOf(pass, group), first = group * kLanes, step = m_hidden * kLanes, sequence = m_time * step;
    const std::int64_t inputs = m_time * m_in * kLanes;
    Real* x = m_x.data() + group * inputs;
    k.toLanes(samples, m_time * m_in, pass.x[0] + first * m_time * m_in, m_time * m_in, x);
    if (pass.mode == Mode::Training) turnSteps(*pass.kernels, m_in, x, m_xRows.data() + group * inputs);
    for (std::int64_t l = 0; l < m_layers; ++l) {
      OneLayer& layer = m_each[index(l)];
      RecurrentForward run = forwardRun(l);
      run.x = x;
      run.h += group * sequence;
      run.kept += group * sequence * keptCount(m_cell);
      if (run.c) run.c += group * sequence;
      run.sums = cache(pass, l, 0) ? layer.slopes.data() + group * sequence * slopeCount(m_cell) : nullptr;  // free until backward
      k.forward(run);
      if (pass.mode == Mode::Training) turnSteps(*pass.kernels, m_hidden, run.h, layer.hRows.data() + group * sequence);
      if (run.sums) showGroup(pass, l, group, false);
      x = run.h;
    }
    if (m_last) k.fromLanes(samples, m_hidden, x + sequence - step, pass.y + first * m_hidden, m_hidden);
    else k.fromLanes(samples, m_time * m_hidden, x, pass.y + first * m_time * m_hidden, m_time * m_hidden);
  }

  void backwardGroup(const BackwardPass& pass, std::int64_t group) {
    const RecurrentKernels& k = pass.kernels->recurrent;
    const std::int64_t samples = samplesOf(pass, group), first = group * kLanes, step = m_hidden * kLanes, sequence = m_time * step;
    Real* top = m_each.back().dh.data() + group * sequence;
    if (m_last) k.toLanes(samples, m_hidden, pass.dy + first * m_hidden, m_hidden, top + sequence - step);
    else k.toLanes(samples, m_time * m_hidden, pass.dy + first * m_time * m_hidden, m_time * m_hidden, top);
    for (std::int64_t l = m_layers; l-- > 0;) {
      OneLayer& layer = m_each[index(l)];
      RecurrentBackward run;
      run.cell = m_cell;
      run.time = m_time, run.in = layer.in, run.hidden = m_hidden;
      run.inWeights = layer.turnedIn.data();
      run.hiddenWeights = layer.turnedHidden.data();
      run.h = layer.h.data() + group * sequence;
      run.kept = layer.kept.data() + group * sequence * keptCount(m_cell);
      run.everyStep = !m_last || l + 1 < m_layers;
      run.dh = layer.dh.data() + group * sequence;
      if (m_cell == Cell::Lstm) run.c = layer.c.data() + group * sequence, run.dc = layer.dc.data() + group * sequence;
      run.slopes = layer.slopes.data() + group * sequence * slopeCount(m_cell);
      if (l > 0) run.dx = m_each[index(l - 1)].dh.data() + group * sequence;
      else if (pass.dx[0]) run.dx = m_dx.data() + group * m_time * m_in * kLanes;
      k.backward(run);
      if (cache(pass, l, 0)) showGroup(pass, l, group, true);
    }
    if (pass.dx[0])
      k.fromLanes(samples, m_time * m_in, m_dx.data() + group * m_time * m_in * kLanes, pass.dx[0] + first * m_time * m_in, m_time * m_in);
  }

  /// Blocks of rows of one layer's weights; each forms the gradients of all four.
  void weightGradients(const BackwardPass& pass) {
    const std::int64_t flops = pass.batch * m_flopsPerSample / m_layers;
    const int blocks = workBlocks(flops, (rows() + 15) / 16);
    pass.team->blocks(blocks * static_cast<int>(m_layers), [&](int number) {
      const std::int64_t l = number / blocks;
      const int block = number % blocks;
      const BlockRange r = blockRange(rows(), blocks, block, 16);
      const OneLayer& layer = m_each[index(l)];
      SequenceProduct p;
      p.groups = groupsOf(pass.batch);
      p.time = m_time;
      p.slopeStep = slopeCount(m_cell) * m_hidden * kLanes;
      p.lanes = l == 0 ? m_x.data() : m_each[index(l - 1)].h.data();
      p.rows = l == 0 ? m_xRows.data() : m_each[index(l - 1)].hRows.data();
      gradientsOfRows(pass, layer, p, l, 0, r);
      p.lanes = layer.h.data();
      p.rows = layer.hRows.data();
      p.shift = 1;
      // Rows of the GRU's candidate meet the gradient of q, which stands behind that of the sum.
      const std::int64_t border = m_cell == Cell::Gru ? 2 * m_hidden : rows();
      gradientsOfRows(pass, layer, p, l, 1, {r.begin, std::max(r.begin, std::min(r.end, border))});
      p.slopes = layer.slopes.data() + step();
      gradientsOfRows(pass, layer, p, l, 1, {std::min(r.end, std::max(r.begin, border)), r.end});
      if (!pass.sink) return;
      for (int which = 0; which < weightsPerLayer(); ++which) {
        const std::int64_t width = which == 0 ? layer.in : which == 1 ? m_hidden : 1;
        pass.sink->finished(static_cast<int>(l) * weightsPerLayer() + which, block, r.begin * width, r.end * width);
      }
    });
  }

  std::int64_t step() const { return m_hidden * kLanes; }

  /// Rows [r.begin, r.end) of the gradients of w_ih and b_ih (which = 0), or of w_hh and b_hh (1).
  void gradientsOfRows(const BackwardPass& pass, const OneLayer& layer, SequenceProduct p, std::int64_t l, int which, BlockRange r) const {
    if (r.size() == 0) return;
    const std::int64_t width = which == 0 ? layer.in : m_hidden;
    p.slopes = (p.slopes ? p.slopes : layer.slopes.data()) + r.begin * kLanes;
    pass.kernels->recurrent.weightGradient(p, r.size(), width, pass.dw[index(l * weightsPerLayer() + which)] + r.begin * width);
    if (!m_bias) return;
    const Real* in = pass.dw[index(l * weightsPerLayer() + 2)] + r.begin;
    Real* db = pass.dw[index(l * weightsPerLayer() + 2 + which)] + r.begin;
    // Both biases work on the same sums, but in the GRU's candidate.
    if (which == 1 && m_cell != Cell::Gru) std::memcpy(db, in, sizeof(Real) * index(r.size()));
    else pass.kernels->recurrent.biasGradient(p, r.size(), db);
  }

  // ---- traces -------------------------------------------------------------------------------------------------------------

  Real* cache(const Pass& pass, std::int64_t layer, std::size_t array) const { return pass.caches[index(layer) * m_traced.size() + array]; }

  /// Copies one group's arrays of one layer to where a trace reads them: (batch, time, per unit times hidden).
  void showGroup(const Pass& pass, std::int64_t l, std::int64_t group, bool backward) const {
    using From = TracedArray::From;
    const OneLayer& layer = m_each[index(l)];
    const std::int64_t samples = samplesOf(pass, group), groups = static_cast<std::int64_t>(layer.h.size()) / (m_time * step());
    for (std::size_t a = 0; a < m_traced.size(); ++a) {
      const TracedArray& array = m_traced[a];
      if (array.backward() != backward) continue;
      const auto show = [&](const Buffer<Real>& all, std::int64_t perUnit, std::int64_t skipped) {
        const std::int64_t width = array.perUnit * m_hidden;
        const Real* from = all.data() + group * (static_cast<std::int64_t>(all.size()) / groups) + skipped * step();
        for (std::int64_t t = 0; t < m_time; ++t)
          pass.kernels->recurrent.fromLanes(samples, width, from + t * perUnit * step(), cache(pass, l, a) + (group * kLanes * m_time + t) * width, m_time * width);
      };
      switch (array.from) {
      case From::Sums: show(layer.slopes, gateCount(m_cell), 0); break;  // where forward has left them
      case From::Kept: show(layer.kept, keptCount(m_cell), 0); break;
      case From::Recalled: show(layer.kept, keptCount(m_cell), 3); break;
      case From::Cells: show(layer.c, 1, 0); break;
      case From::Hidden: show(layer.h, 1, 0); break;
      case From::SlopesOfSums: show(layer.slopes, slopeCount(m_cell), 0); break;
      case From::SlopesOfRecalled: show(layer.slopes, slopeCount(m_cell), 3); break;
      case From::CellGradient: show(layer.dc, 1, 0); break;
      case From::HiddenGradient: show(layer.dh, 1, 0); break;
      }
    }
  }

  Cell m_cell;
  std::int64_t m_time, m_in, m_hidden, m_layers;
  bool m_last, m_bias;
  std::int64_t m_flopsPerSample;
  std::vector<TracedArray> m_traced;
  std::vector<OneLayer> m_each;
  Buffer<Real> m_x, m_dx;   // (groups, time, in, kLanes)
  Buffer<Real> m_xRows;     // (groups, time, kLanes, in)
};

Fit<Inference> infer(Cell cell, std::span<const PortType> inputs, const Params& params) {
  const PortType& in = inputs[0];
  if (in.element == Element::Token)
    return Misfit{Error(GB_TEXT("engine", "cannot take tokens: it needs numbers. Put an Embedding before it.")), {}};
  if (in.shape.rank() != 2)
    return Misfit{Error(GB_TEXT("engine", "reads a sequence: it needs time x features and gets %1.").arg(in.shape.str())), {}};
  const std::int64_t time = in.shape[0], hidden = params.integer("units"), layers = params.integer("layers"), rows = gateCount(cell) * hidden;
  Inference out;
  out.outputs = {{params.flag("last") ? Shape{hidden} : Shape{time, hidden}, Element::Number}};
  for (std::int64_t l = 0; l < layers; ++l) {
    const std::int64_t width = l == 0 ? in.shape[1] : hidden;
    // PyTorch draws all of them from U(-1/sqrt(hidden), 1/sqrt(hidden)), so fan in is the number of hidden units; Xavier's rule
    // needs only the sum of both fans.
    const auto add = [&](const char* name, Text title, Shape shape, WeightRole role, std::int64_t fanOut) {
      if (layers > 1) title = GB_TEXT("engine", "%1, layer %2").arg(title).arg(l + 1);
      out.weights.push_back({recurrentName(name, l), std::move(title), shape, role, hidden, fanOut});
    };
    add("w_ih", GB_TEXT("engine", "weights of the input"), Shape{rows, width}, WeightRole::Weight, width);
    add("w_hh", GB_TEXT("engine", "weights of the hidden state"), Shape{rows, hidden}, WeightRole::Weight, hidden);
    if (params.flag("bias")) {
      add("b_ih", GB_TEXT("engine", "biases of the input"), Shape{rows}, WeightRole::Bias, hidden);
      add("b_hh", GB_TEXT("engine", "biases of the hidden state"), Shape{rows}, WeightRole::Bias, hidden);
    }
    for (const TracedArray& array : tracedArrays(cell)) {
      Text title = layers > 1 ? GB_TEXT("engine", "%1, layer %2").arg(array.title).arg(l + 1) : array.title;
      CacheDef cache{recurrentName(array.name, l), std::move(title), Shape{time, array.perUnit * hidden}, array.formula};
      cache.onlyTraced = true;
      cache.backward = array.backward();
      out.caches.push_back(std::move(cache));
    }
    out.forwardFlops = cappedSum({out.forwardFlops, cappedProduct({2, time, rows, width + hidden})});
  }
  out.backwardFlops = cappedProduct({2, out.forwardFlops});
  return out;
}

template<class T> T ofKey(const std::string& key, T rnn, T lstm, T gru) { return key == "rnn" ? rnn : key == "lstm" ? lstm : gru; }

std::string pytorch(const char* module, std::span<const PortType> inputs, const Params& params) {
  std::string out = std::string("nn.") + module + "(" + std::to_string(inputs[0].shape[1]) + ", " + std::to_string(params.integer("units"));
  if (params.integer("layers") > 1) out += ", num_layers=" + std::to_string(params.integer("layers"));
  if (params.has("nonlinearity") && params.words("nonlinearity") == "relu") out += ", nonlinearity='relu'";
  if (!params.flag("bias")) out += ", bias=False";
  return out + ", batch_first=True)";
}

/// The module gives every step and its memory; the weights of layer l are called weight_ih_l0 there.
TorchCall torchCall(std::span<const PortType>, const Params& params) {
  TorchCall call{params.flag("last") ? "{self}({0})[0][:, -1]" : "{self}({0})[0]", {}};
  for (std::int64_t l = 0; l < params.integer("layers"); ++l)
    for (const auto& [ours, theirs] : {std::pair{"w_ih", "weight_ih"}, {"w_hh", "weight_hh"}, {"b_ih", "bias_ih"}, {"b_hh", "bias_hh"}})
      if (ours[0] == 'w' || params.flag("bias")) call.weights.emplace_back(recurrentName(ours, l), std::string(theirs) + "_l" + std::to_string(l));
  return call;
}

std::vector<LayerExample> examplesFor(const std::string& key) {
  const auto sequence = [](std::int64_t time, std::int64_t features) { return std::vector<PortType>{{Shape{time, features}, Element::Number}}; };
  const auto whole = [](std::int64_t value) { return ParamValue(value); };
  std::vector<LayerExample> examples{
      {"the last step of a short sequence", sequence(3, 2), {{"units", whole(4)}}},
      {"every step", sequence(5, 3), {{"units", whole(2)}, {"last", false}}},
      {"one step only", sequence(1, 4), {{"units", whole(3)}}},
      {"without biases", sequence(4, 1), {{"units", whole(5)}, {"bias", false}}},
      {"two layers, the last step", sequence(4, 2), {{"units", whole(3)}, {"layers", whole(2)}}},
      {"three layers, every step", sequence(3, 2), {{"units", whole(2)}, {"layers", whole(3)}, {"last", false}}},
      {"wider than one vector", sequence(3, 19), {{"units", whole(21)}}},
      {"wide enough for several blocks", sequence(6, 33), {{"units", whole(40)}, {"last", false}}},
  };
  // The gradient of the lowest layer is small beside the loss, whose rounding the differences carry.
  examples[5].tolerance = 2e-6;
  if (key == "rnn") {
    examples.push_back({"relu", sequence(4, 3), {{"units", whole(5)}, {"nonlinearity", std::string("relu")}}});
    examples.push_back({"relu, every step of two layers", sequence(3, 2), {{"units", whole(4)}, {"nonlinearity", std::string("relu")}, {"layers", whole(2)}, {"last", false}}});
  }
  return examples;
}

}  // namespace

std::string recurrentName(const std::string& name, std::int64_t layer) {
  if (layer == 0) return name;
  const std::size_t dot = std::min(name.find('.'), name.size());
  return name.substr(0, dot) + "_l" + std::to_string(layer) + name.substr(dot);
}

LayerDef recurrentDef(std::string key) {
  LayerDef d;
  d.key = key;
  d.group = LayerGroup::Sequence;
  d.icon = key;
  d.mainParam = "units";
  d.params = {
      integerParam("units", GB_TEXT("engine", "Units"), GB_TEXT("engine", "How many numbers the memory holds. More can remember more and cost time: the work grows with the square."), 16, 1, 100'000),
      switchParam("last", GB_TEXT("engine", "Last step only"), GB_TEXT("engine", "On: only the memory after the last step goes on, as a summary of the sequence. Off: the memory after every step."), true),
      integerParam("layers", GB_TEXT("engine", "Layers"), GB_TEXT("engine", "How many are stacked: each reads the memory of the one below at every step."), 1, 1, kMostRecurrentLayers),
      switchParam("bias", GB_TEXT("engine", "Bias"), GB_TEXT("engine", "Two numbers added to each sum, one for the input and one for the memory, as PyTorch does."), true),
      choiceParam("init", GB_TEXT("engine", "Initializer"), GB_TEXT("engine", "How the first weights are drawn. \"As set for training\" uses the choice in the training settings."), "plan",
                  {{"plan", GB_TEXT("engine", "as set for training")}, {"zeros", GB_TEXT("engine", "zeros")}, {"uniform", GB_TEXT("engine", "uniform")},
                   {"xavier", GB_TEXT("engine", "Xavier")}, {"he", GB_TEXT("engine", "He")}}),
  };
  if (key == "rnn")
    d.params.insert(d.params.begin() + 3, choiceParam("nonlinearity", GB_TEXT("engine", "Activation"), GB_TEXT("engine", "What is applied at every step. Tanh keeps the memory between -1 and 1; ReLU does not, and can grow without end."), "tanh",
                                                      {{"tanh", GB_TEXT("engine", "Tanh")}, {"relu", GB_TEXT("engine", "ReLU")}}));
  using Infer = Fit<Inference> (*)(std::span<const PortType>, const Params&);
  d.infer = ofKey<Infer>(
      key, [](std::span<const PortType> in, const Params& p) { return infer(cellOf("rnn", p), in, p); },
      [](std::span<const PortType> in, const Params& p) { return infer(Cell::Lstm, in, p); }, [](std::span<const PortType> in, const Params& p) { return infer(Cell::Gru, in, p); });
  using Make = std::unique_ptr<Layer> (*)(const LayerSetup&);
  d.make = ofKey<Make>(
      key, [](const LayerSetup& s) -> std::unique_ptr<Layer> { return std::make_unique<Recurrent>(cellOf("rnn", s.params), s); },
      [](const LayerSetup& s) -> std::unique_ptr<Layer> { return std::make_unique<Recurrent>(Cell::Lstm, s); },
      [](const LayerSetup& s) -> std::unique_ptr<Layer> { return std::make_unique<Recurrent>(Cell::Gru, s); });
  using Torch = std::string (*)(std::span<const PortType>, const Params&);
  d.pytorch = ofKey<Torch>(
      key, [](std::span<const PortType> in, const Params& p) { return pytorch("RNN", in, p); }, [](std::span<const PortType> in, const Params& p) { return pytorch("LSTM", in, p); },
      [](std::span<const PortType> in, const Params& p) { return pytorch("GRU", in, p); });
  d.torchCall = torchCall;
  using Explain = Explanation (*)(const std::string&, std::span<const std::int64_t>, const TraceReader&);
  d.explain = ofKey<Explain>(
      key, [](const std::string& stage, std::span<const std::int64_t> at, const TraceReader& trace) { return explainRecurrent(cellOf("rnn", trace.params()), stage, at, trace); },
      [](const std::string& stage, std::span<const std::int64_t> at, const TraceReader& trace) { return explainRecurrent(Cell::Lstm, stage, at, trace); },
      [](const std::string& stage, std::span<const std::int64_t> at, const TraceReader& trace) { return explainRecurrent(Cell::Gru, stage, at, trace); });
  using Moved = std::vector<double> (*)(const std::string&, std::span<const std::int64_t>, double, const TraceReader&);
  d.moved = ofKey<Moved>(
      key, [](const std::string& array, std::span<const std::int64_t> at, double by, const TraceReader& trace) { return movedRecurrent(cellOf("rnn", trace.params()), array, at, by, trace); },
      [](const std::string& array, std::span<const std::int64_t> at, double by, const TraceReader& trace) { return movedRecurrent(Cell::Lstm, array, at, by, trace); },
      [](const std::string& array, std::span<const std::int64_t> at, double by, const TraceReader& trace) { return movedRecurrent(Cell::Gru, array, at, by, trace); });
  d.stages = recurrentStages(key == "lstm");
  d.stageOrder = recurrentOrder();
  d.stepping = [](std::span<const PortType>, const Params&) { return Stepping::Past; };
  d.examples = examplesFor(key);
  return d;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS

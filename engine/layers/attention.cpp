// Self-attention: every step asks all steps (or those before it) by query and key, and mixes their values by how well they fit.
// What can be asked about its numbers stands in attention_explain.cpp.
#include "engine/layers/attention.h"

#include <algorithm>

#include "engine/core/capped.h"
#include "engine/core/tensor.h"
#include "engine/layers/blocks.h"
#include "engine/layers/linear.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// x, y: (batch, time, width)   caches: query, key, value, mixed (batch, time, width), weights (batch, heads, time, time)
/// W: (3 width, width), rows of q, k, v; b: (3 width)   output projection: (width, width), (width)     (Vaswani et al. 2017, 3.2)
/// Without the output projection y takes the place of mixed. Head h has the columns h D ... (h + 1) D - 1, D = width / heads.
class Attention : public Layer {
 public:
  explicit Attention(const LayerSetup& setup)
      : m_time(setup.inputs[0].shape[0]), m_width(setup.inputs[0].shape[1]), m_heads(setup.params.integer("heads")), m_causal(setup.params.flag("causal")),
        m_bias(setup.params.flag("bias")), m_output(setup.params.flag("output")), m_kernels(setup.kernels) {
    m_linearRoom = setup.steps > 0 ? linearRoom(*m_kernels, {setup.steps, m_width, 3 * m_width}) : linearRoom(*m_kernels, {setup.maxBatch * m_time, m_width, m_width});
    const std::int64_t rows = setup.maxBatch * m_time, padded = (m_time + kAttentionPadding - 1) / kAttentionPadding * kAttentionPadding;
    if (setup.steps > 0) {
      m_keys = Buffer<Real>(static_cast<std::size_t>(m_heads * keyRoom(m_time, headWidth())));
      m_values = Buffer<Real>(static_cast<std::size_t>(m_time * m_width));
      m_roomPerBlock = kCausalRows * padded;
      m_room = Buffer<Real>(static_cast<std::size_t>(m_roomPerBlock * kStepBlocks));
      m_projected = Buffer<Real>(static_cast<std::size_t>(setup.steps * 3 * m_width));
      if (m_output) m_mixed = Buffer<Real>(static_cast<std::size_t>(setup.steps * m_width));
      return;
    }
    m_roomPerBlock = padded * (headWidth() + kAttentionRows);
    m_room = Buffer<Real>(static_cast<std::size_t>(m_roomPerBlock * mostHeadBlocks(setup.maxBatch)));
    if (!setup.training) return;
    m_gradients = Buffer<Real>(static_cast<std::size_t>(rows * 3 * m_width));
    if (m_output) m_mixedGradient = Buffer<Real>(static_cast<std::size_t>(rows * m_width));
  }

  std::int64_t room() const override { return m_linearRoom; }

  std::size_t scratchBytes() const override {
    return sizeof(Real) * (m_room.size() + m_gradients.size() + m_mixedGradient.size() + m_keys.size() + m_values.size() + m_projected.size() + m_mixed.size());
  }

  void forward(const Pass& pass) override {
    const LinearShape third{pass.batch * m_time, m_width, m_width};
    const Real* b = m_bias ? pass.weights[1] : nullptr;
    for (int part = 0; part < 3; ++part)  // queries, keys, values
      linearForward(pass, third, pass.x[0], pass.weights[0] + part * m_width * m_width, b ? b + part * m_width : nullptr, Activation::None, pass.caches[static_cast<std::size_t>(part)]);
    Real* mixed = m_output ? pass.caches[4] : pass.y;
    eachHead(pass, [&](std::int64_t at, Real* p, Real* room) {
      pass.kernels->transformer.attend(m_time, headWidth(), m_causal, pass.caches[0] + at, pass.caches[1] + at, pass.caches[2] + at, m_width, p, mixed + at, m_width, room);
    });
    for (const std::int64_t h : pass.headsOff)
      for (std::int64_t row = 0; row < pass.batch * m_time; ++row) std::fill_n(mixed + row * m_width + h * headWidth(), headWidth(), Real(0));
    if (m_output) linearForward(pass, third, mixed, pass.weights[outputWeight()], m_bias ? pass.weights[outputWeight() + 1] : nullptr, Activation::None, pass.y);
  }

  void forwardSteps(const StepPass& pass) override {
    const std::int64_t wanted = pass.wanted, end = pass.begin + pass.batch, first = end - wanted, D = headWidth();
    const Projected rows = project(pass);
    const bool kept = pass.caches[3];  // a trace looks at these steps
    if (kept) keepSteps(pass, rows);
    Real* mixed = !m_output ? pass.y : kept ? pass.caches[4] : m_mixed.data();
    const std::int64_t together = kept ? kCausalRows : wanted, ldp = kept ? m_heads * m_time : m_roomPerBlock / kCausalRows;
    const int blocks = workBlocks(8 * (wanted + 1) * end * m_width, std::min<std::int64_t>(m_heads, kStepBlocks));
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(m_heads, blocks, block);
      for (std::int64_t h = r.begin; h < r.end; ++h) {
        storePast(*pass.kernels, h, pass.begin, end, rows.k.from(h * D), rows.v.from(h * D));
        for (std::int64_t i = 0; i < wanted; i += together) {
          Real* p = kept ? pass.caches[3] + (i * m_heads + h) * m_time : m_room.data() + block * m_roomPerBlock;
          pass.kernels->transformer.attendSteps(first + i, std::min(first + i + together, end), D, rows.q.row(i) + h * D, rows.q.stride, keysOf(h), valuesOf(h), p, ldp,
                                                mixed + i * m_width + h * D, m_width);
        }
      }
    });
    if (m_output && wanted > 0)
      linearForward(pass, {wanted, m_width, m_width}, mixed, pass.weights[outputWeight()], m_bias ? pass.weights[outputWeight() + 1] : nullptr, Activation::None, pass.y);
  }

  bool setPast(std::size_t cache, std::int64_t steps, const Real* values) override {
    if (cache != 1 && cache != 2) return false;
    const Rows rows{values, m_width}, none;
    for (std::int64_t h = 0; h < m_heads; ++h)
      storePast(*m_kernels, h, 0, steps, cache == 1 ? rows.from(h * headWidth()) : none, cache == 2 ? rows.from(h * headWidth()) : none);
    return true;
  }

  void backward(const BackwardPass& pass) override {
    const LinearShape square{pass.batch * m_time, m_width, m_width}, all{pass.batch * m_time, m_width, 3 * m_width};
    const Real* dmixed = pass.dy;
    if (m_output) {
      linearBackwardInput(pass, square, pass.dy, pass.weights[outputWeight()], m_mixedGradient.data());
      const int weight = static_cast<int>(outputWeight());
      linearBackwardWeights(pass, square, pass.dy, pass.caches[4], weight, m_bias ? weight + 1 : -1);
      dmixed = m_mixedGradient.data();
    }
    Real* d = m_gradients.data();  // (rows, 3 width): dq, dk, dv side by side, as the rows of W stand
    eachHead(pass, [&](std::int64_t at, Real* p, Real* room) {
      Real* dq = d + at / m_width * 3 * m_width + at % m_width;
      pass.kernels->transformer.attendBackward(m_time, headWidth(), m_causal, pass.caches[0] + at, pass.caches[1] + at, pass.caches[2] + at, m_width, p, dmixed + at, m_width,
                                               dq, dq + m_width, dq + 2 * m_width, 3 * m_width, room);
    });
    if (pass.dx[0]) linearBackwardInput(pass, all, d, pass.weights[0], pass.dx[0]);
    linearBackwardWeights(pass, all, d, pass.x[0], 0, m_bias ? 1 : -1);
  }

 private:
  static constexpr int kStepBlocks = 16;

  /// Rows of one head among those of all.
  struct Rows {
    const Real* data = nullptr;
    std::int64_t stride = 0;
    Rows from(std::int64_t column) const { return {data + column, stride}; }
    const Real* row(std::int64_t i) const { return data + i * stride; }
  };

  /// Queries of the steps that are wanted, keys and values of all.
  struct Projected {
    Rows q, k, v;
  };

  Projected project(const StepPass& pass) {
    const std::int64_t n = pass.batch, wanted = pass.wanted;
    const Real *w = pass.weights[0], *b = m_bias ? pass.weights[1] : nullptr;
    Real* out = m_projected.data();
    if (wanted == n) {  // one product for all three
      linearForward(pass, {n, m_width, 3 * m_width}, pass.x[0], w, b, Activation::None, out);
      const Rows q{out, 3 * m_width};
      return {q, q.from(m_width), q.from(2 * m_width)};
    }
    Real* queries = out + n * 2 * m_width;
    linearForward(pass, {n, m_width, 2 * m_width}, pass.x[0], w + m_width * m_width, b ? b + m_width : nullptr, Activation::None, out);
    if (wanted > 0) linearForward(pass, {wanted, m_width, m_width}, pass.x[0] + (n - wanted) * m_width, w, b, Activation::None, queries);
    const Rows k{out, 2 * m_width};
    return {{queries, m_width}, k, k.from(m_width)};
  }

  /// For a trace: queries, keys and values of the steps that are wanted, and zeros where no weights will be.
  void keepSteps(const StepPass& pass, const Projected& rows) const {
    const std::int64_t skipped = pass.batch - pass.wanted;
    for (std::int64_t i = 0; i < pass.wanted; ++i) {
      std::copy_n(rows.q.row(i), m_width, pass.caches[0] + i * m_width);
      std::copy_n(rows.k.row(skipped + i), m_width, pass.caches[1] + i * m_width);
      std::copy_n(rows.v.row(skipped + i), m_width, pass.caches[2] + i * m_width);
    }
    std::fill_n(pass.caches[3], pass.wanted * m_heads * m_time, Real(0));
  }

  Real* keysOf(std::int64_t head) { return m_keys.data() + head * keyRoom(m_time, headWidth()); }
  Real* valuesOf(std::int64_t head) { return m_values.data() + head * m_time * headWidth(); }

  /// Puts a head's keys and values of the steps [begin, end) where the steps behind them look for them; without data: not these.
  void storePast(const Kernels& kernels, std::int64_t head, std::int64_t begin, std::int64_t end, const Rows& keys, const Rows& values) {
    const std::int64_t D = headWidth();
    if (keys.data) kernels.transformer.storeKeys(begin, end, D, keys.data, keys.stride, keysOf(head));
    for (std::int64_t j = begin; values.data && j < end; ++j) std::copy_n(values.data + (j - begin) * values.stride, D, valuesOf(head) + j * D);
  }

  std::int64_t headWidth() const { return m_width / m_heads; }
  std::size_t outputWeight() const { return m_bias ? 2 : 1; }
  /// Few blocks of several heads: a block's room stays in the cache from head to head.
  int headBlocks(std::int64_t batch) const { return workBlocks(8 * batch * m_time * m_time * m_width, mostHeadBlocks(batch)); }
  std::int64_t mostHeadBlocks(std::int64_t batch) const { return std::min<std::int64_t>(batch * m_heads, 16); }

  /// Calls work(place of the head's first number in the (rows, width) arrays, its probabilities, room) for all heads of all samples.
  template<class F> void eachHead(const Pass& pass, const F& work) {
    const std::int64_t heads = pass.batch * m_heads;
    const int blocks = headBlocks(pass.batch);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(heads, blocks, block);
      for (std::int64_t i = r.begin; i < r.end; ++i)
        work(i / m_heads * m_time * m_width + i % m_heads * headWidth(), pass.caches[3] + i * m_time * m_time, m_room.data() + block * m_roomPerBlock);
    });
  }

  std::int64_t m_time, m_width, m_heads;
  bool m_causal, m_bias, m_output;
  std::int64_t m_roomPerBlock = 0, m_linearRoom = 0;
  Buffer<Real> m_room, m_gradients, m_mixedGradient;
  const Kernels* m_kernels;
  Buffer<Real> m_keys;         // of a network that goes step by step: (heads, keyRoom)
  Buffer<Real> m_values;       // (heads, time, D)
  Buffer<Real> m_projected, m_mixed;  // of the steps of one call
};

Fit<Inference> infer(std::span<const PortType> inputs, const Params& params) {
  const PortType& in = inputs[0];
  if (in.element == Element::Token)
    return Misfit{Error(GB_TEXT("engine", "cannot take tokens: it needs numbers. Put an Embedding before it.")), {}};
  if (in.shape.rank() != 2) return Misfit{Error(GB_TEXT("engine", "needs a sequence (time x features), and gets %1.").arg(in.shape.str())), {}};
  const std::int64_t time = in.shape[0], width = in.shape[1], heads = params.integer("heads");
  if (width % heads != 0)
    return Misfit{Error(GB_TEXT("engine", "cannot share %1 features among %2 heads: the width must be a multiple of the heads.").arg(width).arg(heads)),
                  {Repair{GB_TEXT("engine", "Use one head"), "", "heads", std::int64_t{1}}}};
  Inference out;
  out.outputs = {in};
  const bool bias = params.flag("bias"), output = params.flag("output");
  out.weights = {{"qkv.weight", GB_TEXT("engine", "weights of queries, keys and values"), Shape{3 * width, width}, WeightRole::Weight, width, width}};
  if (bias) out.weights.push_back({"qkv.bias", GB_TEXT("engine", "biases of queries, keys and values"), Shape{3 * width}, WeightRole::Bias, width, width});
  if (output) out.weights.push_back({"out.weight", GB_TEXT("engine", "weights of the output projection"), Shape{width, width}, WeightRole::Weight, width, width});
  if (output && bias) out.weights.push_back({"out.bias", GB_TEXT("engine", "biases of the output projection"), Shape{width}, WeightRole::Bias, width, width});
  out.caches = {{"query", GB_TEXT("engine", "queries"), in.shape, "q"},
                {"key", GB_TEXT("engine", "keys"), in.shape, "k"},
                {"value", GB_TEXT("engine", "values"), in.shape, "v"},
                {"weights", GB_TEXT("engine", "attention weights"), Shape{heads, time, time}, "a"}};
  if (output) out.caches.push_back({"mixed", GB_TEXT("engine", "mixed values"), in.shape, "z"});
  const std::int64_t pairs = params.flag("causal") ? cappedProduct({time, time + 1}) / 2 : cappedProduct({time, time});
  out.forwardFlops = cappedSum({cappedProduct({2, time, width, width, output ? 4 : 3}), cappedProduct({4, pairs, width})});
  out.backwardFlops = cappedProduct({2, out.forwardFlops});
  return out;
}

/// Written out, since nn.MultiheadAttention has no way to leave the output projection away.
TorchCall torchCall(std::span<const PortType>, const Params&) {
  TorchCall call{"{self}({0})", {}};
  call.helper = R"py(class SelfAttention(nn.Module):
    """softmax(q k^T / sqrt(d)) v for each head. nn.MultiheadAttention computes the same; there qkv is called in_proj and out is out_proj."""

    def __init__(self, width, heads, causal=False, bias=True, output=True):
        super().__init__()
        self.heads, self.causal = heads, causal
        self.qkv = nn.Linear(width, 3 * width, bias=bias)
        self.out = nn.Linear(width, width, bias=bias) if output else nn.Identity()

    def forward(self, x):
        batch, time, width = x.shape
        q, k, v = (part.reshape(batch, time, self.heads, -1).transpose(1, 2) for part in self.qkv(x).chunk(3, dim=-1))
        scores = q @ k.transpose(-2, -1) / (width // self.heads) ** 0.5
        if self.causal:  # a step does not see those that come after it
            future = torch.ones(time, time, dtype=torch.bool, device=x.device).triu(1)
            scores = scores.masked_fill(future, float('-inf'))
        mixed = scores.softmax(dim=-1) @ v
        return self.out(mixed.transpose(1, 2).reshape(batch, time, width))
)py";
  return call;
}

}  // namespace

const LayerDef& layer_attention() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "attention";
    d.title = GB_TEXT("engine", "Attention");
    d.help = GB_TEXT("engine", "Every step of a sequence makes a query, a key and a value. Where a query fits a key, that step's value is taken in: so each step can fetch what it needs from anywhere in the sequence, in one layer. Several heads look for several things at once.");
    d.group = LayerGroup::Sequence;
    d.icon = "attn";
    d.letter = 'A';
    d.formula = "y = \\mathrm{softmax}\\left(\\frac{q\\,k^{\\top}}{\\sqrt{d}}\\right) v";
    d.mainParam = "heads";
    d.params = {
        integerParam("heads", GB_TEXT("engine", "Heads"), GB_TEXT("engine", "How many attentions run side by side, each on its share of the features."), 1, 1, 1024),
        switchParam("causal", GB_TEXT("engine", "Causal"), GB_TEXT("engine", "A step sees itself and what came before, never what comes: needed where the network predicts the next step."), false),
        switchParam("bias", GB_TEXT("engine", "Bias"), GB_TEXT("engine", "A number added to each query, key, value and output."), true),
        switchParam("output", GB_TEXT("engine", "Output projection"), GB_TEXT("engine", "A dense layer behind the heads that mixes what they found."), true),
        choiceParam("init", GB_TEXT("engine", "Initializer"), GB_TEXT("engine", "How the first weights are drawn. \"As set for training\" uses the choice in the training settings."), "plan",
                    {{"plan", GB_TEXT("engine", "as set for training")}, {"zeros", GB_TEXT("engine", "zeros")}, {"uniform", GB_TEXT("engine", "uniform")},
                     {"xavier", GB_TEXT("engine", "Xavier")}, {"he", GB_TEXT("engine", "He")}}),
    };
    d.infer = infer;
    d.stepping = [](std::span<const PortType>, const Params& params) { return params.flag("causal") ? Stepping::Past : Stepping::Never; };
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<Attention>(setup); };
    d.pytorch = [](std::span<const PortType> inputs, const Params& params) {
      return "SelfAttention(" + std::to_string(inputs[0].shape[1]) + ", " + std::to_string(params.integer("heads")) + (params.flag("causal") ? ", causal=True" : "") +
             (params.flag("bias") ? "" : ", bias=False") + (params.flag("output") ? ")" : ", output=False)");
    };
    d.torchCall = torchCall;
    d.stages = attentionStages();
    d.stageOrder = {"query", "key", "value", "scores", "weights", "mixed"};
    d.explain = explainAttention;
    d.moved = movedAttention;
    const auto example = [](const char* name, std::int64_t time, std::int64_t width, std::int64_t heads, bool causal, bool bias, bool output) {
      return LayerExample{name, {{Shape{time, width}, Element::Number}}, {{"heads", heads}, {"causal", causal}, {"bias", bias}, {"output", output}}};
    };
    d.examples = {
        example("one head", 4, 6, 1, false, true, true),
        example("one head, plain", 5, 4, 1, false, false, false),
        example("two heads, causal", 5, 6, 2, true, true, true),
        example("four heads without output projection", 3, 8, 4, false, true, false),
        example("two heads without bias, causal", 6, 4, 2, true, false, true),
        example("one head, causal, plain", 4, 5, 1, true, false, false),
        example("one step", 1, 4, 2, true, true, true),
        example("more steps than one block of rows", 67, 6, 2, true, true, true),
        example("more than one vector register", 18, 40, 2, false, true, true),
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS

// Batch normalization (Ioffe and Szegedy 2015): each channel gets mean 0 and deviation 1 over the batch, then a gain and a shift of its own.
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/tensor.h"
#include "engine/layers/activation.h"
#include "engine/layers/blocks.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// Numbers of one channel: `runs` runs of `length` numbers, `step` apart, in a batch of `batch` samples.
///   picture (c, h, w): a run of h w numbers in every sample.  Else, (features) or (time, features): every features-th number.
class BatchNorm : public Layer {
 public:
  explicit BatchNorm(const LayerSetup& setup) : m_momentum(setup.params.number("momentum")), m_epsilon(setup.params.number("epsilon")) {
    const Shape& shape = setup.inputs[0].shape;
    m_perSample = shape.count();
    m_picture = shape.rank() == 3;
    m_channels = m_picture ? shape[0] : shape.back();
    m_length = m_picture ? m_perSample / m_channels : 1;
    m_sums = Buffer<double>(static_cast<std::size_t>(2 * m_channels));
  }

  std::size_t scratchBytes() const override { return sizeof(double) * m_sums.size(); }

  // weights: gain, bias, running_mean, running_var   caches: normal (batch, shape), mean (channels), inverse (channels)
  void forward(const Pass& pass) override {
    const bool training = pass.mode == Mode::Training;
    const double n = static_cast<double>(pass.batch * m_perSample / m_channels);
    Real *normal = pass.caches[0], *mean = pass.caches[1], *inverse = pass.caches[2];
    m_trained = training;
    forChannels(pass, [&](BlockRange r) {
      if (training) measure(pass, r, n);
      for (std::int64_t c = r.begin; c < r.end; ++c) {
        const double variance = training ? m_sums[static_cast<std::size_t>(2 * c + 1)] / n : static_cast<double>(pass.weights[3][c]);
        mean[c] = training ? static_cast<Real>(m_sums[static_cast<std::size_t>(2 * c)] / n) : pass.weights[2][c];
        inverse[c] = static_cast<Real>(1 / std::sqrt(variance + m_epsilon));
        if (!training) continue;
        // The running variance estimates that of all data: divided by n - 1 (n for a single number, which has none).
        const double unbiased = n > 1 ? variance * n / (n - 1) : variance;
        pass.weights[2][c] = static_cast<Real>((1 - m_momentum) * static_cast<double>(pass.weights[2][c]) + m_momentum * m_sums[static_cast<std::size_t>(2 * c)] / n);
        pass.weights[3][c] = static_cast<Real>((1 - m_momentum) * static_cast<double>(pass.weights[3][c]) + m_momentum * unbiased);
      }
      if (m_picture) {
        eachRun(pass.batch, r, [&](std::int64_t c, std::int64_t at) {
          pass.kernels->runs.normalize(m_length, pass.x[0] + at, mean[c], inverse[c], pass.weights[0][c], pass.weights[1][c], normal + at, pass.y + at);
        });
        return;
      }
      for (std::int64_t row = 0; row < pass.batch * m_perSample; row += m_channels)
        for (std::int64_t c = r.begin; c < r.end; ++c) {
          normal[row + c] = (pass.x[0][row + c] - mean[c]) * inverse[c];
          pass.y[row + c] = normal[row + c] * pass.weights[0][c] + pass.weights[1][c];
        }
    });
  }

  // With z the normalized numbers and n of them in a channel:
  //   dgain = sum dy z,  dbias = sum dy,  dx = gain inverse (dy - dbias / n - z dgain / n)      (n z and sums vanish in inference)
  void backward(const BackwardPass& pass) override {
    const double n = static_cast<double>(pass.batch * m_perSample / m_channels);
    const Real *normal = pass.caches[0], *inverse = pass.caches[2];
    forChannels(pass, [&](BlockRange r) {
      for (std::int64_t c = r.begin; c < r.end; ++c) m_sums[static_cast<std::size_t>(2 * c)] = m_sums[static_cast<std::size_t>(2 * c + 1)] = 0;
      if (m_picture)
        eachRun(pass.batch, r, [&](std::int64_t c, std::int64_t at) {
          m_sums[static_cast<std::size_t>(2 * c)] += pass.kernels->sum(m_length, pass.dy + at);
          m_sums[static_cast<std::size_t>(2 * c + 1)] += pass.kernels->runs.dot(m_length, pass.dy + at, normal + at);
        });
      else
        for (std::int64_t row = 0; row < pass.batch * m_perSample; row += m_channels)
          for (std::int64_t c = r.begin; c < r.end; ++c) {
            const double g = static_cast<double>(pass.dy[row + c]);
            m_sums[static_cast<std::size_t>(2 * c)] += g;
            m_sums[static_cast<std::size_t>(2 * c + 1)] += g * static_cast<double>(normal[row + c]);
          }
      if (Real* dx = pass.dx[0]) passBack(pass, r, n, inverse, normal, dx);
    });
    if (pass.dw.empty()) return;
    for (std::int64_t c = 0; c < m_channels; ++c) {
      pass.dw[1][c] = static_cast<Real>(m_sums[static_cast<std::size_t>(2 * c)]);
      pass.dw[0][c] = static_cast<Real>(m_sums[static_cast<std::size_t>(2 * c + 1)]);
    }
    if (!pass.sink) return;
    pass.sink->finished(0, 0, 0, m_channels);
    pass.sink->finished(1, 0, 0, m_channels);
  }

 private:
  /// Whole channels go to blocks, so that every sum is formed in one order.
  template<class F> void forChannels(const Pass& pass, const F& work) const {
    const std::int64_t unit = m_picture ? 1 : 16;
    const int blocks = workBlocks(pass.batch * m_perSample * 16, (m_channels + unit - 1) / unit);
    pass.team->blocks(blocks, [&](int block) { work(blockRange(m_channels, blocks, block, unit)); });
  }
  /// Calls work(channel, place of the run's first number) for all runs of some channels of pictures.
  template<class F> void eachRun(int batch, BlockRange channels, const F& work) const {
    for (std::int64_t s = 0; s < batch; ++s)
      for (std::int64_t c = channels.begin; c < channels.end; ++c) work(c, s * m_perSample + c * m_length);
  }

  /// m_sums of each channel: the sum of x, and then the sum of the squared distances from its mean.
  void measure(const Pass& pass, BlockRange r, double n) {
    for (std::int64_t c = r.begin; c < r.end; ++c) m_sums[static_cast<std::size_t>(2 * c)] = m_sums[static_cast<std::size_t>(2 * c + 1)] = 0;
    const Real* x = pass.x[0];
    if (m_picture) {
      eachRun(pass.batch, r, [&](std::int64_t c, std::int64_t at) { m_sums[static_cast<std::size_t>(2 * c)] += pass.kernels->sum(m_length, x + at); });
      eachRun(pass.batch, r, [&](std::int64_t c, std::int64_t at) {
        m_sums[static_cast<std::size_t>(2 * c + 1)] += pass.kernels->runs.squaredDistances(m_length, x + at, static_cast<Real>(m_sums[static_cast<std::size_t>(2 * c)] / n));
      });
      return;
    }
    for (std::int64_t row = 0; row < pass.batch * m_perSample; row += m_channels)
      for (std::int64_t c = r.begin; c < r.end; ++c) m_sums[static_cast<std::size_t>(2 * c)] += static_cast<double>(x[row + c]);
    for (std::int64_t row = 0; row < pass.batch * m_perSample; row += m_channels)
      for (std::int64_t c = r.begin; c < r.end; ++c) {
        const double d = static_cast<double>(x[row + c]) - m_sums[static_cast<std::size_t>(2 * c)] / n;
        m_sums[static_cast<std::size_t>(2 * c + 1)] += d * d;
      }
  }

  void passBack(const BackwardPass& pass, BlockRange r, double n, const Real* inverse, const Real* normal, Real* dx) const {
    const auto factors = [&](std::int64_t c) {
      const double scale = static_cast<double>(pass.weights[0][c]) * static_cast<double>(inverse[c]);
      const double share = m_trained ? scale / n : 0;
      return std::array{static_cast<Real>(scale), static_cast<Real>(-share * m_sums[static_cast<std::size_t>(2 * c + 1)]),
                        static_cast<Real>(-share * m_sums[static_cast<std::size_t>(2 * c)])};
    };
    if (m_picture) {
      eachRun(pass.batch, r, [&](std::int64_t c, std::int64_t at) {
        const auto [a, b, constant] = factors(c);
        pass.kernels->runs.combine(m_length, a, pass.dy + at, b, normal + at, constant, dx + at);
      });
      return;
    }
    for (std::int64_t c = r.begin; c < r.end; ++c) {
      const auto [a, b, constant] = factors(c);
      for (std::int64_t row = 0; row < pass.batch * m_perSample; row += m_channels) dx[row + c] = a * pass.dy[row + c] + (b * normal[row + c] + constant);
    }
  }

  double m_momentum, m_epsilon;
  std::int64_t m_perSample = 1, m_channels = 1, m_length = 1;
  bool m_picture = false, m_trained = true;
  Buffer<double> m_sums;
};

std::int64_t channelsOf(const Shape& shape) { return shape.rank() == 3 ? shape[0] : shape.back(); }

Fit<Inference> infer(std::span<const PortType> inputs, const Params&) {
  Fit<Inference> fit = inferSame(inputs, 8);
  if (Inference* out = std::get_if<Inference>(&fit)) {
    const Shape channels{channelsOf(inputs[0].shape)};
    out->backwardFlops = 2 * out->forwardFlops;
    out->weights = {{"weight", GB_TEXT("engine", "gains"), channels, WeightRole::Gain},
                    {"bias", GB_TEXT("engine", "biases"), channels, WeightRole::Bias},
                    {"running_mean", GB_TEXT("engine", "running means"), channels, WeightRole::Statistic},
                    {"running_var", GB_TEXT("engine", "running variances"), channels, WeightRole::Statistic}};
    out->caches = {{"normal", GB_TEXT("engine", "normalized numbers"), inputs[0].shape, "z = (x - \\mu)\\, r"},
                   {"mean", GB_TEXT("engine", "means of the batch"), channels, "\\mu = \\frac{1}{n} \\sum x", true},
                   {"inverse", GB_TEXT("engine", "one divided by the deviations"), channels, "r = \\frac{1}{\\sqrt{\\sigma^2 + \\epsilon}}", true}};
    out->notes = {GB_TEXT("engine", "While training it uses the batch's own mean and variance and keeps running averages; a network in use takes those averages.")};
  }
  return fit;
}

/// Calls work(index) for every element of the channel, of an array shaped like the input.
template<class F> void forChannel(const Shape& batched, std::int64_t channel, const F& work) {
  const int axis = batched.rank() == 4 ? 1 : batched.rank() - 1;
  std::vector<std::int64_t> index(static_cast<std::size_t>(batched.rank()), 0);
  for (std::int64_t i = 0; i < batched.count(); ++i) {
    std::int64_t rest = i;
    for (int a = batched.rank() - 1; a >= 0; --a) index[static_cast<std::size_t>(a)] = rest % batched[a], rest /= batched[a];
    if (index[static_cast<std::size_t>(axis)] == channel) work(index);
  }
}

void explainInput(std::span<const std::int64_t> index, std::span<const std::int64_t> channel, const TraceReader& trace, Explanation& out) {
  const Shape x = trace.shapeOf("in0");
  const double n = static_cast<double>(x.count() / trace.shapeOf("mean").count());
  const Factor gain = trace.factor("weight", channel), inverse = trace.factor("inverse", channel), z = trace.factor("normal", index), minus{-1 / n, "", "-\\frac{1}{n}"};
  out.sentence = GB_TEXT("engine", "This number moves its own output, and through the mean and the variance all others of its channel.");
  out.formula = "\\frac{\\partial L}{\\partial x} = \\gamma\\, r \\left( \\frac{\\partial L}{\\partial y} - \\frac{1}{n} \\sum_{i} \\frac{\\partial L}{\\partial y_{i}} - \\frac{z}{n} \\sum_{i} \\frac{\\partial L}{\\partial y_{i}}\\, z_{i} \\right)";
  out.derivation = {"\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial z}\\, \\frac{\\partial z}{\\partial x} + \\frac{\\partial L}{\\partial \\mu}\\, \\frac{\\partial \\mu}{\\partial x} + \\frac{\\partial L}{\\partial \\sigma^{2}}\\, \\frac{\\partial \\sigma^{2}}{\\partial x}, \\quad \\frac{\\partial L}{\\partial z} = \\gamma\\, \\frac{\\partial L}{\\partial y}",
                    "\\frac{\\partial z}{\\partial x} = r, \\quad \\frac{\\partial L}{\\partial \\mu} = -r \\sum_{i} \\frac{\\partial L}{\\partial z_{i}}, \\quad \\frac{\\partial \\mu}{\\partial x} = \\frac{1}{n}",
                    "\\frac{\\partial L}{\\partial \\sigma^{2}} = -\\frac{r^{2}}{2} \\sum_{i} \\frac{\\partial L}{\\partial z_{i}}\\, z_{i}, \\quad \\frac{\\partial \\sigma^{2}}{\\partial x} = \\frac{2}{n}\\,(x - \\mu) = \\frac{2\\, z}{n\\, r}"};
  out.terms.push_back({{gain, inverse, trace.factor("grad", index)}});
  forChannel(x, channel[0], [&](const std::vector<std::int64_t>& other) { out.terms.push_back({{gain, inverse, minus, trace.factor("grad", other)}}); });
  forChannel(x, channel[0], [&](const std::vector<std::int64_t>& other) {
    out.terms.push_back({{gain, inverse, minus, z, trace.factor("grad", other), trace.factor("normal", other)}});
  });
}

/// The running averages that a network in use takes.
void explainRunning(bool mean, std::span<const std::int64_t> channel, double n, const TraceReader& trace, Explanation& out) {
  const double momentum = trace.params().number("momentum");
  const Factor kept{1 - momentum, "", "(1 - m)"}, share{momentum, "", "m"};
  if (mean) {
    out.sentence = GB_TEXT("engine", "The running mean that a network in use takes: a share of this batch's mean goes in.");
    out.formula = "\\mu_{run} \\leftarrow (1 - m)\\, \\mu_{run} + m\\, \\mu";
    out.terms = {{{kept, trace.factor("running_mean", channel)}}, {{share, trace.factor("mean", channel)}}};
    return;
  }
  const Factor unbiased{n > 1 ? n / (n - 1) : 1, "", "\\frac{n}{n - 1}"};
  out.sentence = GB_TEXT("engine", "The running variance that a network in use takes: a share of this batch's variance goes in. Divided by n - 1 in place of n, it estimates that of all data.");
  out.formula = "\\sigma_{run}^{2} \\leftarrow (1 - m)\\, \\sigma_{run}^{2} + m\\, \\frac{n}{n - 1}\\, \\sigma^{2}";
  out.terms = {{{kept, trace.factor("running_var", channel)}}, {{share, unbiased, trace.factor("variance", channel)}}};
}

/// Calls work(channel, index) for every element of x.
template<class F> void forElements(const Shape& batched, const F& work) {
  const int axis = batched.rank() == 4 ? 1 : batched.rank() - 1;
  std::int64_t inner = 1;
  for (int a = axis + 1; a < batched.rank(); ++a) inner *= batched[a];
  for (std::int64_t i = 0; i < batched.count(); ++i) work(static_cast<std::size_t>(i / inner % batched[axis]), static_cast<std::size_t>(i));
}

void fillCentered(const TraceReader& trace, std::span<double> out) {
  const std::span<const double> x = trace.values("in0"), mean = trace.values("mean");
  forElements(trace.shapeOf("in0"), [&](std::size_t channel, std::size_t i) { out[i] = x[i] - mean[channel]; });
}

void fillVariance(const TraceReader& trace, std::span<double> out) {
  const std::span<const double> d = trace.values("centered");
  forElements(trace.shapeOf("in0"), [&](std::size_t channel, std::size_t i) { out[channel] += d[i] * d[i]; });
  for (double& v : out) v /= static_cast<double>(d.size() / out.size());
}

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  const Shape x = trace.shapeOf("in0");
  const bool perChannel = stage != "out" && stage != "normal" && stage != "centered" && stage != "in0.grad";
  const std::int64_t channel[] = {perChannel ? index[0] : x.rank() == 4 ? index[1] : index.back()};
  const double n = static_cast<double>(x.count() / trace.shapeOf("mean").count());
  if (stage == "out") {
    out.sentence = GB_TEXT("engine", "The normalized number times the channel's gain, and its bias.");
    out.formula = "y = \\gamma\\, z + \\beta";
    out.terms = {{{trace.factor("weight", channel), trace.factor("normal", index)}}, {{trace.factor("bias", channel)}}};
  } else if (stage == "normal") {
    out.sentence = GB_TEXT("engine", "How many deviations this number lies above its channel's mean in this batch.");
    out.formula = "z = (x - \\mu)\\, r";
    out.terms = {{{trace.factor("centered", index), trace.factor("inverse", channel)}}};
  } else if (stage == "centered") {
    out.sentence = GB_TEXT("engine", "How far this number lies above its channel's mean in this batch.");
    out.formula = "x - \\mu";
    out.terms = {{{trace.factor("in0", index)}}, {{Factor{-1, "", "-1"}, trace.factor("mean", channel)}}};
  } else if (stage == "mean") {
    out.sentence = GB_TEXT("engine", "The mean of all numbers of channel %1 in this batch.").arg(channel[0]);
    out.formula = "\\mu = \\frac{1}{n} \\sum_{i} x_{i}";
    forChannel(x, channel[0], [&](const std::vector<std::int64_t>& at) { out.terms.push_back({{Factor{1 / n, "", "\\frac{1}{n}"}, trace.factor("in0", at)}}); });
  } else if (stage == "variance") {
    out.sentence = GB_TEXT("engine", "The variance of channel %1 in this batch: the mean of its squared distances from the mean.").arg(channel[0]);
    out.formula = "\\sigma^{2} = \\frac{1}{n} \\sum_{i} (x_{i} - \\mu)^{2}";
    forChannel(x, channel[0], [&](const std::vector<std::int64_t>& at) {
      const Factor d = trace.factor("centered", at);
      out.terms.push_back({{Factor{1 / n, "", "\\frac{1}{n}"}, d, d}});
    });
  } else if (stage == "inverse") {
    out.sentence = GB_TEXT("engine", "One divided by the standard deviation of channel %1 in this batch; a small number keeps it finite.").arg(channel[0]);
    out.formula = "r = \\frac{1}{\\sqrt{\\sigma^{2} + \\epsilon}}";
    Factor value = trace.factor("inverse", channel);
    value.from.clear();
    out.terms = {{{value}}};
    out.arguments = {trace.factor("variance", channel)};
    out.arguments[0].tex = "\\sigma^{2}";
  } else if (stage == "running_mean.new" || stage == "running_var.new") {
    explainRunning(stage == "running_mean.new", channel, n, trace, out);
  } else if (stage == "in0.grad") {
    explainInput(index, channel, trace, out);
  } else {
    const bool gain = stage == "weight.grad";
    out.sentence = gain ? GB_TEXT("engine", "How much the loss changes when the gain of channel %1 grows a little: its gradients times the normalized numbers.").arg(channel[0])
                        : GB_TEXT("engine", "How much the loss changes when the bias of channel %1 grows a little: the sum of the channel's gradients at all places.").arg(channel[0]);
    out.formula = gain ? "\\frac{\\partial L}{\\partial \\gamma} = \\sum_{i} \\frac{\\partial L}{\\partial y_{i}}\\, z_{i}" : "\\frac{\\partial L}{\\partial \\beta} = \\sum_{i} \\frac{\\partial L}{\\partial y_{i}}";
    forChannel(x, channel[0], [&](const std::vector<std::int64_t>& at) {
      Term term{{trace.factor("grad", at)}};
      if (gain) term.factors.push_back(trace.factor("normal", at));
      out.terms.push_back(term);
    });
  }
  return out;
}

}  // namespace

const LayerDef& layer_batch_norm() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "batch_norm";
    d.title = GB_TEXT("engine", "Batch norm");
    d.help = GB_TEXT("engine", "Gives each channel mean 0 and deviation 1 over the batch, then a gain and a shift of its own that are learned. Deep networks train faster and bear larger rates; very small batches make it noisy.");
    d.group = LayerGroup::Regularize;
    d.icon = "norm";
    d.letter = 'B';
    d.formula = "y = \\gamma\\, \\frac{x - \\mu}{\\sqrt{\\sigma^2 + \\epsilon}} + \\beta";
    d.params = {
        numberParam("momentum", GB_TEXT("engine", "Momentum"), GB_TEXT("engine", "Share of the newest batch in the running averages that a network in use takes."), 0.1, 0, 1),
        numberParam("epsilon", GB_TEXT("engine", "Epsilon"), GB_TEXT("engine", "Added to the variance, so that a channel that never changes is not divided by 0."), 1e-5, 1e-12, 1, true),
    };
    d.infer = infer;
    d.stepping = eachStepAlone;
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<BatchNorm>(setup); };
    d.pytorch = [](std::span<const PortType> inputs, const Params& params) {
      std::string out = std::string(inputs[0].shape.rank() == 3 ? "nn.BatchNorm2d(" : "nn.BatchNorm1d(") + std::to_string(channelsOf(inputs[0].shape));
      if (params.number("epsilon") != 1e-5) out += ", eps=" + writeParam(params.number("epsilon"));
      if (params.number("momentum") != 0.1) out += ", momentum=" + writeParam(params.number("momentum"));
      return out + ")";
    };
    d.torchCall = [](std::span<const PortType> inputs, const Params&) {
      return TorchCall{inputs[0].shape.rank() == 2 ? "{self}({0}.transpose(1, 2)).transpose(1, 2)" : "{self}({0})", {}};  // PyTorch keeps the time last
    };
    d.stages = {{"centered", GB_TEXT("engine", "distances from the mean"), "x - \\mu", [](const TraceReader& trace) { return trace.shapeOf("in0"); }, nullptr, fillCentered},
                {"variance", GB_TEXT("engine", "variances of the batch"), "\\sigma^{2}", [](const TraceReader& trace) { return trace.shapeOf("mean"); }, nullptr, fillVariance}};
    d.stageOrder = {"mean", "centered", "variance", "inverse", "normal"};
    d.movesStatistics = true;
    d.explain = explain;
    d.examples = {
        {"a vector, each feature for itself", {{Shape{4}, Element::Number}}, {}, 1e-6},
        {"one number", {{Shape{1}, Element::Number}}, {}, 1e-6},
        {"a picture, each channel for itself", {{Shape{3, 4, 2}, Element::Number}}, {}, 1e-6},
        {"one channel", {{Shape{1, 5, 7}, Element::Number}}, {}, 1e-6},
        {"a sequence, each feature for itself", {{Shape{5, 3}, Element::Number}}, {}, 1e-6},
        {"a large epsilon", {{Shape{2, 3, 3}, Element::Number}}, {{"epsilon", 0.1}, {"momentum", 0.5}}, 1e-6},
        {"more than one vector register", {{Shape{37}, Element::Number}}, {}, 1e-6},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS

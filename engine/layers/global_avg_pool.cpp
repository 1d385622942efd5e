// Global average pooling: one number per channel, its mean over the whole picture or sequence.
#include <algorithm>

#include "engine/layers/blocks.h"
#include "engine/layers/layer.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// x: (batch, channels, places) of pictures, (batch, places, channels) of sequences   y: (batch, channels)
class GlobalAverage : public Layer {
 public:
  explicit GlobalAverage(const Shape& shape) : m_sequence(shape.rank() == 2), m_channels(shape[m_sequence ? 1 : 0]), m_places(shape.count() / m_channels) {}

  void forward(const Pass& pass) override {
    const Real share = 1 / static_cast<Real>(m_places);
    forSamples(pass, [&](std::int64_t s) {
      const Real* x = pass.x[0] + s * m_channels * m_places;
      Real* y = pass.y + s * m_channels;
      if (m_sequence) pass.kernels->columnSums(m_places, m_channels, x, m_channels, y);
      for (std::int64_t c = 0; c < m_channels; ++c) y[c] = m_sequence ? y[c] * share : static_cast<Real>(pass.kernels->sum(m_places, x + c * m_places) / static_cast<double>(m_places));
    });
  }

  void backward(const BackwardPass& pass) override {
    if (!pass.dx[0]) return;
    const Real share = 1 / static_cast<Real>(m_places);
    forSamples(pass, [&](std::int64_t s) {
      Real* dx = pass.dx[0] + s * m_channels * m_places;
      const Real* dy = pass.dy + s * m_channels;
      for (std::int64_t c = 0; c < m_channels; ++c) {
        if (!m_sequence) std::fill_n(dx + c * m_places, m_places, dy[c] * share);
        else
          for (std::int64_t t = 0; t < m_places; ++t) dx[t * m_channels + c] = dy[c] * share;
      }
    });
  }

 private:
  template<class F> void forSamples(const Pass& pass, const F& work) const {
    const int blocks = workBlocks(pass.batch * m_channels * m_places * 8, pass.batch);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(pass.batch, blocks, block);
      for (std::int64_t s = r.begin; s < r.end; ++s) work(s);
    });
  }

  bool m_sequence;
  std::int64_t m_channels, m_places;
};

Fit<Inference> infer(std::span<const PortType> inputs, const Params&) {
  const PortType& in = inputs[0];
  if (in.element == Element::Token) return Misfit{Error(GB_TEXT("engine", "cannot take tokens: it needs numbers. Put an Embedding before it.")), {}};
  if (in.shape.rank() != 2 && in.shape.rank() != 3)
    return Misfit{Error(GB_TEXT("engine", "averages each channel of a picture or each feature of a sequence over all places, and gets %1, which has no places.").arg(in.shape.str())), {}};
  Inference out;
  out.outputs = {{Shape{in.shape.rank() == 2 ? in.shape[1] : in.shape[0]}, Element::Number}};
  out.forwardFlops = out.backwardFlops = in.shape.count();
  return out;
}

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  const Shape x = trace.shapeOf("in0");
  const bool sequence = x.rank() == 3;
  const std::int64_t channel = stage == "out" || sequence ? index.back() : index[1];
  const std::int64_t places = x.count() / x[0] / (sequence ? x[2] : x[1]);
  const Factor share{1.0 / static_cast<double>(places), "", "\\frac{1}{n}"};
  if (stage == "out") {
    out.sentence = GB_TEXT("engine", "The mean of channel %1 over all %2 places.").arg(channel).arg(places);
    out.formula = "y_{c} = \\frac{1}{n} \\sum_{p} x_{cp}";
    for (std::int64_t p = 0; p < places; ++p) {
      const std::vector<std::int64_t> at = sequence ? std::vector{index[0], p, channel} : std::vector{index[0], channel, p / x[3], p % x[3]};
      out.terms.push_back({{share, trace.factor("in0", at)}});
    }
  } else {
    const std::int64_t at[] = {index[0], channel};
    out.sentence = GB_TEXT("engine", "The gradient of the channel's mean, shared equally by all %1 places.").arg(places);
    out.formula = "\\frac{\\partial L}{\\partial x_{cp}} = \\frac{1}{n}\\, \\frac{\\partial L}{\\partial y_{c}}";
    out.terms = {{{share, trace.factor("grad", at)}}};
  }
  return out;
}

}  // namespace

const LayerDef& layer_global_avg_pool() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "global_avg_pool";
    d.title = GB_TEXT("engine", "Global pooling");
    d.help = GB_TEXT("engine", "Gives one number per channel: its mean over the whole picture or sequence. Says how much of a pattern is there, wherever it is, and takes pictures of any size to a list of fixed length without any weights.");
    d.group = LayerGroup::Image;
    d.icon = "pool";
    d.formula = "y_{c} = \\frac{1}{n} \\sum_{p} x_{cp}";
    d.infer = infer;
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<GlobalAverage>(setup.inputs[0].shape); };
    d.pytorch = [](std::span<const PortType>, const Params&) { return std::string(); };
    d.torchCall = [](std::span<const PortType> inputs, const Params&) { return TorchCall{inputs[0].shape.rank() == 3 ? "{0}.mean(dim=(2, 3))" : "{0}.mean(dim=1)", {}}; };
    d.explain = explain;
    d.examples = {
        {"one channel", {{Shape{1, 3, 3}, Element::Number}}, {}},
        {"several channels", {{Shape{5, 4, 3}, Element::Number}}, {}},
        {"one pixel", {{Shape{7, 1, 1}, Element::Number}}, {}},
        {"a sequence", {{Shape{6, 4}, Element::Number}}, {}},
        {"more than one vector register", {{Shape{2, 9, 11}, Element::Number}}, {}},
        {"a long sequence of many features", {{Shape{19, 37}, Element::Number}}, {}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS

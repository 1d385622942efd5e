#include "engine/layers/convolution.h"

#include <algorithm>
#include <array>

#include "engine/core/capped.h"
#include "engine/layers/blocks.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

constexpr int kMostBlocks = 8;             // each has a slot of the room to work in, and of the sums over the batch
constexpr std::int64_t kBlockFlops = 300'000;
constexpr Index kTurnedNumbers = 1 << 18;  // 1 MiB: what a part turns into lanes should stay in a core's L2 cache

std::int64_t flopsOf(const ConvShape& s, int batch) { return 2 * batch * s.outChannels * s.outHeight * s.outWidth * s.taps(); }

/// How a batch becomes parts: bands of rows fill the lanes, groups of bands are cut once more into row parts.
struct Cut {
  Index bands = 1, bandRows = 1, groups = 1, parts = 1, unit = 1, lanes = 1, allBands = 1;

  Index items() const { return groups * parts; }
  ConvPart item(Index i) const {
    const Index group = i / parts, first = group * lanes;
    const BlockRange rows = blockRange(bandRows, static_cast<int>(parts), static_cast<int>(i % parts), unit);
    return {bands, bandRows, first, std::min(lanes, allBands - first), rows.begin, rows.end};
  }
};

/// Bands are as few as fill the lanes best; `halo` rows are turned once more for each band and part. Depends on sizes alone.
Cut cutRows(Index batch, Index height, Index unit, Index halo, Index lanes, Index wantedItems, Index numbersPerRow) {
  Cut best;
  double least = 0;
  for (Index bands = 1; bands <= std::min(lanes, (height + unit - 1) / unit); ++bands) {
    const Index rows = ((height + bands - 1) / bands + unit - 1) / unit * unit, groups = (batch * bands + lanes - 1) / lanes;
    const double cost = static_cast<double>(groups) * (static_cast<double>(rows) + 0.1 * static_cast<double>(halo));
    if (bands > 1 && cost >= 0.98 * least) continue;
    least = cost;
    best = {bands, rows, groups, 1, unit, lanes, batch * bands};
  }
  const Index most = std::max<Index>(1, best.bandRows / std::max({unit, halo, Index{1}}));
  const Index forTeam = (wantedItems + best.groups - 1) / best.groups, forCache = best.bandRows * numbersPerRow * lanes / kTurnedNumbers;
  best.parts = std::clamp<Index>(std::max(forTeam, forCache), 1, most);
  return best;
}

Index haloOf(const ConvShape& s) { return (s.kernelH - 1) * s.dilationH; }

Cut cutForward(const ConvShape& s, int batch, Index lanes) {
  const Index wanted = std::clamp<std::int64_t>(flopsOf(s, batch) / kBlockFlops, 1, kMostBlocks);
  return cutRows(batch, s.outHeight, 1, (haloOf(s) + s.strideH - 1) / s.strideH, lanes, wanted, s.inChannels * s.inWidth * s.strideH);
}

Cut cutInput(const ConvShape& s, int batch, Index lanes) {
  const Index wanted = std::clamp<std::int64_t>(flopsOf(s, batch) / kBlockFlops, 1, kMostBlocks);
  return cutRows(batch, s.inHeight, s.strideH, haloOf(s), lanes, wanted, s.outChannels * s.outWidth);
}

/// The sums of a part are added up over its lanes at its end, so parts are few, and at least some 100 pixels large.
Cut cutWeights(const ConvShape& s, int batch, Index lanes) {
  Cut cut = cutForward(s, batch, lanes);
  const Index forTeam = (kMostBlocks / 2 + cut.groups - 1) / cut.groups;
  if (cut.bandRows * s.inChannels * s.inWidth * s.strideH * lanes <= kTurnedNumbers) cut.parts = std::min(cut.parts, forTeam);
  cut.parts = std::clamp<Index>(cut.bandRows * s.outWidth / 128, 1, cut.parts);
  return cut;
}

Index rounded(Index numbers) { return (numbers + 15) / 16 * 16; }

/// Parts that work at the same time, each with a slot of its own.
int blocksFor(const ConvShape& s, int batch, const Cut& cut) {
  return static_cast<int>(std::clamp<std::int64_t>(std::min<std::int64_t>(flopsOf(s, batch) / kBlockFlops, cut.items()), 1, kMostBlocks));
}

/// Ranges of output channels into which a block of the weights' gradient is cut when the batch alone gives too few blocks.
int channelParts(const ConvShape& s, int batch, int blocks) {
  const std::int64_t forWork = flopsOf(s, batch) / kBlockFlops / blocks;
  return static_cast<int>(std::clamp<std::int64_t>(std::min<std::int64_t>({forWork, kMostBlocks / 2 / blocks, s.outChannels / 4}), 1, kMostBlocks));
}

/// Calls work(item) for the items of one block, in order.
template<class F> void forItems(const Cut& cut, int blocks, int block, const F& work) {
  const BlockRange r = blockRange(cut.items(), blocks, block);
  for (Index i = r.begin; i < r.end; ++i) work(cut.item(i));
}

}  // namespace

Convolution::Convolution(const ConvShape& shape, bool bias, const Kernels& kernels, int maxBatch) : m_shape(shape), m_bias(bias) {
  // Smaller batches have more bands, whose rows are cut in other ways; from 1,024 samples on nothing changes any more.
  Index outRows = 1, inRows = 1;
  int slots = 1, sums = 1;
  const Index lanes = kernels.conv.lanes;
  for (int batch = 1; batch <= std::min(maxBatch, 1024); ++batch) {
    for (const Cut& cut : {cutForward(shape, batch, lanes), cutWeights(shape, batch, lanes)}) {
      for (Index part = 0; part < cut.parts; ++part) outRows = std::max(outRows, cut.item(part).end - cut.item(part).begin);
      slots = std::max(slots, blocksFor(shape, batch, cut));
    }
    const Cut input = cutInput(shape, batch, lanes), weights = cutWeights(shape, batch, lanes);
    for (Index part = 0; part < input.parts; ++part) inRows = std::max(inRows, input.item(part).end - input.item(part).begin);
    const int blocks = blocksFor(shape, batch, weights);
    slots = std::max({slots, blocksFor(shape, batch, input), blocks * channelParts(shape, batch, blocks)});
    sums = std::max(sums, blocks);
  }
  m_roomPerSlot = rounded(kernels.conv.scratch(shape, outRows, inRows));
  m_sumsPerSlot = rounded(shape.outChannels * shape.taps()) + rounded(shape.outChannels);
  m_room = Buffer<Real>(static_cast<std::size_t>(slots * m_roomPerSlot));
  if (sums > 1) m_sums = Buffer<Real>(static_cast<std::size_t>(sums * m_sumsPerSlot));
}

std::size_t Convolution::scratchBytes() const { return sizeof(Real) * (m_room.size() + m_sums.size()); }

void Convolution::forward(const Pass& pass) {
  const Cut cut = cutForward(m_shape, pass.batch, pass.kernels->conv.lanes);
  const int blocks = blocksFor(m_shape, pass.batch, cut);
  pass.team->blocks(blocks, [&](int block) {
    forItems(cut, blocks, block, [&](const ConvPart& part) {
      pass.kernels->conv.forward(m_shape, part, pass.x[0], pass.weights[0], m_bias ? pass.weights[1] : nullptr, m_activation, pass.y, room(block));
    });
  });
}

// dx comes first: once a range of dw is finished, the optimizer may already change the weights.
void Convolution::backward(const BackwardPass& pass) {
  if (pass.dx[0]) {
    const Cut cut = cutInput(m_shape, pass.batch, pass.kernels->conv.lanes);
    const int blocks = blocksFor(m_shape, pass.batch, cut);
    pass.team->blocks(blocks, [&](int block) {
      forItems(cut, blocks, block, [&](const ConvPart& part) {
        pass.kernels->conv.backwardInput(m_shape, part, pass.dy, pass.weights[0], pass.dx[0], room(block));
      });
    });
  }
  if (!pass.dw.empty()) backwardWeights(pass);
}

/// Every block sums its part of the batch; then the sums are added in the order of the blocks.
void Convolution::backwardWeights(const BackwardPass& pass) {
  const Cut cut = cutWeights(m_shape, pass.batch, pass.kernels->conv.lanes);
  const int blocks = blocksFor(m_shape, pass.batch, cut), channelBlocks = channelParts(m_shape, pass.batch, blocks);
  const Index weights = m_shape.outChannels * m_shape.taps();
  const auto slot = [&](int block) { return m_sums.data() + block * m_sumsPerSlot; };
  const auto weightSum = [&](int block) { return blocks == 1 ? pass.dw[0] : slot(block); };
  const auto biasSum = [&](int block) { return !m_bias ? nullptr : blocks == 1 ? pass.dw[1] : slot(block) + rounded(weights); };
  pass.team->blocks(blocks * channelBlocks, [&](int both) {
    const int block = both / channelBlocks;
    const BlockRange channels = blockRange(m_shape.outChannels, channelBlocks, both % channelBlocks);
    Real* dw = weightSum(block);
    Real* db = biasSum(block);
    std::fill(dw + channels.begin * m_shape.taps(), dw + channels.end * m_shape.taps(), Real(0));
    if (db) std::fill(db + channels.begin, db + channels.end, Real(0));
    forItems(cut, blocks, block, [&](const ConvPart& part) {
      pass.kernels->conv.backwardWeights(m_shape, part, channels.begin, channels.end, pass.x[0], pass.dy, dw, db, room(both));
    });
  });
  if (blocks == 1 && !pass.sink) return;
  const int sumBlocks = workBlocks(weights * blocks * 16, (weights + 63) / 64);
  pass.team->blocks(sumBlocks, [&](int part) {
    const BlockRange r = blockRange(weights, sumBlocks, part, 64);
    if (blocks > 1) addSums(*pass.kernels, blocks, r, slot(0), pass.dw[0]);
    if (pass.sink) pass.sink->finished(0, part, r.begin, r.end);
    if (part > 0 || !m_bias) return;
    if (blocks > 1) addSums(*pass.kernels, blocks, {0, m_shape.outChannels}, slot(0) + rounded(weights), pass.dw[1]);
    if (pass.sink) pass.sink->finished(1, 0, 0, m_shape.outChannels);
  });
}

/// to = the sum of all slots' numbers r; at least two slots.
void Convolution::addSums(const Kernels& kernels, int slots, BlockRange r, const Real* from, Real* to) const {
  kernels.add(r.size(), from + r.begin, from + m_sumsPerSlot + r.begin, to + r.begin);
  for (int slot = 2; slot < slots; ++slot) kernels.add(r.size(), to + r.begin, from + slot * m_sumsPerSlot + r.begin, to + r.begin);
}

// ---- what the definitions share -------------------------------------------------------------------------------------------

std::vector<ParamDef> convolutionParams(ParamDef kernel) {
  return {
      integerParam("channels", GB_TEXT("engine", "Channels"), GB_TEXT("engine", "How many kernels slide over the input: each looks for one pattern and gives one channel of the output."), 16, 1, 100'000),
      std::move(kernel),
      strideParam("1"),
      paddingParam(true),
      dilationParam(),
      switchParam("bias", GB_TEXT("engine", "Bias"), GB_TEXT("engine", "A number added to each channel, so that it need not be 0 where the input is 0."), true),
      choiceParam("init", GB_TEXT("engine", "Initializer"), GB_TEXT("engine", "How the first weights are drawn. \"As set for training\" uses the choice in the training settings."), "plan",
                  {{"plan", GB_TEXT("engine", "as set for training")}, {"zeros", GB_TEXT("engine", "zeros")}, {"uniform", GB_TEXT("engine", "uniform")},
                   {"xavier", GB_TEXT("engine", "Xavier")}, {"he", GB_TEXT("engine", "He")}}),
  };
}

Inference inferConvolution(const PortType& output, std::int64_t in, std::int64_t out, const Window& window, const Shape& weight, bool bias) {
  const std::int64_t area = window.height * window.width;
  Inference result;
  result.outputs = {output};
  // A unit reads in * area numbers, and each number it reads reaches out * area units (PyTorch and Keras count so).
  result.weights.push_back({"weight", GB_TEXT("engine", "kernels"), weight, WeightRole::Weight, in * area, out * area});
  if (bias) result.weights.push_back({"bias", GB_TEXT("engine", "biases"), Shape{out}, WeightRole::Bias, in * area, out * area});
  result.forwardFlops = cappedProduct({2, output.shape.count(), in, area});
  result.backwardFlops = cappedProduct({2, result.forwardFlops});
  return result;
}

namespace {

/// Reads elements of pictures, (sample, channel, row, column), and of sequences, (sample, time, channel), alike.
class Places {
 public:
  Places(const TraceReader& trace, bool sequence) : m_trace(trace), m_sequence(sequence), m_x(trace.shapeOf("in0")), m_y(trace.shapeOf("out")) {
    m_window = *readWindow(trace.params(), "kernel", sequence);
  }
  const Window& window() const { return m_window; }
  std::int64_t inChannels() const { return m_sequence ? m_x[2] : m_x[1]; }
  std::int64_t outChannels() const { return m_sequence ? m_y[2] : m_y[1]; }
  std::int64_t inHeight() const { return m_sequence ? m_x[1] : m_x[2]; }
  std::int64_t inWidth() const { return m_sequence ? 1 : m_x[3]; }
  std::int64_t outHeight() const { return m_sequence ? m_y[1] : m_y[2]; }
  std::int64_t outWidth() const { return m_sequence ? 1 : m_y[3]; }

  Factor picture(const char* name, std::int64_t sample, std::int64_t channel, std::int64_t row, std::int64_t column) const {
    if (m_sequence) return m_trace.factor(name, std::array{sample, row, channel});
    return m_trace.factor(name, std::array{sample, channel, row, column});
  }
  Factor weight(std::int64_t o, std::int64_t c, std::int64_t u, std::int64_t v) const {
    if (m_sequence) return m_trace.factor("weight", std::array{o, c, u});
    return m_trace.factor("weight", std::array{o, c, u, v});
  }
  /// Splits the index of an element of x or y.
  struct At {
    std::int64_t sample, channel, row, column;
  };
  At split(std::span<const std::int64_t> index) const {
    return m_sequence ? At{index[0], index[2], index[1], 0} : At{index[0], index[1], index[2], index[3]};
  }

 private:
  const TraceReader& m_trace;
  bool m_sequence;
  Shape m_x, m_y;
  Window m_window;
};

void explainOutput(const Places& p, std::span<const std::int64_t> index, const TraceReader& trace, Explanation& out) {
  const Window& w = p.window();
  const auto [sample, o, i, j] = p.split(index);
  out.sentence = GB_TEXT("engine", "Channel %1 at this place: the window's numbers times the kernel's, and the bias. What lies outside counts as 0.").arg(o);
  out.formula = trace.params().flag("bias") ? "y_{o} = \\sum_{c,u,v} W_{ocuv}\\, x_{c,u,v} + b_{o}" : "y_{o} = \\sum_{c,u,v} W_{ocuv}\\, x_{c,u,v}";
  for (std::int64_t c = 0; c < p.inChannels(); ++c)
    for (std::int64_t u = 0; u < w.height; ++u)
      for (std::int64_t v = 0; v < w.width; ++v) {
        const std::int64_t row = i * w.strideH - w.padH + u * w.dilationH, column = j * w.strideW - w.padW + v * w.dilationW;
        if (row < 0 || row >= p.inHeight() || column < 0 || column >= p.inWidth()) continue;
        out.terms.push_back({{p.weight(o, c, u, v), p.picture("in0", sample, c, row, column)}});
      }
  if (trace.params().flag("bias")) out.terms.push_back({{trace.factor("bias", std::array{o})}});
}

void explainInput(const Places& p, std::span<const std::int64_t> index, Explanation& out) {
  const Window& w = p.window();
  const auto [sample, c, row, column] = p.split(index);
  out.sentence = GB_TEXT("engine", "How much the loss changes with this number: every output whose window covers it passes its gradient back through the weight that lay on it.");
  out.formula = "\\frac{\\partial L}{\\partial x_{c}} = \\sum_{o,u,v} \\frac{\\partial L}{\\partial y_{o}}\\, W_{ocuv}";
  for (std::int64_t o = 0; o < p.outChannels(); ++o)
    for (std::int64_t u = 0; u < w.height; ++u)
      for (std::int64_t v = 0; v < w.width; ++v) {
        const std::int64_t i = row + w.padH - u * w.dilationH, j = column + w.padW - v * w.dilationW;
        if (i < 0 || j < 0 || i % w.strideH != 0 || j % w.strideW != 0 || i / w.strideH >= p.outHeight() || j / w.strideW >= p.outWidth()) continue;
        out.terms.push_back({{p.picture("grad", sample, o, i / w.strideH, j / w.strideW), p.weight(o, c, u, v)}});
      }
}

void explainWeight(const Places& p, bool isWeight, std::span<const std::int64_t> index, const TraceReader& trace, Explanation& out) {
  const Window& w = p.window();
  const std::int64_t o = index[0];
  out.sentence = isWeight ? GB_TEXT("engine", "How much the loss changes when this weight of channel %1 grows a little: it is used at every place of the picture, and each gives a share.").arg(o)
                          : GB_TEXT("engine", "How much the loss changes when the bias of channel %1 grows a little: the sum of the channel's gradients at all places.").arg(o);
  out.formula = isWeight ? "\\frac{\\partial L}{\\partial W_{ocuv}} = \\sum_{s,i,j} \\frac{\\partial L}{\\partial y_{oij}^{(s)}}\\, x_{c,u,v}^{(s)}"
                         : "\\frac{\\partial L}{\\partial b_{o}} = \\sum_{s,i,j} \\frac{\\partial L}{\\partial y_{oij}^{(s)}}";
  for (std::int64_t s = 0; s < trace.batch(); ++s)
    for (std::int64_t i = 0; i < p.outHeight(); ++i)
      for (std::int64_t j = 0; j < p.outWidth(); ++j) {
        Term term{{p.picture("grad", s, o, i, j)}};
        if (isWeight) {
          const std::int64_t row = i * w.strideH - w.padH + index[2] * w.dilationH, column = j * w.strideW - w.padW + (index.size() > 3 ? index[3] : 0) * w.dilationW;
          if (row < 0 || row >= p.inHeight() || column < 0 || column >= p.inWidth()) continue;
          term.factors.push_back(p.picture("in0", s, index[1], row, column));
        }
        out.terms.push_back(term);
      }
}

}  // namespace

Explanation explainConvolution(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace, bool sequence) {
  const Places places(trace, sequence);
  Explanation out;
  if (stage == "out") explainOutput(places, index, trace, out);
  else if (stage == "in0.grad") explainInput(places, index, out);
  else explainWeight(places, stage == "weight.grad", index, trace, out);
  return out;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS

// Multiply: the product of its inputs, element by element; one branch opens and closes the other.
#include <cstring>

#include "engine/layers/blocks.h"
#include "engine/layers/layer.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

class Multiply : public Layer {
 public:
  explicit Multiply(std::int64_t perSample) : m_perSample(perSample) {}

  void forward(const Pass& pass) override {
    eachBlock(pass, [&](BlockRange r) {
      copy(pass.x[0], pass.y, r);
      for (std::size_t i = 1; i < pass.x.size(); ++i) multiply(pass, pass.y, pass.x[i], r);
    });
  }

  // dx_i = dy times all the other inputs: formed anew for each, since y / x_i fails where x_i is 0.
  void backward(const BackwardPass& pass) override {
    eachBlock(pass, [&](BlockRange r) {
      for (std::size_t i = 0; i < pass.dx.size(); ++i) {
        if (!pass.dx[i]) continue;
        copy(pass.dy, pass.dx[i], r);
        for (std::size_t other = 0; other < pass.x.size(); ++other)
          if (other != i) multiply(pass, pass.dx[i], pass.x[other], r);
      }
    });
  }

 private:
  template<class F> void eachBlock(const Pass& pass, const F& work) const {
    const std::int64_t n = pass.batch * m_perSample;
    const int blocks = elementBlocks(n);
    pass.team->blocks(blocks, [&](int block) { work(blockRange(n, blocks, block, 64)); });
  }
  static void copy(const Real* from, Real* to, BlockRange r) { std::memcpy(to + r.begin, from + r.begin, sizeof(Real) * static_cast<std::size_t>(r.size())); }
  static void multiply(const Pass& pass, Real* y, const Real* x, BlockRange r) { pass.kernels->multiply(r.size(), y + r.begin, x + r.begin, y + r.begin); }

  std::int64_t m_perSample;
};

Fit<Inference> infer(std::span<const PortType> inputs, const Params&) {
  for (const PortType& other : inputs) {
    if (other.element == Element::Token) return Misfit{Error(GB_TEXT("engine", "cannot take tokens: it needs numbers. Put an Embedding before it.")), {}};
    if (!(other == inputs[0]))
      return Misfit{Error(GB_TEXT("engine", "cannot multiply %1 and %2: its inputs must have the same shape.").arg(inputs[0].shape.str()).arg(other.shape.str())), {}};
  }
  Inference out;
  out.outputs = {inputs[0]};
  const auto wires = static_cast<std::int64_t>(inputs.size());
  out.forwardFlops = inputs[0].shape.count() * (wires - 1);
  out.backwardFlops = out.forwardFlops * wires;
  return out;
}

/// index: of "out", or of "in<k>.grad", which all have the output's shape.
Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  const bool forward = stage == "out";
  const std::string own = stage.substr(0, stage.find('.'));
  Term product;
  if (!forward) product.factors.push_back(trace.factor("grad", index));
  for (int i = 0; trace.has("in" + std::to_string(i)); ++i) {
    const std::string wire = "in" + std::to_string(i);
    if (wire != own) product.factors.push_back(trace.factor(wire, index));
  }
  out.sentence = forward ? GB_TEXT("engine", "The product of the numbers that arrive on the wires.")
                         : GB_TEXT("engine", "The gradient that arrives at the output, times the numbers on the other wires: where one of them is 0, nothing passes.");
  out.formula = forward ? "y = x_{1} \\cdot x_{2} \\cdots" : "\\frac{\\partial L}{\\partial x_{i}} = \\frac{\\partial L}{\\partial y} \\prod_{j \\neq i} x_{j}";
  out.terms = {product};
  return out;
}

}  // namespace

const LayerDef& layer_multiply() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "multiply";
    d.title = GB_TEXT("engine", "Multiply");
    d.help = GB_TEXT("engine", "Multiplies what arrives on its wires, number by number. With a sigmoid on one of them it is a gate: 0 shuts the other wire, 1 lets it through.");
    d.group = LayerGroup::Shape;
    d.icon = "x";
    d.formula = "y = x_{1} \\cdot x_{2}";
    d.inputs = {PortDef{"in", GB_TEXT("engine", "inputs"), true, false}};
    d.infer = infer;
    d.stepping = eachStepAlone;
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<Multiply>(setup.inputs[0].shape.count()); };
    d.pytorch = [](std::span<const PortType>, const Params&) { return std::string(); };
    d.torchCall = [](std::span<const PortType> inputs, const Params&) { return TorchCall{torchWires(inputs.size(), " * "), {}}; };
    d.explain = explain;
    const PortType v{Shape{5}, Element::Number}, p{Shape{2, 3, 4}, Element::Number}, s{Shape{3, 4}, Element::Number}, o{Shape{1}, Element::Number};
    d.examples = {
        {"two vectors", {v, v}, {}}, {"three vectors", {v, v, v}, {}}, {"two pictures", {p, p}, {}}, {"two sequences", {s, s}, {}}, {"two numbers", {o, o}, {}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS

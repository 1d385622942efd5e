// Add: the sum of its inputs, element by element; joins branches and skip connections.
#include <cstring>

#include "engine/layers/blocks.h"
#include "engine/layers/layer.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

class Add : public Layer {
 public:
  explicit Add(std::int64_t perSample) : m_perSample(perSample) {}

  void forward(const Pass& pass) override {
    const std::int64_t n = pass.batch * m_perSample;
    const int blocks = elementBlocks(n);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(n, blocks, block, 64);
      const Real* sum = pass.x[0] + r.begin;
      if (pass.x.size() == 1) std::memcpy(pass.y + r.begin, sum, sizeof(Real) * static_cast<std::size_t>(r.size()));
      for (std::size_t i = 1; i < pass.x.size(); ++i, sum = pass.y + r.begin) pass.kernels->add(r.size(), sum, pass.x[i] + r.begin, pass.y + r.begin);
    });
  }

  bool passesGradientOn() const override { return true; }
  void backward(const BackwardPass&) override {}

 private:
  std::int64_t m_perSample;
};

Fit<Inference> infer(std::span<const PortType> inputs, const Params&) {
  for (const PortType& other : inputs)
    if (!(other == inputs[0]))
      return Misfit{Error(GB_TEXT("engine", "cannot add %1 and %2: its inputs must have the same shape.").arg(inputs[0].shape.str()).arg(other.shape.str())), {}};
  Inference out;
  out.outputs = {inputs[0]};
  out.forwardFlops = inputs[0].shape.count() * static_cast<std::int64_t>(inputs.size() - 1);
  return out;
}

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  if (stage == "out") {
    out.sentence = GB_TEXT("engine", "The sum of the numbers that arrive on the wires.");
    out.formula = "y = x_{1} + x_{2} + \\dots";
    for (int i = 0; trace.has("in" + std::to_string(i)); ++i) out.terms.push_back({{trace.factor("in" + std::to_string(i), index)}});
  } else {
    out.sentence = GB_TEXT("engine", "A sum hands its gradient on to every wire unchanged.");
    out.formula = "\\frac{\\partial L}{\\partial x_{i}} = \\frac{\\partial L}{\\partial y}";
    out.terms = {{{trace.factor("grad", index)}}};
  }
  return out;
}

}  // namespace

const LayerDef& layer_add() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "add";
    d.title = GB_TEXT("engine", "Add");
    d.help = GB_TEXT("engine", "Adds what arrives on its wires, number by number. With a wire past a few layers it makes a residual connection: the gradient has a straight way back.");
    d.group = LayerGroup::Shape;
    d.icon = "add";
    d.letter = '+';
    d.formula = "y = x_{1} + x_{2}";
    d.inputs = {PortDef{"in", GB_TEXT("engine", "inputs"), true, false}};
    d.infer = infer;
    d.stepping = eachStepAlone;
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<Add>(setup.inputs[0].shape.count()); };
    d.pytorch = [](std::span<const PortType>, const Params&) { return std::string(); };
    d.torchCall = [](std::span<const PortType> inputs, const Params&) { return TorchCall{torchWires(inputs.size(), " + "), {}}; };
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

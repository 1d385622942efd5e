// Flatten: a picture or sequence as one list of numbers; the order in memory does not change.
#include <cstring>

#include "engine/layers/layer.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

class Flatten : public Layer {
 public:
  explicit Flatten(std::int64_t perSample) : m_perSample(perSample) {}
  void forward(const Pass& pass) override { copy(pass.y, pass.x[0], pass.batch); }
  void backward(const BackwardPass& pass) override {
    if (pass.dx[0]) copy(pass.dx[0], pass.dy, pass.batch);
  }

 private:
  void copy(Real* to, const Real* from, int batch) const { std::memcpy(to, from, sizeof(Real) * static_cast<std::size_t>(batch * m_perSample)); }
  std::int64_t m_perSample;
};

Fit<Inference> infer(std::span<const PortType> inputs, const Params&) {
  Inference out;
  out.outputs = {{Shape{inputs[0].shape.count()}, inputs[0].element}};
  return out;
}

/// The element of the input that lies where `index` = (sample, position) of the output lies, or the other way round.
std::vector<std::int64_t> unflatten(std::int64_t sample, std::int64_t position, const Shape& batched) {
  std::vector<std::int64_t> at(static_cast<std::size_t>(batched.rank()));
  for (int axis = batched.rank() - 1; axis >= 1; --axis) {
    at[static_cast<std::size_t>(axis)] = position % batched[axis];
    position /= batched[axis];
  }
  at[0] = sample;
  return at;
}

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  const Shape in = trace.shapeOf("in0");
  if (stage == "out") {
    out.sentence = GB_TEXT("engine", "The same number, in a list in place of a picture.");
    out.formula = "y = x";
    out.terms = {{{trace.factor("in0", unflatten(index[0], index[1], in))}}};
  } else {
    std::int64_t position = 0;
    for (int axis = 1; axis < in.rank(); ++axis) position = position * in[axis] + index[static_cast<std::size_t>(axis)];
    const std::int64_t flat[] = {index[0], position};
    out.sentence = GB_TEXT("engine", "The gradient of the same number in the list.");
    out.formula = "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y}";
    out.terms = {{{trace.factor("grad", flat)}}};
  }
  return out;
}

}  // namespace

const LayerDef& layer_flatten() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "flatten";
    d.title = GB_TEXT("engine", "Flatten");
    d.help = GB_TEXT("engine", "Writes a picture or a sequence as one list of numbers, row after row. Dense layers need it; the numbers stay as they are.");
    d.group = LayerGroup::Shape;
    d.icon = "flatten";
    d.letter = 'F';
    d.formula = "y = \\mathrm{vec}(x)";
    d.infer = infer;
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<Flatten>(setup.inputs[0].shape.count()); };
    d.pytorch = [](std::span<const PortType>, const Params&) { return std::string("nn.Flatten()"); };
    d.explain = explain;
    d.examples = {
        {"a picture", {{Shape{1, 4, 3}, Element::Number}}, {}},
        {"three channels", {{Shape{3, 2, 5}, Element::Number}}, {}},
        {"a sequence", {{Shape{6, 2}, Element::Number}}, {}},
        {"a vector stays a vector", {{Shape{5}, Element::Number}}, {}},
        {"one number", {{Shape{1}, Element::Number}}, {}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS

// Reshape: the same numbers in the same order, read in another shape.
#include <cmath>
#include <cstring>

#include "engine/layers/layer.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

class Reshape : public Layer {
 public:
  explicit Reshape(std::int64_t perSample) : m_perSample(perSample) {}
  void forward(const Pass& pass) override { copy(pass.y, pass.x[0], pass.batch); }
  void backward(const BackwardPass& pass) override {
    if (pass.dx[0]) copy(pass.dx[0], pass.dy, pass.batch);
  }

 private:
  void copy(Real* to, const Real* from, int batch) const { std::memcpy(to, from, sizeof(Real) * static_cast<std::size_t>(batch * m_perSample)); }
  std::int64_t m_perSample;
};

/// A square picture of `count` numbers, with three channels or one; one channel of one row when it is no square.
Shape likelyPicture(std::int64_t count) {
  for (const std::int64_t channels : {1, 3}) {
    const auto side = static_cast<std::int64_t>(std::llround(std::sqrt(static_cast<double>(count) / static_cast<double>(channels))));
    if (side * side * channels == count) return Shape{channels, side, side};
  }
  return Shape{1, 1, count};
}

Fit<Inference> infer(std::span<const PortType> inputs, const Params& params) {
  const Shape shape = *parseShape(params.words("shape"));
  const std::int64_t have = inputs[0].shape.count();
  if (shape.count() != have) {
    const std::string fitting = likelyPicture(have).str();
    return Misfit{Error(GB_TEXT("engine", "makes %1 (%2 numbers) out of %3 (%4 numbers): the number of numbers must stay the same.").arg(shape.str()).arg(shape.count()).arg(inputs[0].shape.str()).arg(have)),
                  {Repair{GB_TEXT("engine", "Set the shape to %1").arg(fitting), "", "shape", fitting}}};
  }
  Inference out;
  out.outputs = {{shape, inputs[0].element}};
  return out;
}

/// The element of `to` that lies where `index` of `from` lies; both batch first.
std::vector<std::int64_t> sameNumber(std::span<const std::int64_t> index, const Shape& from, const Shape& to) {
  std::int64_t position = 0;
  for (int axis = 1; axis < from.rank(); ++axis) position = position * from[axis] + index[static_cast<std::size_t>(axis)];
  std::vector<std::int64_t> at(static_cast<std::size_t>(to.rank()));
  for (int axis = to.rank() - 1; axis >= 1; --axis) at[static_cast<std::size_t>(axis)] = position % to[axis], position /= to[axis];
  at[0] = index[0];
  return at;
}

Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  const Shape x = trace.shapeOf("in0"), y = trace.shapeOf("out");
  Explanation out;
  if (stage == "out") {
    out.sentence = GB_TEXT("engine", "The same number, in another shape.");
    out.formula = "y = x";
    out.terms = {{{trace.factor("in0", sameNumber(index, y, x))}}};
  } else {
    out.sentence = GB_TEXT("engine", "The gradient of the same number in the other shape.");
    out.formula = "\\frac{\\partial L}{\\partial x} = \\frac{\\partial L}{\\partial y}";
    out.terms = {{{trace.factor("grad", sameNumber(index, x, y))}}};
  }
  return out;
}

/// "1, 28, 28": without the batch.
std::string torchExtents(const Shape& shape) {
  std::string out;
  for (int axis = 0; axis < shape.rank(); ++axis) out += (axis ? ", " : "") + std::to_string(shape[axis]);
  return out;
}

}  // namespace

const LayerDef& layer_reshape() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "reshape";
    d.title = GB_TEXT("engine", "Reshape");
    d.help = GB_TEXT("engine", "Reads the same numbers in another shape, row after row: a list of 784 numbers as a picture of 1x28x28. Layers that look at neighbors need to know what lies beside what.");
    d.group = LayerGroup::Shape;
    d.icon = "flatten";
    d.formula = "y = \\mathrm{reshape}(x)";
    d.mainParam = "shape";
    d.params = {extentsParam("shape", GB_TEXT("engine", "Shape"), GB_TEXT("engine", "The new shape: channels x height x width of a picture, time x features of a sequence, or the length of a list."), "1x28x28")};
    d.infer = infer;
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<Reshape>(setup.inputs[0].shape.count()); };
    d.pytorch = [](std::span<const PortType>, const Params&) { return std::string(); };
    d.torchCall = [](std::span<const PortType>, const Params& params) { return TorchCall{"{0}.reshape(-1, " + torchExtents(*parseShape(params.words("shape"))) + ")", {}}; };
    d.explain = explain;
    const auto words = [](const char* value) { return ParamValue(std::string(value)); };
    d.examples = {
        {"a list as a picture", {{Shape{12}, Element::Number}}, {{"shape", words("1x3x4")}}},
        {"a picture as a sequence", {{Shape{2, 3, 4}, Element::Number}}, {{"shape", words("6x4")}}},
        {"a sequence as a list", {{Shape{5, 3}, Element::Number}}, {{"shape", words("15")}}},
        {"the same shape", {{Shape{2, 2, 2}, Element::Number}}, {{"shape", words("2x2x2")}}},
        {"one number", {{Shape{1}, Element::Number}}, {{"shape", words("1x1x1")}}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS

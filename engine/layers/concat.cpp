// Concat: its inputs one behind the other along one axis.
#include <cstring>

#include "engine/layers/blocks.h"
#include "engine/layers/layer.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

/// The axis that "auto" stands for: channels of a picture, else the last.
int axisOf(const Shape& shape, const Params& params) {
  const std::string& words = params.words("axis");
  if (words == "auto") return shape.rank() >= 3 ? 0 : shape.rank() - 1;
  return words[0] - '0';
}

/// Numbers from one step along the axis to the next, of one sample.
std::int64_t stepOf(const Shape& shape, int axis) {
  std::int64_t step = 1;
  for (int a = axis + 1; a < shape.rank(); ++a) step *= shape[a];
  return step;
}

/// x_i: (rows, width_i)   y: (rows, sum of width_i)     rows = batch times the axes before the joined one
class Concat : public Layer {
 public:
  explicit Concat(const LayerSetup& setup) {
    const int axis = axisOf(setup.inputs[0].shape, setup.params);
    for (const PortType& input : setup.inputs) {
      m_widths.push_back(input.shape[axis] * stepOf(input.shape, axis));
      m_total += m_widths.back();
    }
    m_rowsPerSample = setup.inputs[0].shape.count() / m_widths[0];
  }

  void forward(const Pass& pass) override {
    eachRow(pass, [&](std::int64_t row) {
      Real* y = pass.y + row * m_total;
      for (std::size_t i = 0; i < m_widths.size(); y += m_widths[i++]) copy(pass.x[i] + row * m_widths[i], y, m_widths[i]);
    });
  }

  void backward(const BackwardPass& pass) override {
    eachRow(pass, [&](std::int64_t row) {
      const Real* dy = pass.dy + row * m_total;
      for (std::size_t i = 0; i < m_widths.size(); dy += m_widths[i++])
        if (pass.dx[i]) copy(dy, pass.dx[i] + row * m_widths[i], m_widths[i]);
    });
  }

 private:
  template<class F> void eachRow(const Pass& pass, const F& work) const {
    const std::int64_t rows = pass.batch * m_rowsPerSample;
    const int blocks = workBlocks(rows * m_total * 8, rows);
    pass.team->blocks(blocks, [&](int block) {
      const BlockRange r = blockRange(rows, blocks, block);
      for (std::int64_t row = r.begin; row < r.end; ++row) work(row);
    });
  }
  static void copy(const Real* from, Real* to, std::int64_t n) { std::memcpy(to, from, sizeof(Real) * static_cast<std::size_t>(n)); }

  std::vector<std::int64_t> m_widths;
  std::int64_t m_total = 0, m_rowsPerSample = 1;
};

Fit<Inference> infer(std::span<const PortType> inputs, const Params& params) {
  const Shape& first = inputs[0].shape;
  const int axis = axisOf(first, params);
  if (axis >= first.rank())
    return Misfit{Error(GB_TEXT("engine", "cannot join along axis %1: its inputs have %2 axes, numbered from 0.").arg(axis).arg(first.rank())),
                  {Repair{GB_TEXT("engine", "Choose the axis automatically"), "", "axis", std::string("auto")}}};
  std::int64_t length = 0;
  for (const PortType& other : inputs) {
    if (other.element == Element::Token) return Misfit{Error(GB_TEXT("engine", "cannot take tokens: it needs numbers. Put an Embedding before it.")), {}};
    bool fits = other.shape.rank() == first.rank();
    for (int a = 0; fits && a < first.rank(); ++a) fits = a == axis || other.shape[a] == first[a];
    if (!fits)
      return Misfit{Error(GB_TEXT("engine", "cannot join %1 and %2 along axis %3: all other axes must be equal.").arg(first.str()).arg(other.shape.str()).arg(axis)), {}};
    length += other.shape[axis];
  }
  Inference out;
  Shape shape = first;
  shape.set(axis, length);
  out.outputs = {{shape, Element::Number}};
  return out;
}

/// index: of "out"; of "in<k>.grad", which has the shape of that wire.
Explanation explain(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) {
  Explanation out;
  Shape sample;  // of one sample on wire 0
  for (int a = 1; a < trace.shapeOf("in0").rank(); ++a) sample.push(trace.shapeOf("in0")[a]);
  const auto axis = static_cast<std::size_t>(axisOf(sample, trace.params())) + 1;
  std::vector<std::int64_t> at(index.begin(), index.end());
  const auto extentOf = [&](int wire) { return trace.shapeOf("in" + std::to_string(wire))[static_cast<int>(axis)]; };
  if (stage == "out") {
    int wire = 0;
    for (; at[axis] >= extentOf(wire); ++wire) at[axis] -= extentOf(wire);
    out.sentence = GB_TEXT("engine", "A number of wire %1, in its new place.").arg(wire + 1);
    out.formula = "y = (x_{1}, x_{2}, \\dots)";
    out.terms = {{{trace.factor("in" + std::to_string(wire), at)}}};
  } else {
    const int wire = std::stoi(stage.substr(2));
    for (int before = 0; before < wire; ++before) at[axis] += extentOf(before);
    out.sentence = GB_TEXT("engine", "Every number goes back to where it came from, and its gradient with it.");
    out.formula = "\\left(\\frac{\\partial L}{\\partial x_{1}}, \\frac{\\partial L}{\\partial x_{2}}, \\dots\\right) = \\frac{\\partial L}{\\partial y}";
    out.terms = {{{trace.factor("grad", at)}}};
  }
  return out;
}

}  // namespace

const LayerDef& layer_concat() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "concat";
    d.title = GB_TEXT("engine", "Concat");
    d.help = GB_TEXT("engine", "Puts what arrives on its wires one behind the other. Unlike a sum it loses nothing: the layer behind it can weigh each branch by itself.");
    d.group = LayerGroup::Shape;
    d.icon = "layers";
    d.formula = "y = (x_{1}, x_{2})";
    d.inputs = {PortDef{"in", GB_TEXT("engine", "inputs"), true, false}};
    d.params = {choiceParam("axis", GB_TEXT("engine", "Axis"), GB_TEXT("engine", "Along which axis of one sample the inputs are joined. Automatic takes the features of vectors and sequences and the channels of pictures."), "auto",
                            {{"auto", GB_TEXT("engine", "automatic")}, {"0", GB_TEXT("engine", "0 (first)")}, {"1", GB_TEXT("engine", "1 (second)")}, {"2", GB_TEXT("engine", "2 (third)")}})};
    d.infer = infer;
    d.stepping = [](std::span<const PortType> inputs, const Params& params) {
      return axisOf(inputs[0].shape, params) == inputs[0].shape.rank() - 1 ? Stepping::Alone : Stepping::Never;
    };
    d.make = [](const LayerSetup& setup) -> std::unique_ptr<Layer> { return std::make_unique<Concat>(setup); };
    d.pytorch = [](std::span<const PortType>, const Params&) { return std::string(); };
    d.torchCall = [](std::span<const PortType> inputs, const Params& params) {
      return TorchCall{"torch.cat([" + torchWires(inputs.size(), ", ") + "], dim=" + std::to_string(axisOf(inputs[0].shape, params) + 1) + ")", {}};
    };
    d.explain = explain;
    const auto numbers = [](const Shape& shape) { return PortType{shape, Element::Number}; };
    d.examples = {
        {"two vectors", {numbers({5}), numbers({3})}, {}},
        {"three vectors", {numbers({5}), numbers({1}), numbers({20})}, {}},
        {"features of two sequences", {numbers({3, 4}), numbers({3, 2})}, {}},
        {"two sequences in time", {numbers({3, 4}), numbers({2, 4})}, {{"axis", std::string("0")}}},
        {"channels of two pictures", {numbers({2, 3, 4}), numbers({1, 3, 4})}, {}},
        {"two pictures one above the other", {numbers({2, 3, 4}), numbers({2, 2, 4})}, {{"axis", std::string("1")}}},
        {"two pictures side by side", {numbers({2, 3, 4}), numbers({2, 3, 7})}, {{"axis", std::string("2")}}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS

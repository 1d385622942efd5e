// Input: where samples enter. It has a shape and no arithmetic.
#include "engine/layers/layer.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

Fit<Inference> infer(std::span<const PortType>, const Params& params) {
  Result<Shape> shape = parseShape(params.words("shape"));
  if (!shape) return Misfit{shape.error(), {}};
  Inference out;
  out.outputs = {{*shape, params.words("element") == "tokens" ? Element::Token : Element::Number}};
  return out;
}

}  // namespace

const LayerDef& layer_input() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "input";
    d.title = GB_TEXT("engine", "Input");
    d.help = GB_TEXT("engine", "Where the samples enter. Its shape is that of one sample: 784 numbers, a 1×28×28 picture, 10 time steps of 3 numbers.");
    d.group = LayerGroup::Data;
    d.icon = "input";
    d.letter = 'I';
    d.formula = "x";
    d.inputs = {};
    d.mainParam = "shape";
    d.params = {
        extentsParam("shape", GB_TEXT("engine", "Shape"), GB_TEXT("engine", "Extents of one sample, joined by x. Pictures are channels x height x width, sequences time x features."), "2"),
        choiceParam("element", GB_TEXT("engine", "Elements"), GB_TEXT("engine", "Numbers, or whole-number tokens for an Embedding."), "numbers",
                    {{"numbers", GB_TEXT("engine", "numbers")}, {"tokens", GB_TEXT("engine", "tokens")}}),
        wordsParam("field", GB_TEXT("engine", "Data field"), GB_TEXT("engine", "Which array of the data feeds it, when the data have several inputs."), ""),
    };
    d.infer = infer;
    d.pytorch = [](std::span<const PortType>, const Params&) { return std::string(); };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS

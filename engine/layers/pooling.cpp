#include "engine/layers/pooling.h"

#include "engine/core/capped.h"

namespace glassbox::inline GLASSBOX_REAL_NS {

Fit<Inference> inferPooling(std::span<const PortType> inputs, const Params& params) {
  if (std::optional<Misfit> misfit = needsPicture(inputs[0])) return *misfit;
  Result<Window> window = readWindow(params, "size", false);
  if (!window) return Misfit{window.error(), {}};
  if (window->padH * 2 > window->height || window->padW * 2 > window->width)
    return Misfit{Error(GB_TEXT("engine", "is padded by more than half of its window: some windows would see nothing of the picture.")),
                  {Repair{GB_TEXT("engine", "Set the padding to 0"), "", "padding", std::string("0")}}};
  if (std::optional<Misfit> misfit = needsRoom(*window, inputs[0], "size")) return *misfit;
  const Shape& in = inputs[0].shape;
  Inference out;
  out.outputs = {{Shape{in[0], window->outHeight(in[1]), window->outWidth(in[2])}, Element::Number}};
  out.forwardFlops = cappedProduct({out.outputs[0].shape.count(), window->height, window->width});
  out.backwardFlops = cappedSum({out.forwardFlops, in.count()});
  return out;
}

PoolShape poolShape(const LayerSetup& setup) {
  const Window w = *readWindow(setup.params, "size", false);
  const Shape &in = setup.inputs[0].shape, &out = setup.inference.outputs[0].shape;
  return {in[0], in[1], in[2], out[1], out[2], w.height, w.width, w.strideH, w.strideW, w.padH, w.padW};
}

std::vector<ParamDef> poolingParams() {
  return {extentsParam("size", GB_TEXT("engine", "Size"), GB_TEXT("engine", "Height and width of the window: one number for a square, or 2x3."), "2"), strideParam("size"), paddingParam(false)};
}

std::string torchPooling(const char* module, const Params& params) {
  const Window w = *readWindow(params, "size", false);
  std::string out = std::string("nn.") + module + "(" + torchPair(w.height, w.width);
  if (w.strideH != w.height || w.strideW != w.width) out += ", stride=" + torchPair(w.strideH, w.strideW);
  if (w.padH != 0 || w.padW != 0) out += ", padding=" + torchPair(w.padH, w.padW);
  return out + ")";
}

std::vector<LayerExample> poolingExamples() {
  const auto words = [](const char* value) { return ParamValue(std::string(value)); };
  const auto picture = [](std::int64_t channels, std::int64_t height, std::int64_t width) { return PortType{Shape{channels, height, width}, Element::Number}; };
  return {
      {"2x2 windows", {picture(1, 4, 4)}, {}},
      {"several channels, one row and column left over", {picture(3, 5, 7)}, {}},
      {"windows that overlap", {picture(2, 6, 5)}, {{"size", words("3")}, {"stride", words("1")}}},
      {"3x3 windows, stride 2, padding 1", {picture(2, 7, 6)}, {{"size", words("3")}, {"stride", words("2")}, {"padding", words("1")}}},
      {"a stride larger than the window", {picture(2, 8, 9)}, {{"size", words("2")}, {"stride", words("3")}}},
      {"the whole picture", {picture(3, 4, 5)}, {{"size", words("4x5")}}},
      {"wide windows", {picture(1, 3, 20)}, {{"size", words("1x4")}}},
      {"different strides", {picture(2, 9, 8)}, {{"size", words("3x2")}, {"stride", words("2x1")}}},
      {"1x1 windows change nothing", {picture(2, 3, 3)}, {{"size", words("1")}}},
      {"rows longer than a vector", {picture(2, 4, 70)}, {}},
  };
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS

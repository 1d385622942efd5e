// Conv2d: small kernels slide over a picture; each gives one channel that says where its pattern lies.
#include "engine/layers/convolution.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

Fit<Inference> infer(std::span<const PortType> inputs, const Params& params) {
  if (std::optional<Misfit> misfit = needsPicture(inputs[0])) return *misfit;
  Result<Window> window = readWindow(params, "kernel", false);
  if (!window) return Misfit{window.error(), {}};
  if (std::optional<Misfit> misfit = needsRoom(*window, inputs[0], "kernel")) return *misfit;
  const Shape& in = inputs[0].shape;
  const std::int64_t channels = params.integer("channels");
  const PortType out{Shape{channels, window->outHeight(in[1]), window->outWidth(in[2])}, Element::Number};
  return inferConvolution(out, in[0], channels, *window, Shape{channels, in[0], window->height, window->width}, params.flag("bias"));
}

std::unique_ptr<Layer> make(const LayerSetup& setup) {
  const Window w = *readWindow(setup.params, "kernel", false);
  const Shape &in = setup.inputs[0].shape, &out = setup.inference.outputs[0].shape;
  const ConvShape shape{in[0], in[1], in[2], out[0], out[1], out[2], w.height, w.width, w.strideH, w.strideW, w.padH, w.padW, w.dilationH, w.dilationW, false};
  return std::make_unique<Convolution>(shape, setup.params.flag("bias"), *setup.kernels, setup.maxBatch);
}

std::string pytorch(std::span<const PortType> inputs, const Params& params) {
  const Window w = *readWindow(params, "kernel", false);
  std::string out = "nn.Conv2d(" + std::to_string(inputs[0].shape[0]) + ", " + std::to_string(params.integer("channels")) + ", " + torchPair(w.height, w.width);
  if (w.strideH != 1 || w.strideW != 1) out += ", stride=" + torchPair(w.strideH, w.strideW);
  if (w.padH != 0 || w.padW != 0) out += ", padding=" + torchPair(w.padH, w.padW);
  if (w.dilationH != 1 || w.dilationW != 1) out += ", dilation=" + torchPair(w.dilationH, w.dilationW);
  return out + (params.flag("bias") ? ")" : ", bias=False)");
}

ParamValue whole(std::int64_t value) { return value; }
ParamValue words(const char* value) { return std::string(value); }
PortType picture(std::int64_t channels, std::int64_t height, std::int64_t width) { return {Shape{channels, height, width}, Element::Number}; }

}  // namespace

const LayerDef& layer_conv2d() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "conv2d";
    d.title = GB_TEXT("engine", "Conv2d");
    d.help = GB_TEXT("engine", "Slides small kernels over a picture: each output is a weighted sum of a small window, with the same weights at every place. It needs far fewer weights than a dense layer and finds a pattern wherever it lies.");
    d.group = LayerGroup::Image;
    d.icon = "conv";
    d.letter = 'C';
    d.formula = "y_{oij} = \\sum_{c,u,v} W_{ocuv}\\, x_{c,\\,i+u,\\,j+v} + b_{o}";
    d.mainParam = "channels";
    d.params = convolutionParams(extentsParam("kernel", GB_TEXT("engine", "Kernel"), GB_TEXT("engine", "Height and width of the window that slides over the picture: one number for a square, or 3x5. Odd sizes have a middle."), "3"));
    d.infer = infer;
    d.make = make;
    d.pytorch = pytorch;
    d.explain = [](const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) { return explainConvolution(stage, index, trace, false); };
    d.examples = {
        {"one channel, one kernel", {picture(1, 5, 5)}, {{"channels", whole(1)}}},
        {"three channels to four", {picture(3, 6, 7)}, {{"channels", whole(4)}}},
        {"a 1x1 kernel mixes channels only", {picture(5, 4, 3)}, {{"channels", whole(3)}, {"kernel", words("1")}}},
        {"a kernel as large as the picture", {picture(2, 4, 5)}, {{"channels", whole(3)}, {"kernel", words("4x5")}}},
        {"padding that keeps the size", {picture(2, 5, 6)}, {{"channels", whole(3)}, {"padding", words("same")}}},
        {"padding by a number", {picture(1, 4, 4)}, {{"channels", whole(2)}, {"padding", words("1")}}},
        {"more padding than the kernel reaches", {picture(1, 3, 3)}, {{"channels", whole(2)}, {"kernel", words("2")}, {"padding", words("3x2")}}},
        {"stride 2", {picture(2, 7, 8)}, {{"channels", whole(3)}, {"stride", words("2")}}},
        {"stride 2 that leaves the last rows out", {picture(1, 8, 6)}, {{"channels", whole(2)}, {"stride", words("2")}}},
        {"a stride larger than the kernel", {picture(2, 8, 7)}, {{"channels", whole(2)}, {"kernel", words("2")}, {"stride", words("3")}}},
        {"different strides", {picture(2, 7, 9)}, {{"channels", whole(2)}, {"stride", words("1x3")}, {"padding", words("1")}}},
        {"stride 3 with padding 2", {picture(1, 10, 7)}, {{"channels", whole(2)}, {"kernel", words("5x3")}, {"stride", words("3")}, {"padding", words("2")}}},
        {"dilation 2", {picture(2, 8, 7)}, {{"channels", whole(2)}, {"dilation", words("2")}}},
        {"dilation, stride and padding at once", {picture(2, 9, 10)}, {{"channels", whole(3)}, {"kernel", words("3x2")}, {"dilation", words("2x3")}, {"stride", words("2")}, {"padding", words("2x1")}}},
        {"an even kernel", {picture(1, 6, 6)}, {{"channels", whole(2)}, {"kernel", words("2x4")}}},
        {"a wide kernel over one row", {picture(3, 1, 12)}, {{"channels", whole(2)}, {"kernel", words("1x5")}}},
        {"a high kernel over one column", {picture(2, 11, 1)}, {{"channels", whole(3)}, {"kernel", words("4x1")}}},
        {"without bias", {picture(2, 5, 5)}, {{"channels", whole(3)}, {"bias", false}}},
        {"more channels than a tile is tall", {picture(9, 4, 5)}, {{"channels", whole(19)}}},
        {"one pixel", {picture(4, 1, 1)}, {{"channels", whole(3)}, {"kernel", words("1")}}},
        {"large enough for several blocks", {picture(4, 14, 13)}, {{"channels", whole(7)}}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS

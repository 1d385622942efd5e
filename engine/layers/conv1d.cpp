// Conv1d: kernels slide along the time of a sequence.
#include "engine/layers/convolution.h"

namespace glassbox::inline GLASSBOX_REAL_NS {
namespace {

Fit<Inference> infer(std::span<const PortType> inputs, const Params& params) {
  const PortType& type = inputs[0];
  if (type.element == Element::Token) return Misfit{Error(GB_TEXT("engine", "cannot take tokens: it needs numbers. Put an Embedding before it.")), {}};
  if (type.shape.rank() == 3)
    return Misfit{Error(GB_TEXT("engine", "slides along a sequence (time x features) and gets a picture, %1. Use Conv2d for pictures.").arg(type.shape.str())), {}};
  if (type.shape.rank() != 2)
    return Misfit{Error(GB_TEXT("engine", "slides along a sequence (time x features) and gets a flat list of %1 numbers. Put a Reshape before it, for example to %1x1.").arg(type.shape.count())),
                  {Repair{GB_TEXT("engine", "Put a Reshape before it"), "reshape", "", false}}};
  Result<Window> window = readWindow(params, "kernel", true);
  if (!window) return Misfit{window.error(), {}};
  if (std::optional<Misfit> misfit = needsRoom(*window, type, "kernel")) return *misfit;
  const std::int64_t channels = params.integer("channels"), features = type.shape[1];
  const PortType out{Shape{window->outHeight(type.shape[0]), channels}, Element::Number};
  return inferConvolution(out, features, channels, *window, Shape{channels, features, window->height}, params.flag("bias"));
}

/// A sequence is a picture of width 1 whose channels lie last.
std::unique_ptr<Layer> make(const LayerSetup& setup) {
  const Window w = *readWindow(setup.params, "kernel", true);
  const Shape &in = setup.inputs[0].shape, &out = setup.inference.outputs[0].shape;
  const ConvShape shape{in[1], in[0], 1, out[1], out[0], 1, w.height, 1, w.strideH, 1, w.padH, 0, w.dilationH, 1, true};
  return std::make_unique<Convolution>(shape, setup.params.flag("bias"), *setup.kernels, setup.maxBatch);
}

std::string pytorch(std::span<const PortType> inputs, const Params& params) {
  const Window w = *readWindow(params, "kernel", true);
  std::string out = "nn.Conv1d(" + std::to_string(inputs[0].shape[1]) + ", " + std::to_string(params.integer("channels")) + ", " + std::to_string(w.height);
  if (w.strideH != 1) out += ", stride=" + std::to_string(w.strideH);
  if (w.padH != 0) out += ", padding=" + std::to_string(w.padH);
  if (w.dilationH != 1) out += ", dilation=" + std::to_string(w.dilationH);
  return out + (params.flag("bias") ? ")" : ", bias=False)");
}

ParamValue whole(std::int64_t value) { return value; }
ParamValue words(const char* value) { return std::string(value); }
PortType sequence(std::int64_t time, std::int64_t features) { return {Shape{time, features}, Element::Number}; }

}  // namespace

const LayerDef& layer_conv1d() {
  static const LayerDef def = [] {
    LayerDef d;
    d.key = "conv1d";
    d.title = GB_TEXT("engine", "Conv1d");
    d.help = GB_TEXT("engine", "Slides small kernels along a sequence: each output mixes the features of a few neighboring time steps, with the same weights everywhere. It finds short patterns whenever they come.");
    d.group = LayerGroup::Sequence;
    d.icon = "conv";
    d.formula = "y_{to} = \\sum_{c,u} W_{ocu}\\, x_{t+u,\\,c} + b_{o}";
    d.mainParam = "channels";
    d.params = convolutionParams(wordsParam("kernel", GB_TEXT("engine", "Kernel"), GB_TEXT("engine", "How many neighboring time steps one output reads."), "3"));
    d.infer = infer;
    d.make = make;
    d.pytorch = pytorch;
    // PyTorch keeps the time last.
    d.torchCall = [](std::span<const PortType>, const Params&) { return TorchCall{"{self}({0}.transpose(1, 2)).transpose(1, 2)", {}}; };
    d.explain = [](const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) { return explainConvolution(stage, index, trace, true); };
    d.examples = {
        {"one feature, one kernel", {sequence(6, 1)}, {{"channels", whole(1)}}},
        {"three features to four", {sequence(7, 3)}, {{"channels", whole(4)}}},
        {"a kernel of one step", {sequence(5, 4)}, {{"channels", whole(3)}, {"kernel", words("1")}}},
        {"a kernel as long as the sequence", {sequence(5, 2)}, {{"channels", whole(3)}, {"kernel", words("5")}}},
        {"padding that keeps the length", {sequence(6, 2)}, {{"channels", whole(3)}, {"kernel", words("5")}, {"padding", words("same")}}},
        {"stride 2", {sequence(9, 2)}, {{"channels", whole(3)}, {"stride", words("2")}, {"padding", words("1")}}},
        {"dilation 3", {sequence(11, 2)}, {{"channels", whole(2)}, {"dilation", words("3")}}},
        {"dilation 2, stride 3, even kernel", {sequence(14, 3)}, {{"channels", whole(5)}, {"kernel", words("4")}, {"dilation", words("2")}, {"stride", words("3")}, {"padding", words("2")}}},
        {"without bias", {sequence(5, 5)}, {{"channels", whole(2)}, {"bias", false}}},
        {"long and wide", {sequence(40, 18)}, {{"channels", whole(21)}}},
    };
    return d;
  }();
  return def;
}

}  // namespace glassbox::inline GLASSBOX_REAL_NS

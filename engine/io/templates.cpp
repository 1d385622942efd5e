#include "engine/io/templates.h"

namespace glassbox {
namespace {

DataSpec generated(const std::string& source, Params params = {}) {
  DataSpec data;
  data.source = source;
  data.params = std::move(params);
  if (const GeneratorDef* def = findGenerator(source)) data.shares = def->shares;
  return data;
}

ParamValue whole(std::int64_t value) { return value; }
ParamValue words(const char* value) { return std::string(value); }

}  // namespace

std::span<const TemplateDef> allTemplates() {
  static const std::vector<TemplateDef> defs = {
      {"linear-regression", GB_TEXT("engine", "A line that fits"), GB_TEXT("engine", "One weight and one bias learn the line through a cloud of points."), "input 1 | dense 1 | mse", generated("line"),
       {{"optimizer", words("gd")}, {"rate", 0.1}, {"epochs", whole(300)}, {"init", words("zeros")}}},
      {"logistic-regression", GB_TEXT("engine", "Yes or no"), GB_TEXT("engine", "A single neuron draws the straight border between two clouds."), "input 2 | dense 1 | binary_cross_entropy", generated("gaussians"),
       {{"optimizer", words("sgd")}, {"rate", 0.3}, {"batch", whole(16)}, {"epochs", whole(60)}}},
      {"xor", GB_TEXT("engine", "XOR"), GB_TEXT("engine", "The smallest problem that needs a hidden layer."), "input 2 | dense 4 tanh | dense 1 | binary_cross_entropy", generated("xor"),
       {{"optimizer", words("adam")}, {"rate", 0.03}, {"batch", whole(16)}, {"epochs", whole(200)}}},
      {"spirals", GB_TEXT("engine", "Two spirals"), GB_TEXT("engine", "Two hidden layers bend a border around two spirals; watch what each neuron contributes."),
       "input 2 | dense 8 tanh | dense 8 tanh | dense 1 | binary_cross_entropy", generated("spirals"), {{"optimizer", words("adam")}, {"rate", 0.02}, {"batch", whole(32)}, {"epochs", whole(600)}}},
      {"mnist-softmax", GB_TEXT("engine", "Digits, one layer"), GB_TEXT("engine", "Softmax regression: each digit gets one weight per pixel, and the weights look like ghosts of the digits."),
       "input 784 | dense 10 init=zeros classes=auto | softmax_cross_entropy", generated("digits"), {{"optimizer", words("sgd")}, {"rate", 0.1}, {"batch", whole(128)}, {"epochs", whole(10)}}},
      {"mnist-mlp-128", GB_TEXT("engine", "Digits, one hidden layer"), GB_TEXT("engine", "The first network that reads handwriting well: 128 hidden units with dropout."),
       "input 784 | dense 128 relu | dropout 0.2 | dense 10 classes=auto | softmax_cross_entropy", generated("digits"),
       {{"optimizer", words("adam")}, {"rate", 0.001}, {"batch", whole(32)}, {"epochs", whole(5)}}},
      {"mnist-mlp-128-64", GB_TEXT("engine", "Handwritten digits"), GB_TEXT("engine", "784-128-64-10: the digit recognizer of the lessons."),
       "input 784 | dense 128 relu | dense 64 relu | dense 10 classes=auto | softmax_cross_entropy", generated("digits"),
       {{"optimizer", words("adam")}, {"rate", 0.001}, {"batch", whole(64)}, {"epochs", whole(5)}}},
      {"rnn-echo", GB_TEXT("engine", "An echo from memory"), GB_TEXT("engine", "A tanh RNN says what it read ten steps ago. Make the delay longer and find where training no longer gets there; then compare an LSTM or a GRU."),
       "input 11x1 | rnn 16 init=uniform | dense 1 | binary_cross_entropy", generated("echo"), {{"optimizer", words("adam")}, {"rate", 0.005}, {"batch", whole(32)}, {"epochs", whole(60)}}},
      {"rnn-adding", GB_TEXT("engine", "Adding two numbers"), GB_TEXT("engine", "An LSTM learns to look at the marks and to carry the first number until the second comes."),
       "input 20x2 | lstm 32 init=uniform | dense 1 | mse", generated("adding"), {{"optimizer", words("adam")}, {"rate", 0.005}, {"batch", whole(32)}, {"epochs", whole(60)}}},
      {"mnist-cnn", GB_TEXT("engine", "Digits, convolution"), GB_TEXT("engine", "A convolutional network with 34,826 parameters: it reads handwriting better than a dense one three times its size."),
       "input 1x28x28 | conv2d 32 kernel=3 relu | max_pool2d 2 | conv2d 64 kernel=3 relu | max_pool2d 2 | flatten | dropout 0.5 | dense 10 classes=auto | softmax_cross_entropy", generated("digits"),
       {{"optimizer", words("adam")}, {"rate", 0.001}, {"batch", whole(128)}, {"epochs", whole(15)}}},
      {"lenet-28", GB_TEXT("engine", "LeNet for digits"), GB_TEXT("engine", "Two convolutions with pooling, then three dense layers: the classic order of a network for pictures."),
       "input 1x28x28 | conv2d 6 kernel=5 padding=2 relu | max_pool2d 2 | conv2d 16 kernel=5 relu | max_pool2d 2 | flatten | dense 120 relu | dense 84 relu | dense 10 classes=auto | softmax_cross_entropy",
       generated("digits"), {{"optimizer", words("adam")}, {"rate", 0.001}, {"batch", whole(64)}, {"epochs", whole(10)}}},
      {"lenet-32", GB_TEXT("engine", "LeNet for colored shapes"), GB_TEXT("engine", "The same order of layers for pictures with three colors: ten kinds of shapes, whose color says nothing about their kind."),
       "input 3x32x32 | conv2d 6 kernel=5 relu | max_pool2d 2 | conv2d 16 kernel=5 relu | max_pool2d 2 | flatten | dense 120 relu | dense 84 relu | dense 10 classes=auto | softmax_cross_entropy",
       generated("shapes"), {{"optimizer", words("adam")}, {"rate", 0.001}, {"batch", whole(32)}, {"epochs", whole(20)}}},
      {"autoencoder", GB_TEXT("engine", "Through the bottleneck"), GB_TEXT("engine", "An autoencoder passes pictures of digits through 16 numbers and draws them again; nobody tells it which digits they are."),
       "input 784 | dense 128 relu | code: dense 16 | dense 128 relu | dense 784 sigmoid | mse", generated("digits", {{"answer", words("picture")}}),
       {{"optimizer", words("adam")}, {"rate", 0.002}, {"batch", whole(64)}, {"epochs", whole(30)}}},
      {"embedding", GB_TEXT("engine", "Words as points"), GB_TEXT("engine", "Each word learns to foretell its neighbors, and words that are used alike come to lie close together."),
       "input 1 element=tokens | embedding 16 tokens=52 | flatten | dense 52 classes=auto | softmax_cross_entropy", generated("grammar"),
       {{"optimizer", words("adam")}, {"rate", 0.003}, {"batch", whole(128)}, {"epochs", whole(10)}}},
      {"attention-reverse", GB_TEXT("engine", "Saying a word backwards"), GB_TEXT("engine", "One attention head learns where to look: its map becomes the mirrored diagonal. Take the positions away and it cannot."),
       "input 5 element=tokens | embedding 32 tokens=8 | position_embedding | attention 1 | dense 8 classes=auto | softmax_cross_entropy", generated("reverse"),
       {{"optimizer", words("adam")}, {"rate", 0.005}, {"batch", whole(64)}, {"epochs", whole(10)}}},
      {"gpt-sums", GB_TEXT("engine", "A GPT that adds"), GB_TEXT("engine", "A small GPT reads 27+58= and writes the sum digit by digit, the ones first. Its test has pairs of numbers that it never saw."),
       "input 8 element=tokens | embedding 64 tokens=12 | position_embedding | transformer_block 4 causal=true repeat=2 | layer_norm | dense 12 classes=auto | softmax_cross_entropy", generated("sums"),
       {{"optimizer", words("adamw")}, {"rate", 0.003}, {"schedule", words("cosine")}, {"warmup", whole(50)}, {"batch", whole(64)}, {"epochs", whole(10)}}},
      {"gpt-text", GB_TEXT("engine", "A small GPT"), GB_TEXT("engine", "Four transformer blocks learn to go on with a text, token by token: names here, or any text that you open."),
       "input 64 element=tokens | embedding 128 tokens=22 | position_embedding | transformer_block 4 causal=true repeat=4 | layer_norm | dense 22 bias=false classes=auto weights=embedding1 | softmax_cross_entropy",
       generated("names", {{"names", whole(20000)}, {"context", whole(64)}}),
       {{"optimizer", words("adamw")}, {"beta2", 0.99}, {"weight_decay", 0.1}, {"rate", 0.001}, {"schedule", words("cosine")}, {"warmup", whole(100)}, {"min_rate", 1e-4}, {"clip", 1.0},
        {"batch", whole(12)}, {"steps", whole(2000)}, {"init", words("normal")}}},
  };
  return defs;
}

const TemplateDef* findTemplate(std::string_view name) {
  for (const TemplateDef& def : allTemplates())
    if (def.name == name) return &def;
  return nullptr;
}

Result<Project> makeTemplate(const std::string& name) {
  const TemplateDef* def = findTemplate(name);
  if (!def) {
    std::string known;
    for (const TemplateDef& t : allTemplates()) known += (known.empty() ? "" : ", ") + t.name;
    return Error(GB_TEXT("engine", "There is no template \"%1\"; known are %2.").arg(name.substr(0, 60)).arg(known));
  }
  Result<NetworkSpec> spec = parseLine(def->line);
  if (!spec) return spec.error();
  Project project;
  project.title = def->name;
  project.spec = *spec;
  project.data = def->data;
  project.plan.values = def->plan;
  return project;
}

}  // namespace glassbox

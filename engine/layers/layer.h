// Everything there is to know of a layer type, as data and functions, and the layer itself: forward and backward on views.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/core/params.h"
#include "engine/core/random.h"
#include "engine/core/result.h"
#include "engine/core/shape.h"
#include "engine/kernels/kernels.h"

namespace glassbox {

/// Where a layer stands in the palette; also its colour.
enum class LayerGroup { Data, Dense, Activation, Image, Regularize, Sequence, Shape, Loss };

/// What a weight tensor is for: its role decides the initializer and whether regularization touches it. A Statistic is
/// measured on the training data and not trained.
enum class WeightRole { Weight, Bias, Gain, Statistic };

struct WeightDef {
  std::string name;  ///< "weight", "bias": the last part of its key in files
  Text title;
  Shape shape;       ///< PyTorch's order, e.g. (out, in)
  WeightRole role = WeightRole::Weight;
  std::int64_t fanIn = 1, fanOut = 1;  ///< connections into and out of one unit, for initializers
};

struct PortDef {
  std::string name;  ///< "in", "out"
  Text title;
  bool many = false;      ///< takes any number of wires (add, concat)
  bool optional = false;  ///< need not be wired (a mask)
};

/// An array that forward keeps for backward, and that every trace shows under its name.
/// One with `onlyTraced` is there to be seen: its place is null but while a trace is taken (Network::keepAll).
struct CacheDef {
  std::string name;        ///< last part of the trace entry: "mask", "query"
  Text title;
  Shape shape;             ///< of one sample
  std::string formula;     ///< TeX of its letter or rule
  bool perBatch = false;   ///< there is one for the whole batch, not one per sample
  bool onlyTraced = false;
  bool backward = false;   ///< written by backward: a trace takes it after that
};

/// What follows from a layer's parameters and the types on its input ports.
struct Inference {
  std::vector<PortType> outputs;
  std::vector<WeightDef> weights;
  std::vector<Text> notes;              ///< remarks worth a word in the inspector
  std::vector<CacheDef> caches;         ///< what forward keeps for backward, in the order of Pass::caches
  std::int64_t forwardFlops = 0;        ///< per sample
  std::int64_t backwardFlops = 0;       ///< per sample

  /// Numbers that forward keeps for backward, per sample.
  std::int64_t cachePerSample() const;
};

/// A change of the network that mends an issue, e.g. a flatten put before the layer.
struct Repair {
  /// Where the new layer goes. Instead: the node gives way to it.
  enum class Place { Before, Behind, Instead };

  Text label;         ///< on the button: "Put a Flatten before it"
  std::string insertKey;  ///< key of the layer to put in; empty: set a parameter instead
  std::string param;
  ParamValue value = false;
  Place place = Place::Before;
  std::string node;   ///< the node that is meant where it is not the issue's own
  bool operator==(const Repair&) const = default;
};

/// Why a layer cannot take what it gets.
struct Misfit {
  Error error;
  std::vector<Repair> repairs;
};

template<class T> using Fit = std::variant<T, Misfit>;

/// How a layer takes a sequence step by step (Network::forwardSteps): what a step gives may depend on that step and those
/// before it.
enum class Stepping {
  Never,  ///< a step's output also depends on steps behind it, or the time axis is gone
  Alone,  ///< it depends on that step alone: steps are then to the layer what samples are
  Past,   ///< the layer keeps what it needs of the steps before: Layer::forwardSteps
};

/// Stepping of a layer whose steps know nothing of one another.
inline Stepping eachStepAlone(std::span<const PortType>, const Params&) { return Stepping::Alone; }

/// One product in the sum that makes a number: factors with their values and where each comes from.
struct Factor {
  double value = 0;
  std::string from;  ///< an element of the trace, "dense1.out[0,5]"; empty for a constant
  std::string tex;   ///< how it is written in the formula; where it stands so in it, the number can be put in its place
};
struct Term {
  std::vector<Factor> factors;
};

/// The terms of one number of a trace: their products sum to `value`.
struct Explanation {
  std::string element;
  Text sentence;        ///< what the number is
  std::string formula;  ///< TeX, in letters
  double value = 0;
  std::vector<Term> terms;
  std::vector<Factor> arguments;  ///< numbers that a function in the formula is applied to: tanh(0.52)
  std::vector<std::string> derivation = {};  ///< TeX, in letters: lines that lead to the formula where it hides a step; may be empty
};

/// Reads numbers of the trace that is being explained, in double. Names are relative to the node: "in0", "in1" (what its
/// wires bring), "out", "grad" (the loss's gradient in "out"), "weight" and its like, or a stage of the node.
class TraceReader {
 public:
  virtual ~TraceReader() = default;
  virtual Shape shapeOf(const std::string& name) const = 0;                      ///< batch first
  virtual Factor factor(const std::string& name, std::span<const std::int64_t> index) const = 0;
  virtual std::span<const double> values(const std::string& name) const = 0;  ///< all of them, row-major
  virtual bool has(const std::string& name) const = 0;
  virtual const Params& params() const = 0;
  virtual std::int64_t batch() const = 0;
};

/// One named inner array that a Trace shows beside what the network records. `at` computes one element plainly from
/// recorded arrays and the stages before it; index and shape are batch first. Where one by one would take long, `fill`
/// computes all of them, into zeros.
struct StageDef {
  std::string name;     ///< last part of the trace entry: "slope", "softmax"
  Text title;
  std::string formula;  ///< TeX
  Shape (*shape)(const TraceReader& trace) = nullptr;  ///< of no numbers where a node has no such stage
  double (*at)(std::span<const std::int64_t> index, const TraceReader& trace) = nullptr;
  void (*fill)(const TraceReader& trace, std::span<double> out) = nullptr;  ///< in place of `at`
};

/// A configuration that tests, gradient checks and benchmarks go through.
struct LayerExample {
  std::string name;           ///< reads as a sentence in a test report
  std::vector<PortType> inputs;
  Params params;
  double tolerance = 1e-7;    ///< of the gradient check in double
  bool avoidZero = false;     ///< inputs are kept away from 0, where the layer has a kink
};

/// How PyTorch runs a node, where that is more than calling the module that `pytorch` makes on what arrives.
struct TorchCall {
  std::string text;   ///< Python expression; {self} is the module, {0}, {1}, ... what arrives on the wires, of a loss {target} too
  std::string items;  ///< of a loss: the same for every item by itself, before the mean
  std::vector<std::pair<std::string, std::string>> weights = {};  ///< names of ours and of PyTorch's, where they differ
  std::string helper = {};  ///< definition of a class or function that `pytorch` or `text` uses
  bool random = false;      ///< draws numbers while it trains: no two programs draw the same
};

/// "{0} + {1} + {2}": all that arrives, for a TorchCall.
std::string torchWires(std::size_t wires, const std::string& between);

/// What is true of a node type in every build of the engine: layers and losses share it.
struct NodeDef {
  std::string key;      ///< in files and on the command line
  Text title;
  Text help;            ///< what it does and why one would use it
  LayerGroup group = LayerGroup::Dense;
  std::string icon;
  char letter = 0;      ///< key that adds it, in the diagram; 0: none
  std::string formula;  ///< TeX
  std::vector<PortDef> inputs{PortDef{"in", GB_TEXT("engine", "input")}};
  std::vector<ParamDef> params;
  std::string mainParam;  ///< the one that stands behind the key in a line; empty: none
  std::vector<StageDef> stages;
  std::vector<std::string> stageOrder;  ///< caches and stages that lie before "out" in a trace, in the order they are computed
  bool movesStatistics = false;  ///< forward changes its statistics while it trains (batch norm)
  std::vector<LayerExample> examples;

  Fit<Inference> (*infer)(std::span<const PortType> inputs, const Params& params) = nullptr;
  /// Null: it cannot go step by step.
  Stepping (*stepping)(std::span<const PortType> inputs, const Params& params) = nullptr;
  /// One line of PyTorch that makes this module; empty where a function is used instead.
  std::string (*pytorch)(std::span<const PortType> inputs, const Params& params) = nullptr;
  /// Null where the module is called on what arrives, and its weights are called as ours.
  TorchCall (*torchCall)(std::span<const PortType> inputs, const Params& params) = nullptr;
  /// Terms of one element of "out", of "in0.grad" (what goes back through its wire 0, 1, ... in port order), of
  /// "weight.grad" (any of its weights), of a cache or of a stage.
  /// Null when the layer explains nothing.
  Explanation (*explain)(const std::string& stage, std::span<const std::int64_t> index, const TraceReader& trace) = nullptr;
  /// What the node would give, for all samples, had `by` been added to one number of an array that it forms inside itself:
  /// worked out plainly from the trace, for central differences of "<array>.grad". Of a loss: the mean loss, one number.
  /// Empty for other arrays. Null when the node has no such array.
  std::vector<double> (*moved)(const std::string& array, std::span<const std::int64_t> index, double by, const TraceReader& trace) = nullptr;
};

inline namespace GLASSBOX_REAL_NS {

enum class Mode { Training, Inference };

/// What a layer is given when it is made: it keeps copies of what it needs.
struct LayerSetup {
  std::vector<PortType> inputs;
  Params params;
  Inference inference;
  int maxBatch = 1;
  bool training = true;  ///< false: backward is never called
  const Kernels* kernels = nullptr;  ///< those of every pass: they know how much room they need
  int steps = 0;         ///< more than 0: only forwardSteps is called, with one sample and at most so many steps
};

/// Arrays of one call. Every view is dense and row-major, batch first.
struct Pass {
  int batch = 0;
  Mode mode = Mode::Training;
  const Kernels* kernels = nullptr;
  Team* team = nullptr;
  Random random{0};             ///< differs per node and step: noise of dropout
  std::span<const Real* const> x;   ///< one per input wire
  Real* y = nullptr;
  std::span<Real* const> weights;
  std::span<Real* const> caches;    ///< one per CacheDef, (batch, shape) or (shape); kept from forward to backward
  Real* room = nullptr;             ///< Layer::room() numbers to work in, shared by all layers
  std::span<const std::int64_t> headsOff;  ///< of attention: heads whose part is 0 before the output projection; usually none
};

/// Some steps of one sample; `batch` of them stand in x.
struct StepPass : Pass {
  std::int64_t begin = 0;   ///< number of the first of them: those before came in earlier calls
  std::int64_t wanted = 0;  ///< y takes the last so many of them
};

/// A range of a weight's gradient is finished: an optimizer may use it while it is warm in the cache.
/// May be called from several threads for ranges that do not overlap; `block` (0..63) numbers the ranges of one weight.
class GradientSink {
 public:
  virtual ~GradientSink() = default;
  virtual void finished(int weight, int block, std::int64_t begin, std::int64_t end) = 0;
};

struct BackwardPass : Pass {
  const Real* yOut = nullptr;       ///< what forward wrote
  const Real* dy = nullptr;         ///< gradient of the loss in y
  std::span<Real* const> dx;        ///< one per input wire, null where nobody needs it; written, not added to
  std::span<Real* const> dw;        ///< one per weight; written, not added to
  GradientSink* sink = nullptr;     ///< told of every finished range of dw, if not null
};

/// Forward and backward of one node. Owns no memory but what is fixed when it is made.
class Layer {
 public:
  virtual ~Layer() = default;
  virtual void forward(const Pass& pass) = 0;
  virtual void backward(const BackwardPass& pass) = 0;

  /// For Stepping::Past, in Mode::Inference. Caches are null unless a trace looks (Network::keepAll).
  virtual void forwardSteps(const StepPass&) {}

  /// Puts in place what forwardSteps would have kept of the first `steps` steps for the cache of this number, (steps, its
  /// numbers per step). False when it keeps no such thing.
  virtual bool setPast(std::size_t /*cache*/, std::int64_t /*steps*/, const Real* /*values*/) { return false; }

  /// Numbers that a pass must lend it to work in; nothing in them outlasts the call.
  virtual std::int64_t room() const { return 0; }

  /// Memory of its own: room to work in, taken when it is made.
  virtual std::size_t scratchBytes() const { return 0; }

  /// True when what goes back through every wire is dy itself: the network then reads dy there, and dx is null.
  virtual bool passesGradientOn() const { return false; }

  /// True when y may be the same memory as x (an elementwise layer whose backward needs only y).
  virtual bool canFuseActivation(Activation) const { return false; }

  /// What it is in a chain of small layers that the narrow kernels run as one; nothing: such a chain cannot hold it.
  /// Places and arrays are filled in by the network.
  virtual std::optional<NarrowLayer> narrow() const { return {}; }

  /// The curve that it applies to every number, if that is all it does.
  virtual std::optional<Curve> curve() const { return {}; }

  /// A dense product asked to apply the activation of the node behind it as it writes out.
  virtual void fuseActivation(Activation) {}
};

/// A layer type: what every node has, and how it is made in this build of the engine.
struct LayerDef : NodeDef {
  Activation activation = Activation::None;  ///< of an activation layer that a dense product can take over
  std::unique_ptr<Layer> (*make)(const LayerSetup& setup) = nullptr;
};

/// The layer with this key, or null.
const LayerDef* findLayer(std::string_view key);

/// All layers in palette order.
std::span<const LayerDef* const> allLayers();

}  // namespace GLASSBOX_REAL_NS
}  // namespace glassbox

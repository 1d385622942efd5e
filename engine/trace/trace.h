// All arrays of one training step of a few samples, by name, as plain doubles whatever precision made them.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/data/dataset.h"
#include "engine/graph/analysis.h"
#include "engine/train/plan.h"

namespace glassbox {

enum class Precision { Single, Double };

/// What an array of a trace is; also the order of a step: forward, loss, backward, update.
enum class TraceKind { Weight, Output, Stage, Target, Loss, Gradient, WireGradient, WeightGradient, UpdateStage, UpdatedWeight };

/// Names: `dense1.out`, `dense1.grad` (the loss's gradient in it), `dense1.weight`, `dense1.weight.grad`, `dense1.weight.new`
/// (after the update), `tanh1.slope` (a stage; `lstm1.cells.grad` one of backward), `mse1.target`, `mse1.item` (loss per item), `mse1.out` (their mean);
/// `add1.in0.grad` what a node passes back through one wire, where its source has several readers.
/// Of the update, for every trained weight, what there is under the plan (UpdateArray): `dense1.weight.clipped` (the gradient
/// after clipping), `.l2` (its part), `.total` (what the optimizer takes), the optimizer's own such as `.m.before`, `.m`,
/// `.m_hat`, `.scale`, then `.delta` and `.decay` (added to the weight), `.moved` (before L1), `.new`. Three arrays of one
/// number belong to no node: `learning_rate`, and with clipping `gradient_norm` and `clip_scale` (and `dense1.weight.norm`).
/// Statistics that a layer keeps (batch norm's) have a `.new` too.
struct TraceEntry {
  std::string name;
  NodeId node;
  TraceKind kind = TraceKind::Output;
  Text title;
  std::string formula;          ///< TeX of the array's letter or rule; may be empty
  Shape shape;                  ///< batch first, but for weights
  bool recomputed = false;      ///< no kernel forms it: computed plainly from recorded arrays
  std::vector<double> values;   ///< row-major
};

struct Trace {
  Precision precision = Precision::Single;
  std::int64_t batch = 0;
  double loss = 0;
  double rate = 0;           ///< learning rate of the update
  double gradientNorm = 0;   ///< of all gradients together; only with clipping
  double gradientScale = 1;  ///< what clipping multiplies the gradients by
  std::int64_t number = 1;   ///< of this step, from 1
  std::vector<TraceEntry> entries;   ///< in the order of the step

  /// Null for an array that it has not.
  const TraceEntry* find(const std::string& name) const;

  std::unordered_map<std::string, std::size_t> places;  ///< of the entries by name, when it is complete: for find
};

/// A number put in place of what is there: of a weight (`dense1.weight[1,2]`), an input (`input1.out[0,3]`) or a target.
struct TraceChange {
  std::string element;
  double value = 0;
};

/// A sample given by its numbers and not by its place in the data.
struct EnteredSample {
  std::vector<std::vector<double>> inputs;  ///< of each input node in analysis order
  std::vector<double> target;               ///< a class is its index
};

/// One step to be traced. That of a run that is going: requestOfNextStep (next_step.h).
struct TraceRequest {
  std::shared_ptr<const NetworkSpec> spec;
  TrainingPlan plan;
  std::vector<double> weights;       ///< all tensors one behind the other in network order; empty: drawn by seed
  DatasetPtr data;                   ///< may be null when every sample is entered
  std::vector<std::int64_t> rows;    ///< samples of the data, in batch order
  std::int64_t step = 0;             ///< updates done before: decides dropout's draw, the rate and Adam's corrections
  Precision precision = Precision::Double;
  std::vector<double> optimizer;     ///< its state before the step: of each number it keeps all tensors like `weights`; empty: 0
  std::vector<EnteredSample> entered;  ///< behind the rows
  std::vector<TraceChange> changes;    ///< what if: made before the step, in their order
};

/// Fails like compiling and training do, for a row that the data do not have, and for what cannot be entered or changed.
/// In single precision every array is what a run's step has, to the bit; in double the update is plain arithmetic.
Result<Trace> traceStep(const TraceRequest& request);

/// Fails when a trace would take more than half of the memory that is free. Asks nothing of the request's weights.
Result<void> traceFits(const TraceRequest& request);

/// Position in `values` of an element given by its index; -1 when it lies outside.
std::int64_t flatIndex(const Shape& shape, std::span<const std::int64_t> index);

/// "dense1.weight[5,7]" cut into name and index. Fails with what is expected.
struct ElementRef {
  std::string name;
  std::vector<std::int64_t> index;
};
Result<ElementRef> parseElement(const std::string& text);
std::string writeElement(const std::string& name, std::span<const std::int64_t> index);

}  // namespace glassbox
